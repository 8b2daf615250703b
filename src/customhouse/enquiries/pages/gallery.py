"""Every component in every state on one page: for the eye and for the accessibility tests."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import NamedTuple

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from customhouse.accounts.guards import public
from customhouse.presentation import charts, faults, formats
from customhouse.presentation.answers import listed
from customhouse.presentation.listing import Asked, Column, Filter, Listing, View
from fondaco.units.money import Money
from fondaco.units.quantity import Quantity


class Sample(NamedTuple):
    """A row of the sample list."""

    mrn: str
    goods: str
    state: str
    owed: Decimal
    lodged_at: datetime


STATES = ("registered", "under control", "awaiting payment", "released", "withdrawn")
GOODS = ("Roasted coffee", "Cotton shirts", "Cut flowers", "Bicycles", "Solar panels, 420 W")


class SampleForm(forms.Form):
    """One field of every kind."""

    code = forms.CharField(
        label=gettext_lazy("Commodity code"),
        max_length=10,
        help_text=gettext_lazy("Ten figures, as the tariff has them."),
    )
    name = forms.CharField(label=gettext_lazy("Description of the goods"), required=False)
    value = forms.DecimalField(label=gettext_lazy("Price"), max_digits=14, decimal_places=2)
    origin = forms.ChoiceField(
        label=gettext_lazy("Country of origin"),
        choices=[("", ""), ("BR", "Brazil"), ("NO", "Norway"), ("VN", "Viet Nam")],
    )
    way = forms.ChoiceField(
        label=gettext_lazy("How do the goods come?"),
        widget=forms.RadioSelect,
        choices=[
            ("1", gettext_lazy("By sea")),
            ("3", gettext_lazy("By road")),
            ("4", gettext_lazy("By air")),
        ],
    )
    papers = forms.MultipleChoiceField(
        label=gettext_lazy("Papers at hand"),
        widget=forms.CheckboxSelectMultiple,
        choices=[("N380", gettext_lazy("Invoice")), ("N705", gettext_lazy("Bill of lading"))],
        required=False,
    )
    remark = forms.CharField(
        label=gettext_lazy("Remark"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    file = forms.FileField(label=gettext_lazy("Document"), required=False)
    word = forms.CharField(
        label=gettext_lazy("Password"), widget=forms.PasswordInput, required=False
    )


def _rows(at: datetime) -> list[Sample]:
    return [
        Sample(
            mrn=f"26XF{10_000_000_000_000 + place * 7_919:014d}",
            goods=GOODS[place % len(GOODS)],
            state=STATES[place % len(STATES)],
            owed=Decimal(place * 3517 % 90_000) + Decimal("0.45"),
            lodged_at=at - timedelta(minutes=37 * place),
        )
        for place in range(137)
    ]


def _listing(at: datetime) -> Listing[Sample]:
    return Listing(
        name="gallery",
        sort="lodged",
        descending=True,
        columns=(
            Column(
                name="mrn",
                heading="MRN",
                shows=lambda row: formats.mrn(row.mrn),
                holds=lambda row: row.mrn,
                leads=True,
            ),
            Column(
                name="goods",
                heading=_("Goods"),
                shows=lambda row: row.goods,
                holds=lambda row: row.goods,
                is_sortable=True,
            ),
            Column(
                name="lodged",
                heading=_("Lodged"),
                shows=lambda row: formats.ago(row.lodged_at, at=at),
                holds=lambda row: row.lodged_at,
                is_sortable=True,
            ),
            Column(
                name="owed",
                heading=_("Owed"),
                shows=lambda row: formats.money(row.owed, "XFC"),
                holds=lambda row: row.owed,
                is_number=True,
                is_sortable=True,
            ),
        ),
        filters=(
            Filter(name="q", label=_("MRN, reference or goods"), kind="search"),
            Filter(name="state", label=_("State"), choices=[(state, state) for state in STATES]),
        ),
        views=(
            View(name="all", label=_("All"), values={}, count=137),
            View(name="mine", label=_("Need me"), values={"state": "awaiting payment"}, count=27),
        ),
    )


def _find(at: datetime, asked: Asked) -> tuple[list[Sample], int]:
    wanted = asked.values.get("q", "").lower()
    rows = [
        row
        for row in _rows(at)
        if wanted in f"{row.mrn} {row.goods}".lower()
        and asked.values.get("state", row.state) == row.state
    ]
    key = {"goods": lambda row: row.goods, "owed": lambda row: row.owed}
    rows.sort(key=key.get(asked.sort, lambda row: row.lodged_at), reverse=asked.descending)
    return rows[asked.offset : asked.offset + asked.page_size], len(rows)


@public
def gallery(request: HttpRequest) -> HttpResponse:
    """Show every component in every state."""
    at = timezone.now()
    form = SampleForm(
        {"code": "0901210000", "value": "twelve", "origin": "BR", "way": "1", "papers": ["N380"]}
    )
    form.is_valid()
    form.add_error("code", _("There is no such code in the tariff; did you mean 0901 21 00 00?"))
    if request.GET.get("message"):
        messages.success(request, _("The declaration is registered."))
    context = {
        "form": form,
        "blank": SampleForm(prefix="blank"),
        "at": at,
        "yesterday": at - timedelta(hours=26),
        "soon": at + timedelta(minutes=20),
        "late": at - timedelta(hours=3),
        "day": date(2026, 11, 21),
        "moment": datetime(2026, 11, 21, 13, 3, tzinfo=UTC),
        "money": Money(Decimal("1234567.5"), "XFC"),
        "quantity": Quantity(Decimal("1250.25"), "LTR"),
        "fraction": Decimal("0.065"),
        "made": _charts(),
    }
    return listed(
        request, "enquiries/gallery.html", _listing(at), lambda asked: _find(at, asked), **context
    )


@public
def live(request: HttpRequest) -> HttpResponse:
    """A part that brings itself up to date."""
    return render(request, "enquiries/gallery_live.html", {"at": timezone.now()})


@public
def saved(request: HttpRequest) -> HttpResponse:
    """Where the sample form saves itself."""
    return JsonResponse({"saved": True})


@public
def fault(request: HttpRequest, status: int) -> HttpResponse:
    """Show the page of a fault."""
    return faults.page(
        request, status=status if status in faults.FAULTS else 404, reference="K7QX2M9A"
    )


def _charts() -> list[charts.Chart]:
    hours = [f"{hour:02d}" for hour in range(6, 20)]
    counts = [2, 9, 31, 44, 52, 40, 22, 35, 48, 51, 37, 20, 11, 4]
    channels = {"green": 70, "yellow": 18, "blue": 7, "red": 5}
    split = [
        charts.Series(
            name=name, values=[count * share // 100 for count in counts], colour=f"channel-{name}"
        )
        for name, share in channels.items()
    ]
    return [
        charts.bars(
            title=_("Declarations accepted today, by hour"),
            says=_("Most between nine and eleven, and again after two."),
            across=_("Hour"),
            labels=hours,
            series=split,
        ),
        charts.lines(
            title=_("From arrival to release"),
            says=_("Half of all goods leave within 38 minutes; nine in ten within three hours."),
            across=_("Hour"),
            labels=hours,
            unit="min",
            target=240,
            series=[
                charts.Series(
                    name=_("Median"),
                    values=[41, 40, 38, 44, 52, None, 47, 39, 36, 35, 37, 38, 40, 41],
                    colour="s1",
                ),
                charts.Series(
                    name=_("Nine in ten"),
                    values=[170, 168, 190, 205, 260, 230, 215, 200, 188, 176, 171, 165, 168, 172],
                    colour="s2",
                ),
            ],
        ),
        charts.bars(
            title=_("Revenue today"),
            says=_("Import duty is the largest part."),
            across=_("Charge"),
            labels=[_("Duty"), _("VAT"), _("Excise")],
            unit="XFC",
            series=[
                charts.Series(name="XFC", values=[Decimal("18240.5"), 31200, 9100], colour="s1")
            ],
        ),
    ]
