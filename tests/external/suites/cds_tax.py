"""The tax lines that the UK's CDS answered in its trade test, worked out from the declarations.

The law is the profile ``law/uk-trial``; the rates are inputs. For each case the suite adds to that
law the percentages of its answered lines, and an amount due once for each charge whose rate CDS
does not publish (specific, compound and manual ones), then assesses the declaration. Customs value,
the base of each charge, relief and rounding are ours. A line is answered when base and tax
assessed both agree to the penny. How many would be answered without those amounts is printed too.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from fondaco.assessment.assess import assess
from fondaco.assessment.statement import Assessment, Line, Unassessable
from fondaco.clearance.rulebook import Law
from fondaco.command.law_bundle import build
from fondaco.declaration.amendment import amended, is_amendment
from fondaco.declaration.document import Document, GoodsItem, Shipment, TradeTerms
from fondaco.messages import wco_xml
from fondaco.messages.problem import Unreadable
from fondaco.units.money import Money
from tests.external.suites import Report, Tally

FOLDER = "declarations/cds"
PROFILE = Path(__file__).parents[3] / "law" / "uk-trial"

GIVEN = '"Rates given with the case, {case}",CDS trade test'
FIRST_DAY = "2021-01-01"
TAX, DUTY = "B00", "A00"
NO_TAX = "none"

Answer = Mapping[str, str]

KNOWN = {
    "TT_IM017b": "the published declaration is a later version of what was assessed: its item "
    "price is 3000, the answer starts from 10000",
    "TT_IM036a": "CDS prints the rate with two decimals (0.16) and reckons with three (0.164)",
    "TT_IM040a": "inward processing in Northern Ireland (5100 F44, NIDOM): CDS takes the duty off "
    "the base of B00, and no published law or guide says so",
    "TT_IM186a": "inward processing in Northern Ireland (5100 F44, NIDOM): CDS takes the duty off "
    "the base of B00, and no published law or guide says so",
    "TT_IM115a": "CDS split the item when the quota covered only a part of it, and answered for "
    "each part; how much was covered is in no message",
}
"""Scenarios that cannot come out, and why."""


def run(data: Path) -> Report:
    """Work out every ad valorem line whose inputs are published, and say why the others differ."""
    tally = Tally("cds-tax")
    folder = data / FOLDER
    cases = json.loads((folder / "cds_duty_cases.json").read_text())["cases"]
    trial = Trial(folder / "samples")
    counts: dict[str, int] = defaultdict(int)
    for case in cases:
        answered = [line for line in case["expected"] if _is_ad_valorem(line)]
        if not case["inputs"]:
            tally.skip(len(answered), f"{case['case']}: no inputs are published")
            continue
        counts["lines"] += len(answered)
        _try(tally, counts, trial, case, answered)
    _note(tally, counts)
    return tally.report()


def _try(
    tally: Tally,
    counts: dict[str, int],
    trial: Trial,
    case: Mapping[str, Any],
    answered: list[Answer],
) -> None:
    full, bare = trial.lines(case, with_amounts=True), trial.lines(case, with_amounts=False)
    for answer in answered:
        name = f"{case['case']} {answer['tax_type']}"
        reason = full if isinstance(full, str) else _difference(answer, full)
        known = KNOWN.get(case["scenario"])
        counts["answered"] += not reason
        if not isinstance(bare, str):
            counts["answered without amounts"] += not _difference(answer, bare)
        tally.check(name, not reason, f"{reason}; {known}" if known else reason, known=bool(known))
    if not isinstance(full, str):
        counts["from the file"] += len(answered) if trial.is_from_file(case) else 0


def _note(tally: Tally, counts: Mapping[str, int]) -> None:
    tally.note(
        f"{counts['answered']} of {counts['lines']} ad valorem lines with inputs agree to the "
        "penny in base and tax assessed"
    )
    tally.note(
        f"{counts['answered without amounts']} of {counts['lines']} do so without the amounts of "
        "charges whose rate CDS does not publish"
    )
    tally.note(f"{counts['from the file']} of them were read from the declaration's own file")


class Trial:
    """The law of the profile, and the declarations it is tried on."""

    def __init__(self, samples: Path) -> None:
        self._samples = samples
        self._profile = build(PROFILE)

    def is_from_file(self, case: Mapping[str, Any]) -> bool:
        """Whether the declaration itself is at hand."""
        return (
            bool(case["declaration_file"]) and (self._samples / case["declaration_file"]).is_file()
        )

    def lines(self, case: Mapping[str, Any], *, with_amounts: bool) -> list[Line] | str:
        """Our lines for the item of a case, or why there are none."""
        document = self._document(case)
        number = int(case["item"])
        places = [place for place, item in enumerate(document.items) if item.number == number]
        if not places:
            return f"the declaration has no item {number}"
        law = Law.load(_bundle(self._profile, case, document, with_amounts=with_amounts))
        bill = assess(document, law.on(_day(case)).assessment)
        if isinstance(bill, Unassessable):
            return "; ".join(f"{each.rule} at {each.path}" for each in bill.obstacles)
        assert isinstance(bill, Assessment)
        return [line for line in bill.lines if line.item == number]

    def _document(self, case: Mapping[str, Any]) -> Document:
        """The declaration as it was when the answer was given: lodged, then amended."""
        if not self.is_from_file(case):
            return _from_inputs(case["inputs"])
        path = self._samples / case["declaration_file"]
        document = wco_xml.read(path.read_bytes()).document
        for request in list(self._amendments(path))[: self._version(case) - 1]:
            document = amended(document, request)
        return document

    def _version(self, case: Mapping[str, Any]) -> int:
        """Which version of the declaration the tax notification answers."""
        path = self._samples / case["tax_file"]
        found = re.search(rb"<VersionID>(\d+)<", path.read_bytes()) if path.is_file() else None
        return int(found[1]) if found else 1

    def _amendments(self, declaration: Path) -> Iterator[Document]:
        for path in sorted(declaration.parent.glob("*.xml")):
            try:
                document = wco_xml.read(path.read_bytes()).document
            except Unreadable:
                continue
            if is_amendment(document):
                yield document


def _from_inputs(inputs: Mapping[str, str]) -> Document:
    """A declaration of the one item that the inputs tell of."""
    item = GoodsItem(
        number=int(inputs["item"]),
        commodity_code=_code(inputs),
        origin=_origin(inputs),
        additional_procedures=tuple(inputs["procedures"].split()[1:]),
        invoice_amount=Money(Decimal(inputs["item_price"]), inputs["item_price_ccy"]),
        valuation_method=inputs["valuation_method"],
        net_mass=Decimal(inputs["net_kg"]),
    )
    terms = TradeTerms(condition=inputs.get("incoterm"))
    return Document(kind=inputs["decl_type"], shipment=Shipment(trade_terms=terms, items=(item,)))


def _code(inputs: Mapping[str, str]) -> str:
    return f"{inputs['commodity_code']}{inputs.get('taric_suffix', '00')}"


def _origin(inputs: Mapping[str, str]) -> str:
    return inputs["origin"].split()[0].partition(":")[2]


def _day(case: Mapping[str, Any]) -> date:
    return datetime.strptime(case["issued"][:8], "%Y%m%d").date()  # noqa: DTZ007 - a legal day


def _bundle(
    profile: Mapping[str, bytes],
    case: Mapping[str, Any],
    document: Document,
    *,
    with_amounts: bool,
) -> dict[str, bytes]:
    """The profile with the rates of one case, and the nomenclature of its declaration."""
    rates = _rates(case["expected"], _charges(profile), with_amounts=with_amounts)
    cites = GIVEN.format(case=case["scenario"])
    bundle = dict(profile)
    excise = [charge for charge in rates if charge.isdigit()]
    bundle["charges.csv"] = _with_excise(profile["charges.csv"], excise, cites)
    duty, tax = rates.pop(DUTY, "FREE"), rates.pop(TAX, "")
    bundle["duties.csv"] = _csv("code,rate", [f"all,{duty}"], cites)
    bundle["vat_rates.csv"] = _csv("category,rate,en,fr", [f"given,{tax},Given,Donné"], cites)
    bundle["vat.csv"] = _csv("code,category", ["all,given"], cites)
    others = [f"{charge},all,{rate}" for charge, rate in rates.items()]
    bundle["excise.csv"] = _csv("charge,code,rate", others, cites)
    bundle["nomenclature.csv"] = _nomenclature(document, cites)
    return bundle


def _charges(profile: Mapping[str, bytes]) -> frozenset[str]:
    rows = profile["charges.csv"].decode().splitlines()[1:]
    return frozenset(row.partition(",")[0] for row in rows)


def _rates(answers: list[Answer], charges: frozenset[str], *, with_amounts: bool) -> dict[str, str]:
    """What each charge of the case is reckoned at: its percentages, else its amounts, added up.

    What CDS calls by another code is a security or a record of one, not a charge.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for answer in answers:
        charge = answer["tax_type"]
        if charge not in charges and not charge.isdigit():
            continue
        if _is_ad_valorem(answer):
            found[charge].append(f"{answer['rate'].strip()} %")
        elif with_amounts:
            found[charge].append(f"{answer['tax_assessed'].strip()} GBP / C62")
    return {charge: " + ".join(parts) for charge, parts in found.items()}


def _with_excise(charges: bytes, codes: list[str], cites: str) -> bytes:
    """The charges with the excise duties of the case, which value added tax counts."""
    text = charges.decode()
    for place, code in enumerate(codes):
        row = f'{code},{50 + place},Excise {code},Accise {code},value,"down to the cent"'
        text = text.replace(" first-destination", f" {code} first-destination")
        text += f"{row},{FIRST_DAY},{cites}\n"
    return text.encode()


def _nomenclature(document: Document, cites: str) -> bytes:
    codes = {
        code[:digits]
        for item in document.items
        if (code := item.commodity_code)
        for digits in (2, 4, 6, len(code))
    }
    return _csv("code,en,fr", [f"{code},{code},{code}" for code in sorted(codes)], cites)


def _csv(columns: str, rows: list[str], cites: str) -> bytes:
    lines = [f"{columns},from,by,journal", *(f"{row},{FIRST_DAY},{cites}" for row in rows)]
    return ("\n".join(lines) + "\n").encode()


def _is_ad_valorem(answer: Answer) -> bool:
    return "rate" in answer and "advalorem_base" in answer


def _difference(answer: Answer, lines: list[Line]) -> str:
    """How our line of the same charge and rate differs from the answer; empty where it does not."""
    rate = Decimal(answer["rate"].strip()) / 100
    ours = [
        line
        for line in lines
        if line.charge == answer["tax_type"] and line.per is None and line.rate == rate
    ]
    if not ours:
        return "we have no such line"
    base, assessed = (Decimal(answer[name].strip()) for name in ("advalorem_base", "tax_assessed"))
    line = ours[0]
    wrong = []
    if line.basis != base:
        wrong.append(f"base {line.basis}, answered {base}")
    if line.amount != assessed:
        wrong.append(f"tax {line.amount}, answered {assessed}")
    return ", ".join(wrong)
