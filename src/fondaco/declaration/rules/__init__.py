"""The rules of validation, one function each, and what they find in a declaration.

`findings` is the whole of it: a document and its case in, findings out.
"""

from datetime import date
from functools import partial
from itertools import chain

import msgspec

from fondaco.declaration.amendment import is_request
from fondaco.declaration.document import Document
from fondaco.declaration.requirements import DataSet, data_set_of
from fondaco.declaration.rules import (
    declaration,
    documents,
    goods_item,
    masses,
    packages,
    parties,
    requests,
    shipment,
    taxes,
    transport,
    valuation,
)
from fondaco.declaration.rules.case import Case
from fondaco.declaration.rules.checking import Check, Plan, Predicate, RuleCheck, plan_for
from fondaco.declaration.rules.presence import presence_checks, requirement_changes
from fondaco.declaration.rules.quick import quick_pass
from fondaco.legal.dated import Editions
from fondaco.legal.finding import Finding
from fondaco.legal.rule import RuleSet, rules_in

__all__ = ["REQUEST_RULES", "RULES", "Case", "findings", "passes_for"]

_MODULES = (
    declaration,
    parties,
    transport,
    shipment,
    goods_item,
    masses,
    valuation,
    documents,
    packages,
    taxes,
)

RULES: RuleSet[Case] = RuleSet(chain.from_iterable(map(rules_in, _MODULES)))
"""Every rule on a declaration that is lodged."""

REQUEST_RULES: RuleSet[Case] = RuleSet(rules_in(requests))
"""Every rule on a request to amend or invalidate one."""


class Passes(msgspec.Struct, frozen=True):
    """The two passes over a document: whether all is well and, where it is not, what is wrong."""

    quick: Predicate
    exact: Plan


def findings(document: Document, case: Case) -> tuple[Finding, ...]:
    """Every rule and requirement in force on the case's day that the document breaks.

    In the order of the document; empty where it keeps them all.
    """
    passes = passes_for(document, case.on)
    try:
        if passes.quick(document, case):
            return ()
    except ArithmeticError:
        pass  # some number cannot be reckoned with; the second pass says which
    return tuple(passes.exact.findings(document, case, path=""))


def passes_for(document: Document, day: date) -> Passes:
    """The passes for the document's kind, the same for all days between two changes of law."""
    if is_request(document):
        return _REQUESTS.on(day)
    return _DECLARATIONS[data_set_of(document.kind)].on(day)


def _of_declarations(day: date, data_set: DataSet) -> Passes:
    checks: dict[type, list[Check]] = {
        part: [check] for part, check in presence_checks(day, data_set).items()
    }
    for part, rules in RULES.on(day).items():
        checks.setdefault(part, []).extend(RuleCheck(each) for each in rules)
    return Passes(quick_pass(Document, checks), plan_for(Document, checks))


def _of_requests(day: date) -> Passes:
    # A partial declaration carries only what changes, so nothing below the request is judged.
    checks = {
        part: [RuleCheck(each) for each in rules] for part, rules in REQUEST_RULES.on(day).items()
    }
    return Passes(quick_pass(Document, checks), plan_for(Document, checks))


_DECLARATIONS = {
    data_set: Editions(
        (*RULES.changes(), *requirement_changes()), partial(_of_declarations, data_set=data_set)
    )
    for data_set in DataSet
}
_REQUESTS = Editions(REQUEST_RULES.changes(), _of_requests)
