"""The rules of validation, one function each, and what they find in a declaration.

`findings` is the whole of it: a document, its case and the rules in force in, findings out.
"""

from collections.abc import Mapping
from itertools import chain

import msgspec

from fondaco.declaration.amendment import is_request
from fondaco.declaration.document import Document
from fondaco.declaration.requirements import TABLE, DataSet, data_set_of
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
from fondaco.declaration.rules.presence import presence_checks
from fondaco.declaration.rules.quick import quick_pass
from fondaco.legal.citation import Citation
from fondaco.legal.finding import Finding
from fondaco.legal.rule import RuleSet, rules_in

__all__ = ["NUMBERS", "REQUEST_RULES", "RULES", "Case", "RulesInForce", "findings"]

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


NUMBERS = frozenset((*RULES.numbers, *REQUEST_RULES.numbers, *(row.number for row in TABLE)))
"""Every rule and requirement that a law may put in force here."""


class Passes(msgspec.Struct, frozen=True):
    """The two passes over a document: whether all is well and, where it is not, what is wrong."""

    quick: Predicate
    exact: Plan


class RulesInForce:
    """The rules of one edition of law, each with its citation, and the passes made of them.

    The passes for a kind of document are made when the first of that kind comes.
    """

    __slots__ = ("citations", "_declarations", "_requests")

    def __init__(self, citations: Mapping[str, Citation]) -> None:
        self.citations = citations
        self._declarations: dict[DataSet, Passes] = {}
        self._requests: Passes | None = None

    def passes_for(self, document: Document) -> Passes:
        """The passes for a document of that kind."""
        if is_request(document):
            if self._requests is None:
                self._requests = _passes(self._rules(REQUEST_RULES))
            return self._requests
        data_set = data_set_of(document.kind)
        known = self._declarations.get(data_set)
        if known is None:
            known = self._declarations[data_set] = _passes(self._of_declarations(data_set))
        return known

    def _of_declarations(self, data_set: DataSet) -> Mapping[type, list[Check]]:
        checks: dict[type, list[Check]] = {
            part: [check] for part, check in presence_checks(self.citations, data_set).items()
        }
        for part, rules in self._rules(RULES).items():
            checks.setdefault(part, []).extend(rules)
        return checks

    def _rules(self, written: RuleSet[Case]) -> Mapping[type, list[Check]]:
        # Of a request, which carries only what changes, nothing below it is judged.
        return {
            part: [RuleCheck(each, self.citations[each.number]) for each in rules]
            for part, rules in written.among(self.citations).items()
        }


def findings(document: Document, case: Case, *, rules: RulesInForce) -> tuple[Finding, ...]:
    """Every rule and requirement in force that the document breaks.

    In the order of the document; empty where it keeps them all.
    """
    passes = rules.passes_for(document)
    try:
        if passes.quick(document, case):
            return ()
    except ArithmeticError:
        pass  # some number cannot be reckoned with; the second pass says which
    return tuple(passes.exact.findings(document, case, path=""))


def _passes(checks: Mapping[type, list[Check]]) -> Passes:
    return Passes(quick_pass(Document, checks), plan_for(Document, checks))
