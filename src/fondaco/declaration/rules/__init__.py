"""The rules of validation, one function each, and what they find in a declaration.

`findings` is the whole of it: a document and its case in, findings out.
"""

from datetime import date
from functools import lru_cache
from itertools import chain

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
from fondaco.declaration.rules.checking import Check, Plan, RuleCheck, plan_for
from fondaco.declaration.rules.presence import presence_checks
from fondaco.legal.finding import Finding
from fondaco.legal.rule import RuleSet, rules_in

__all__ = ["REQUEST_RULES", "RULES", "Case", "findings"]

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


def findings(document: Document, case: Case) -> tuple[Finding, ...]:
    """Every rule and requirement in force on the case's day that the document breaks.

    In the order of the document; empty where it keeps them all.
    """
    plan = _plan_of_requests(case.on) if is_request(document) else _plan(document, case)
    try:
        if plan.is_kept_by(document, case):
            return ()
    except ArithmeticError:
        pass  # some number cannot be reckoned with; the second pass says which
    return tuple(plan.findings(document, case, path=""))


def _plan(document: Document, case: Case) -> Plan:
    return _plan_of_declarations(case.on, data_set_of(document.kind))


@lru_cache(maxsize=512)
def _plan_of_declarations(day: date, data_set: DataSet) -> Plan:
    checks: dict[type, list[Check]] = {
        part: [check] for part, check in presence_checks(day, data_set).items()
    }
    for part, rules in RULES.on(day).items():
        checks.setdefault(part, []).extend(RuleCheck(each) for each in rules)
    return plan_for(Document, checks)


@lru_cache(maxsize=512)
def _plan_of_requests(day: date) -> Plan:
    # A partial declaration carries only what changes, so nothing below the request is judged.
    checks = {
        part: [RuleCheck(each) for each in rules] for part, rules in REQUEST_RULES.on(day).items()
    }
    return plan_for(Document, checks)
