"""A rate as the tariff writes it: a share of value, an amount per unit, both, with bounds.

>>> duty = parse("12 % + 30.00 XFC / 100 KGM MIN 5 XFC / NAR MAX 25 %", currency="XFC")
>>> duty.components[1]
Component(rate=Decimal('30.00'), per=Decimal('100'), unit='KGM')
>>> print(parse("FREE", currency="XFC"))
0 %

MINIMUM and MAXIMUM bind looser than plus and minus: ``A + B MIN C MAX D - E`` is the lesser of
``D - E`` and the greater of ``A + B`` and ``C``.
"""

import re
from decimal import Decimal

import msgspec


class Component(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One part of a rate: a fraction of value, or an amount of the law's currency per unit.

    ``rate`` is a fraction where ``per`` is None; else an amount for ``per`` units of ``unit``
    (UN/ECE Recommendation 20). It is below zero for a part that is taken off.
    """

    rate: Decimal
    per: Decimal | None = None
    unit: str | None = None

    @property
    def is_ad_valorem(self) -> bool:
        """Whether it is a share of value."""
        return self.per is None


class Expression(msgspec.Struct, frozen=True, omit_defaults=True):
    """A whole rate, as written and as read; the bounds are rates of their own."""

    text: str
    components: tuple[Component, ...]
    minimum: tuple[Component, ...] = ()
    maximum: tuple[Component, ...] = ()

    def __str__(self) -> str:
        return self.text

    @property
    def parts(self) -> tuple[Component, ...]:
        """Every component, bounds included."""
        return self.components + self.minimum + self.maximum


class ExpressionRefused(ValueError):  # noqa: N818 - it is the text that is refused
    """A text that is not a rate."""


_FORM = "such as 'FREE', '6.5 %', '30 XFC / 100 KGM', '12 % + 2 XFC / LTR MIN 5 XFC / NAR'"

_SHARE = re.compile(r"([0-9]+(?:\.[0-9]+)?) ?%")
_AMOUNT = re.compile(r"([0-9]+(?:\.[0-9]+)?) ([A-Z]{3}) / (?:([0-9]+) )?([A-Z0-9]{2,3})")


def parse(text: str, *, currency: str) -> Expression:
    """The rate that a text says; ExpressionRefused where it says none in that currency."""
    written = " ".join(text.split())
    if written == "FREE":
        return Expression("0 %", (Component(Decimal(0)),))
    body, _, ceiling = written.partition(" MAX ")
    main, _, floor = body.partition(" MIN ")
    bounds = [_sum(bound, currency) if bound else () for bound in (floor, ceiling)]
    return Expression(written, _sum(main, currency), *bounds)


def _sum(text: str, currency: str) -> tuple[Component, ...]:
    """The components of ``A + B - C``."""
    signed = re.split(r" ([+-]) ", text)
    signs = ["+", *signed[1::2]]
    return tuple(
        _component(part, currency, sign=-1 if sign == "-" else 1)
        for sign, part in zip(signs, signed[::2], strict=True)
    )


def _component(text: str, currency: str, *, sign: int) -> Component:
    share = _SHARE.fullmatch(text)
    if share is not None:
        return Component(sign * Decimal(share[1]) / 100)
    amount = _AMOUNT.fullmatch(text)
    if amount is None or amount[2] != currency or amount[3] == "0":
        raise ExpressionRefused(f"found {text!r}, expected a rate in {currency} {_FORM}")
    return Component(sign * Decimal(amount[1]), Decimal(amount[3] or 1), amount[4])
