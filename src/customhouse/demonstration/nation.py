"""The seeded nation: about four hundred traders, forty brokers, and those they deal with abroad."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from customhouse.demonstration import habits, names
from customhouse.demonstration.chance import happens, lognormal, stream, taken, weighted
from customhouse.demonstration.countries import AIR, POST, RAIL, ROAD, SEA, countries
from customhouse.demonstration.goods import sectors
from customhouse.demonstration.identifiers import ship
from customhouse.demonstration.values import (
    Broker,
    Carrier,
    Nation,
    Ship,
    Source,
    Supplier,
    Trader,
)
from fondaco.declaration.document import Address
from fondaco.identifiers import trader as identifiers

COUNTRY = "XF"
TRADERS, BROKERS = 400, 40
FIRST_TRADER, FIRST_BROKER = 10_000_001, 20_000_001
"""Serial numbers of the register from which the nation's identifiers are made."""
NEWEST = date(2026, 6, 30)
"""The day after which nobody in the nation was registered."""
SUPPLIERS_OF_A_KIND = 4

_WEIGHTS = {
    "food": 15, "drinks": 6, "tobacco": 1.2, "clothing": 14, "footwear": 6, "textiles": 3.5,
    "electronics": 12, "appliances": 5, "machinery": 8, "vehicles": 8, "metals": 5,
    "chemicals": 6, "plastics": 4, "medical": 4, "furniture": 6, "toys": 4, "wood": 3,
    "building": 3, "energy": 1.2, "luxury": 1.6, "flowers": 1.5,
}  # fmt: skip
_FLAGS = ("PA", "LR", "MH", "SG", "MT", "CY", "DK", "HK", "NO")
_AIRLINES = ("XW", "ZQ", "QV", "ZK", "XJ")


def nation(seed: int) -> Nation:
    """Return the nation of a seed: the same seed, the same nation.

    >>> nation(1) == nation(1)
    True
    """
    suppliers, by_kind = _suppliers(stream(seed, "suppliers"))
    brokers = tuple(_brokers(stream(seed, "brokers")))
    carriers = tuple(_carriers(stream(seed, "carriers")))
    traders = habits.with_rings(
        tuple(_traders(stream(seed, "traders"), brokers=brokers, by_kind=by_kind)),
        brokers=brokers,
        dice=stream(seed, "rings"),
    )
    return Nation(
        seed=seed,
        traders=traders,
        brokers=brokers,
        suppliers=suppliers,
        carriers=carriers,
        ships=tuple(_ships(stream(seed, "ships"), carriers)),
    )


def _suppliers(dice: Random) -> tuple[tuple[Supplier, ...], dict[tuple[str, str], list[int]]]:
    """Return the sellers abroad, and their places in the list by sector and country."""
    made: list[Supplier] = []
    by_kind: dict[tuple[str, str], list[int]] = {}
    for sector, traded in sectors().items():
        for origin in dict.fromkeys(code for each in traded for code in each.origins):
            for _ in range(dice.randrange(2, SUPPLIERS_OF_A_KIND + 1)):
                by_kind.setdefault((sector, origin), []).append(len(made))
                made.append(_supplier(dice, origin))
    return tuple(made), by_kind


def _supplier(dice: Random, origin: str) -> Supplier:
    country = countries()[origin]
    city = dice.choice(country.cities)
    name = names.suppliers(dice, city=city.name, form=dice.choice(country.forms))
    address = Address(
        line=f"{names.coined(dice)} {dice.randrange(1, 900)}",
        city=city.name,
        postcode=f"{dice.randrange(10_000, 99_999)}",
        country=origin,
    )
    return Supplier(name[:70], address, city.code, lognormal(dice, median=1, spread=0.12))


def _brokers(dice: Random) -> Iterator[Broker]:
    named = names.without_repeats(names.brokers(dice))
    for serial in range(FIRST_BROKER, FIRST_BROKER + BROKERS):
        address, office = _address(dice)
        identifier = identifiers.form(country=COUNTRY, serial=serial)
        yield Broker(
            identifier=identifier,
            name=next(named),
            address=address,
            telephone=names.telephone(dice),
            registered_on=_registered(dice),
            office=office,
            weight=lognormal(dice, median=1, spread=0.9),
            deferment=f"{COUNTRY}DPO{serial}",
            limit=2_000_000_000_00,
        )


def _traders(
    dice: Random, *, brokers: tuple[Broker, ...], by_kind: dict[tuple[str, str], list[int]]
) -> Iterator[Trader]:
    named = {sector: names.without_repeats(names.firms(dice, sector)) for sector in _WEIGHTS}
    share_of = {each.identifier: each.weight for each in brokers}
    for serial in range(FIRST_TRADER, FIRST_TRADER + TRADERS):
        sector = weighted(dice, _WEIGHTS)
        address, office = _address(dice)
        has_broker, weight = happens(dice, 0.62), lognormal(dice, median=1, spread=1.1)
        is_trusted = weight > 3 and happens(dice, 0.35)
        yield Trader(
            identifier=identifiers.form(country=COUNTRY, serial=serial),
            name=next(named[sector]),
            address=address,
            telephone=names.telephone(dice),
            registered_on=_registered(dice),
            office=office,
            weight=weight,
            deferment=f"{COUNTRY}DPO{serial}" if happens(dice, 0.7) else None,
            limit=int(800_000_000 * (1 + weight)) * 100,
            sector=sector,
            sources=tuple(_sources(dice, sector, by_kind)),
            broker=weighted(dice, share_of) if has_broker else None,
            representation=("2" if happens(dice, 0.8) else "3") if has_broker else None,
            is_trusted=is_trusted,
            habits=habits.drawn(dice, sector=sector, is_trusted=is_trusted),
        )


def _sources(
    dice: Random, sector: str, by_kind: dict[tuple[str, str], list[int]]
) -> Iterator[Source]:
    traded = sectors()[sector]
    origins: dict[str, float] = {}
    for good in traded:
        for origin, weight in good.origins.items():
            origins[origin] = origins.get(origin, 0) + weight
    for _ in range(dice.randrange(2, 6)):
        if not origins:
            return
        origin = weighted(dice, origins)
        del origins[origin]
        sold = [good.code for good in traded if origin in good.origins]
        chosen = tuple(taken(dice, sold, most=dice.randrange(1, 7)))
        yield Source(dice.choice(by_kind[sector, origin]), chosen)


def _carriers(dice: Random) -> Iterator[Carrier]:
    words = {SEA: "Line", ROAD: "Transport", RAIL: "Rail Cargo", AIR: "Air Cargo", POST: "Post"}
    homes = {
        SEA: ("DK", "CH", "DE", "TW", "KR", "SG"),
        ROAD: ("DE", "IT", "AT", "PL", "RO", "TR", "SI", "HU", "CZ", "XF"),
        RAIL: ("AT", "DE", "PL"),
        AIR: ("DE", "AE", "TR", "GB", "ET"),
        POST: ("XF",),
    }
    airlines = iter(_AIRLINES)
    for mode, places in homes.items():
        for home in places:
            yield Carrier(
                identifier=f"{home}{dice.randrange(10**8, 10**9)}" if home != COUNTRY else "",
                name=f"{names.coined(dice)} {words[mode]}",
                country=home,
                mode=mode,
                mark=next(airlines) if mode == AIR else "",
            )


def _ships(dice: Random, carriers: tuple[Carrier, ...]) -> Iterator[Ship]:
    lines = [place for place, each in enumerate(carriers) if each.mode == SEA]
    named = names.without_repeats(names.ships(dice))
    for _ in range(48):
        yield Ship(next(named), ship(dice), dice.choice(_FLAGS), dice.choice(lines))


def _address(dice: Random) -> tuple[Address, str]:
    town = dice.choice(list(names.TOWNS))
    postcode, office = names.TOWNS[town]
    return Address(line=names.street(dice), city=town, postcode=postcode, country=COUNTRY), office


def _registered(dice: Random) -> date:
    return NEWEST - timedelta(days=dice.randrange(200, 4000))
