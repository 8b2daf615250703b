"""The list of declarations as traders and officers are offered it: columns, filters, views."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from markupsafe import Markup

from customhouse.declarations.queries import lists
from customhouse.declarations.queries.lists import Listed
from customhouse.presentation import formats, labels
from customhouse.presentation.listing import Asked, Column, Filter, Listing, View
from customhouse.tariffs import queries as tariffs

STATES = (
    "registered",
    "under control",
    "awaiting payment",
    "released",
    "withdrawn",
    "invalidated",
    "refused",
    "seized",
    "forfeited",
    "unsupported",
)


def find(asked: Asked) -> tuple[list[Listed], int]:
    """Find what a list of declarations asks for."""
    return lists.find(
        asked.values,
        sort=asked.sort,
        descending=asked.descending,
        offset=asked.offset,
        most=asked.page_size,
    )


def listing(*, for_customs: bool, at: datetime) -> Listing[Listed]:
    """Return the list as its trader, or as customs, is offered it."""
    offices = tariffs.law().on(at.date()).code_books.offices
    route = "file" if for_customs else "declaration"
    return Listing(
        name="declarations",
        columns=columns(route),
        sort="lodged",
        descending=True,
        filters=(
            Filter(
                name="q", label=gettext_lazy("MRN, reference, importer or goods"), kind="search"
            ),
            Filter(
                name="state",
                label=gettext_lazy("State"),
                choices=[(state, labels.state(state).words) for state in STATES],
            ),
            Filter(
                name="office",
                label=gettext_lazy("Office"),
                choices=[(code, labels.said(each.name)) for code, each in sorted(offices.items())],
            ),
            Filter(name="since", label=gettext_lazy("Lodged since"), kind="date"),
            Filter(name="until", label=gettext_lazy("until"), kind="date"),
            Filter(name="needs", label=gettext_lazy("Waits for"), choices=_waits(for_customs)),
            *(_of_customs() if for_customs else ()),
        ),
        views=_views(for_customs=for_customs),
    )


def _waits(for_customs: bool) -> list[tuple[str, str]]:
    if not for_customs:
        return [("me", _("us"))]
    return [
        ("me", _("the trader")),
        ("officer", _("an officer")),
        ("documents", _("a check of documents")),
        ("examination", _("an examination")),
        ("payment", _("payment")),
        ("question", _("an answer")),
    ]


def _of_customs() -> tuple[Filter, ...]:
    """Filters that no trader may have: nothing tells a trader how a declaration was selected."""
    return (
        Filter(
            name="channel",
            label=gettext_lazy("Channel"),
            choices=[(name, words) for name, (words, _means, _tone) in labels.CHANNELS.items()],
        ),
        Filter(name="released", label=gettext_lazy("Released since"), kind="date"),
    )


def _views(*, for_customs: bool) -> tuple[View, ...]:
    held = lists.counts()
    named = (
        ("all", gettext_lazy("All"), {}),
        (
            "needs",
            gettext_lazy("Wait for the trader") if for_customs else gettext_lazy("Need us"),
            {"needs": "me"},
        ),
        ("under control", gettext_lazy("Under control"), {"state": "under control"}),
        ("registered", gettext_lazy("On the way"), {"state": "registered"}),
        ("released", gettext_lazy("Released"), {"state": "released"}),
    )
    return tuple(
        View(name=name, label=label, values=values, count=held.get(name, 0))
        for name, label, values in named
    )


def columns(route: str) -> tuple[Column[Listed], ...]:
    """Return the columns of a list whose entries lead to the route."""
    return (
        Column(
            name="mrn",
            heading=gettext_lazy("MRN and reference"),
            shows=lambda row: Markup('<a href="{}">{}</a><span class="under">{}</span>').format(
                reverse(route, args=[row.mrn]), formats.mrn(row.mrn), row.local_reference
            ),
            holds=lambda row: row.mrn,
            is_sortable=True,
            leads=True,
        ),
        Column(
            name="goods",
            heading=gettext_lazy("Goods"),
            shows=_goods,
            holds=lambda row: row.description,
            is_sortable=True,
        ),
        Column(
            name="state",
            heading=gettext_lazy("State"),
            shows=_state,
            holds=lambda row: labels.state(row.state).words,
            is_sortable=True,
        ),
        Column(
            name="lodged",
            heading=gettext_lazy("Lodged"),
            shows=lambda row: formats.ago(row.lodged_at),
            holds=lambda row: row.lodged_at,
            is_sortable=True,
        ),
        Column(
            name="assessed",
            heading=gettext_lazy("Assessed"),
            shows=lambda row: formats.money(row.assessed, row.currency),
            holds=lambda row: row.assessed,
            is_number=True,
            is_sortable=True,
        ),
    )


def _goods(row: Listed) -> Markup:
    more = row.item_count - 1
    rest = _("and %(count)s more items") % {"count": more} if more > 1 else _("and one more item")
    tail = f", {rest}" if more > 0 else ""
    return Markup('{}<span class="under">{}{}</span>').format(
        row.description or "–", row.importer_name or row.importer or "", tail
    )


def _state(row: Listed) -> Markup:
    if row.is_asked:
        return Markup('<span class="state care is-half">{}</span>').format(_("Question to answer"))
    sign = labels.state(row.state)
    return Markup('<span class="state {} is-{}">{}</span>').format(sign.tone, sign.fill, sign.words)
