"""Why a profile hit: the values that made it true, kept as data and said in both languages."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice

import msgspec

from fondaco.legal.wording import Wording
from fondaco.risk.elements import VOCABULARY
from fondaco.risk.expression import tree
from fondaco.risk.expression.environment import Rows, Value
from fondaco.risk.expression.meaning import certain, evidence
from fondaco.risk.expression.vocabulary import Reading, Scope
from fondaco.risk.expression.words import spoken

SHOWN = 8
"""So many values are kept; a reader who needs more has the declaration before him."""


class Known(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """The value of one element, as text; of an item, by its place from one, or of the declaration.

    A missing value is None.
    """

    element: str
    value: str | None
    item: int | None = None


class Explainer:
    """Finds out of one expression why it hit.

    >>> from fondaco.risk.expression.checking import check
    >>> from fondaco.risk.expression.environment import by_name
    >>> known = by_name(VOCABULARY, header={}, items=[{"item.origin": "XA"}])
    >>> asked = check("item.origin in {'XA', 'XB'}", vocabulary=VOCABULARY)
    >>> said(Explainer(asked).values(known, items=[0])).en
    'item 1: country of origin XA'
    """

    def __init__(self, expression: tree.Expression) -> None:
        self._expression = expression
        # Most expressions always rest on the same elements: found out once, not at every hit.
        self._certain = certain(expression.condition)

    def values(self, environment: Rows, *, items: Sequence[int] = ()) -> tuple[Known, ...]:
        """What made the expression true of the items (counted from zero), or of the declaration."""
        places: Sequence[int | None] = items or (None,)
        if self._certain is not None:
            return tuple(islice(_read(self._certain, environment, places), SHOWN + 1))
        grounds = evidence(self._expression, environment=environment, items=places, most=SHOWN + 1)
        return tuple(_known(each.reading, each.value, each.item) for each in grounds)


def _read(
    readings: Iterable[Reading], environment: Rows, places: Sequence[int | None]
) -> Iterator[Known]:
    of_items = []
    for reading in readings:
        if reading.scope is Scope.HEADER:
            yield _known(reading, environment.header[reading.place], None)
        else:
            of_items.append(reading)
    rows = environment.items
    for place in places:
        if place is not None:
            row = rows[place]
            for reading in of_items:
                yield _known(reading, row[reading.place], place)


def _known(reading: Reading, value: Value, place: int | None) -> Known:
    item = None if place is None else place + 1
    if value is None or value.__class__ is str:
        return Known(reading.element.name, value, item)
    return Known(reading.element.name, spoken(value, language="en"), item)


def said(values: Sequence[Known]) -> Wording:
    """The values in both languages, each item's together behind its name."""
    ordered = sorted(values[:SHOWN], key=lambda known: known.item or 0)
    more = "…" if len(values) > SHOWN else ""
    return Wording(
        _listed(ordered, language="en", item="item {}: ", more=more),
        _listed(ordered, language="fr", item="article {} : ", more=more),
    )


def _listed(values: Sequence[Known], *, language: str, item: str, more: str) -> str:
    parts: list[str] = []
    current: int | None = None
    for known in values:
        text = _one(known, language)
        if known.item is not None and known.item != current:
            current = known.item
            text = item.format(known.item) + text
        parts.append(text)
    return ", ".join([*parts, more] if more else parts)


def _one(known: Known, language: str) -> str:
    reading = VOCABULARY.reading(known.element)
    if reading is None:
        return f"{known.element} {known.value}"
    value: Value = known.value
    if known.value is not None and reading.type.is_quantity:
        value = Decimal(known.value)
    elif known.value in _ANSWERS and not reading.type.is_text:
        value = _ANSWERS[known.value]
    return f"{reading.element.label.said(language)} {spoken(value, language=language)}"


_ANSWERS: dict[str | None, bool] = {"yes": True, "no": False}
