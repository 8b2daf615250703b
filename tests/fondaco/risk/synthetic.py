"""A bundle of as many profiles as wanted, like those that officers write, for benchmarks."""

from pathlib import Path

import msgspec

from fondaco.risk.bundle import Selectivity, load
from fondaco.risk.expression.checking import check

SELECTIVITY = Path(__file__).parents[3] / "selectivity"

FORMS = (
    "item.commodity.startswith('{heading}') and item.value_per_kilogram < {price}",
    "item.commodity.startswith('{chapter}') and item.origin in {{'X{a}', 'X{b}', 'CN'}}",
    "item.origin == 'X{a}' and item.commodity.startswith(('{heading}', '{chapter}'))"
    " and item.net_mass > {mass}",
    "item.customs_value > {value} and item.preference.startswith('3')"
    " and item.dispatch_country != item.preferential_origin",
    "item.procedure == '40{digits}' and item.commodity.startswith('{heading}')"
    " and not 'C6{digits}' in item.documents",
    "item.net_mass / item.gross_mass < 0.0{digits} and item.gross_mass > {mass}",
    "item.commodity.startswith('{heading}') and contains(lower(item.description), 'lot {digits}')",
    "importer.known_days < {digits} and total_value > {value}",
    "importer.irregularities_365_days > {digits} and declaration.office == 'XF0000{digits}'",
    "dispatch_country == 'X{a}' and any_item(item.commodity.startswith('{heading}'))",
    "item.origin == 'X{b}' and item.valuation_method != '1' and {price} < item.value_per_unit < 9",
    "item.currency == 'X{a}{b}' and item.price > {value}"
    " and item.price == round(item.price / 1000) * 1000",
)


def expressions(count: int) -> list[str]:
    """So many expressions, all different."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return [
        FORMS[number % len(FORMS)].format(
            heading=f"{1 + number % 97:02}{number * 7 % 20 + 1:02}",
            chapter=f"{1 + number * 5 % 97:02}",
            price=f"{number % 9 + 1}.{number % 10}0",
            mass=number * 50 + 100,
            value=number * 1000 + 5000,
            a=letters[number % 26],
            b=letters[number * 3 % 26],
            digits=f"{number + 10}",
        )
        for number in range(count)
    ]


def selectivity(count: int) -> Selectivity:
    """The demonstration bundle with so many synthetic profiles in the place of its own."""
    own = load(demonstration())
    pattern = own.profiles[0]
    made = [
        msgspec.structs.replace(
            pattern, id=f"SYN-{number}", expression=check(text, vocabulary=own.vocabulary), cases=()
        )
        for number, text in enumerate(expressions(count), 1)
    ]
    return own.with_profiles(made)


def demonstration() -> dict[str, bytes]:
    """The files of the demonstration country's bundle."""
    return {
        path.relative_to(SELECTIVITY).as_posix(): path.read_bytes()
        for path in sorted(SELECTIVITY.rglob("*.toml"))
    }
