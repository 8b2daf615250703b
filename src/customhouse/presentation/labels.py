"""What codes stand for, in the reader's language: states, channels, units, countries, steps.

Names that the law gives (procedures, offices, charges, document kinds) come with the law; the
pages hand them over as they are, by `said`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from customhouse.presentation import languages
from fondaco.declaration.elements import place

Text = str | Promise


class Sign(NamedTuple):
    """How a state looks: its words, the tone of its colour, and how full its mark is."""

    words: Text
    tone: str
    fill: str


STATES: dict[str, Sign] = {
    "registered": Sign(_("Registered"), "note", "empty"),
    "unsupported": Sign(_("Registered, not cleared here yet"), "idle", "empty"),
    "under control": Sign(_("Under control"), "care", "half"),
    "awaiting payment": Sign(_("Awaiting payment"), "care", "half"),
    "released": Sign(_("Released"), "good", "full"),
    "withdrawn": Sign(_("Withdrawn"), "idle", "full"),
    "invalidated": Sign(_("Invalidated"), "idle", "full"),
    "refused": Sign(_("Refused"), "bad", "full"),
    "seized": Sign(_("Seized"), "bad", "half"),
    "forfeited": Sign(_("Forfeited"), "bad", "full"),
    "draft": Sign(_("Draft"), "idle", "empty"),
    "accepted": Sign(_("Accepted"), "good", "half"),
}

ACTS: dict[str, Text] = {
    "register": _("Registered"),
    "accept": _("Accepted"),
    "correct": _("Corrected"),
    "withdraw": _("Withdrawn"),
    "refuse": _("Refused"),
    "amend": _("Amended"),
    "invalidate": _("Invalidated"),
    "conclude control": _("Control concluded"),
    "reopen control": _("Control ordered again"),
    "reassess": _("Assessed again"),
    "settle": _("Paid or secured"),
    "release": _("Goods released"),
    "seize": _("Goods seized"),
    "return": _("Goods returned"),
    "forfeit": _("Goods forfeited"),
}

CHANNELS: dict[str, tuple[Text, Text, str]] = {
    "green": (_("Green"), _("release without a check"), "good"),
    "yellow": (_("Yellow"), _("check the documents"), "care"),
    "red": (_("Red"), _("examine the goods"), "bad"),
    "blue": (_("Blue"), _("release now, audit later"), "note"),
}

GRAVITIES: dict[str, Text] = {"error": _("To mend"), "warning": _("To look at")}

ROLES: dict[str, Text] = {
    "trader": _("Trader"),
    "broker": _("Customs broker"),
    "officer": _("Officer"),
    "supervisor": _("Supervisor"),
    "analyst": _("Risk analyst"),
    "tariff": _("Tariff desk"),
    "cashier": _("Cashier"),
    "auditor": _("Auditor"),
    "administrator": _("Administrator"),
}

REQUESTS: dict[str, Text] = {
    "amend": _("an amendment"),
    "invalidate": _("to annul it"),
    "lower channel": _("a lower channel"),
    "forfeit": _("forfeiture of the goods"),
    "return": _("return of the goods"),
}

CONTROLS: dict[str, Text] = {
    "documents": _("Check of documents"),
    "examination": _("Examination of the goods"),
}

METHODS: dict[str, Text] = {
    "documents": _("documents"),
    "scan": _("by scanner"),
    "open": _("packages opened"),
    "sample": _("with samples"),
    "full": _("unloaded in full"),
}

RESULTS: dict[str, Text] = {
    "conform": _("Found as declared"),
    "irregular": _("Found to differ"),
    "prohibited": _("Found prohibited or smuggled"),
    "overridden": _("Closed by two officers under a cited power"),
}

MOVEMENTS: dict[str, Text] = {
    "charged": _("charged"),
    "credited": _("credited"),
    "paid": _("paid"),
    "refunded": _("refunded"),
    "deferred": _("deferred"),
    "deferment returned": _("deferment returned"),
    "deposited": _("deposited as security"),
    "deposit used": _("security used"),
    "deposit returned": _("security returned"),
}

PURPOSES: dict[str, Text] = {
    "debt": _("payment"),
    "deposit": _("security"),
    "refund": _("refund"),
}

ORDER_STATES: dict[str, Text] = {
    "asked": _("Asked"),
    "paid": _("Booked"),
    "failed": _("Failed"),
}

MODES: dict[str, Text] = {
    "1": _("Sea"),
    "2": _("Rail"),
    "3": _("Road"),
    "4": _("Air"),
    "5": _("Post"),
    "7": _("Fixed installation"),
    "8": _("Inland waterway"),
    "9": _("Under its own power"),
}
"""Modes of transport by their code (UN/ECE Recommendation 19)."""

UNITS: dict[str, Text] = {
    "KGM": _("kg"),
    "GRM": _("g"),
    "TNE": _("tonnes"),
    "DTN": _("100 kg"),
    "KNE": _("kg net eda"),
    "LTR": _("litres"),
    "HLT": _("hectolitres"),
    "LPA": _("litres of pure alcohol"),
    "MTR": _("metres"),
    "MTK": _("m²"),
    "MTQ": _("m³"),
    "H87": _("pieces"),
    "NAR": _("pieces"),
    "NPR": _("pairs"),
    "PR": _("pairs"),
    "MIL": _("thousand pieces"),
    "CEN": _("hundred pieces"),
    "DZN": _("dozens"),
    "KWH": _("kWh"),
    "MWH": _("MWh"),
    "CTM": _("carats"),
    "CCT": _("tonnes of carrying capacity"),
    "ASV": _("% vol"),
}
"""Units of measure by their code (UN/ECE Recommendation 20)."""


def state(value: str | Enum) -> Sign:
    """Return how a declaration's state is shown."""
    key = str(value.value) if isinstance(value, Enum) else value
    return STATES.get(key) or Sign(key, "idle", "empty")


def act(value: str | Enum) -> Text:
    """Return what an act is called in a timeline."""
    return _named(ACTS, value)


def channel(value: str | Enum) -> tuple[Text, Text, str]:
    """Return a channel's name, what it means and its tone."""
    key = str(value.value) if isinstance(value, Enum) else value
    return CHANNELS.get(key) or (key, "", "idle")


def gravity(value: str | Enum) -> Text:
    """Return what a finding of this gravity asks for."""
    return _named(GRAVITIES, value)


def role(value: str) -> Text:
    """Return what a role is called."""
    return _named(ROLES, value)


def mode(value: str) -> Text:
    """Return a mode of transport."""
    return _named(MODES, value)


def unit(value: str) -> Text:
    """Return what a unit of measure is called, its code where it has no name here."""
    return _named(UNITS, value)


def country(value: str) -> str:
    """Return a country's name (CLDR), its code where it has none.

    Northern Ireland's XI and a demonstration country's own code are no territories of CLDR.
    """
    name: str = languages.locale().territories.get(value, value)
    return name


def currency(value: str) -> str:
    """Return a currency's name (CLDR), its code where it has none."""
    name: str = languages.locale().currencies.get(value, value)
    return name


def said(name: Mapping[str, str] | object) -> str:
    """Return a name that comes in several languages: the reader's, or English."""
    if isinstance(name, Mapping):
        return str(name.get(languages.current()) or name.get("en") or next(iter(name.values()), ""))
    if hasattr(name, "said"):
        return str(name.said(languages.current()))
    return str(name)


def request(value: str) -> Text:
    """Return what was asked of customs, or of a colleague."""
    return _named(REQUESTS, value)


def where(path: str) -> str:
    """Return the place in a declaration that a path names, in the reader's words."""
    try:
        return place(path, languages.current())
    except LookupError:
        return path


def control(kind: str, method: str = "") -> str:
    """Return what a control is, and how it is to be done."""
    name = str(_named(CONTROLS, kind))
    return f"{name}, {METHODS[method]}" if method in METHODS and method != kind else name


def method(value: str) -> Text:
    """Return how goods are examined."""
    return _named(METHODS, value)


def result(value: str) -> Text:
    """Return how a control ended."""
    return _named(RESULTS, value)


def movement(kind: str) -> Text:
    """Return what a movement of money is called."""
    return _named(MOVEMENTS, kind)


def purpose(value: str) -> Text:
    """Return what a payment is for."""
    return _named(PURPOSES, value)


def order_state(value: str) -> Text:
    """Return what became of a payment."""
    return _named(ORDER_STATES, value)


def script_texts() -> str:
    """Return the few words that scripts say, as JSON for an attribute of the page."""
    words = {
        "saved": gettext("Saved at {time}"),
        "saving": gettext("Saving…"),
        "unsaved": gettext("Not saved yet: we try again in a moment. What you typed is kept here."),
        "kept": gettext("What you typed was kept on this device and is back."),
        "ending": gettext("You will be signed out soon"),
        "endingIn": gettext("In {minutes} min. What you typed is saved."),
        "stay": gettext("Stay signed in"),
        "ended": gettext("You are signed out. What you typed is saved; sign in to go on."),
        "pasted": gettext("{count} rows pasted"),
        "stale": gettext("These figures could not be brought up to date: we try again."),
    }
    return json.dumps(words, ensure_ascii=False)


def yes_or_no(value: bool) -> str:
    """Return yes or no."""
    return gettext("yes") if value else gettext("no")


def _named(names: Mapping[str, Text], value: str | Enum) -> Text:
    key = str(value.value) if isinstance(value, Enum) else value
    return names.get(key, key)
