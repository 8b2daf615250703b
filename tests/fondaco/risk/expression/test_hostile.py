"""No text, however hostile, hangs, allocates, reaches out, or raises anything but its own fault."""

import ast
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fondaco.risk.expression.checking import check
from fondaco.risk.expression.compile import Program
from fondaco.risk.expression.errors import ExpressionError
from tests.fondaco.risk.expression.strategies import VOCABULARY, conditions

HOSTILE = [
    "",
    " ",
    "()",
    "__import__('os').system('true')",
    "().__class__.__bases__[0].__subclasses__()",
    "importer.__class__",
    "importer.__init__.__globals__ == 'x'",
    "item.commodity.format(importer)",
    "'{0.__class__}'.format(importer) == 'x'",
    "f'{importer}' == 'x'",
    "f'{importer!r:>{count}}' == 'x'",
    "'%s' % importer == 'x'",
    "'a' * 1000000000 == importer",
    "len('a' * 9999999999) > 1",
    "9 ** 9 ** 9 > count",
    "count ** 999999 > 1",
    "1 << 999999999 > count",
    "count // 1 > 1",
    "count % 2 == 1",
    "count @ 2 == 1",
    "~count == 1",
    "count | 1 == 1",
    "lambda: importer",
    "[x for x in importer]",
    "{x for x in route}",
    "any(x == 'a' for x in route)",
    "(x := importer) == 'a'",
    "importer if sealed else office",
    "importer[0] == 'a'",
    "importer[0:99999999] == 'a'",
    "*route",
    "importer == *route",
    "{**route}",
    "{'a': 1} == importer",
    "await importer",
    "yield importer",
    "importer; office",
    "import os",
    "eval('1')",
    "exec('1')",
    "open('/etc/passwd')",
    "getattr(importer, 'upper')() == 'A'",
    "print(importer)",
    "globals()",
    "watch_list('places')",
    "watch_list('places').pop() == 'a'",
    "importer in watch_list(importer)",
    "importer in watch_list('places', 'prefixes')",
    "importer in watch_list(name='places')",
    "importer in watch_list(*route)",
    "importer in list('places')",
    "contains(importer, key='a')",
    "round(total, 99999999) > 1",
    "round(total, -9) > 1",
    "max() > 1",
    "min(*route) > 1",
    "1e999999 > count",
    "count > 1e5",
    "count > 0x10",
    "count > 1j",
    "count > " + "9" * 1900,
    "count > 0." + "1" * 1900,
    "count < 1or sealed",
    "count == None",
    "count == ...",
    "importer == b'a'",
    "importer == True",
    "importer == sealed",
    "importer is None",
    "True",
    "1 < 2",
    "'a' == 'a'",
    "not missing('a')",
    "importer == 'a' # and office == 'b'",
    "importer == 'a\\x41'",
    "importer == '\0'",
    "importer == '\ud800'",
    "importer == 'a",
    "importer == ",
    "importer importer",
    "(" * 300 + "sealed" + ")" * 300,
    "(" * 1900,
    "[" * 1900,
    "not " * 490 + "sealed",
    "-" * 1900 + "1 < count",
    "+" * 1900 + "1 < count",
    "count" + " < count" * 240,
    " and ".join(["sealed"] * 240),
    "sealed" + " == sealed" * 150,
    "importer." * 220 + "x",
    "count in {" + "1," * 900 + "}",
    "importer in {}",
    "importer in ()",
    "importer in {'a', 1}",
    "importer in {{'a'}}",
    "count in {'a'}",
    "sealed" * 400,
    "x" * 2_001,
    "any_item(any_item(item.used))",
    "any_item(item.used, item.used)",
    "any_item()",
    "count_items(any_item(item.used)) > 1",
    "sum_items(sum_items(item.value)) > 1",
    "\N{MATHEMATICAL SCRIPT SMALL I}mporter == 'a'",
    "importer\u00a0==\u2028'a' or nothing",
    "\u202eimporter == 'a'",
    "import\u200ber == 'a'",
]


@pytest.mark.filterwarnings("ignore::SyntaxWarning", "ignore::DeprecationWarning")
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:40]))
def test_hostile_text_is_refused_with_its_place(text):
    with pytest.raises(ExpressionError) as fault:
        check(text, vocabulary=VOCABULARY)
    assert 1 <= fault.value.position <= len(text) + 1
    assert len(fault.value.found) <= 60
    assert fault.value.said("fr") != fault.value.said("en")


def test_long_but_honest_text_is_read():
    text = " or ".join(["sealed"] * 190)
    assert check(text, vocabulary=VOCABULARY).text == text


def _read(text):
    try:
        return check(text, vocabulary=VOCABULARY)
    except ExpressionError as fault:
        assert 1 <= fault.position <= len(text) + 1
        return None


_WORDS = """
( ) [ ] { } , . 'a' '85' " ' and or not in is if else for lambda : := == != < <= > >= + - * / **
// % @ ~ ^ & | 1 2.5 1e9 0 importer item item.commodity item.value sealed route count startswith
contains overlaps missing any_item count_items sum_items watch_list len round min lower __class__
.startswith .format f'{x}' b'' None True ... é
"""
_PIECES = st.sampled_from([*_WORDS.split(), " ", "\n", "\t"])


@pytest.mark.filterwarnings("ignore::SyntaxWarning", "ignore::DeprecationWarning")
@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80) | st.lists(_PIECES, max_size=25).map(" ".join))
def test_any_text_is_read_or_refused(text):
    _read(text)


@pytest.mark.filterwarnings("ignore::SyntaxWarning", "ignore::DeprecationWarning")
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(conditions(item=True), st.data())
def test_any_mutilated_expression_is_read_or_refused(text, data):
    place = data.draw(st.integers(0, len(text)))
    insert = data.draw(_PIECES | st.characters())
    cut = data.draw(st.integers(0, 5))
    checked = _read(text[:place] + insert + text[place + cut :])
    if checked is not None:
        Program([checked], vocabulary=VOCABULARY)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(conditions(item=True))
def test_nothing_of_the_text_reaches_the_source(text):
    program = Program([check(text, vocabulary=VOCABULARY)], vocabulary=VOCABULARY)
    names = {node.id for node in ast.walk(ast.parse(program.source)) if isinstance(node, ast.Name)}
    own = re.compile(r"[hciqwlK]\d+(_\d+|_lower)?")
    assert {name for name in names if not own.fullmatch(name)} <= {
        *("header", "items", "lists", "hits", "item", "number", "enumerate", "frozen", "_"),
        *("product", "quotient", "lower", "len", "abs", "min", "max", "round"),
        *("year", "month", "weekday", "days_between"),
    }
    assert "'" not in program.source and '"' not in program.source
