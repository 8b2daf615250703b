"""The trader's account: what is owed and on what, leave to pay later, every movement of money."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET
from markupsafe import Markup

from customhouse.accounts.guards import for_roles
from customhouse.declarations.pages.lists import TRADERS
from customhouse.presentation import formats, labels
from customhouse.presentation.answers import listed
from customhouse.presentation.listing import Asked, Column, Filter, Listing
from customhouse.revenue import queries as revenue
from customhouse.revenue.queries import Movement
from customhouse.tariffs import queries as tariffs
from fondaco.revenue.ledger import major


@for_roles(*TRADERS)
@require_GET
def account(request: HttpRequest) -> HttpResponse:
    """What is owed, what may be deferred, and every movement, as a list to take away."""
    owed = revenue.owed_by_declaration()
    return listed(
        request,
        "declarations/account.html",
        _listing(),
        _find,
        owed=[(mrn, major(amount)) for mrn, amount in owed.items()],
        total=major(sum(owed.values())),
        currency=tariffs.law().currency,
        deferments=[
            (each.payer, major(each.limit), major(each.drawn), major(each.limit - each.drawn), each)
            for each in revenue.deferments()
        ],
        orders=[(each, major(each.amount)) for each in revenue.orders(most=8)],
    )


def _find(asked: Asked) -> tuple[list[Movement], int]:
    return revenue.movements(
        asked.values,
        sort=asked.sort,
        descending=asked.descending,
        offset=asked.offset,
        most=asked.page_size,
    )


def _listing() -> Listing[Movement]:
    return Listing(
        name="account",
        sort="at",
        descending=True,
        filters=(
            Filter(name="mrn", label=_("MRN"), kind="search"),
            Filter(name="since", label=_("Since"), kind="date"),
            Filter(name="until", label=_("until"), kind="date"),
        ),
        columns=(
            Column(
                name="mrn",
                heading=_("Declaration"),
                shows=lambda row: Markup('<a href="{}">{}</a>').format(
                    reverse("declaration", args=[row.mrn]), formats.mrn(row.mrn)
                ),
                holds=lambda row: row.mrn,
                is_sortable=True,
                leads=True,
            ),
            Column(
                name="at",
                heading=_("When"),
                shows=lambda row: formats.moment(row.at, ago=False),
                holds=lambda row: row.at,
                is_sortable=True,
            ),
            Column(
                name="kind",
                heading=_("What"),
                shows=lambda row: (
                    formats.code(row.charge, labels.movement(row.kind))
                    if row.charge
                    else labels.movement(row.kind)
                ),
                holds=lambda row: f"{labels.movement(row.kind)} {row.charge}".strip(),
            ),
            Column(
                name="reference",
                heading=_("Reference"),
                shows=lambda row: formats.code(row.reference),
                holds=lambda row: row.reference,
            ),
            Column(
                name="amount",
                heading=_("Amount"),
                shows=lambda row: formats.money(major(row.signed), row.currency),
                holds=lambda row: major(row.signed),
                is_number=True,
                is_sortable=True,
            ),
        ),
    )
