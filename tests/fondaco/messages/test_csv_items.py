"""A trader's spreadsheet becomes goods items, or every cell in the way is named."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fondaco.declaration.document import (
    AdditionalCode,
    DeclaredTax,
    GoodsItem,
    Packaging,
    SupportingDocument,
)
from fondaco.messages import csv_items
from fondaco.messages.csv_items.columns import BY_NAME, COLUMNS
from fondaco.messages.problem import Unreadable
from fondaco.units.money import Money
from fondaco.units.quantity import Quantity


def read(sheet: str, *, codec: str = "utf-8", encoding: str = "utf-8") -> tuple[GoodsItem, ...]:
    return csv_items.read(sheet.encode(codec), encoding=encoding)


def refusal(sheet: str | bytes, *, encoding: str = "utf-8") -> Unreadable:
    data = sheet.encode() if isinstance(sheet, str) else sheet
    with pytest.raises(Unreadable) as refused:
        csv_items.read(data, encoding=encoding)
    return refused.value


def test_every_column_fills_its_element():
    cells = {
        "number": "7",
        "commodity_code": "0101210000",
        "additional_codes": "GN:VATZ TRA:2501",
        "description": "Horses, live",
        "procedure": "4000",
        "additional_procedures": "000 1CG",
        "origin": "NO",
        "preferential_origin": "EU",
        "dispatch_country": "SE",
        "destination_country": "XF",
        "gross_mass": "1200.50",
        "net_mass": "1200",
        "supplementary_quantity": "3",
        "supplementary_unit": "NAR",
        "invoice_amount": "9000.00",
        "invoice_currency": "EUR",
        "statistical_value": "9100",
        "statistical_currency": "XFC",
        "valuation_method": "1",
        "valuation_indicators": "0000",
        "transaction_nature": "11",
        "reference": "6XF100000016-1",
        "dangerous_goods": "1234 3166",
        "preference": "100",
        "quota": "090123",
        "payment_method": "E",
        "package_kind": "BX",
        "package_quantity": "3",
        "package_marks": "H/1-3",
        "documents": "N935:INV-17:AC|C644:GB:1:2",
    }
    sheet = ",".join(cells) + "\n" + ",".join(f'"{cell}"' for cell in cells.values())

    assert list(cells) == [column.name for column in COLUMNS]
    assert read(sheet) == (
        GoodsItem(
            number=7,
            commodity_code="0101210000",
            additional_codes=(
                AdditionalCode(kind="GN", code="VATZ"),
                AdditionalCode(kind="TRA", code="2501"),
            ),
            description="Horses, live",
            procedure="4000",
            additional_procedures=("000", "1CG"),
            origin="NO",
            preferential_origin="EU",
            dispatch_country="SE",
            destination_country="XF",
            gross_mass=Decimal("1200.5"),
            net_mass=Decimal(1200),
            supplementary_quantity=Quantity(Decimal(3), "NAR"),
            invoice_amount=Money(Decimal(9000), "EUR"),
            statistical_value=Money(Decimal(9100), "XFC"),
            valuation_method="1",
            valuation_indicators="0000",
            transaction_nature="11",
            reference="6XF100000016-1",
            dangerous_goods=("1234", "3166"),
            taxes=(DeclaredTax(preference="100", quota="090123", payment_method="E"),),
            packages=(Packaging(number=1, kind="BX", quantity=Decimal(3), marks="H/1-3"),),
            documents=(
                SupportingDocument(category="N", kind="935", identifier="INV-17", status="AC"),
                SupportingDocument(category="C", kind="644", identifier="GB:1:2"),
            ),
        ),
    )


@pytest.mark.parametrize(
    "header",
    [
        "commodity_code,net_mass",
        "Commodity code,Net mass (kg)",
        "COMMODITY CODE , net  mass",
        "Code des marchandises,Masse nette (kg)",
        "code des marchandises,MASSE NETTE",
    ],
)
def test_columns_go_by_the_names_and_labels_of_their_elements(header):
    (item,) = read(f"{header}\n0101210000,10.5\n")

    assert (item.number, item.commodity_code, item.net_mass) == (1, "0101210000", Decimal("10.5"))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_template_filled_in_is_read(language):
    names = csv_items.template(language).decode("utf-8-sig").strip()
    cells = [
        "0101210000" if name == "commodity_code" else "" for name in map(_column, names.split(";"))
    ]

    (item,) = csv_items.read(
        csv_items.template(language) + ";".join(cells).encode(), encoding="UTF-8"
    )

    assert item == GoodsItem(number=1, commodity_code="0101210000")


def _column(name: str) -> str:
    return BY_NAME[csv_items.columns.plain(name)].name


def test_no_two_columns_share_a_name():
    names = [name for column in COLUMNS for name in column.names()]

    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "UTF-8"),
        ("cp1252", "windows-1252"),
        ("latin-1", "ISO-8859-1"),
    ],
)
def test_the_encoding_is_the_one_declared(codec, encoding):
    sheet = "commodity_code;désignation\n0101210000;Étalon\n"

    assert read(sheet, codec=codec, encoding=encoding)[0].description == "Étalon"


def test_another_encoding_than_declared_is_refused_at_its_byte():
    refused = refusal("commodity_code;désignation\n".encode("cp1252"))

    assert (refused.code, refused.path) == ("encoding", "byte 16")


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_separators_and_line_ends_are_found(separator, ends):
    rows = [["commodity_code", "description"], ["0101210000", "Horses"], [], ["0102", ""]]
    sheet = ends.join(separator.join(row) for row in rows)

    assert [item.commodity_code for item in read(sheet)] == ["0101210000", "0102"]


def test_a_spreadsheet_may_say_its_separator():
    assert read('sep=;\r\ncommodity_code;description\r\n0102;"a;b"\r\n')[0].description == "a;b"


@pytest.mark.parametrize(
    ("masses", "read_as"),
    [
        (["12.5", "1000"], ["12.5", "1000"]),
        (["12,5", "1,250"], ["12.5", "1.25"]),
        (["0,125000"], ["0.125"]),
        (["1250"], ["1250"]),
    ],
)
def test_decimals_stand_after_a_point_or_a_comma_but_not_both(masses, read_as):
    rows = "".join(f"0102;{mass}\n" for mass in masses)

    items = read(f"commodity_code;net_mass\n{rows}")

    assert [str(item.net_mass) for item in items] == read_as


@pytest.mark.parametrize(
    ("masses", "code", "path"),
    [
        (["1,250"], "ambiguous-number", "row 2, net_mass"),
        (["1,250", "12,500,000"], "ambiguous-number", "row 2, net_mass"),
        (["12,5", "1.250"], "ambiguous-number", "row 3, net_mass"),
        (["12,5", "1.250,5"], "not-a-number", "row 3, net_mass"),
        (["10 kg"], "not-a-number", "row 2, net_mass"),
        (["1 250"], "not-a-number", "row 2, net_mass"),
        (["=1+1"], "formula", "row 2, net_mass"),
        (["1E3"], "exponent", "row 2, net_mass"),
        (["0.1234567"], "number-too-long", "row 2, net_mass"),
    ],
)
def test_a_number_that_may_mean_two_things_or_nothing_is_refused(masses, code, path):
    rows = "".join(f"0102;{mass}\n" for mass in masses)

    refused = refusal(f"commodity_code;net_mass\n{rows}")

    assert (refused.code, refused.path) == (code, path)


@pytest.mark.parametrize("cell", ["=1+1", '=cmd|"/c calc"!A1', "+1", "-1", "@SUM(A1)", "=A1"])
def test_a_formula_in_a_text_stays_the_text_that_it_is(cell):
    quoted = cell.replace('"', '""')

    assert read(f'commodity_code,description\n0102,"{quoted}"\n')[0].description == cell


def test_digits_that_a_spreadsheet_kept_as_text_keep_their_zeros():
    assert read('commodity_code,origin\n"=""0101210000""",NO\n')[0].commodity_code == "0101210000"


@pytest.mark.parametrize(
    ("sheet", "code", "path"),
    [
        ("", "empty", ""),
        ("\r\n ; \r\n", "empty", ""),
        ("commodity_code,net_mass\n", "no-rows", ""),
        ("0101210000,10\n0102,11\n", "unknown-column", "row 1"),
        ("net_mass,origin\n10,NO\n", "no-header", "row 1"),
        ("commodity_code,colour\n0102,red\n", "unknown-column", "row 1"),
        ("commodity_code,origin,Pays d'origine\n0102,NO,SE\n", "repeated-column", "row 1"),
        ("commodity_code,\n0102,red\n", "unknown-column", "row 2, a column without name"),
        ("commodity_code,origin\n0102\n", "cells", "row 2"),
        ("commodity_code,origin\n0102,NO,SE\n", "cells", "row 2"),
        ("commodity_code,number\n0102,one\n", "not-a-number", "row 2, number"),
        ("commodity_code,number\n0102,1.5\n", "whole-number", "row 2, number"),
        ("commodity_code,invoice_amount\n0102,9\n", "without-its-unit", "row 2, invoice_amount"),
        ("commodity_code,invoice_currency\n0102,EUR\n", "without-its-unit",
         "row 2, invoice_currency"),
        ("commodity_code,supplementary_unit\n0102,NAR\n", "without-its-unit",
         "row 2, supplementary_unit"),
        ("commodity_code,documents\n0102,invoice\n", "document-cell", "row 2, documents"),
        ("commodity_code,description\n0102,a\x07\n", "forbidden-character", "row 2, description"),
        (f"commodity_code,description\n0102,{'x' * 10_001}\n", "too-long-text",
         "row 2, description"),
        (f"commodity_code,description\n0102,{'x' * 200_000}\n", "too-long-text", "row 2"),
        ("commodity_code\n" + "0102\n" * 1_000, "too-many-rows", ""),
        (";" * 100_000 + "\n", "empty", ""),
        (";".join(["commodity_code"] * 1_000) + "\n1\n", "too-many-elements", ""),
        (" " * 5_000_000, "too-large", ""),
    ],
    ids=lambda value: str(value)[:30],
)  # fmt: skip
def test_what_is_no_sheet_of_goods_is_refused_at_its_cell(sheet, code, path):
    refused = refusal(sheet)

    assert (refused.code, refused.path) == (code, path)
    for problem in refused.problems:
        for language in ("en", "fr"):
            assert problem.expected(language)
            assert problem.mend(language)
            assert "{" not in problem.expected(language) + problem.mend(language)


def test_every_cell_in_the_way_is_named():
    refused = refusal("commodity_code,net_mass,gross_mass\n01,x,y\n02,1,z\n")

    assert [problem.path for problem in refused.problems] == [
        "row 2, net_mass",
        "row 2, gross_mass",
        "row 3, gross_mass",
    ]


def test_a_column_nearly_right_is_told_its_name():
    assert "(commodity_code?)" in refusal("comodity code\n1\n").expected


def test_an_encoding_that_is_not_known_is_refused():
    assert refusal(b"a", encoding="utf-7").code == "encoding"


@given(
    st.binary(max_size=200) | st.text("commodity_code,;\n\"'=1.5\t", max_size=200).map(str.encode)
)
def test_any_bytes_are_read_or_refused_and_nothing_else(data):
    try:
        csv_items.read(data, encoding="utf-8")
    except Unreadable as refused:
        assert refused.code
