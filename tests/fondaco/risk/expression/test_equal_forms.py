"""The compiled function, the columns and the meaning worked out step by step are one language."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fondaco.risk.expression import columns
from fondaco.risk.expression.checking import check
from fondaco.risk.expression.compile import Program
from fondaco.risk.expression.meaning import certain, evidence, truth
from tests.fondaco.risk.expression.strategies import LIVING, VOCABULARY, conditions, environments

expressions = st.lists(
    st.booleans().flatmap(lambda item: conditions(item=item)), min_size=1, max_size=4
).map(lambda texts: [check(text, vocabulary=VOCABULARY) for text in texts])


SIDE_BY_SIDE = (
    "item.origin == 'XA'",
    "'XB' == item.origin",
    "item.origin in {'XA', '85'}",
    "item.commodity.startswith('85')",
    "item.commodity.startswith(('8517', 'X'))",
    "item.value / item.mass > 1",
    "importer == 'XA'",
    "item.mass < 3",
    "2 <= item.mass",
    "item.mass >= 1.5",
    "item.value > 100",
    "item.value / item.mass <= 2",
    "(item.origin == 'XB' or item.value / item.mass > 1)",
)
many = st.lists(
    st.tuples(st.sampled_from(SIDE_BY_SIDE), conditions(item=True)), min_size=6, max_size=24
).map(lambda pairs: [check(f"{one} and ({other})", vocabulary=VOCABULARY) for one, other in pairs])


def expected(checked, environment):
    """The hits by the meaning of the trees, in the order of a program."""
    return [
        (number, place)
        for number, expression in enumerate(checked)
        for place in (range(len(environment.items)) if expression.of_item else [None])
        if truth(expression.condition, environment=environment, item=place) is True
    ]


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(expressions, st.lists(environments(least=0), min_size=1, max_size=4))
def test_the_compiled_function_says_what_the_trees_mean(checked, declarations):
    program = Program(checked, vocabulary=VOCABULARY)
    for environment in declarations:
        hits = program.hits(environment)
        assert hits == expected(checked, environment)
        for number, item in hits:
            assert_certain_is_evidence(checked[number], environment, item)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(many, st.lists(environments(least=0), min_size=1, max_size=3))
def test_expressions_on_the_same_elements_do_not_disturb_each_other(checked, declarations):
    program = Program(checked, vocabulary=VOCABULARY)
    for environment in declarations:
        assert program.hits(environment) == expected(checked, environment)


def assert_certain_is_evidence(expression, environment, item):
    """What an expression always rests on is what it rests on here."""
    always = certain(expression.condition)
    if always is not None:
        here = evidence(expression, environment=environment, items=[item], most=99)
        assert {each.reading for each in here} == set(always), expression.text


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(expressions, st.lists(environments(), min_size=1, max_size=4))
def test_the_columns_say_what_the_trees_mean(checked, declarations):
    rows = columns.frame(declarations, vocabulary=VOCABULARY)
    for expression in checked:
        answer = rows.select(hit=columns.hits(expression, lists=LIVING))["hit"].to_list()
        assert answer == [
            truth(
                expression.condition,
                environment=environment,
                item=place if expression.of_item else None,
            )
            is True
            for environment in declarations
            for place in range(len(environment.items))
        ], expression.text
