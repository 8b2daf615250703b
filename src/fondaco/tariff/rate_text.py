"""A rate in words, as the tariff page shows it.

>>> from fondaco.tariff.duty_expression import parse
>>> rate = parse("12 % + 30.00 XFC / 100 KGM MAX 25 %", currency="XFC")
>>> in_words(rate, language="en", currency="XFC", units={"KGM": Wording("kilogram", "kilogramme")})
'12 % + 30.00 XFC per 100 kilogram, not more than 25 %'
"""

from collections.abc import Mapping

from fondaco.legal.numbers import number
from fondaco.legal.wording import Wording
from fondaco.tariff.duty_expression import Component, Expression

_FREE = Wording("free", "exempt")
_MINIMUM = Wording("not less than", "au minimum")
_MAXIMUM = Wording("not more than", "au maximum")
_PER = Wording("per", "par")


def in_words(
    rate: Expression, *, language: str, currency: str, units: Mapping[str, Wording]
) -> str:
    """The whole rate: its parts with their signs, then its bounds."""
    if not rate.minimum and all(not part.rate for part in rate.components):
        return _FREE.said(language)
    said = [_sum(rate.components, language, currency, units)]
    for words, bound in ((_MINIMUM, rate.minimum), (_MAXIMUM, rate.maximum)):
        if bound:
            said.append(f"{words.said(language)} {_sum(bound, language, currency, units)}")
    return ", ".join(said)


def _sum(
    parts: tuple[Component, ...], language: str, currency: str, units: Mapping[str, Wording]
) -> str:
    first, *others = (_part(part, language, currency, units) for part in parts)
    signs = ("-" if part.rate < 0 else "+" for part in parts[1:])
    return " ".join([first, *(f"{sign} {text}" for sign, text in zip(signs, others, strict=True))])


def _part(part: Component, language: str, currency: str, units: Mapping[str, Wording]) -> str:
    if part.per is None:
        return f"{number(abs(part.rate) * 100, language, least=0)} %"
    unit = units.get(part.unit or "", Wording(part.unit or "")).said(language)
    count = "" if part.per == 1 else f"{number(part.per, language, least=0)} "
    return f"{number(abs(part.rate), language)} {currency} {_PER.said(language)} {count}{unit}"
