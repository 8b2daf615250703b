"""Where the XML says in a list of coded parts what an item says in fields: its codes, its origins.

Each pair of functions is inverse: what ``unfold`` writes, ``fold`` reads back.
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from fondaco.declaration.document import AdditionalCode, GoodsItem, OriginClaim, ProcedureCodes

TARIFF, SUBHEADING_OF_TARIFF = "TSP", "TRC"
"""Kinds of classification (EDIFACT 7143): the eight digits, and the two that TARIC adds."""

NON_PREFERENTIAL, PREFERENTIAL = "1", "2"
"""Kinds of country of origin."""


class Classification(msgspec.Struct, frozen=True, kw_only=True):
    """One classification of the goods, by a code of a kind."""

    identifier: str | None = None
    kind: str | None = None


class Substance(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of the UN's list of dangerous goods."""

    number: str | None = None


def classified(parts: Iterable[msgspec.Struct]) -> Mapping[str, object]:
    """The commodity code and the additional codes that a list of classifications says.

    >>> classified([Classification(identifier="01012100", kind="TSP"),
    ...             Classification(identifier="90", kind="TRC")])
    {'commodity_code': '0101210090', 'additional_codes': ()}
    """
    rest = [part for part in parts if isinstance(part, Classification)]
    tariff = _taken(rest, TARIFF)
    if tariff is not None and len(tariff) == 8:
        tariff += _taken(rest, SUBHEADING_OF_TARIFF, length=2) or ""
    codes = tuple(AdditionalCode(code=each.identifier or "", kind=each.kind or "") for each in rest)
    return {"commodity_code": tariff, "additional_codes": codes}


def classifications(item: msgspec.Struct) -> Iterator[Classification]:
    """The classifications that say an item's commodity code and additional codes."""
    assert isinstance(item, GoodsItem)
    code = item.commodity_code
    if code is not None and len(code) == 10:
        yield Classification(identifier=code[:8], kind=TARIFF)
        yield Classification(identifier=code[8:], kind=SUBHEADING_OF_TARIFF)
    elif code is not None:
        yield Classification(identifier=code, kind=TARIFF)
    for each in item.additional_codes:
        yield Classification(identifier=each.code or None, kind=each.kind or None)


def _taken(rest: list[Classification], kind: str, *, length: int | None = None) -> str | None:
    """The first code of a kind, taken out of the list; None where it has another length."""
    for place, each in enumerate(rest):
        if each.kind == kind:
            if each.identifier is None or len(each.identifier) != (length or len(each.identifier)):
                return None
            return rest.pop(place).identifier
    return None


def proceeded(parts: Iterable[msgspec.Struct]) -> Mapping[str, object]:
    """The procedure, the additional procedures and other procedure codes of an item.

    >>> said = proceeded([ProcedureCodes(current="40", previous="00"),
    ...                   ProcedureCodes(current="000")])
    >>> said["procedure"], said["additional_procedures"]
    ('4000', ('000',))
    """
    procedure, additional, others = None, [], []
    for part in parts:
        assert isinstance(part, ProcedureCodes)
        current, previous = part.current or "", part.previous or ""
        if procedure is None and len(current) == len(previous) == 2:
            procedure = current + previous
        elif current and not previous:
            additional.append(current)
        else:
            others.append(part)
    return {
        "procedure": procedure,
        "additional_procedures": tuple(additional),
        "other_procedures": tuple(others),
    }


def procedures(item: msgspec.Struct) -> Iterator[ProcedureCodes]:
    """The procedure codes that say an item's procedure and additional procedures."""
    assert isinstance(item, GoodsItem)
    if item.procedure is not None:
        yield ProcedureCodes(current=item.procedure[:2], previous=item.procedure[2:])
    for code in item.additional_procedures:
        yield ProcedureCodes(current=code)
    yield from item.other_procedures


def originating(parts: Iterable[msgspec.Struct]) -> Mapping[str, object]:
    """The origin, the preferential origin and other claims of origin of an item.

    >>> originating([OriginClaim(country="NO", kind="1")])["origin"]
    'NO'
    """
    origins: dict[str, str] = {}
    others = []
    for part in parts:
        assert isinstance(part, OriginClaim)
        plain = part.country is not None and part.region is None
        if plain and part.kind in (NON_PREFERENTIAL, PREFERENTIAL) and part.kind not in origins:
            origins[part.kind] = str(part.country)
        else:
            others.append(part)
    return {
        "origin": origins.get(NON_PREFERENTIAL),
        "preferential_origin": origins.get(PREFERENTIAL),
        "other_origins": tuple(others),
    }


def origins(item: msgspec.Struct) -> Iterator[OriginClaim]:
    """The claims that say an item's origin and preferential origin."""
    assert isinstance(item, GoodsItem)
    if item.origin is not None:
        yield OriginClaim(country=item.origin, kind=NON_PREFERENTIAL)
    if item.preferential_origin is not None:
        yield OriginClaim(country=item.preferential_origin, kind=PREFERENTIAL)
    yield from item.other_origins


def dangerous(parts: Iterable[msgspec.Struct]) -> Mapping[str, object]:
    """The UN numbers of an item's dangerous goods."""
    return {"dangerous_goods": tuple(part.number for part in parts if isinstance(part, Substance))}


def substances(item: msgspec.Struct) -> Iterator[Substance]:
    """The entries that say an item's dangerous goods."""
    assert isinstance(item, GoodsItem)
    return (Substance(number=number) for number in item.dangerous_goods)
