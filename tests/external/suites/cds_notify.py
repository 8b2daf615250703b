"""The UK's published answers to traders are read whole, written valid, and read back equal.

Most of the published examples have lost their namespaces; they get them back before they are
read. The answers that we make of a decision of our own are valid against the same schema.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

from lxml import etree

from fondaco.assessment.statement import Assessment, Line, Total
from fondaco.clearance.decision import Decision, Next, Outcome
from fondaco.legal.citation import Citation
from fondaco.legal.finding import Finding
from fondaco.messages import wco_notification
from fondaco.messages.problem import Unreadable
from tests.external.suites import Report, Tally

FOLDER = "declarations/cds"
HEADER = "urn:wco:datamodel:WCO:DocumentMetaData-DMS:2"
RESPONSE = "urn:wco:datamodel:WCO:RES-DMS:2"
DECLARATION = "urn:wco:datamodel:WCO:DEC-DMS:2"
DATA_TYPES = {
    RESPONSE: "urn:wco:datamodel:WCO:Response_DS:DMS:2",
    DECLARATION: "urn:wco:datamodel:WCO:Declaration_DS:DMS:2",
}
AT = "2026-11-21T09:30:00Z"
KNOWN = {
    "Example_DMS_notifications/16_DMSEOG.xml": "a date in words, which the schema forbids too",
    "TT_IM030a/03_DMSTAX.xml": "an example whose prefixes have become part of names",
}
"""Published files that are no answers in the published form."""

CONCERNED = wco_notification.Concerned(
    mrn="26XF000000000001R7", local_reference="2026-0001", version=1
)


def run(data: Path) -> Report:
    """Read, write and read again every published answer, and validate answers of our own."""
    tally = Tally("cds-notify")
    folder = data / FOLDER
    schema = _schema(folder / "xsd" / "wco" / "notification")
    counts: Counter[str] = Counter()
    for path in sorted((folder / "samples").rglob("*.[xX][mM][lL]")):
        data_of_file = path.read_bytes()
        if b"Response" in data_of_file and b"FunctionCode" in data_of_file:
            _published(tally, path, data_of_file, schema, counts)
    for name, answer in _ours():
        tally.attempt(f"ours: {name}", lambda answer=answer: _wrong_with(answer, schema))
    for name, count in sorted(counts.items()):
        tally.note(f"{name}: {count}")
    return tally.report()


def _schema(folder: Path) -> etree.XMLSchema:
    both = etree.XML(
        f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
        f'<xs:import namespace="{HEADER}" schemaLocation="DocumentMetaData_2_DMS.xsd"/>'
        f'<xs:import namespace="{RESPONSE}" schemaLocation="WCO_RES_2_DMS.xsd"/></xs:schema>',
        base_url=f"{folder}/",
    )
    return etree.XMLSchema(both)


def _published(
    tally: Tally, path: Path, data: bytes, schema: etree.XMLSchema, counts: Counter[str]
) -> None:
    try:
        root = etree.fromstring(data, etree.XMLParser(remove_comments=True, remove_pis=True))
    except etree.XMLSyntaxError:
        return  # counted by the suite of declarations
    if etree.QName(root).localname != "MetaData" or "Response" not in {
        etree.QName(each).localname for each in root
    }:
        return
    if etree.QName(root).namespace is None:
        _give_namespaces(root)
        counts["answers that got their namespaces back"] += 1
    valid = schema.validate(root)
    counts["published answers"] += 1
    counts["published answers that are valid themselves"] += valid
    case = f"{path.parent.name}/{path.name}"
    try:
        wrong = _wrong_with_published(root, schema, valid)
    except Exception as error:  # a suite reports what breaks it, and goes on
        wrong = f"{type(error).__name__}: {error}"
    tally.check(case, not wrong, wrong, known=case in KNOWN)


def _give_namespaces(root: etree._Element) -> None:
    for element in list(root.iter()):
        name = etree.QName(element)
        if name.namespace is not None:
            continue
        parents = [etree.QName(each).localname for each in element.iterancestors()]
        if name.localname == "Response" or "Response" in parents:
            space = DECLARATION if _is_corrected(element) else RESPONSE
        else:
            space = HEADER
        space = DATA_TYPES[space] if name.localname == "DateTimeString" else space
        element.tag = f"{{{space}}}{name.localname}"


def _is_corrected(element: etree._Element) -> bool:
    """Whether an element stands in the second Declaration of a response: the corrected one."""
    for each in (element, *element.iterancestors()):
        if etree.QName(each).localname == "Declaration":
            before = (etree.QName(one).localname for one in each.itersiblings(preceding=True))
            return "Declaration" in before
    return False


def _wrong_with_published(root: etree._Element, schema: etree.XMLSchema, valid: bool) -> str:
    try:
        answers = wco_notification.read(etree.tostring(root))
    except Unreadable as refusal:
        return f"not read: {refusal}"
    lost = _values(root)
    for answer in answers:
        wrong = _wrong_with(answer, schema if valid else None)
        if wrong:
            return wrong
        lost -= _values(etree.fromstring(wco_notification.write(answer)))
    return f"lost {lost}" if lost else ""


def _wrong_with(answer: wco_notification.Answer, schema: etree.XMLSchema | None) -> str:
    written = wco_notification.write(answer)
    if wco_notification.read(written) != (answer,):
        return "read back as another answer"
    if schema is not None and not schema.validate(etree.fromstring(written)):
        return f"written invalid: {schema.error_log[0].message}"
    return ""


def _values(root: etree._Element) -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    for element in root.iter(*(f"{{{space}}}*" for space in (*DATA_TYPES, *DATA_TYPES.values()))):
        text = (element.text or "").strip()
        if text and not len(element):
            number = element.tag.endswith(("Amount", "Quantity", "Measure", "Numeric"))
            shown = format(Decimal(text).normalize(), "f") if number else text
            found[element.tag, shown] += 1
    return found


def _ours() -> list[tuple[str, wco_notification.Answer]]:
    """Every answer that we can make, of decisions of every outcome."""
    made = [
        (f"{decision.outcome} {answer.function}", answer)
        for decision in _decisions()
        for answer in wco_notification.answers_to(
            decision, concerned=CONCERNED, at=AT, reference="a1", language="fr"
        )
    ]
    told = {"at": AT, "reference": "a2"}
    made.append(("control", wco_notification.notified_of_control(CONCERNED, **told)))
    made.append(
        (
            "documents",
            wco_notification.asked_for_documents(
                CONCERNED, asked="The invoice", until="2026-11-28", **told
            ),
        )
    )
    made.append(("released", wco_notification.released(CONCERNED, **told)))
    made.append(("cleared", wco_notification.cleared(CONCERNED, **told)))
    made.append(("invalidated", wco_notification.invalidated(CONCERNED, **told)))
    return made


def _decisions() -> list[Decision]:
    act = Citation("Customs Act 2025", "s. 1")
    finding = Finding(
        rule="DE11",
        path="item_count",
        pointer="42A/228",
        citation=act,
        found="4",
        values={"items": "5"},
    )
    bill = Assessment(
        currency="XFC",
        values=(),
        lines=(
            Line(
                item=1, charge="A00", measure="103", basis=Decimal("12999.99"), unit="XFC",
                rate=Decimal("0.065"), amount=Decimal("845.00"), citation=act,
            ),
            Line(
                item=1, charge="EXC", measure="306", basis=Decimal("120.5"), unit="LTR",
                rate=Decimal("12.34"), per=Decimal(100), amount=Decimal("14.87"), citation=act,
            ),
        ),
        totals=(Total("A00", Decimal("845.00")), Total("EXC", Decimal("14.87"))),
        total=Decimal("859.87"),
    )  # fmt: skip
    digests = {
        "document_digest": "sha256:1",
        "facts_digest": "sha256:2",
        "law_digest": "sha256:3",
        "engine": "fondaco",
        "next_steps": (Next.MEND,),
        "on": date(2026, 11, 21),
    }
    return [
        Decision(outcome=Outcome.ACCEPTED, findings=(), assessment=bill, **digests),
        Decision(outcome=Outcome.REGISTERED, findings=(), assessment=bill, **digests),
        Decision(outcome=Outcome.REFUSED, findings=(finding,), **digests),
        Decision(outcome=Outcome.UNSUPPORTED, findings=(), procedure="7100", **digests),
    ]
