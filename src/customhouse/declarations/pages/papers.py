"""Papers of a declaration: assessment notice and release note, to read, to print, as PDF."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from customhouse.accounts.guards import for_roles
from customhouse.declarations.pages.declaration import ACCEPTED, TRADERS
from customhouse.declarations.problems import NotAllowed
from customhouse.declarations.queries.file import File, file_of
from customhouse.declarations.refusals import told
from customhouse.declarations.shown import bill_of, law_of, office_name, procedure_name
from customhouse.presentation import answers, formats, labels
from customhouse.presentation.bill import BillShown, ItemShown
from customhouse.presentation.paper import Paper, Section, Table, Text, pdf
from customhouse.revenue import queries as revenue
from customhouse.tariffs import queries as tariffs
from fondaco.clearance.rulebook import LawOfTheDay
from fondaco.declaration.document import GoodsItem
from fondaco.declaration.lifecycle import State
from fondaco.revenue.ledger import major

READERS = (*TRADERS, "officer", "supervisor")


class Shown(msgspec.Struct, frozen=True):
    """What both papers are made of."""

    file: File
    day: LawOfTheDay
    bill: BillShown | None


@for_roles(*READERS)
@require_GET
@told(back="declarations")
def assessment_notice(request: HttpRequest, mrn: str) -> HttpResponse:
    """The assessment notice: what is owed, why, by which law, and how to appeal."""
    shown = _shown(mrn)
    if shown.file.state not in ACCEPTED or shown.bill is None:
        raise _too_early()
    return _answer(request, shown, _notice(shown, shown.bill), name="assessment-notice")


@for_roles(*READERS)
@require_GET
@told(back="declarations")
def release_note(request: HttpRequest, mrn: str) -> HttpResponse:
    """The release note: which goods may be taken, from where, since when."""
    shown = _shown(mrn)
    if shown.file.state != State.RELEASED:
        raise _too_early()
    return _answer(request, shown, _note(shown), name="release-note")


def _answer(request: HttpRequest, shown: Shown, paper: Paper, *, name: str) -> HttpResponse:
    if request.GET.get("format") == "pdf":
        issued = shown.file.released_at or shown.file.accepted_at or datetime.now(UTC)
        return answers.document(pdf(paper, at=issued), name=f"{shown.file.mrn}-{name}.pdf")
    actor = request.actor  # type: ignore[attr-defined]
    route = "declaration" if actor.has_role(*TRADERS) else "file"
    back = reverse(route, args=[shown.file.mrn])
    context = {"paper": paper, "file": shown.file, "back": back}
    return render(request, "papers/paper.html", context)


def _shown(mrn: str) -> Shown:
    file = file_of(mrn, for_customs=False)
    day = law_of(file)
    return Shown(file, day, bill_of(file, day))


def _notice(shown: Shown, bill: BillShown) -> Paper:
    file, balance = shown.file, revenue.balance(shown.file.mrn)
    return Paper(
        issuer=_issuer(),
        title=_("Assessment notice"),
        number=file.mrn,
        facts=[
            *_head(shown),
            (_("Tax point"), formats.day(file.tax_point)),
            (_("Version"), str(file.version)),
        ],
        sections=[
            *(_item(item, bill.currency) for item in bill.items),
            Section(
                heading=_("Altogether"),
                table=Table(
                    headings=[_("Charge"), _("Code"), _("Amount")],
                    figures=[False, False, True],
                    rows=[
                        [name, code, formats.money(amount, bill.currency)]
                        for code, name, amount in bill.totals
                    ],
                    totals=[[_("Total"), "", formats.money(bill.total, bill.currency)]],
                ),
                facts=[
                    (_("Still owed"), formats.money(major(balance.owed), bill.currency)),
                    (
                        _("Deposited as security"),
                        formats.money(major(balance.secured), bill.currency),
                    ),
                ],
            ),
            Section(
                heading=_("If you do not agree"),
                sentences=[
                    _(
                        "You may ask for a review, and appeal after it. Write under the "
                        "declaration, name the line you contest and say why. What you contest "
                        "may be secured instead of paid."
                    )
                ],
            ),
        ],
        foot=_foot(file),
    )


def _item(item: ItemShown, currency: str) -> Section:
    rows: list[list[Text]] = [
        [
            _("Customs value"),
            item.method,
            formats.money(item.value, currency),
        ]
    ]
    rows += [
        [line.name, f"{line.formula} ({line.law})", formats.money(line.amount, currency)]
        for line in item.charges
    ]
    number, code = item.number, formats.commodity(item.commodity)
    return Section(
        heading=f"{_('Item')} {number} · {code.striptags()} · {item.description}",
        table=Table(
            headings=[_("Charge"), _("How it is worked out"), _("Amount")],
            figures=[False, False, True],
            rows=rows,
            totals=[[_("Charges on this item"), "", formats.money(item.total, currency)]],
        ),
    )


def _note(shown: Shown) -> Paper:
    file = shown.file
    shipment = file.document.shipment
    boxes = ", ".join(each.identifier or "" for each in shipment.equipment) if shipment else ""
    where = shipment.goods_location if shipment else None
    return Paper(
        issuer=_issuer(),
        title=_("Release note"),
        number=file.mrn,
        facts=[
            *_head(shown),
            (_("Released"), formats.moment(file.released_at, ago=False)),
            (_("Where the goods are"), (where.identifier if where else "") or "–"),
            (_("Containers"), boxes or "–"),
        ],
        sections=[
            Section(
                heading=_("Goods that may be taken"),
                table=Table(
                    headings=[_("Item"), _("Code"), _("Goods"), _("Packages"), _("Gross")],
                    figures=[True, False, False, False, True],
                    rows=[_released(item, shown.day) for item in file.document.items],
                ),
            )
        ],
        foot=_foot(file),
    )


def _released(item: GoodsItem, day: LawOfTheDay) -> list[Text]:
    kinds = day.names.get("package_kinds", {})
    packages = ", ".join(
        f"{each.quantity or ''} {labels.said(kinds.get(each.kind or '', each.kind or ''))}".strip()
        for each in item.packages
    )
    return [
        str(item.number or ""),
        formats.commodity(item.commodity_code),
        item.description or "",
        packages,
        formats.mass(item.gross_mass),
    ]


def _head(shown: Shown) -> list[tuple[str, Text]]:
    file = shown.file
    return [
        (_("Importer"), f"{file.importer_name} {file.importer or ''}".strip()),
        (_("Declarant"), file.declarant),
        (_("Reference"), file.local_reference),
        (_("Office"), f"{office_name(file.office, shown.day)} ({file.office})"),
        (_("Procedure"), f"{file.procedure} {procedure_name(file.procedure, shown.day)}".strip()),
        (_("Accepted"), formats.moment(file.accepted_at, ago=False)),
    ]


def _issuer() -> str:
    return f"{_('Customs')} · {labels.said(tariffs.law().name)}"


def _foot(file: File) -> list[str]:
    return [
        _("Judged under the law with the digest %(digest)s, which is published.")
        % {"digest": file.judged.law_digest},
        _("The receipt of this decision can be checked by anyone, without asking customs."),
    ]


def _too_early() -> NotAllowed:
    return NotAllowed(
        found="a declaration without this paper",
        expected="one that was accepted",
        mend="wait until the goods have arrived",
    )
