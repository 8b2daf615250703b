"""The demonstration law loads whole; every flaw that can be put into it is found and named."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from fondaco.assessment.assess import assess
from fondaco.clearance.rulebook import Law
from fondaco.clearance.service_standards import Promise
from fondaco.declaration.document import Charge, GoodsItem, Shipment, TradeTerms
from fondaco.declaration.document import Document as Declaration
from fondaco.legal.flaw import FlawKind, LawRefused
from fondaco.units.money import Money
from tests.fondaco import demonstration_law

ON = date(2026, 11, 21)
ACT = '"Customs Act 2025, s. 53"'


def bundle(**changes: str | bytes | None) -> dict[str, bytes]:
    """The demonstration law with other files, or without some; names with _ for the dot."""
    files = dict(demonstration_law.bundle())
    for name, body in changes.items():
        stem, _, ending = name.rpartition("_")
        file = f"{stem}.{ending}"
        if body is None:
            del files[file]
        elif isinstance(body, bytes):
            files[file] = body
        else:
            files[file] = files[file] + body.encode()
    return files


def flaws(files: dict[str, bytes]) -> list[tuple[str, FlawKind, str]]:
    with pytest.raises(LawRefused) as refused:
        Law.load(files)
    return [(flaw.file, flaw.kind, flaw.found) for flaw in refused.value.flaws]


ROWS = [
    ("duties_csv", f"84710,5 %,2026-01-01,{ACT},2026/L 1\n", FlawKind.UNKNOWN_CODE, "84710"),
    ("duties_csv", f"847199,5 %,2026-01-01,{ACT},2026/L 1\n", FlawKind.UNKNOWN_CODE, "847199"),
    ("duties_csv", f"847130,-5 %,2026-01-01,{ACT},2026/L 1\n", FlawKind.EXPRESSION, "-5 %"),
    ("duties_csv", f"847130,5 EUR / KGM,2026-01-01,{ACT},2026/L 1\n", FlawKind.EXPRESSION,
     "5 EUR / KGM"),
    ("duties_csv", f"847130,5 XFC / ZZZ,2026-01-01,{ACT},2026/L 1\n", FlawKind.UNKNOWN_CODE,
     "ZZZ"),
    ("duties_csv", "847130,5 %,2026-01-01,,2026/L 1\n", FlawKind.NO_CITATION, "no by"),
    ("duties_csv", f"847130,5 %,2026-01-01,{ACT},\n", FlawKind.NO_CITATION, "no journal"),
    ("duties_csv", "847130,5 %,2026-01-01,Customs Act 2025,2026/L 1\n", FlawKind.NO_CITATION,
     "Customs Act 2025"),
    ("duties_csv", '847130,5 %,2026-01-01,"Act of God, s. 1",2026/L 1\n', FlawKind.UNKNOWN_ACT,
     "Act of God"),
    ("duties_csv", f"8471,5 %,2026-01-01,{ACT},2026/L 1\n", FlawKind.OVERLAP,
     "one from 2026-01-01 and one from 2026-01-01"),
    ("duties_csv", f"847130,5 %,2026-13-01,{ACT},2026/L 1\n", FlawKind.UNREADABLE_ROW,
     "Invalid RFC3339 encoded date - at `$.from`"),
    ("duties_csv", "847130,5 %\n", FlawKind.UNREADABLE_ROW, "2 cells"),
    ("exchange_rates_csv", f"EUR,-1,2028-01-01,2028-02-01,{ACT},2026/L 1\n", FlawKind.NEGATIVE,
     "-1"),
    ("exchange_rates_csv", f"EUR,5,2028-02-01,2028-03-01,{ACT},2026/L 1\n", FlawKind.GAP,
     "none from 2028-01-01 up to 2028-02-01"),
    ("exchange_rates_csv", f"EUR,5,2027-12-15,2028-03-01,{ACT},2026/L 1\n", FlawKind.OVERLAP,
     "one from 2027-12-01 and one from 2027-12-15"),
    ("exchange_rates_csv", f"EUR,5,2028-01-01,2027-01-01,{ACT},2026/L 1\n", FlawKind.ENDS_EARLY,
     "2027-01-01"),
    ("exchange_rates_csv", f"QQQ,5,2028-01-01,2028-02-01,{ACT},2026/L 1\n",
     FlawKind.UNKNOWN_CODE, "QQQ"),
    ("vat_csv", f"8471,double,2026-01-01,{ACT},2026/L 1\n", FlawKind.UNKNOWN_CODE, "double"),
    ("excise_csv", f"E99,8471,5 %,2026-01-01,{ACT},2026/L 1\n", FlawKind.UNKNOWN_CODE, "E99"),
    ("fees_csv", f"X,F10,all,item,-1,a,b,2026-01-01,{ACT},2026/L 1\n", FlawKind.NEGATIVE, "-1"),
    ("fees_csv", f"X,F10,all,ship,1,a,b,2026-01-01,{ACT},2026/L 1\n", FlawKind.UNREADABLE_ROW,
     "Invalid enum value 'ship' - at `$.unit`"),
    ("requirements_csv", f"x,8471,all,Q999,a,b,2026-01-01,{ACT},2026/L 1\n",
     FlawKind.UNKNOWN_CODE, "Q999"),
    ("requirements_csv", f"x,8471,Mars,N380,a,b,2026-01-01,{ACT},2026/L 1\n",
     FlawKind.UNKNOWN_CODE, "Mars"),
    ("preferential_duties_csv", f"ZZZ,8471,5 %,2026-01-01,{ACT},2026/L 1\n",
     FlawKind.UNKNOWN_CODE, "ZZZ"),
    ("agreements_csv", f"ZZZ,999,NPA,N954,a,b,2026-01-01,{ACT},2026/L 1\n",
     FlawKind.UNKNOWN_CODE, "999"),
    ("supplementary_units_csv", f"8472,ZZZ,2026-01-01,{ACT},2026/L 1\n", FlawKind.UNKNOWN_CODE,
     "ZZZ"),
    ("units_csv", f"ZZZ,a,b,mass,0,2026-01-01,{ACT},2026/L 1\n", FlawKind.NEGATIVE, "0"),
    ("charges_csv", f"Z00,5,a,b,value B00,\"nearest cent, halves up\",2026-01-01,{ACT},2026/L 1\n",
     FlawKind.UNKNOWN_CODE, "B00"),
    ("reliefs_csv", f"Q99,A00,false,2026-01-01,{ACT},2026/L 1\n", FlawKind.UNKNOWN_CODE, "Q99"),
    ("thresholds_csv", f"Q00,10,,2026-01-01,,{ACT},2026/L 1\n", FlawKind.UNKNOWN_CODE, "Q00"),
    ("delivery_terms_csv", f"XYZ,a,b,parking,2026-01-01,{ACT},2026/L 1\n",
     FlawKind.UNKNOWN_CODE, "parking"),
    ("nomenclature_csv", f"847,a,b,2026-01-01,{ACT},2026/L 1\n", FlawKind.UNREADABLE_ROW, "847"),
    ("areas_csv", f"NPA,QQ,2026-01-01,{ACT},2026/L 1\n", FlawKind.UNKNOWN_CODE, "QQ"),
    ("offices_csv", f"XF000999,a,b,6,X1,2026-01-01,{ACT},2026/L 1\n", FlawKind.UNKNOWN_CODE,
     "6"),
    ("rules_csv", f"ZZ99,2026-01-01,,{ACT},2026/L 1\n", FlawKind.UNKNOWN_RULE, "ZZ99"),
    ("rules_csv", f"MA04,2026-01-01,,{ACT},2026/L 1\nMA04,2026-01-01,,{ACT},2026/L 1\n",
     FlawKind.OVERLAP, "one from 2026-01-01 and one from 2026-01-01"),
    ("rules_csv", "MA04,2026-01-01,,,2026/L 1\n", FlawKind.NO_CITATION, "no by"),
    ("service_standards_csv", f"release of nine in ten,0,a,b,2027-01-01,{ACT},2026/L 1\n",
     FlawKind.UNREADABLE_ROW, "Expected `int` >= 1 - at `$.minutes`"),
    ("service_standards_csv", f"release of all,5,a,b,2027-01-01,{ACT},2026/L 1\n",
     FlawKind.UNREADABLE_ROW, "Invalid enum value 'release of all' - at `$.promise`"),
    ("valuation_toml", "[colour]\nvalues = []\n", FlawKind.STRANGE_ENTRY, "colour"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "row", "kind", "found"), ROWS)
def test_a_flaw_is_found_and_named(file, row, kind, found):
    stem, _, ending = file.rpartition("_")
    assert (f"{stem}.{ending}", kind, found) in flaws(bundle(**{file: row}))


def test_an_unknown_rule_is_named_with_its_row():
    files = bundle(rules_csv=f"ZZ99,2026-01-01,,{ACT},2026/L 1\n")
    row = files["rules.csv"].decode().count("\n")

    with pytest.raises(LawRefused, match=rf"rules.csv, row {row}: a rule is not one .* ZZ99"):
        Law.load(files)


def test_a_service_standard_holds_from_its_day():
    later = 'release of nine in ten,60,a,b,2027-01-01,"Customs Act 2025, s. 9",2025/L 3\n'
    law = Law.load(bundle(service_standards_csv=later))

    within = [
        law.on(date(year, 1, 1)).service_standards[Promise.RELEASE].within for year in (2026, 2027)
    ]

    assert within == [timedelta(hours=4), timedelta(hours=1)]


def test_the_digest_covers_the_rules_in_force():
    rules = bundle()["rules.csv"].decode()
    later = rules.replace("GI05,2026-07-01", "GI05,2026-08-09").encode()

    law, other = Law.load(bundle()), Law.load(bundle(rules_csv=later))

    assert law.digest != other.digest
    assert date(2026, 8, 9) in set(other.changes()) - set(law.changes())


def test_all_flaws_are_told_at_once():
    files = bundle(
        duties_csv=f"989898,5 %,2026-01-01,{ACT},2026/L 1\n847130,x,2026-01-01,{ACT},2026/L 1\n",
        fees_csv=f"X,F10,all,item,-1,a,b,2026-01-01,{ACT},2026/L 1\n",
    )
    assert [file for file, _, _ in flaws(files)] == ["duties.csv", "duties.csv", "fees.csv"]


def test_a_missing_and_a_strange_file_are_named():
    files = {**bundle(fees_csv=None), "notes.txt": b"hello"}
    found = flaws(files)
    assert ("fees.csv", FlawKind.MISSING_FILE, "nothing") in found
    assert ("notes.txt", FlawKind.STRANGE_FILE, "notes.txt") in found


def test_columns_are_those_of_the_file():
    found = flaws(bundle(fees_csv=b"fee,charge,colour\n"))
    assert ("fees.csv", FlawKind.COLUMNS, "fee, charge, colour") in found


@pytest.mark.parametrize("body", [b"\xff\xfe", b"[country", b'[country]\ncode = "XF"\n'])
def test_a_country_that_cannot_be_read_is_refused_at_once(body):
    assert flaws(bundle(country_toml=body))


def test_goods_without_duty_are_a_gap():
    text = demonstration_law.bundle()["duties.csv"].decode()
    kept = "".join(line for line in text.splitlines(True) if not line.startswith(("84", '"84')))
    assert ("duties.csv and vat.csv", FlawKind.GAP, "none for 8401100000 on 2025-10-01") in flaws(
        bundle(duties_csv=kept.encode())
    )


def test_a_choice_that_comes_too_late_is_a_gap():
    text = demonstration_law.bundle()["valuation.toml"].decode()
    late = text.replace('from = 2025-10-01, value = "CIF"', 'from = 2026-01-01, value = "CIF"')
    found = flaws(bundle(valuation_toml=late.encode()))
    assert found[0][:2] == ("valuation.toml", FlawKind.GAP)
    assert "no basis in force on 2025-10-01" in found[0][2]


def test_every_measure_of_the_law_cites_an_act_that_is_in_force():
    law = demonstration_law.law()
    for day in law.changes():
        today = law.on(day)
        for code in list(today.nomenclature.declarable)[::37]:
            for measure in today.measures_for(code):
                assert measure.citation.act in today.acts
                assert measure.citation.article and measure.citation.journal
                assert measure.since <= day


def test_the_law_begins_on_its_first_day():
    law = demonstration_law.law()
    assert law.on(date(2025, 10, 1)).on == date(2025, 10, 1)
    with pytest.raises(LookupError, match="expected a day from 2025-10-01"):
        law.on(date(2025, 9, 30))


def test_days_between_two_changes_share_one_law():
    law = demonstration_law.law()
    assert law.on(date(2026, 11, 2)).assessment is law.on(date(2026, 11, 30)).assessment
    assert law.on(date(2026, 11, 30)).assessment is not law.on(date(2026, 12, 1)).assessment
    assert law.on(date(2026, 11, 2)).tariff is law.on(date(2026, 12, 1)).tariff


def test_measures_of_goods_by_origin():
    today = demonstration_law.on(ON)
    from_china = [measure.identifier for measure in today.measures_for("8712000000", "CN")]
    from_norway = [measure.identifier for measure in today.measures_for("8712000000", "NO")]
    from_anywhere = [measure.identifier for measure in today.measures_for("8712000000")]
    assert from_china == ["A00 8712", "A30 CN 8712", "A40 CN 8712", "B00 standard"]
    assert from_norway == ["A00 8712", "A00 NPA 87", "B00 standard"]
    assert set(from_china) | set(from_norway) | {"A00 GSP 87"} == set(from_anywhere)


def test_documents_are_required_by_code_and_origin():
    today = demonstration_law.on(ON)

    def required(code: str, origin: str) -> list[str]:
        return [each.identifier for each in today.requirements_for(code, origin)]

    assert required("9303200000", "US") == ["firearms"]
    assert required("7208100000", "CN") == ["steel origin"]
    assert required("7208100000", "DE") == []
    assert required("4407210000", "BR") == ["cites", "timber"]


def test_a_dated_line_switches_the_basis_to_fob():
    text = demonstration_law.bundle()["valuation.toml"].decode()
    basis = "[basis]\nvalues = [\n"
    later = '  { from = 2026-12-01, value = "FOB", by = "Finance Act 2026, s. 40", journal = "x" },'
    law = Law.load(bundle(valuation_toml=text.replace(basis, basis + later + "\n").encode()))
    goods = GoodsItem(
        number=1,
        commodity_code="3923210000",
        origin="US",
        invoice_amount=Money(Decimal("1000"), "XFC"),
        valuation_method="1",
        charges=(Charge(kind="AK", amount=Money(Decimal("100"), "XFC")),),
    )

    def bill(day: date, term: str) -> list[str]:
        terms = TradeTerms(condition=term)
        declaration = Declaration(shipment=Shipment(trade_terms=terms, items=(goods,)))
        lines = assess(declaration, law.on(day).assessment).lines
        return [f"{line.charge} {line.basis}" for line in lines if line.item]

    # CIF: 1100 at FOB, 1000 at CIF. FOB: 1000 at FOB, 900 at CIF; freight stays in the base of tax.
    november, december = date(2026, 11, 30), date(2026, 12, 1)
    assert bill(november, "FOB") == ["A00 1100.00", "B00 1171.50"]
    assert bill(november, "CIF") == ["A00 1000.00", "B00 1065.00"]
    assert bill(december, "FOB") == ["A00 1000.00", "B00 1165.00"]
    assert bill(december, "CIF") == ["A00 900.00", "B00 1058.50"]
