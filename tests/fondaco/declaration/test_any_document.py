"""Whatever a document says, it is judged: the rules find what is wrong and never raise."""

from decimal import Decimal
from pathlib import Path

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fondaco.clearance import cross_checks
from fondaco.clearance.facts import Facts
from fondaco.declaration.amendment import targets
from fondaco.declaration.comparison import differences
from fondaco.declaration.document import Document
from fondaco.declaration.elements import value_at
from fondaco.declaration.rules import RULES, findings
from fondaco.declaration.rules.needed import needed_by
from fondaco.declaration.rules.texts import describe
from fondaco.legal.finding import Finding, Gravity
from tests.fondaco.declaration.strategies import DOCUMENTS, parts, spoilt

KEPT = msgspec.json.decode(
    (Path(__file__).parents[3] / "cases/five-items.json").read_bytes(), type=Document
)
quick = settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@quick
@given(document=DOCUMENTS)
def test_any_document_is_judged_and_every_finding_has_its_words(document, judged, in_force):
    for each in findings(*judged(document), rules=in_force):
        assert describe(each, "en").message and describe(each, "fr").message
        assert each.found == "missing" or value_at(document, each.path) is not None
        assert msgspec.json.decode(msgspec.json.encode(each), type=Finding) == each


@quick
@given(document=spoilt(KEPT).flatmap(spoilt))
def test_a_good_document_spoilt_somewhere_is_judged(document, judged, in_force):
    for each in findings(*judged(document), rules=in_force):
        assert describe(each, "fr").message


@quick
@given(document=DOCUMENTS | spoilt(KEPT))
def test_the_quick_pass_and_the_exact_pass_agree(document, judged, in_force):
    document, case = judged(document)
    passes = in_force.passes_for(document)
    try:
        quickly = passes.quick(document, case)
    except ArithmeticError:
        quickly = False

    assert quickly is (not list(passes.exact.findings(document, case, path="")))


@quick
@given(data=st.data(), rule=st.sampled_from([rule for rule in RULES if needed_by(rule)]))
def test_a_rule_is_kept_where_an_element_is_absent_that_it_needs(data, rule, judged):
    subject, (_, case) = data.draw(parts(rule.subject)), judged(data.draw(DOCUMENTS))
    absent = {field.name: field.default for field in msgspec.structs.fields(rule.subject)}

    for element in needed_by(rule):
        assert rule.is_kept_by(msgspec.structs.replace(subject, **{element: absent[element]}), case)


def test_the_elements_that_rules_need_are_found():
    needed = {rule.number: needed_by(rule) for rule in RULES}

    assert needed["GI10"] == ("origin",)
    assert needed["MA04"] == ("gross_mass", "net_mass")
    assert needed["GI16"] == ()  # a quantity that is not given is what it finds fault with
    assert sum(map(bool, needed.values())) > len(needed) / 2


@quick
@given(document=DOCUMENTS | spoilt(KEPT))
def test_a_number_that_cannot_be_reckoned_with_always_refuses(document, judged, in_force):
    found = findings(*judged(document), rules=in_force)

    if any(not number.is_finite() for number in numbers_in(document)):
        assert any(each.gravity is Gravity.ERROR for each in found)


def numbers_in(part):
    for name in part.__struct_fields__:
        held = getattr(part, name)
        for each in held if isinstance(held, tuple) else (held,):
            if isinstance(each, Decimal):
                yield each
            elif isinstance(each, msgspec.Struct):
                yield from numbers_in(each)


@quick
@given(document=DOCUMENTS | spoilt(KEPT))
def test_a_document_does_not_differ_from_itself(document):
    assert differences(document, document) == ()


@quick
@given(old=DOCUMENTS, new=DOCUMENTS)
def test_differences_name_elements_of_one_or_the_other(old, new):
    found = differences(old, new)

    for each in found:
        assert value_at(old, each.path) is not None or value_at(new, each.path) is not None


@quick
@given(document=DOCUMENTS, on=st.dates())
def test_cross_checks_never_raise(document, on, in_force):
    for each in cross_checks.findings(
        document, Facts(lodged_on=on), on=on, in_force=in_force.citations
    ):
        assert describe(each, "en").message
    assert len(targets(document)) <= len(document.changes)
