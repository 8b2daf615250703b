"""A line of a bill in words: basis, rate, amount and law, in English or French.

>>> explain(_LINE, language="en", law=_LAW)
'Import duty: 12,999.99 XFC at 6.5 % = 845.00 XFC (Customs Tariff Order 2026, sch. 1)'
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Protocol

from fondaco.assessment.statement import ONE, Line
from fondaco.legal.citation import Citation
from fondaco.legal.numbers import number
from fondaco.legal.wording import Wording

_NO_BREAK = "\u00a0"


class Words(Protocol):
    """What the explanation needs of the law: its currency, and what things are called."""

    @property
    def currency(self) -> str: ...
    @property
    def acts(self) -> Mapping[str, Wording]: ...
    @property
    def charge_names(self) -> Mapping[str, Wording]: ...
    @property
    def unit_names(self) -> Mapping[str, Wording]: ...


def explain(line: Line, *, language: str, law: Words) -> str:
    """The line in one sentence: what is due, on what, at which rate, and by which law."""
    name = law.charge_names.get(line.charge, Wording(line.charge)).said(language)
    colon = f"{_NO_BREAK}:" if language == "fr" else ":"
    parts = [f"{name}{colon} {_reckoning(line, language, law)}"]
    if line.bound is not None:
        parts.append(f", {_BOUNDS[line.bound].said(language)}")
    if line.relief is not None and line.relieved is not None:
        forgiven = f"{number(line.relieved, language)} {law.currency}"
        words = _RELIEVED.said(language)
        relief = _RELIEFS.get(line.relief, Wording(line.relief)).said(language)
        parts.append(words.format(amount=forgiven, relief=relief))
    return f"{''.join(parts)} ({cited(line.citation, language=language, acts=law.acts)})"


def cited(citation: Citation, *, language: str, acts: Mapping[str, Wording]) -> str:
    """Where the law says so, with the act's title in the language."""
    act = acts.get(citation.act, Wording(citation.act)).said(language)
    article = citation.article
    if language == "fr":
        for english, french in _ARTICLES:
            article = article.replace(english, french)
    return f"{act}, {article}"


def _reckoning(line: Line, language: str, law: Words) -> str:
    """Basis, rate and amount; a charge that is due once has no more to say than its amount."""
    if line.unit == ONE and line.basis == 1:
        return _money(line, language, law)
    return f"{formula(line, language=language, law=law)} = {_money(line, language, law)}"


def formula(line: Line, *, language: str, law: Words) -> str:
    """How the amount was worked out, without name, result and law: `200.00 XFC at 6.5 %`."""
    at = "à" if language == "fr" else "at"
    if line.per is None:
        percent = number(line.rate * 100, language, least=0)
        basis = f"{number(line.basis, language)} {line.unit}"
        return f"{basis} {at} {percent}{_NO_BREAK if language == 'fr' else ' '}%"
    unit = law.unit_names.get(line.unit, Wording(line.unit)).said(language)
    count = "" if line.per == 1 else f"{number(line.per, language, least=0)} "
    each = "par" if language == "fr" else "per"
    rate = f"{number(line.rate, language)} {law.currency}"
    return f"{number(line.basis, language, least=0)} {unit} {at} {rate} {each} {count}{unit}"


def _money(line: Line, language: str, law: Words) -> str:
    return f"{number(line.amount, language)} {law.currency}"


_BOUNDS = {
    "minimum": Wording("the least that law allows", "le minimum légal"),
    "maximum": Wording("the most that law allows", "le maximum légal"),
}
_RELIEVED = Wording(", {amount} forgiven: {relief}", ", {amount} exonérés : {relief}")
_RELIEFS = {"small consignment": Wording("small consignment", "petit envoi")}
_ARTICLES = (
    ("sch. ", "annexe "),
    ("s. ", "art. "),
    ("notice ", "avis "),
    ("line ", "ligne "),
)


class _Example:
    """A law of one charge, for the example above."""

    currency = "XFC"
    acts: Mapping[str, Wording] = {}
    charge_names: Mapping[str, Wording] = {"A00": Wording("Import duty", "Droit d'entrée")}
    unit_names: Mapping[str, Wording] = {}


_LAW = _Example()
_LINE = Line(
    1,
    "A00",
    "A00 39",
    Decimal("12999.99"),
    "XFC",
    Decimal("0.065"),
    Decimal("845.00"),
    Citation("Customs Tariff Order 2026", "sch. 1"),
)
