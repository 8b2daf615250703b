"""How a consignment comes: mode, office, ship or lorry, containers, papers of carriage, terms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from math import ceil
from random import Random

import msgspec

from customhouse.demonstration import identifiers
from customhouse.demonstration.chance import happens, lognormal, rounded, weighted
from customhouse.demonstration.countries import AIR, POST, RAIL, ROAD, SEA, Country
from customhouse.demonstration.lines import Line, item_total
from customhouse.demonstration.values import Carrier, Nation, Supplier
from fondaco.declaration.document import Equipment, Seal, TransportMeans

_BOX_LOAD, _MOST_BOXES = 21_000, 8
_CONTAINERS, _BULK, _FERRY = "XF000101", "XF000102", "XF000201"
_BORDERS, _AIRPORT, _RAILHEAD, _MAIL = ("XF000401", "XF000402"), "XF000301", "XF000501", "XF000601"
_OVERSEAS = frozenset({"GB", "IE", "IS", "NO", "MA", "TN", "GR"})
LOCATIONS = {
    "XF000101": ("XFPFO01", "XFPFO02", "XFPFO03"),
    "XF000102": ("XFPFO11", "XFPFO12"),
    "XF000201": ("XFSZA01", "XFSZA02"),
    "XF000301": ("XFRIA01", "XFRIA02"),
    "XF000401": ("XFPAL01",),
    "XF000402": ("XFVCH01",),
    "XF000501": ("XFTRO01", "XFTRO02"),
    "XF000601": ("XFMAI01",),
}
"""The offices of the demonstration country and the places that each looks after."""
_TOWNS = {
    "XF000101": "Porto Fondaco", "XF000102": "Porto Fondaco", "XF000201": "San Zaccaria",
    "XF000301": "Rialto", "XF000401": "Ponte Alto", "XF000402": "Valle Chiara",
    "XF000501": "Tronchetto", "XF000601": "Malcanton",
}  # fmt: skip
_TERMS = {
    SEA: {"FOB": 42, "CIF": 24, "CFR": 10, "FCA": 10, "EXW": 6, "CIP": 3, "DAP": 5},
    RAIL: {"FCA": 35, "CPT": 20, "CIP": 15, "DAP": 30},
    ROAD: {"DAP": 34, "FCA": 24, "EXW": 16, "CPT": 12, "CIP": 8, "DDP": 3, "DPU": 3},
    AIR: {"FCA": 40, "CPT": 18, "CIP": 18, "DAP": 14, "EXW": 10},
    POST: {"DAP": 60, "CPT": 25, "EXW": 15},
}
_TO_DESTINATION = frozenset({"CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP"})
_WITHOUT_FREIGHT = frozenset({"EXW", "FCA", "FOB"})
_WITHOUT_INSURANCE = _WITHOUT_FREIGHT | {"CFR", "CPT"}
_WAYBILLS = {SEA: "705", RAIL: "720", ROAD: "730", AIR: "740", POST: "750"}
_FREIGHT_BY_KILOGRAM = {SEA: 0.35, RAIL: 0.6, ROAD: 0.55, AIR: 9.0, POST: 22.0}


class Journey(msgspec.Struct, frozen=True, kw_only=True):
    """How the goods of one consignment come."""

    mode: str
    office: str
    location: str
    carrier: Carrier
    border: TransportMeans
    arrival: TransportMeans
    boxes: tuple[Equipment, ...]
    route: tuple[str, ...]
    term: str
    named_place: str
    charges: dict[str, Decimal]
    """By kind, in the currency of the invoice."""
    waybill: tuple[str, str, str]
    waits: timedelta
    """From a lodgement before arrival until the goods are there."""


def drawn(
    dice: Random,
    nation: Nation,
    lines: Sequence[Line],
    *,
    supplier: Supplier,
    country: Country,
    at: datetime,
) -> Journey:
    """Draw how these goods come from that country."""
    mode = _mode(dice, lines, country)
    office = _office(dice, mode, lines, country)
    carrier = dice.choice([each for each in nation.carriers if each.mode == mode])
    term = weighted(dice, _TERMS[mode])
    border, arrival = _means(dice, nation, mode, carrier)
    gross = float(sum(line.gross_mass for line in lines))
    abroad = supplier.address.city or supplier.place
    return Journey(
        mode=mode,
        office=office,
        location=dice.choice(LOCATIONS[office]),
        carrier=carrier,
        border=border,
        arrival=arrival,
        boxes=_boxes(dice, mode, gross) if not lines[0].good.is_bulk else (),
        route=_route(dice, mode, country),
        term=term,
        named_place=_TOWNS[office] if term in _TO_DESTINATION else abroad,
        charges=_charges(dice, mode, term, gross, item_total(lines), country),
        waybill=("N", _WAYBILLS[mode], _waybill(dice, mode)),
        waits=timedelta(minutes=int(lognormal(dice, median=_WAITS[mode], spread=0.8))),
    )


_WAITS = {SEA: 1500, RAIL: 900, ROAD: 200, AIR: 260, POST: 600}
"""Minutes."""


def _mode(dice: Random, lines: Sequence[Line], country: Country) -> str:
    if lines[0].good.is_bulk:
        return SEA
    mass = float(sum(line.net_mass for line in lines))
    dearness = float(item_total(lines)) * country.rate / mass
    if mass < 40 and happens(dice, 0.3):
        return POST
    weights = dict(country.modes)
    if mass > 6000 or dearness < 15:
        weights.pop(AIR, None)
    elif dearness > 60:
        weights[AIR] = weights.get(AIR, 1) * min(dearness / 60, 12)
    return weighted(dice, weights or {SEA: 1})


def _office(dice: Random, mode: str, lines: Sequence[Line], country: Country) -> str:
    if mode == SEA:
        if lines[0].good.is_bulk:
            return _BULK
        return _FERRY if country.code in _OVERSEAS and happens(dice, 0.5) else _CONTAINERS
    if mode == ROAD:
        return _FERRY if country.code in _OVERSEAS else dice.choice(_BORDERS)
    return {RAIL: _RAILHEAD, AIR: _AIRPORT, POST: _MAIL}[mode]


def _means(
    dice: Random, nation: Nation, mode: str, carrier: Carrier
) -> tuple[TransportMeans, TransportMeans]:
    """Return what crosses the border and what arrives: the same thing, told of twice."""
    identifier, kind, flag = _vehicle(dice, nation, mode, carrier)
    border = TransportMeans(
        mode=mode,
        identifier=identifier if mode != POST else None,
        identifier_kind=kind if mode != POST else None,
        nationality=flag if mode not in (RAIL, POST) else None,
    )
    return border, TransportMeans(identifier=identifier, identifier_kind=kind)


def _vehicle(dice: Random, nation: Nation, mode: str, carrier: Carrier) -> tuple[str, str, str]:
    if mode == SEA:
        ship = dice.choice(nation.ships)
        return ship.number, "10", ship.flag
    if mode == AIR:
        return identifiers.flight(dice, airline=carrier.mark), "40", carrier.country
    if mode == RAIL:
        return identifiers.wagon(dice), "20", carrier.country
    return identifiers.lorry(dice, country=carrier.country), "30", carrier.country


def _boxes(dice: Random, mode: str, gross: float) -> tuple[Equipment, ...]:
    if mode not in (SEA, RAIL):
        return ()
    count = min(_MOST_BOXES, max(1, ceil(gross / _BOX_LOAD)))
    numbers: dict[str, None] = {}
    while len(numbers) < count:
        numbers[identifiers.box(dice)] = None
    return tuple(
        Equipment(
            number=place,
            identifier=number,
            seals=(Seal(number=1, identifier=f"FS{dice.randrange(10**7):07}"),),
        )
        for place, number in enumerate(numbers, 1)
    )


def _route(dice: Random, mode: str, country: Country) -> tuple[str, ...]:
    via: tuple[str, ...] = ()
    if mode == SEA and country.hours > 300 and happens(dice, 0.5):
        via = (dice.choice(("SG", "AE", "EG", "MT", "GR")),)
    elif mode == ROAD and country.hours > 18:
        via = (dice.choice(("AT", "IT", "SI")),)
    return tuple(dict.fromkeys((country.code, *via, "XF")))


def _charges(
    dice: Random, mode: str, term: str, gross: float, value: Decimal, country: Country
) -> dict[str, Decimal]:
    """Return what law adds to the price where the term leaves it out: freight, insurance."""
    charges: dict[str, Decimal] = {}
    if term in _WITHOUT_FREIGHT:
        rate = _FREIGHT_BY_KILOGRAM[mode] * (0.6 + country.hours / 800)
        freight = lognormal(dice, median=rate * gross + 120, spread=0.2) / country.rate
        charges["AK"] = rounded(freight, places=2)
    if term in _WITHOUT_INSURANCE:
        insurance = float(value) * (0.002 + 0.003 * dice.random()) + 5
        charges["AM"] = rounded(insurance, places=2)
    return charges


def _waybill(dice: Random, mode: str) -> str:
    return identifiers.waybill(dice) if mode == AIR else identifiers.lading(dice)
