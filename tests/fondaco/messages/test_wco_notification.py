"""A trader's system is told in XML what was decided, in full, and nothing that is confidential."""

from datetime import date
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from lxml import etree

from fondaco.assessment.statement import Assessment, Line, Total
from fondaco.clearance.decision import Decision, Next, Outcome
from fondaco.declaration.document import Pointer
from fondaco.legal.citation import Citation
from fondaco.legal.finding import Finding, Gravity
from fondaco.messages import wco_notification
from fondaco.messages.problem import Unreadable
from fondaco.messages.wco_notification.decided import pointer_steps
from fondaco.messages.wco_notification.table import ANSWER
from fondaco.units.money import Money
from fondaco.units.quantity import Quantity
from tests.fondaco.messages.documents import of_shape

ACT = Citation("Customs Act 2025", "s. 41(3)")
AT = "2026-11-21T09:30:00Z"
CONCERNED = wco_notification.Concerned(
    mrn="26XF000000000001R7", local_reference="2026-0001", version=2
)


def finding(**changes) -> Finding:
    said = {
        "rule": "DE11",
        "path": "item_count",
        "pointer": "42A/228",
        "citation": ACT,
        "found": "4",
        "values": {"items": "5"},
    }
    return Finding(**(said | changes))


def decision(outcome: Outcome, **changes) -> Decision:
    said = {
        "on": date(2026, 11, 21),
        "findings": (),
        "next_steps": (),
        "document_digest": "sha256:1",
        "facts_digest": "sha256:2",
        "law_digest": "sha256:3",
        "engine": "fondaco",
    }
    return Decision(outcome=outcome, **(said | changes))


def line(**changes) -> Line:
    said = {
        "item": 1,
        "charge": "A00",
        "measure": "103",
        "basis": Decimal("12999.99"),
        "unit": "XFC",
        "rate": Decimal("0.065"),
        "amount": Decimal("845.00"),
        "citation": ACT,
    }
    return Line(**(said | changes))


def bill(*lines: Line) -> Assessment:
    total = sum((each.amount for each in lines), Decimal(0))
    return Assessment(
        currency="XFC", values=(), lines=lines, totals=(Total("A00", total),), total=total
    )


def answers(decided: Decision, language: str = "en") -> tuple[wco_notification.Answer, ...]:
    return wco_notification.answers_to(
        decided, concerned=CONCERNED, at=AT, reference="a1", language=language
    )


@pytest.mark.parametrize(
    ("outcome", "functions"),
    [
        (Outcome.ACCEPTED, ["01"]),
        (Outcome.REGISTERED, ["02"]),
        (Outcome.REFUSED, ["03"]),
        (Outcome.UNSUPPORTED, ["02"]),
    ],
)
def test_each_outcome_has_its_answer(outcome, functions):
    assert [each.function for each in answers(decision(outcome))] == functions


def test_a_rejection_names_rule_words_and_place():
    (answer,) = answers(decision(Outcome.REFUSED, findings=(finding(),)))

    assert answer.declaration.rejected_at == AT
    assert answer.errors[0].rule == "DE11"
    assert answer.errors[0].text.startswith("The number of items is given as 4, but there are 5.")
    assert answer.errors[0].pointers == (Pointer(section="42A", element="228"),)


def test_the_words_are_in_the_language_asked_for_and_fit_the_message():
    (answer,) = answers(decision(Outcome.REFUSED, findings=(finding(found="4" * 600),)), "fr")

    assert answer.errors[0].text.startswith("Le nombre")
    assert len(answer.errors[0].text) == 512


def test_a_warning_goes_with_the_acceptance():
    warning = finding(gravity=Gravity.WARNING)

    (answer,) = answers(decision(Outcome.ACCEPTED, findings=(warning,)))

    assert answer.function == "01"
    assert answer.declaration.accepted_at == AT
    assert len(answer.errors) == 1


def test_a_procedure_not_supported_is_named():
    (answer,) = answers(decision(Outcome.UNSUPPORTED, procedure="7100"))

    assert answer.remarks[0].code == "7100"


def test_the_bill_has_every_line_with_base_rate_and_amount():
    excise = line(
        charge="EXC",
        basis=Decimal("120.5"),
        unit="LTR",
        rate=Decimal("12.34"),
        per=Decimal(100),
        amount=Decimal("14.87"),
    )
    relieved = line(item=2, amount=Decimal(0), relieved=Decimal(845), relief="P0")
    assessment = bill(line(), excise, relieved)

    _, taxed = answers(decision(Outcome.ACCEPTED, assessment=assessment))

    assert taxed.function == "13"
    assert taxed.declaration.due[0].payable == Money(Decimal("859.87"), "XFC")
    duty, volume = taxed.declaration.items[0].taxes
    assert (duty.ad_valorem_base, duty.rate) == (Money(Decimal("12999.99"), "XFC"), Decimal("6.5"))
    assert duty.payable == Money(Decimal("845.00"), "XFC")
    assert (volume.base, volume.rate) == (Quantity(Decimal("120.5"), "LTR"), Decimal("0.1234"))
    assert taxed.declaration.items[1].taxes[0].deduction == Money(Decimal(845), "XFC")


def test_goods_that_are_selected_get_the_same_answers_as_goods_that_are_not():
    """Nothing but the decision's lawful part is looked at: what happens next is not part of it."""
    left_alone = decision(Outcome.ACCEPTED, assessment=bill(line()), next_steps=(Next.RELEASE,))
    selected = msgspec.structs.replace(
        left_alone,
        next_steps=(Next.EXAMINE, Next.RELEASE),
        selectivity_digest="sha256:4",
        selection=object(),
    )

    written = [
        [wco_notification.write(each) for each in answers(decided)]
        for decided in (left_alone, selected)
    ]

    assert written[0] == written[1]


@pytest.mark.parametrize(
    ("pointer", "steps"),
    [
        ("42A", [("42A", None, None)]),
        ("42A/023", [("42A", None, "023")]),
        ("42A/17C[2]/R144", [("42A", None, None), ("17C", 2, "R144")]),
        (
            "42A/67A/68A[12]/70A[2]/166",
            [("42A", None, None), ("67A", None, None), ("68A", 12, None), ("70A", 2, "166")],
        ),
    ],
)
def test_a_pointer_becomes_steps(pointer, steps):
    assert [
        (each.section, each.occurrence, each.element) for each in pointer_steps(pointer)
    ] == steps


@pytest.mark.parametrize(
    ("answer", "function"),
    [
        (wco_notification.notified_of_control(CONCERNED, at=AT, reference="a"), "05"),
        (wco_notification.released(CONCERNED, at=AT, reference="a"), "08"),
        (wco_notification.cleared(CONCERNED, at=AT, reference="a"), "09"),
        (wco_notification.invalidated(CONCERNED, at=AT, reference="a"), "10"),
    ],
)
def test_later_events_have_their_answers(answer, function):
    read = wco_notification.read(wco_notification.write(answer))

    assert read == (answer,)
    assert (answer.function, answer.declaration.mrn, answer.declaration.version) == (
        function,
        "26XF000000000001R7",
        "2",
    )


def test_documents_are_asked_for_until_a_day():
    answer = wco_notification.asked_for_documents(
        CONCERNED, asked="The invoice", until="2026-11-28", at=AT, reference="a"
    )

    written = etree.fromstring(wco_notification.write(answer))

    assert written.findtext(".//{*}LimitDateTime/{*}DateTimeString") == "20261128"
    assert written.findtext(".//{*}StatementDescription") == "The invoice"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<Response/>", "unknown-root"),
        (b'<MetaData xmlns="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2"><A/></MetaData>',
         "unknown-element"),
        (b"<!DOCTYPE a><a/>", "doctype"),
    ],
)  # fmt: skip
def test_what_is_no_answer_is_refused_in_words(data, code):
    with pytest.raises(Unreadable) as refused:
        wco_notification.read(data)

    assert refused.value.code == code


@given(of_shape(ANSWER))
def test_every_answer_that_is_written_is_read_back_equal(answer):
    assert wco_notification.read(wco_notification.write(answer)) == (answer,)
