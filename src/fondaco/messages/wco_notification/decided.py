"""The answers that a decision gives at once: received, accepted or rejected, and what is owed.

Nothing here looks at the selection. Whether goods will be examined is told by another
answer, when the building says that the notice is lawful; until then, the answers for
goods that are selected and for goods that are not are the same, byte for byte.
"""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, Context, Decimal

import msgspec

from fondaco.assessment.statement import Assessment, Line
from fondaco.clearance.decision import Decision, Outcome
from fondaco.clearance.words import describe
from fondaco.declaration.document import DeclaredTax, Pointer
from fondaco.legal.finding import Finding
from fondaco.messages.wco_notification.answer import (
    AmountDue,
    Answer,
    Answered,
    Concerned,
    ErrorFound,
    Function,
    ItemTaxed,
    Remark,
)
from fondaco.messages.wco_notification.events import answered
from fondaco.units.money import Money
from fondaco.units.quantity import Quantity

LONGEST_DESCRIPTION = 512
"""The schema's limit for the words of one error."""

_FUNCTIONS = {
    Outcome.ACCEPTED: Function.ACCEPTED,
    Outcome.REGISTERED: Function.RECEIVED,
    Outcome.REFUSED: Function.REJECTED,
    Outcome.UNSUPPORTED: Function.RECEIVED,
}


def answers_to(
    decision: Decision, *, concerned: Concerned, at: str, reference: str, language: str
) -> tuple[Answer, ...]:
    """What the trader is told of a decision: the outcome with its findings, and the bill if any.

    ``at`` is the instant of the decision in ISO 8601 with its offset. ``reference`` names the
    first answer; that of the bill has ``-2`` added.
    """
    outcome = Answer(
        function=_FUNCTIONS[decision.outcome],
        reference=reference,
        issued_at=at,
        remarks=tuple(_remarks(decision)),
        errors=tuple(_error(finding, language) for finding in decision.findings),
        declaration=_declaration(decision, concerned, at),
    )
    if decision.assessment is None:
        return (outcome,)
    return outcome, _bill(decision.assessment, concerned, at=at, reference=f"{reference}-2")


def _remarks(decision: Decision) -> Iterator[Remark]:
    if decision.procedure is not None:
        yield Remark(code=decision.procedure, text=str(decision.outcome))


def _declaration(decision: Decision, concerned: Concerned, at: str) -> Answered:
    about = answered(concerned)
    if decision.outcome is Outcome.ACCEPTED:
        return msgspec.structs.replace(about, accepted_at=at)
    if decision.outcome is Outcome.REFUSED:
        return msgspec.structs.replace(about, rejected_at=at)
    return about


def _error(finding: Finding, language: str) -> ErrorFound:
    words = describe(finding, language=language)
    text = f"{words.message} {words.mend}"
    if len(text) > LONGEST_DESCRIPTION:
        text = text[: LONGEST_DESCRIPTION - 1] + "…"
    return ErrorFound(text=text, rule=finding.rule, pointers=pointer_steps(finding.pointer))


_STEP = re.compile(r"([0-9]{2}[A-Z])(?:\[([0-9]+)\])?", re.ASCII)


def pointer_steps(pointer: str) -> tuple[Pointer, ...]:
    """A WCO pointer as the steps of a message: a class each, the element beside the last.

    >>> for step in pointer_steps("42A/67A/68A[3]/23A/65A/128"):
    ...     print(step.section, step.occurrence, step.element)
    42A None None
    67A None None
    68A 3 None
    23A None None
    65A None 128
    """
    steps: list[Pointer] = []
    for name in pointer.split("/"):
        match = _STEP.fullmatch(name)
        if match is not None:
            steps.append(Pointer(section=match[1], occurrence=int(match[2]) if match[2] else None))
        elif steps:
            steps[-1] = msgspec.structs.replace(steps[-1], element=name.partition("[")[0])
    return tuple(steps)


def _bill(assessment: Assessment, concerned: Concerned, *, at: str, reference: str) -> Answer:
    total = Money(assessment.total, assessment.currency)
    about = msgspec.structs.replace(
        answered(concerned),
        due=(AmountDue(assessed=total, payable=total),),
        items=tuple(_items(assessment)),
    )
    return Answer(function=Function.TAXED, reference=reference, issued_at=at, declaration=about)


def _items(assessment: Assessment) -> Iterator[ItemTaxed]:
    """The lines of each goods item; a charge on the declaration as a whole stands under item 0."""
    numbers = dict.fromkeys(line.item for line in assessment.lines)
    for number in numbers:
        lines = (line for line in assessment.lines if line.item == number)
        taxes = tuple(_tax(line, assessment.currency) for line in lines)
        yield ItemTaxed(number=number, taxes=taxes)


def _tax(line: Line, currency: str) -> DeclaredTax:
    amount = Money(line.amount, currency)
    tax = DeclaredTax(kind=line.charge, assessed=amount, payable=amount)
    if line.relieved is not None:
        tax = msgspec.structs.replace(tax, deduction=Money(line.relieved, currency))
    if line.per is None:
        base = Money(_within(line.basis, _THOUSANDTH), line.unit)
        percent = _within(_EXACT.multiply(line.rate, Decimal(100)), _MILLIONTH)
        return msgspec.structs.replace(tax, ad_valorem_base=base, rate=percent)
    quantity = Quantity(_within(line.basis, _MILLIONTH), line.unit)
    rate = _within(_EXACT.divide(line.rate, line.per), _MILLIONTH)
    return msgspec.structs.replace(tax, base=quantity, rate=rate)


_EXACT = Context(prec=60)
_THOUSANDTH = Decimal("0.001")
_MILLIONTH = Decimal("0.000001")


def _within(number: Decimal, place: Decimal) -> Decimal:
    """The number with no more places than a message has room for; the bill has them all."""
    rounded = number.quantize(place, ROUND_HALF_EVEN, _EXACT)
    return number if rounded == number else rounded
