"""XML is read whole or refused in words, and written so that it reads back the same."""

from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from msgspec import inspect

from fondaco.declaration.document import AdditionalCode, Document, GoodsItem, Shipment
from fondaco.messages import wco_xml
from fondaco.messages.problem import Unreadable, Unwritable
from fondaco.messages.wco_xml.grammar import Folded, Inside, Node, Several, Shape, Single
from fondaco.messages.wco_xml.table import DOCUMENT
from fondaco.units.money import Money
from fondaco.units.quantity import Quantity
from tests.fondaco.messages.documents import DOCUMENTS, XML_DOCUMENTS

NAMESPACES = (
    'xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" '
    'xmlns="urn:wco:datamodel:WCO:DEC-DMS:2" xmlns:p1="urn:wco:datamodel:WCO:Declaration_DS:DMS:2"'
)


def message(inside: str, *, header: str = "<md:WCOTypeName>DEC</md:WCOTypeName>") -> bytes:
    return (
        f"<md:MetaData {NAMESPACES}>{header}<Declaration>"
        f"<FunctionCode>9</FunctionCode>{inside}</Declaration></md:MetaData>"
    ).encode()


def item(inside: str) -> GoodsItem:
    reading = wco_xml.read(message(_item(inside)))
    assert reading.warnings == ()
    return reading.document.items[0]


def _item(inside: str) -> str:
    return (
        f"<GoodsShipment><GovernmentAgencyGoodsItem>{inside}"
        "</GovernmentAgencyGoodsItem></GoodsShipment>"
    )


def commodity(inside: str) -> GoodsItem:
    return item(f"<Commodity>{inside}</Commodity>")


def classification(identifier: str, kind: str) -> str:
    said = f"<ID>{identifier}</ID>" if identifier else ""
    kinds = f"<IdentificationTypeCode>{kind}</IdentificationTypeCode>"
    return f"<Classification>{said}{kinds}</Classification>"


def refusal(data: bytes) -> Unreadable:
    with pytest.raises(Unreadable) as refused:
        wco_xml.read(data)
    return refused.value


def test_the_eight_digits_of_the_tariff_and_the_two_of_the_subheading_are_one_commodity_code():
    read = commodity(
        classification("VATZ", "GN")
        + classification("46021910", "TSP")
        + classification("00", "TRC")
    )

    assert read.commodity_code == "4602191000"
    assert read.additional_codes == (AdditionalCode(code="VATZ", kind="GN"),)


@pytest.mark.parametrize(
    ("classifications", "code", "others"),
    [
        ([("46021910", "TSP")], "46021910", []),
        ([("", "TSP"), ("00", "TRC")], None, [("", "TSP"), ("00", "TRC")]),
        ([("4602191000", "TSP")], "4602191000", []),
        ([("460219", "TSP"), ("00", "TRC")], "460219", [("00", "TRC")]),
        ([("00", "TRC")], None, [("00", "TRC")]),
        ([("46021910", "TSP"), ("0", "TRC")], "46021910", [("0", "TRC")]),
        ([("46021910", "TSP"), ("46021911", "TSP")], "46021910", [("46021911", "TSP")]),
        ([("46021910", "TSP"), ("00", "TRC"), ("01", "TRC")], "4602191000", [("01", "TRC")]),
    ],
)
def test_classifications_that_make_no_ten_digits_are_kept_as_they_are(
    classifications, code, others
):
    read = commodity("".join(classification(*each) for each in classifications))

    assert read.commodity_code == code
    assert [(each.code, each.kind) for each in read.additional_codes] == others


@pytest.mark.parametrize(
    ("codes", "procedure", "additional", "others"),
    [
        ([("40", "00"), ("000", None)], "4000", ("000",), 0),
        ([("1CG", None), ("10", "40"), ("000", None)], "1040", ("1CG", "000"), 0),
        ([("40", "00"), ("71", "00")], "4000", (), 1),
        ([("4000", None)], None, ("4000",), 0),
        ([("040", "00")], None, (), 1),
        ([(None, "00")], None, (), 1),
    ],
)
def test_procedure_codes(codes, procedure, additional, others):
    read = item("".join(_procedure(*each) for each in codes))

    assert (read.procedure, read.additional_procedures) == (procedure, additional)
    assert len(read.other_procedures) == others


def _procedure(current: str | None, previous: str | None) -> str:
    inside = f"<CurrentCode>{current}</CurrentCode>" if current else ""
    inside += f"<PreviousCode>{previous}</PreviousCode>" if previous else ""
    return f"<GovernmentProcedure>{inside}</GovernmentProcedure>"


def test_origins():
    read = item(
        "<Origin><CountryCode>US</CountryCode><TypeCode>1</TypeCode></Origin>"
        "<Origin><CountryCode>EU</CountryCode><TypeCode>2</TypeCode></Origin>"
        "<Origin><CountryCode>CA</CountryCode><TypeCode>1</TypeCode></Origin>"
    )

    assert (read.origin, read.preferential_origin) == ("US", "EU")
    assert [each.country for each in read.other_origins] == ["CA"]


def test_money_quantities_and_masses():
    read = commodity(
        "<GoodsMeasure><GrossMassMeasure unitCode='KGM'>12.50</GrossMassMeasure>"
        "<NetNetWeightMeasure>10</NetNetWeightMeasure>"
        "<TariffQuantity unitCode='KGM#G'>+5.0</TariffQuantity></GoodsMeasure>"
        "<InvoiceLine><ItemChargeAmount currencyID='GBP'>1000.00</ItemChargeAmount></InvoiceLine>"
    )

    assert str(read.gross_mass) == "12.5"
    assert read.net_mass == Decimal(10)
    assert read.supplementary_quantity == Quantity(Decimal(5), "KGM#G")
    assert read.invoice_amount == Money(Decimal(1000), "GBP")


def test_a_currency_that_is_not_stated_is_left_for_a_rule_to_find():
    reading = wco_xml.read(message("<InvoiceAmount>9.5</InvoiceAmount>"))

    assert reading.document.invoice_amount == Money(Decimal("9.5"), "")
    assert b"currencyID" not in wco_xml.write(reading.document)


@pytest.mark.parametrize(
    ("mass", "kilograms"),
    [
        ("2.5 TNE", "2500"),
        ("500 GRM", "0.5"),
        ("3 DTN", "300"),
        ("100 LBR", "45.359237"),
        ("1 MGM", "0.000001"),
    ],
)
def test_a_mass_in_another_unit_is_converted_and_said_to_be(mass, kilograms):
    text, unit = mass.split()
    inside = f"<TotalGrossMassMeasure unitCode='{unit}'>{text}</TotalGrossMassMeasure>"

    reading = wco_xml.read(message(inside))

    assert str(reading.document.gross_mass) == kilograms
    assert [note.code for note in reading.warnings] == ["unit-converted"]
    assert kilograms in reading.warnings[0].expected("fr")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("20240425", "2024-04-25"),
        ("20240425090243", "2024-04-25T09:02:43"),
        ("20240425090243Z", "2024-04-25T09:02:43Z"),
        ("20240425090243+01", "2024-04-25T09:02:43+01:00"),
        (" 20240229\n", "2024-02-29"),
    ],
)
def test_dates_and_instants_are_iso_text(written, read):
    inside = (
        "<AcceptanceDateTime><p1:DateTimeString formatCode='304'>"
        f"{written}</p1:DateTimeString></AcceptanceDateTime>"
    )

    reading = wco_xml.read(message(inside))

    assert reading.document.accepted_at == read
    assert wco_xml.read(wco_xml.write(reading.document)).document == reading.document


def test_comments_sections_and_white_space_do_not_change_a_value():
    plain = wco_xml.read(message("<TypeCode>IMA</TypeCode>")).document
    odd = (
        "<?xml-stylesheet href='x'?><!-- a --><TypeCode>\n\t I<!-- b -->M<![CDATA[A]]> "
        "<?pi?></TypeCode><!-- c -->\r\n"
    )

    assert wco_xml.read(message(odd)).document == plain


def test_the_transport_wrapper_of_the_uk_is_opened_and_said_to_be_lost():
    wrapped = (
        b'<v1:submitDeclarationRequest xmlns:v1="http://uk/gov/hmrc/mdg/declarationmanagement/'
        b'submitdeclaration/request/schema/v1"><v1:requestCommon/><v1:requestDetail>'
        + message("<TypeCode>IMA</TypeCode>")
        + b"</v1:requestDetail></v1:submitDeclarationRequest>"
    )

    reading = wco_xml.read(wrapped)

    assert reading.document.kind == "IMA"
    assert [note.code for note in reading.warnings] == ["wrapper-not-kept"]


def test_two_messages_in_one_wrapper_are_refused_for_another_might_read_the_other():
    wrapped = (
        b'<v1:submitDeclarationRequest xmlns:v1="http://uk/gov/hmrc/mdg/declarationmanagement/x">'
        + message("<TypeCode>IMA</TypeCode>")
        + message("<TypeCode>EXA</TypeCode>")
        + b"</v1:submitDeclarationRequest>"
    )

    assert refusal(wrapped).code == "unknown-root"


def test_a_declaration_without_its_header_is_read():
    bare = f"<Declaration {NAMESPACES}><FunctionCode>13</FunctionCode></Declaration>".encode()

    assert wco_xml.read(bare).document == Document(function="13")


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ("<TypeCode listID='x'>IMA</TypeCode>", "attribute-not-kept"),
        ("<TypeCode> </TypeCode>", "empty-element"),
        (_item("<Commodity/>"), "empty-element"),
        (_item("<Commodity><DangerousGoods/></Commodity>"), "empty-element"),
        ("<TypeCode>IMA</TypeCode><ID>1</ID>", "out-of-order"),
    ],
)
def test_what_does_no_harm_is_noted(inside, code):
    reading = wco_xml.read(message(inside))

    assert [note.code for note in reading.warnings] == [code]
    for language in ("en", "fr"):
        assert reading.warnings[0].expected(language)
        assert reading.warnings[0].mend(language)


def test_an_empty_part_stands_for_itself_because_amendments_count_parts():
    inside = _item(
        "<AdditionalDocument/><AdditionalDocument><ID>7</ID></AdditionalDocument>"
        "<GovernmentProcedure/><Origin/>"
    )

    document = wco_xml.read(message(inside)).document

    assert [each.identifier for each in document.items[0].documents] == [None, "7"]
    assert wco_xml.read(wco_xml.write(document)).document == document


ITEM = "MetaData/Declaration/GoodsShipment/GovernmentAgencyGoodsItem"
REFUSED = [
    # what stands in the declaration, code, path
    ("<Colour>red</Colour>", "unknown-element", "MetaData/Declaration/Colour"),
    (_item("<Color/>"), "unknown-element", f"{ITEM}/Color"),
    ("<TypeCode>IMA</TypeCode><TypeCode>EXA</TypeCode>", "repeated-element",
     "MetaData/Declaration/TypeCode[2]"),
    ("<TypeCode>A</TypeCode><Agent/><TypeCode>B</TypeCode>", "repeated-element",
     "MetaData/Declaration/TypeCode[2]"),
    ("<Agent/><Agent/>", "repeated-element", "MetaData/Declaration/Agent[2]"),
    ("<TypeCode><b>IMA</b></TypeCode>", "nested-element", "MetaData/Declaration/TypeCode"),
    ("stray<TypeCode>IMA</TypeCode>", "stray-text", "MetaData/Declaration"),
    ("<TypeCode>IMA</TypeCode>stray", "stray-text", "MetaData/Declaration"),
    ('<TypeCode xmlns="urn:other">IMA</TypeCode>', "unknown-element",
     "MetaData/Declaration/TypeCode"),
    ('<TypeCode xmlns="">IMA</TypeCode>', "unknown-element", "MetaData/Declaration/TypeCode"),
    ("<md:TypeCode>IMA</md:TypeCode>", "unknown-element", "MetaData/Declaration/md:TypeCode"),
    ("<InvoiceAmount>1,5</InvoiceAmount>", "not-a-number", "MetaData/Declaration/InvoiceAmount"),
    ("<InvoiceAmount>NaN</InvoiceAmount>", "not-a-number", "MetaData/Declaration/InvoiceAmount"),
    ("<InvoiceAmount>INF</InvoiceAmount>", "not-a-number", "MetaData/Declaration/InvoiceAmount"),
    ("<InvoiceAmount>١</InvoiceAmount>", "not-a-number", "MetaData/Declaration/InvoiceAmount"),
    ("<InvoiceAmount>1E3</InvoiceAmount>", "exponent", "MetaData/Declaration/InvoiceAmount"),
    ("<InvoiceAmount>1E-999999999</InvoiceAmount>", "exponent",
     "MetaData/Declaration/InvoiceAmount"),
    ("<InvoiceAmount>0.1234567</InvoiceAmount>", "number-too-long",
     "MetaData/Declaration/InvoiceAmount"),
    (f"<InvoiceAmount>{'9' * 100_000}</InvoiceAmount>", "number-too-long",
     "MetaData/Declaration/InvoiceAmount"),
    ("<GoodsItemQuantity>1.5</GoodsItemQuantity>", "whole-number",
     "MetaData/Declaration/GoodsItemQuantity"),
    ("<GoodsItemQuantity>-1</GoodsItemQuantity>", "whole-number",
     "MetaData/Declaration/GoodsItemQuantity"),
    ("<GoodsItemQuantity>100000</GoodsItemQuantity>", "whole-number",
     "MetaData/Declaration/GoodsItemQuantity"),
    ("<TotalGrossMassMeasure unitCode='LTR'>1</TotalGrossMassMeasure>", "unit",
     "MetaData/Declaration/TotalGrossMassMeasure"),
    ("<TotalGrossMassMeasure unitCode='LBR'>0.5</TotalGrossMassMeasure>", "unit",
     "MetaData/Declaration/TotalGrossMassMeasure"),
    ("<AcceptanceDateTime><p1:DateTimeString formatCode='304'>20240230</p1:DateTimeString>"
     "</AcceptanceDateTime>", "not-a-date",
     "MetaData/Declaration/AcceptanceDateTime/DateTimeString"),
    ("<AcceptanceDateTime><p1:DateTimeString formatCode='203'>202402</p1:DateTimeString>"
     "</AcceptanceDateTime>", "not-a-date",
     "MetaData/Declaration/AcceptanceDateTime/DateTimeString"),
    ("<AcceptanceDateTime><Day>1</Day></AcceptanceDateTime>", "unknown-element",
     "MetaData/Declaration/AcceptanceDateTime/Day"),
    ("<TypeCode>a&#127;</TypeCode>", "forbidden-character", "MetaData/Declaration/TypeCode"),
    ("<TypeCode>a\x9bb</TypeCode>", "forbidden-character", "MetaData/Declaration/TypeCode"),
    ("<InvoiceAmount currencyID='G&#133;'>1</InvoiceAmount>", "forbidden-character",
     "MetaData/Declaration/InvoiceAmount"),
    (f"<TypeCode>{'x' * 10_001}</TypeCode>", "too-long-text", "MetaData/Declaration/TypeCode"),
    ("<GoodsShipment><CustomsValuation><ChargeDeduction/></CustomsValuation></GoodsShipment>",
     "missing", "MetaData/Declaration/GoodsShipment/CustomsValuation/ChargeDeduction"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("inside", "code", "path"), REFUSED, ids=[f"{row[1]}-{row[0][:30]}" for row in REFUSED]
)
def test_what_a_declaration_cannot_say_is_refused_at_its_path(inside, code, path):
    refused = refusal(message(inside))

    assert (refused.code, refused.path) == (code, path.replace("md:", ""))
    for problem in refused.problems:
        for language in ("en", "fr"):
            assert problem.expected(language)
            assert problem.mend(language)


def test_a_misspelt_element_is_told_the_element_it_is_near():
    assert "(TypeCode?)" in refusal(message("<TypeCod>IMA</TypeCod>")).expected


def test_every_problem_is_told_at_once_and_their_number_is_bounded():
    inside = "".join(f"<InvoiceAmount>{n}x</InvoiceAmount><Odd/>" for n in range(100))

    refused = refusal(message(inside))

    assert len(refused.problems) == 50
    assert {problem.code for problem in refused.problems} == {
        "not-a-number",
        "repeated-element",
        "unknown-element",
    }


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (f"<md:MetaData {NAMESPACES}/>", "no-declaration"),
        (f"<md:MetaData {NAMESPACES}><Response/></md:MetaData>", "no-declaration"),
        (f"<Declaration {NAMESPACES}/>", "missing"),
        (f"<Declaration {NAMESPACES}><FunctionCode> </FunctionCode></Declaration>", "missing"),
        (
            f"<md:MetaData {NAMESPACES}><Declaration><Agent><FunctionCode>2</FunctionCode>"
            "</Agent></Declaration></md:MetaData>",
            "missing",
        ),
        ("<Declaration/>", "unknown-root"),
        ('<Declaration xmlns="urn:wco:datamodel:WCO:DEC:2"/>', "unknown-root"),
        ("<html><body/></html>", "unknown-root"),
        (
            '<w:a xmlns:w="http://uk/gov/hmrc/mdg/declarationmanagement/x"/>',
            "unknown-root",
        ),
    ],
)
def test_another_message_is_no_declaration(data, code):
    assert refusal(data.encode()).code == code


def test_another_version_of_the_model_is_noted():
    header = "<md:WCODataModelVersionCode>3.7</md:WCODataModelVersionCode>"

    reading = wco_xml.read(message("", header=header))

    assert [note.code for note in reading.warnings] == ["other-model"]


def test_the_table_has_a_place_for_every_field_of_every_part():
    carried: dict[type, set[str]] = {}
    for shape in _shapes(DOCUMENT):
        carried.setdefault(shape.of, set()).update(shape.fields())

    wanting = {
        kind.__name__: {field.name for field in msgspec.structs.fields(kind)} - fields
        for kind, fields in carried.items()
    }

    assert {name: fields for name, fields in wanting.items() if fields} == {}
    assert set(carried) >= set(_parts(inspect.type_info(Document))) - {
        Money,
        Quantity,
        AdditionalCode,
    }


def _shapes(shape: Shape):
    yield shape
    yield from (each for node in shape.nodes for each in _shapes_of(node))


def _shapes_of(node: Node):
    if isinstance(node, Single | Several | Folded):
        yield from _shapes(node.shape)
    elif isinstance(node, Inside):
        yield from (each for inner in node.nodes for each in _shapes_of(inner))


def _parts(kind: inspect.Type):
    if isinstance(kind, inspect.UnionType):
        yield from (part for each in kind.types for part in _parts(each))
    elif isinstance(kind, inspect.VarTupleType):
        yield from _parts(kind.item_type)
    elif isinstance(kind, inspect.StructType):
        yield kind.cls
        yield from (part for field in kind.fields for part in _parts(field.type))


@given(XML_DOCUMENTS)
def test_what_is_written_is_read_back_equal(document):
    assert wco_xml.read(wco_xml.write(document)).document == document


@given(DOCUMENTS)
def test_what_xml_cannot_carry_is_refused_at_its_path_and_nothing_is_lost(document):
    try:
        written = wco_xml.write(document)
    except Unwritable as refused:
        assert all(problem.code == "not-carried" for problem in refused.problems)
    else:
        assert wco_xml.read(written).document == document


@pytest.mark.parametrize(
    ("document", "path"),
    [
        (Document(kind=" IMA"), "kind"),
        (Document(kind="a\x00"), ""),
        (Document(accepted_at="yesterday"), ""),
        (Document(accepted_at="2024-04-25T09:02:43+05:30"), ""),
        (
            Document(shipment=Shipment(items=(GoodsItem(procedure="40"),))),
            "shipment.items[0].procedure",
        ),
    ],
)
def test_the_refusal_to_write_names_the_place(document, path):
    with pytest.raises(Unwritable) as refused:
        wco_xml.write(document)

    assert refused.value.path == path


SAMPLE = wco_xml.write(
    Document(
        kind="IMA",
        local_reference="2026-0001",
        invoice_amount=Money(Decimal("9.5"), "GBP"),
        shipment=Shipment(
            dispatch_country="US",
            items=(
                GoodsItem(number=1, commodity_code="0101210000", net_mass=Decimal("10.5")),
                GoodsItem(number=2, procedure="4000", origin="US"),
            ),
        ),
    )
)
WORDS = (b"<", b">", b"/>", b"&", b"&#0;", b"<!--", b"]]>", b"<![CDATA[", b'"', b"\x00", b"\xff")


@given(st.data())
def test_a_message_with_an_accident_is_read_or_refused_and_nothing_else(data):
    written = bytearray(SAMPLE)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(written)))
        length = data.draw(st.integers(0, 8))
        written[at : at + length] = data.draw(st.sampled_from(WORDS) | st.binary(max_size=3))
    try:
        read = wco_xml.read(bytes(written)).document
    except Unreadable as refused:
        assert refused.problems
    else:
        assert wco_xml.read(wco_xml.write(read)).document == read


@given(st.data())
def test_a_message_with_elements_moved_about_is_read_or_refused_and_nothing_else(data):
    root = etree.fromstring(SAMPLE)
    for _ in range(data.draw(st.integers(1, 3))):
        elements = list(root.iter())[1:]
        if not elements:
            break
        moved = data.draw(st.sampled_from(elements))
        inside = set(moved.iter())
        target = data.draw(st.sampled_from([each for each in root.iter() if each not in inside]))
        if data.draw(st.booleans()):
            moved = etree.fromstring(etree.tostring(moved))
        target.append(moved)
    try:
        read = wco_xml.read(etree.tostring(root)).document
    except Unreadable as refused:
        assert refused.problems
    else:
        assert wco_xml.read(wco_xml.write(read)).document == read


@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_refused_and_nothing_else(data):
    assert refusal(data).code
