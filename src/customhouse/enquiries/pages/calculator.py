"""The calculator: what would be owed on goods, reckoned as on a declaration."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from customhouse.accounts.guards import public
from customhouse.declarations.shown import code_page
from customhouse.enquiries import calculation
from customhouse.enquiries.forms import CalculationForm, day_asked
from customhouse.enquiries.pages.tariff import today, with_law
from customhouse.presentation import languages
from customhouse.presentation.bill import BillShown, bill
from customhouse.tariffs import queries as tariffs
from fondaco.assessment.statement import Unassessable
from fondaco.assessment.texts import said
from fondaco.clearance.rulebook import LawOfTheDay
from fondaco.valuation.obstacle import Obstacle


@public
@require_GET
@with_law
def calculator(request: HttpRequest) -> HttpResponse:
    """Ask for the goods, and show the bill; the answers stand in the address, to be sent on."""
    law = tariffs.law()
    asked = day_asked(request.GET.get("on", ""))
    on = asked if asked is not None and asked >= law.first_day else today(law)
    day = law.on(on)
    form, shown = _form(request, day), None
    if form.is_bound and form.is_valid():
        if asked is not None and asked < law.first_day:
            words = _("This law begins on %(day)s.") % {"day": law.first_day.isoformat()}
            form.add_error("on", words)
        else:
            shown = _bill(form, day)
    context = {"form": form, "bill": shown, "on": on, "day": day}
    return render(request, "enquiries/calculator.html", context)


def _form(request: HttpRequest, day: LawOfTheDay) -> CalculationForm:
    if "value" in request.GET:
        return CalculationForm(request.GET, day=day)
    begun: dict[str, Any] = {name: request.GET.get(name, "") for name in ("code", "origin", "on")}
    return CalculationForm(initial=begun | {"currency": day.currency}, day=day)


def _bill(form: CalculationForm, day: LawOfTheDay) -> BillShown | None:
    document = calculation.document(form.cleaned_data, day)
    found = calculation.reckon(document, day)
    if not isinstance(found, Unassessable):
        return bill(found, document, day=day, page=code_page)
    for obstacle in found.obstacles:
        form.add_error(calculation.field_of(obstacle), _words(obstacle))
    return None


def _words(obstacle: Obstacle) -> str:
    """What stands in the way, and how to mend it on this form."""
    if obstacle.rule == "CV05":
        words = _(
            "The price under %(term)s leaves this out. Fill it in, with 0 where there is none."
        )
        return words % {"term": obstacle.values["term"]}
    wrong, mend = said(obstacle, language=languages.current())
    return f"{wrong} {mend}"
