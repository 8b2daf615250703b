"""Frauds: from the lines as they are to the lines as declared, and what is hidden beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from random import Random

import msgspec

from customhouse.demonstration.behaviour import Behaviour
from customhouse.demonstration.chance import happens, rounded, taken
from customhouse.demonstration.goods import WHOLE_UNITS, Good, goods
from customhouse.demonstration.lines import NO_PREFERENCE, Line, proof_of_origin, required

_CENT = Decimal("0.01")
_HIDDEN = (
    "Cigarettes without tax stamps, {count} cartons of 200, behind the load",
    "Cocaine, {count} packets of about 1 kg, in a false floor",
    "Undeclared smartphones, {count} pieces, inside other goods",
    "Counterfeit handbags, {count} pieces, in cartons with other marks",
    "Tramadol tablets, {count} blisters, in drums with other goods",
)
_PARTNER_FOR = {"clothing": ("200", ("BD", "KH")), "footwear": ("200", ("KH", "ET"))}
_OTHER_PARTNER = ("300", ("CH", "GB", "NO"))


class Scheme(msgspec.Struct, frozen=True):
    """What is declared in place of what is so; both have the same number of lines."""

    declared: tuple[Line, ...]
    actual: tuple[Line, ...]
    items: tuple[int, ...]
    concealed: str | None = None
    forged: tuple[str, ...] = ()


def schemed(dice: Random, behaviour: Behaviour, lines: Sequence[Line]) -> Scheme | None:
    """Return how these lines are misdeclared; None where they give no opportunity."""
    if behaviour is Behaviour.SMUGGLING:
        return _smuggled(dice, lines)
    can, change = _WAYS[behaviour]
    open_to_it = [place for place, line in enumerate(lines) if can(line)]
    if not open_to_it:
        return None
    chosen = sorted(taken(dice, open_to_it, most=dice.choice((1, 2, 3, len(lines)))))
    declared, forged = list(lines), []
    for place in chosen:
        declared[place], papers = change(dice, lines[place])
        forged += papers
    return Scheme(
        declared=tuple(declared),
        actual=tuple(_with_papers_of(*pair) for pair in zip(lines, declared, strict=True)),
        items=tuple(place + 1 for place in chosen),
        forged=tuple(forged),
    )


def _with_papers_of(actual: Line, declared: Line) -> Line:
    """Return what is so, as far as it shows in the elements that an examination speaks of."""
    return msgspec.structs.replace(
        actual, documents=declared.documents, charges=declared.charges, packing=declared.packing
    )


Changed = tuple[Line, list[str]]


def _undervalued(dice: Random, line: Line) -> Changed:
    amount = float(line.amount) * (0.15 + 0.45 * dice.random())
    if happens(dice, 0.4) and amount > 3000:  # invented prices are round ones
        return msgspec.structs.replace(line, amount=rounded(amount / 500, places=0) * 500), []
    return msgspec.structs.replace(line, amount=max(rounded(amount, places=2), _CENT)), []


def _misclassified(dice: Random, line: Line) -> Changed:
    other = goods()[line.good.taken_for or ""]
    return msgspec.structs.replace(
        line,
        good=other,
        description=f"{other.description}, {line.description.rpartition(', ')[2]}",
        units=_units(other, line),
        charges=other.charges_from(line.origin),
        documents=(*line.documents, *required(other, dice)),
    ), []


def _units(other: Good, line: Line) -> Decimal | None:
    return line.units if other.unit is not None else None


def _of_another_origin(dice: Random, line: Line) -> Changed:
    good = line.good
    if good.is_protected_from(line.origin):
        spared = [code for code in good.origins if not good.is_protected_from(code)]
        origin = dice.choice(spared)
        return msgspec.structs.replace(line, origin=origin, charges=good.charges_from(origin)), []
    preference, partners = _PARTNER_FOR.get(good.sector, _OTHER_PARTNER)
    proof = proof_of_origin(dice, preference)
    return msgspec.structs.replace(
        line,
        origin=dice.choice(partners),
        preference=preference,
        documents=(*line.documents, proof),
    ), [proof[2]]


def _of_less_quantity(dice: Random, line: Line) -> Changed:
    share = 0.5 + 0.35 * dice.random()
    units = line.units
    if units is not None:
        whole = line.good.unit in WHOLE_UNITS
        units = max(rounded(float(units) * share, places=0 if whole else 3), Decimal("0.001"))
        if whole:
            units = max(units, Decimal(1))
    return msgspec.structs.replace(
        line,
        units=units,
        net_mass=_less(line.net_mass, share, places=3),
        gross_mass=_less(line.gross_mass, share, places=3),
        amount=_less(line.amount, share, places=2),
    ), []


def _less(number: Decimal, share: float, *, places: int) -> Decimal:
    return max(rounded(float(number) * share, places=places), Decimal("0.01"))


def _smuggled(dice: Random, lines: Sequence[Line]) -> Scheme | None:
    if lines[0].good.is_bulk:
        return None
    hidden = dice.choice(_HIDDEN).format(count=dice.randrange(20, 900))
    return Scheme(tuple(lines), tuple(lines), (), concealed=hidden)


def _has_lower_neighbour(line: Line) -> bool:
    other = goods().get(line.good.taken_for or "")
    return other is not None and other.unit in (None, line.good.unit)


def _may_claim(line: Line) -> bool:
    if line.preference != NO_PREFERENCE:
        return False
    return line.good.is_protected_from(line.origin) or (
        line.good.preference(line.origin) is None
        and line.good.preference(_OTHER_PARTNER[1][0]) is not None
    )


_WAYS: dict[Behaviour, tuple[Callable[[Line], bool], Callable[[Random, Line], Changed]]] = {
    Behaviour.UNDERVALUATION: (lambda line: True, _undervalued),
    Behaviour.MISCLASSIFICATION: (_has_lower_neighbour, _misclassified),
    Behaviour.ORIGIN: (_may_claim, _of_another_origin),
    Behaviour.QUANTITY: (
        lambda line: line.packages is None or line.packages > 1,
        _of_less_quantity,
    ),
}
