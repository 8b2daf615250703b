"""Rules of validation for everyone: those in force on a day, since when and by which act."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from customhouse.accounts.guards import public
from customhouse.enquiries.measures import law_of
from customhouse.enquiries.pages.tariff import day_context, with_law
from customhouse.presentation import languages
from customhouse.tariffs import queries as tariffs
from fondaco.clearance.rule_list import in_words


@public
@require_GET
@with_law
def validation_rules(request: HttpRequest) -> HttpResponse:
    """Every rule in force on the day asked for, and those that begin later."""
    context, law, language = day_context(request), tariffs.law(), languages.current()
    day, on = context["day"], context["on"]
    coming = [line for line in law.rules() if line.since > on]
    for name, lines in (("rules", law.rules_on(on)), ("coming", coming)):
        context[name] = [(in_words(line, language), law_of(day, line.citation)) for line in lines]
    return render(request, "enquiries/rules.html", context)
