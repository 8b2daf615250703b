"""Rules that are written out where they are asked answer as they do when they are called."""

import ast

import pytest
from hypothesis import given, settings

from fondaco.declaration.document import GoodsItem
from fondaco.declaration.rules import RULES
from fondaco.declaration.rules.case import Case
from fondaco.declaration.rules.checking import RuleCheck
from fondaco.declaration.rules.quick import quick_pass
from fondaco.declaration.rules.simplified import Known, simplified
from fondaco.declaration.rules.written_out import written_out
from fondaco.legal.citation import Citation
from fondaco.legal.rule import rule
from tests.fondaco.declaration.strategies import parts

ACT = Citation("Customs Act 2025", "s. 1")
LONG = 3


def is_long(text: str, least: int) -> bool:
    if not text:
        return False
    return len(text) >= least


def predicate(item: GoodsItem, case: Case) -> bool:
    """Assignments, answers on the way, functions of one expression."""
    origin, code = item.origin, item.commodity_code
    if origin is None:
        return True
    if code == "0":
        return False
    if code is None:
        return is_long(origin, LONG)
    return bool(code) and (is_long(code, least=2) or case.books is not None)


def loop_that_finds(item: GoodsItem, case: Case) -> bool:
    """A loop that is left where something is found."""
    if not item.documents:
        return True
    for each in item.documents:
        if each.kind:
            return True
    return item.origin is None


def loop_that_refuses(item: GoodsItem, case: Case) -> bool:
    """A loop that remembers."""
    first = True
    for tax in item.taxes:
        if tax.kind and not first:
            return False
        first = False
    return not item.packages or item.packages[0].kind != "0"


def loop_in_a_loop(item: GoodsItem, case: Case) -> bool:
    """What is in one list is in the other."""
    for each in item.equipment:
        for other in item.documents:
            if other.identifier == each.identifier:
                break
        else:
            return False
    return True


def every(item: GoodsItem, case: Case) -> bool:
    """A question to all, or to any."""
    if item.origin:
        return all(each.kind for each in item.documents)
    return any(each.kind is None for each in item.taxes)


def of_the_document(item: GoodsItem, case: Case) -> bool:
    """What the case holds, through a property of the subject."""
    preference = item.preference
    return preference is None or preference != (case.document.kind or "")


PREDICATES = (
    predicate,
    loop_that_finds,
    loop_that_refuses,
    loop_in_a_loop,
    every,
    of_the_document,
)


@pytest.mark.parametrize("asked", PREDICATES, ids=lambda asked: asked.__name__)
def test_a_rule_written_out_answers_as_when_it_is_called(asked, judged, kept):
    numbered = rule("ZZ01", element="origin")(asked)
    quick = quick_pass(GoodsItem, {GoodsItem: [RuleCheck(numbered, ACT)]})
    _, case = judged(kept)

    @settings(max_examples=150, deadline=None)
    @given(item=parts(GoodsItem))
    def each_item(item):
        assert quick(item, case) is asked(item, case)

    each_item()
    assert all(quick(item, case) is asked(item, case) for item in kept.items)


class Around:
    """Surroundings that only name things."""

    subject = "item"

    def value(self, element):
        return f"item_{element}"

    def of_case(self, *way):
        return "_".join(("case", *way))

    def constant(self, value, *, name):
        return name


def test_nearly_every_rule_can_be_written_out():
    called = [
        each.number
        for each in RULES
        if written_out(each.is_kept_by, number=each.number, within=Around(), known=Known()) is None
    ]

    assert len(called) < len(RULES) / 20, called


def test_what_depends_on_more_than_its_module_is_called():
    least = 2

    def closure(item: GoodsItem, case: Case) -> bool:
        return len(item.documents) >= least

    for each in (closure, len, lambda item, case: True):
        assert written_out(each, number="ZZ02", within=Around(), known=Known()) is None


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ("if a is None: stop()\ngo()", "go()"),
        ("if a is not None: go()", "go()"),
        ("if not t: stop()\ngo()", "go()"),
        ("if not (not t or b): go()", "if not b:\n    go()"),
        ("go(t or '')", "go(t)"),
        ("go(b and t)", "go(b and t)"),
        ("go(one if t else other)", "go(one)"),
        ("if b is None: go()", "if b is None:\n    go()"),
        ("if b == a: pass", "pass"),
    ],
)
def test_what_is_known_is_not_asked_again(given_, expected):
    known = Known(given=frozenset({"a"}), filled=frozenset({"t"}))
    lines = simplified(ast.parse(given_).body, known=known)

    assert ast.unparse(ast.Module(lines, [])) == expected
