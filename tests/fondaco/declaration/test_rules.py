"""Every case in cases/rules comes out as it says; every rule has its cases, words and law."""

import copy
import json
import re
import string
import tomllib
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from fondaco.clearance import cross_checks
from fondaco.clearance.cross_checks import CROSS_RULES
from fondaco.clearance.facts import Facts
from fondaco.clearance.rulebook import Law
from fondaco.command.law_bundle import build
from fondaco.declaration.document import Document
from fondaco.declaration.elements import join, path_of, pointer_of
from fondaco.declaration.requirements import TABLE, Presence
from fondaco.declaration.rules import REQUEST_RULES, RULES, Case, findings
from fondaco.declaration.rules.texts import LANGUAGES, TEXTS, describe
from fondaco.declaration.structure import fields_of, parts_within
from fondaco.legal.citation import Citation
from fondaco.legal.finding import Finding

CASES_FOLDER = Path(__file__).parents[3] / "cases"
CASES = [
    case
    for path in sorted((CASES_FOLDER / "rules").glob("*.toml"))
    for case in tomllib.loads(path.read_text(), parse_float=Decimal)["case"]
]
EVERY_RULE = [*RULES, *REQUEST_RULES]
ON = date(2026, 11, 21)


def base_of(case):
    name = case.get("base", "five-items")
    if name == "empty":
        return {"function": "9"}
    return json.loads((CASES_FOLDER / f"{name}.json").read_text(), parse_float=Decimal)


def changed(case):
    body = base_of(case)
    for path, times in case.get("repeat", {}).items():
        holder, name, index = parent_of(body, path)
        holder[name] = [
            {**copy.deepcopy(holder[name][index]), "number": n + 1} for n in range(times)
        ]
    for path, value in case.get("set", {}).items():
        holder, name, index = parent_of(body, path)
        if index is None:
            holder[name] = value
        elif index < len(holder.setdefault(name, [])):
            holder[name][index] = value
        else:
            holder[name].append(value)
    for path in sorted(case.get("remove", ()), reverse=True):
        holder, name, index = parent_of(body, path)
        if index is None:
            holder.pop(name, None)
        else:
            del holder[name][index]
    return msgspec.convert(body, Document)


def parent_of(body, path):
    *way, last = path.split(".")
    for step in way:
        name, index = taken_apart(step)
        body = body.setdefault(name, {}) if index is None else body[name][index]
    return body, *taken_apart(last)


def taken_apart(step):
    found = re.fullmatch(r"(\w+)(?:\[(\d+)\])?", step)
    return found[1], int(found[2]) if found[2] else None


def judge(document, law, *, on):
    day = law.on(on)
    return findings(document, Case(document, on, day.code_books), rules=day.rules)


def test_the_declaration_that_the_cases_change_keeps_every_rule(kept, law):
    assert judge(kept, law, on=ON) == ()


def test_the_request_that_the_cases_change_keeps_every_rule(amendment, law):
    assert judge(amendment, law, on=ON) == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['rule']}: {case['name']}")
def test_case(case, law):
    document = changed(case)

    found = judge(document, law, on=case.get("on", ON))

    assert sorted({each.rule for each in found}) == case["breaks"]
    for each in found:
        assert pointer_of(each.path) == each.pointer
        assert path_of(each.pointer) is not None
        for language in LANGUAGES:
            words = describe(each, language)
            assert "{" not in words.message + words.expected + words.mend


@pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: rule.number)
def test_every_rule_has_a_case_that_breaks_it_and_one_that_keeps_it(rule):
    about = [case for case in CASES if case["rule"] == rule.number]

    assert any(rule.number in case["breaks"] for case in about)
    assert any(rule.number not in case["breaks"] for case in about)


def test_every_case_is_about_a_rule_or_a_requirement():
    numbers = {rule.number for rule in EVERY_RULE} | {row.number for row in TABLE}

    assert {case["rule"] for case in CASES} <= numbers


def test_no_two_cases_have_the_same_name_for_the_same_rule():
    names = [(case["rule"], case["name"]) for case in CASES]

    assert len(set(names)) == len(names)


@pytest.mark.parametrize("rule", [*EVERY_RULE, *CROSS_RULES], ids=lambda rule: rule.number)
def test_every_rule_has_words_in_both_languages(rule):
    words = TEXTS[rule.number]

    assert rule.text.endswith(".")
    for said in (words.en, words.fr):
        assert said.message.endswith(".") and said.expected.endswith(".")
        assert said.mend.endswith(".")
    assert words.en != words.fr
    assert names_in(words.en.message) == names_in(words.fr.message)


def test_no_words_are_left_over():
    spoken = {rule.number for rule in (*EVERY_RULE, *CROSS_RULES)} | {"RD01"}

    assert set(TEXTS) == spoken


def names_in(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: rule.number)
def test_the_element_of_every_rule_is_catalogued_wherever_its_subject_stands(rule):
    for path in places_of(rule.subject):
        pointer_of(join(path, rule.element))


def places_of(kind, part=Document, path=""):
    if kind is part:
        yield path
    for field in fields_of(part):
        if field.is_composite:
            here = join(path, field.name) + ("[0]" if field.is_many else "")
            yield from places_of(kind, field.kind, here)


def test_every_subject_of_a_rule_is_a_part_of_a_declaration():
    assert {rule.subject for rule in EVERY_RULE} <= set(parts_within(Document))


REQUIRED = [row for row in TABLE if row.full is Presence.REQUIRED]


def required_places(row, document):
    return [
        path
        for path, part in parts_at(row.part, document)
        if "." not in row.element or getattr(part, row.element.split(".")[0]) is not None
    ]


def parts_at(kind, part, path=""):
    if isinstance(part, kind):
        yield path, part
    for field in fields_of(type(part)):
        held = getattr(part, field.name)
        if field.is_composite:
            for index, each in enumerate(held if field.is_many else (held,)):
                if each is not None:
                    here = join(path, field.name)
                    yield from parts_at(kind, each, f"{here}[{index}]" if field.is_many else here)


@pytest.mark.parametrize("row", REQUIRED, ids=lambda row: row.number)
def test_a_required_element_left_out_is_found(row, kept, law):
    places = required_places(row, kept)
    if not places:
        kept, places = with_part(kept, row.part), [PLACES_OF_OTHERS[row.part.__name__]]
    path = join(places[0], row.element)
    body = json.loads(msgspec.json.encode(kept))
    holder, name, _ = parent_of(body, path)
    holder.pop(name, None)

    found = judge(msgspec.convert(body, Document, strict=False), law, on=ON)

    assert (row.number, path, "missing") in [(each.rule, each.path, each.found) for each in found]


PLACES_OF_OTHERS = {
    "Guarantee": "guarantees[0]",
    "RoleParty": "shipment.tax_parties[0]",
}


def with_part(document, kind):
    path = PLACES_OF_OTHERS[kind.__name__]
    body = json.loads(msgspec.json.encode(document))
    holder, name, _ = parent_of(body, path)
    holder[name] = [
        {"kind": "1", "identifier": "G"}
        if name == "guarantees"
        else {"identifier": "XF100000016", "role": "FR1"}
    ]
    return msgspec.convert(body, Document, strict=False)


def test_every_requirement_is_about_an_element():
    for row in TABLE:
        for path in places_of(row.part):
            pointer_of(join(path, row.element))


def test_requirement_numbers_do_not_repeat():
    numbers = [row.number for row in TABLE] + [rule.number for rule in EVERY_RULE]

    assert len(set(numbers)) == len(numbers)


def test_the_words_of_a_requirement_name_the_element():
    row = next(row for row in TABLE if row.element == "net_mass")
    finding = Finding(
        rule=row.number,
        path="shipment.items[2].net_mass",
        pointer="42A/67A/68A[3]/23A/65A/128",
        citation=Citation("Act", "s. 1"),
        found="missing",
    )

    assert describe(finding, "en").message == "Goods item 3 › Net mass (kg) is missing."
    assert describe(finding, "fr").message == "Article 3 › Masse nette (kg) manque."


def test_an_unknown_rule_has_no_words(kept):
    finding = Finding(
        rule="ZZ99", path="", pointer="42A", citation=Citation("Act", "s. 1"), found=""
    )

    with pytest.raises(LookupError, match="ZZ99"):
        describe(finding, "en")


def test_every_rule_that_is_written_is_in_force_under_an_act_of_the_bundle(law):
    lines = law.rules()

    assert [line.number for line in lines] == [
        *(rule.number for rule in EVERY_RULE),
        *(row.number for row in TABLE),
        *(rule.number for rule in CROSS_RULES),
    ]
    assert {line.citation.act for line in lines} <= set(law.acts)


def test_a_rule_is_silent_on_the_day_before_it_begins(kept, law):
    (line,) = (line for line in law.rules() if line.number == "GI05")
    vague = with_description(kept, "parts")

    before, after = (judge(vague, law, on=line.since - timedelta(days=n)) for n in (1, 0))

    assert "GI05" not in {each.rule for each in before}
    assert "GI05" in {each.rule for each in after}


def test_a_rule_and_a_requirement_end_on_their_day(kept):
    ends = date(2026, 11, 22)
    law = law_with_rules(lambda line: line.replace(",2025-10-01,,", f",2025-10-01,{ends},"))
    bare = msgspec.structs.replace(kept, office=None, item_count=4)

    before, after = (judge(bare, law, on=day) for day in (ends - timedelta(days=1), ends))

    assert {"RQ04", "DE11"} <= {each.rule for each in before}
    assert after == ()


def test_a_finding_cites_the_act_that_puts_the_rule_in_force(kept):
    law = law_with_rules(lambda line: line.replace('Order 2025, art. 6(3)"', 'Order 2025, art. 9"'))

    (found,) = judge(with_description(kept, "parts"), law, on=ON)

    assert str(found.citation) == "Customs Procedures Order 2025, art. 9"


def test_a_law_without_lines_has_no_rules(kept):
    law = law_with_rules(lambda line: "")

    assert judge(msgspec.structs.replace(kept, office=None), law, on=ON) == ()
    in_force = law.on(ON).rules.citations
    assert list(cross_checks.findings(kept, NOBODY, on=ON, in_force=in_force)) == []


NOBODY = Facts(lodged_on=ON)


def with_description(document, text):
    body = json.loads(msgspec.json.encode(document))
    body["shipment"]["items"][0]["description"] = text
    return msgspec.convert(body, Document, strict=False)


def law_with_rules(change):
    """The demonstration law, with every line of its rules changed."""
    files = dict(build(CASES_FOLDER.parent / "law/demonstration"))
    head, *lines = files["rules.csv"].decode().splitlines()
    files["rules.csv"] = "\n".join([head, *map(change, lines)]).encode()
    return Law.load(files)
