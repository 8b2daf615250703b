"""What the building knows of the parties decides whether they may declare."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from fondaco.clearance.cross_checks import CROSS_RULES, findings, identifiers_in
from fondaco.clearance.facts import Facts, Unknown
from fondaco.declaration.document import AuthorisationHolder, Document
from fondaco.declaration.rules.texts import describe
from fondaco.legal.citation import Citation
from fondaco.parties.mandate import Mandate, Representation
from fondaco.parties.trader import Authorisation, Standing, Trader
from fondaco.units.period import Period

ON = date(2026, 11, 21)
IMPORTER, BROKER = "XF100000016", "XF200000021"
DOCUMENT = msgspec.json.decode(
    (Path(__file__).parents[3] / "cases/five-items.json").read_bytes(), type=Document
)
IN_FORCE = {rule.number: Citation("Customs Act 2025", "s. 20") for rule in CROSS_RULES}
ALWAYS = Period(date(2026, 1, 1))


def trader(identifier, *, standing=Standing.ACTIVE, deferment=None):
    held = (Authorisation("DPO", "XFDPO1", deferment),) if deferment else ()
    return Trader(identifier, "A trader", standing, date(2020, 1, 1), held)


def mandate(**changes):
    return msgspec.structs.replace(
        Mandate(IMPORTER, BROKER, Representation.DIRECT, ALWAYS), **changes
    )


FACTS = Facts(
    lodged_on=ON,
    sender=BROKER,
    traders=(trader(IMPORTER, deferment=ALWAYS), trader(BROKER)),
    mandates=(mandate(),),
)


def broken(facts, document=DOCUMENT, *, on=ON):
    return [each.rule for each in findings(document, facts, on=on, in_force=IN_FORCE)]


def with_facts(**changes):
    return msgspec.structs.replace(FACTS, **changes)


def test_parties_in_good_standing_break_nothing():
    assert broken(FACTS) == []


CASES = [
    ("an importer nobody registered", {"traders": (trader(BROKER),)}, ["CC01", "CC03", "CC08"]),
    (
        "a suspended importer",
        {
            "traders": (
                trader(IMPORTER, standing=Standing.SUSPENDED, deferment=ALWAYS),
                trader(BROKER),
            )
        },
        ["CC02"],
    ),
    (
        "a broker nobody registered",
        {"traders": (trader(IMPORTER, deferment=ALWAYS),)},
        ["CC05"],
    ),
    (
        "a closed broker",
        {
            "traders": (
                trader(IMPORTER, deferment=ALWAYS),
                trader(BROKER, standing=Standing.CLOSED),
            )
        },
        ["CC06"],
    ),
    ("no mandate", {"mandates": ()}, ["CC07"]),
    (
        "a mandate to act in one's own name",
        {"mandates": (mandate(representation=Representation.INDIRECT),)},
        ["CC07"],
    ),
    (
        "a mandate that has run out",
        {"mandates": (mandate(valid=Period(date(2026, 1, 1), ON)),)},
        ["CC07"],
    ),
    ("another importer's mandate", {"mandates": (mandate(principal="XF3"),)}, ["CC07"]),
    (
        "a deferment that nobody gave",
        {"traders": (trader(IMPORTER), trader(BROKER))},
        ["CC08"],
    ),
    (
        "a deferment from tomorrow",
        {
            "traders": (
                trader(IMPORTER, deferment=Period(date(2026, 11, 22))),
                trader(BROKER),
            )
        },
        ["CC08"],
    ),
    ("a stranger who sends", {"sender": "XF300000032"}, ["CC09"]),
    ("the declarant who sends", {"sender": IMPORTER}, []),
    ("a sender who is not known", {"sender": None}, []),
]


@pytest.mark.parametrize(("name", "changes", "expected"), CASES, ids=[case[0] for case in CASES])
def test_what_the_building_knows(name, changes, expected):
    assert broken(with_facts(**changes)) == expected


def test_a_declarant_other_than_the_importer_is_looked_up_too():
    declarant = msgspec.structs.replace(DOCUMENT.declarant, identifier="XF300000032")
    document = msgspec.structs.replace(DOCUMENT, declarant=declarant)
    closed = trader("XF300000032", standing=Standing.CLOSED)

    assert broken(FACTS, document) == ["CC03"]
    assert broken(with_facts(traders=(*FACTS.traders, closed)), document) == ["CC04"]


def test_every_cross_check_has_a_case_that_breaks_it():
    tried = {number for _, _, expected in CASES for number in expected} | {"CC03", "CC04"}

    assert {rule.number for rule in CROSS_RULES} == tried


def test_what_was_not_looked_up_is_not_judged():
    assert broken(Facts.offline(ON)) == []
    assert broken(with_facts(traders=(), mandates=(), unknown=(Unknown.REGISTER,))) == ["CC07"]
    assert broken(with_facts(mandates=(), unknown=(Unknown.MANDATES,))) == []


def test_rules_that_are_not_in_force_are_not_broken():
    nobody = with_facts(traders=(), mandates=())
    only = {"CC05": IN_FORCE["CC05"]}

    assert list(findings(DOCUMENT, nobody, on=ON, in_force={})) == []
    assert [each.rule for each in findings(DOCUMENT, nobody, on=ON, in_force=only)] == ["CC05"]


def test_a_finding_names_the_place_and_says_what_to_do():
    (found,) = findings(DOCUMENT, with_facts(mandates=()), on=ON, in_force=IN_FORCE)

    assert (found.path, found.pointer) == ("representative.identifier", "42A/05A/R004")
    assert describe(found, "en").message == (
        f"{BROKER} holds no mandate of {IMPORTER} that covers this on 2026-11-21."
    )


def test_the_register_is_asked_for_every_party_once():
    holder = AuthorisationHolder(identifier="XF300000032", category="DPO")
    document = msgspec.structs.replace(
        DOCUMENT, authorisation_holders=(*DOCUMENT.authorisation_holders, holder)
    )

    assert identifiers_in(document) == (IMPORTER, BROKER, "XF300000032")
    assert identifiers_in(Document()) == ()
