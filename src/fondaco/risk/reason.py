"""Saying why a profile hit: the values that made it true, in both languages."""

from collections.abc import Sequence

from fondaco.legal.wording import Wording
from fondaco.risk.expression import tree
from fondaco.risk.expression.environment import Environment
from fondaco.risk.expression.meaning import Evidence, evidence
from fondaco.risk.expression.vocabulary import Scope
from fondaco.risk.expression.words import spoken

SHOWN = 8
"""So many values are named; a reader who needs more has the declaration before him."""


def reason(
    expression: tree.Expression, *, environment: Environment, items: Sequence[int] = ()
) -> Wording:
    """Why the expression is true of the items (counted from zero), or of the declaration.

    >>> from fondaco.risk.elements import VOCABULARY
    >>> from fondaco.risk.expression.checking import check
    >>> from fondaco.risk.expression.environment import by_name
    >>> known = by_name(VOCABULARY, header={}, items=[{"item.origin": "XA"}])
    >>> asked = check("item.origin in {'XA', 'XB'}", vocabulary=VOCABULARY)
    >>> reason(asked, environment=known, items=[0]).fr
    "article 1 : pays d'origine XA"
    """
    found: dict[Evidence, None] = {}
    for item in items if expression.of_item else [None]:
        found |= dict.fromkeys(evidence(expression, environment=environment, item=item))
    shown = sorted(found, key=lambda each: -1 if each.item is None else each.item)
    return Wording(
        _said(shown, language="en", item="item {}: "),
        _said(shown, language="fr", item="article {} : "),
    )


def _said(found: Sequence[Evidence], *, language: str, item: str) -> str:
    """The values, each item's together behind its name."""
    parts: list[str] = []
    current: int | None = None
    for each in found[:SHOWN]:
        label = each.reading.element.label.said(language)
        value = f"{label} {spoken(each.value, language=language)}"
        if each.reading.scope is Scope.ITEM and each.item is not None and each.item != current:
            current = each.item
            value = item.format(each.item + 1) + value
        parts.append(value)
    if len(found) > SHOWN:
        parts.append("…")
    return ", ".join(parts)
