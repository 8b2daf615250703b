"""What law says of one commodity code on one day, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from customhouse.presentation import labels, languages
from fondaco.assessment.explanation import cited
from fondaco.clearance.rulebook import LawOfTheDay
from fondaco.legal.citation import Citation
from fondaco.tariff.measure import Measure, MeasureKind, Requirement
from fondaco.tariff.rate_text import in_words
from fondaco.territory.areas import EVERYWHERE

KINDS: dict[MeasureKind, str | Promise] = {
    MeasureKind.DUTY: gettext_lazy("Duty"),
    MeasureKind.PREFERENCE: gettext_lazy("Preference"),
    MeasureKind.REMEDY: gettext_lazy("Trade remedy"),
    MeasureKind.EXCISE: gettext_lazy("Excise"),
    MeasureKind.VAT: gettext_lazy("Value added tax"),
}


class MeasureShown(NamedTuple):
    """One measure: what it is, from where the goods must come, its rate, law and first day."""

    kind: str | Promise
    name: str
    charge: str
    area: str
    countries: list[str]
    rate: str
    documents: list[tuple[str, str]]
    preference: str
    law: str
    since: date


class RequirementShown(NamedTuple):
    """Documents of which one must be shown, for goods from where, and by which law."""

    name: str
    documents: list[tuple[str, str]]
    area: str
    law: str


class FeeShown(NamedTuple):
    """A fee for a service of customs."""

    charge: str
    name: str
    amount: object
    unit: str
    law: str


def measures(day: LawOfTheDay, code: str, *, origin: str | None) -> list[MeasureShown]:
    """Every measure on goods of a code from a country, or from any."""
    return [_measure(each, day) for each in day.measures_for(code, origin)]


def requirements(day: LawOfTheDay, code: str, *, origin: str | None) -> list[RequirementShown]:
    """The documents that law requires for such goods, from a country or from any."""
    origins: Iterable[str | None] = (
        [origin] if origin else [None, *sorted(day.code_books.countries)]
    )
    found: dict[tuple[str, str], Requirement] = {}
    for each in origins:
        for required in day.requirements_for(code, each):
            found.setdefault((required.identifier, required.area), required)
    return [
        RequirementShown(
            each.name.said(languages.current()),
            documents(day, each.documents),
            area(day, each.area),
            law_of(day, each.citation),
        )
        for each in found.values()
    ]


def fees(day: LawOfTheDay, code: str) -> list[FeeShown]:
    """The fees for an item of such goods, and for a declaration."""
    language = languages.current()
    names = day.assessment.charge_names
    each_fee = (
        *((fee, _("for each item")) for fee in day.tariff.fees_on(code)),
        *((fee, _("for each declaration")) for fee in day.tariff.fees_on_declaration()),
    )
    return [
        FeeShown(
            fee.charge,
            names[fee.charge].said(language) if fee.charge in names else fee.charge,
            fee.amount,
            words,
            law_of(day, fee.citation),
        )
        for fee, words in each_fee
    ]


def countries_of(day: LawOfTheDay) -> list[tuple[str, str]]:
    """The countries that goods can come from, by name."""
    named = [(code, labels.country(code)) for code in day.code_books.countries]
    return sorted(named, key=lambda each: each[1])


def documents(day: LawOfTheDay, codes: Iterable[str]) -> list[tuple[str, str]]:
    """Kinds of document, each with its name."""
    names = day.names.get("document_kinds", {})
    return [(code, labels.said(names[code]) if code in names else "") for code in codes]


def area(day: LawOfTheDay, name: str) -> str:
    """What an area is called: everywhere, an agreement's partners, or one country."""
    if name == EVERYWHERE:
        return _("every country")
    for agreement in day.tariff.agreements.values():
        if agreement.area == name:
            return str(agreement.name.said(languages.current()))
    return labels.country(name)


def law_of(day: LawOfTheDay, citation: Citation) -> str:
    """Where law says so, in the reader's language."""
    return cited(citation, language=languages.current(), acts=day.acts)


def _measure(each: Measure, day: LawOfTheDay) -> MeasureShown:
    language = languages.current()
    rate = _("exempt")
    if each.expression is not None:
        rate = in_words(
            each.expression,
            language=language,
            currency=day.currency,
            units=day.assessment.unit_names,
        )
    members = day.tariff.areas.members.get(each.area, frozenset())
    return MeasureShown(
        kind=KINDS[each.kind],
        name=each.name.said(language),
        charge=each.charge,
        area=area(day, each.area),
        countries=sorted(labels.country(country) for country in members),
        rate=rate,
        documents=documents(day, each.documents),
        preference=each.preference or "",
        law=law_of(day, each.citation),
        since=each.since,
    )
