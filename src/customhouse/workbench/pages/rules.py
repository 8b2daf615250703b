"""The risk analyst's pages: the rules in force with what they are worth, one rule, a try."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from customhouse.accounts.guards import for_roles
from customhouse.declarations.queries import rules as measured
from customhouse.presentation import faults, languages
from customhouse.targeting import queries as targeting
from fondaco.risk.elements import VOCABULARY
from fondaco.risk.expression.checking import check
from fondaco.risk.expression.errors import ExpressionError
from fondaco.risk.expression.words import words
from fondaco.risk.sampling import Shares

SINCE = timedelta(days=90)
MILLION = Decimal(1_000_000)
LONGEST_EXPRESSION = 4000


@for_roles("analyst", "supervisor")
@require_GET
def rules(request: HttpRequest) -> HttpResponse:
    """Every rule of the bundle in force, what it hit, and what was found there."""
    at = datetime.now(UTC)
    bundle = targeting.selectivity()
    worth = measured.worth_of_rules(since=at - SINCE)
    language, on = languages.current(), at.date()
    shown = [
        {
            "profile": each,
            "title": each.title.said(language),
            "share": Decimal(each.share) / MILLION,
            "in_force": on in each.in_force,
            "is_overdue": each.review < on,
            "worth": worth.get(each.id, measured.NOTHING),
        }
        for each in bundle.profiles
    ]
    shown.sort(key=lambda each: (not each["in_force"], -each["worth"].hits))  # type: ignore[attr-defined]
    context = {
        "rules": shown,
        "chance": measured.worth_of_chance(since=at - SINCE),
        "random": _random(bundle.shares_of(None, on=on)),
        "title": bundle.title.said(language),
        "published": bundle.published,
        "digest": bundle.digest,
        "days": SINCE.days,
    }
    return render(request, "workbench/rules.html", context)


@for_roles("analyst", "supervisor")
@require_GET
def rule(request: HttpRequest, name: str) -> HttpResponse:
    """One rule: as written, in plain words, its law, its cases, what it hit."""
    at = datetime.now(UTC)
    profile = next((each for each in targeting.selectivity().profiles if each.id == name), None)
    if profile is None:
        return faults.not_found(request)
    worth = measured.worth_of_rules(since=at - SINCE).get(name, measured.NOTHING)
    context = {
        "profile": profile,
        "title": profile.title.said(languages.current()),
        "in_words": words(profile.expression, language=languages.current()),
        "share": Decimal(profile.share) / MILLION,
        "score": Decimal(profile.score) / MILLION,
        "worth": worth,
        "hits": measured.hits_of(name),
        "at": at,
        "is_overdue": profile.review < at.date(),
        "days": SINCE.days,
    }
    return render(request, "workbench/rule.html", context)


@for_roles("analyst", "supervisor")
@require_http_methods(["GET", "POST"])
def try_rule(request: HttpRequest) -> HttpResponse:
    """Read an expression back in plain words, or say where it is wrong; nothing is kept."""
    text = request.POST.get("expression", request.GET.get("from", ""))[:LONGEST_EXPRESSION]
    language = languages.current()
    said, fault = "", None
    if text.strip():
        try:
            said = words(check(text, vocabulary=VOCABULARY), language=language)
        except ExpressionError as wrong:
            fault = {
                "position": wrong.position,
                "found": wrong.found,
                "expected": wrong.expected.said(language),
                "mend": wrong.mend.said(language),
                "before": text[: wrong.position - 1],
                "after": text[wrong.position - 1 :],
            }
    elements = [
        (each.name, each.label.said(language), each.type.value)
        for each in (*VOCABULARY.header, *VOCABULARY.items)
    ]
    context = {"text": text, "in_words": said, "fault": fault, "elements": elements}
    return render(request, "workbench/try_rule.html", context)


def _random(shares: Shares) -> list[tuple[str, Decimal]]:
    return [(each.channel.value, Decimal(each.parts) / MILLION) for each in shares.random]
