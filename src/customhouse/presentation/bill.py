"""A bill ready to be shown: each charge with its formula and its law, each value with its steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext

from customhouse.presentation import languages
from fondaco.assessment import explanation
from fondaco.assessment.statement import THE_DECLARATION, Assessment, ItemValue, Line, Step
from fondaco.clearance.rulebook import LawOfTheDay
from fondaco.declaration.document import Document
from fondaco.legal.citation import Citation

ONE = "C62"
"""The unit of what is simply counted (UN/ECE Recommendation 20): a fee for one declaration."""
CodePage = Callable[[str, date], str]
"""Gives the address of the public page of a commodity code on a day."""


class ChargeShown(NamedTuple):
    """One charge on one item."""

    code: str
    name: str
    formula: str
    law: str
    page: str
    amount: Decimal
    relieved: Decimal | None


class StepShown(NamedTuple):
    """One step in building a customs value."""

    name: str
    declared: Decimal
    currency: str
    rate: Decimal
    amount: Decimal
    law: str


class ItemShown(NamedTuple):
    """One item of the bill: its value, how it was built, what is charged on it."""

    number: int
    commodity: str
    description: str
    value: Decimal | None
    method: str
    steps: list[StepShown]
    charges: list[ChargeShown]

    @property
    def total(self) -> Decimal:
        """What is charged on the item together."""
        return sum((each.amount for each in self.charges), Decimal(0))


class BillShown(NamedTuple):
    """A whole bill."""

    currency: str
    items: list[ItemShown]
    whole: list[ChargeShown]
    totals: list[tuple[str, str, Decimal]]
    total: Decimal


def bill(
    assessment: Assessment, document: Document, *, day: LawOfTheDay, page: CodePage
) -> BillShown:
    """Return the bill of a document under the law of its day, in the reader's language."""
    shown = _Shower(assessment, document, day=day, page=page)
    names = day.assessment.charge_names
    language = languages.current()
    return BillShown(
        currency=assessment.currency,
        items=[shown.item(value) for value in assessment.values],
        whole=shown.charges(THE_DECLARATION, ""),
        totals=[
            (each.charge, _said(names, each.charge, language), each.amount)
            for each in assessment.totals
        ],
        total=assessment.total,
    )


class _Shower:
    def __init__(
        self, assessment: Assessment, document: Document, *, day: LawOfTheDay, page: CodePage
    ) -> None:
        self._lines: Mapping[int, list[Line]] = _by_item(assessment)
        self._items = {each.number or place: each for place, each in enumerate(document.items, 1)}
        self._day, self._page = day, page
        self._language = languages.current()

    def item(self, value: ItemValue) -> ItemShown:
        """One item."""
        goods = self._items.get(value.item)
        code = (goods.commodity_code if goods else None) or ""
        methods = self._day.valuation.methods
        method = methods.get(value.method)
        return ItemShown(
            number=value.item,
            commodity=code,
            description=(goods.description if goods else None) or "",
            value=value.customs_value,
            method=method.name.said(self._language) if method else value.method,
            steps=[self._step(each) for each in value.steps],
            charges=self.charges(value.item, code),
        )

    def charges(self, item: int, code: str) -> list[ChargeShown]:
        """The charges on an item, or on the declaration as a whole."""
        return [self._charge(line, code) for line in self._lines.get(item, [])]

    def _charge(self, line: Line, code: str) -> ChargeShown:
        words = _formula(line, language=self._language, day=self._day)
        return ChargeShown(
            code=line.charge,
            name=_said(self._day.assessment.charge_names, line.charge, self._language),
            formula=words + _bound(line.bound),
            law=self._cited(line.citation),
            page=self._page(code, self._day.on) if code else "",
            amount=line.amount,
            relieved=line.relieved,
        )

    def _step(self, step: Step) -> StepShown:
        kinds = self._day.valuation.kinds
        known = kinds.get(step.kind)
        name = known.name.said(self._language) if known else _step_name(step.kind)
        return StepShown(
            name=name,
            declared=step.declared.amount,
            currency=step.declared.currency,
            rate=step.rate,
            amount=step.amount,
            law=self._cited(step.citation),
        )

    def _cited(self, citation: Citation) -> str:
        return explanation.cited(citation, language=self._language, acts=self._day.acts)


def _formula(line: Line, *, language: str, day: LawOfTheDay) -> str:
    if line.unit == ONE and line.basis == 1:
        return gettext("A fixed amount")
    return explanation.formula(line, language=language, law=day.assessment)


def _by_item(assessment: Assessment) -> dict[int, list[Line]]:
    found: dict[int, list[Line]] = {}
    for line in assessment.lines:
        found.setdefault(line.item, []).append(line)
    return found


def _step_name(kind: str) -> str:
    names = {
        "price": gettext("Price paid or payable"),
        "declared value": gettext("Declared customs value"),
    }
    return names.get(kind, kind)


def _bound(bound: str | None) -> str:
    if bound is None:
        return ""
    words = {
        "minimum": gettext("the least that law allows"),
        "maximum": gettext("the most that law allows"),
    }
    return f" ({words.get(bound, bound)})"


def _said(names: Mapping[str, object], code: str, language: str) -> str:
    name = names.get(code)
    return name.said(language) if name is not None else code  # type: ignore[attr-defined]
