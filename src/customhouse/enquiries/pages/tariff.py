"""The tariff for everyone: browse it, search it, and what law says of one code on one day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from customhouse.accounts.guards import public
from customhouse.enquiries import measures, searching
from customhouse.presentation import languages
from customhouse.tariffs import queries as tariffs
from fondaco.clearance.rulebook import Law, LawOfTheDay
from fondaco.nomenclature.codes import compact, is_code
from fondaco.nomenclature.tree import NomenclatureLine
from fondaco.territory.calendar import legal_day

View = Callable[..., HttpResponse]


def with_law(view: View) -> View:
    """Answer that there is no law yet, where none was ever published."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except tariffs.NoLaw:
            return render(request, "enquiries/law.html", {"published": ()}, status=503)

    return guarded


@public
@require_GET
@with_law
def tariff(request: HttpRequest) -> HttpResponse:
    """The chapters of the nomenclature, or what was searched for."""
    asked = request.GET.get("q", "").strip()[:200]
    context = day_context(request)
    day: LawOfTheDay = context["day"]
    digits = compact(asked)
    if is_code(digits, longest=day.nomenclature.digits) and day.nomenclature.line(digits):
        return redirect(_address(digits, context["asked_on"]))
    context |= {
        "asked": asked,
        "found": searching.search(day.nomenclature, asked) if asked else [],
        "most": searching.MOST,
        "chapters": () if asked else day.nomenclature.children(),
    }
    return render(request, "enquiries/tariff.html", context)


@public
@require_GET
@with_law
def commodity(request: HttpRequest, code: str) -> HttpResponse:
    """One code: a chapter or heading with what lies in it, or goods with all that law says."""
    context = day_context(request)
    day: LawOfTheDay = context["day"]
    nomenclature = day.nomenclature
    line = nomenclature.line(code)
    if line is None:
        raise Http404(_("There is no such code in the tariff on this day."))
    children = nomenclature.children(code)
    whole = code.ljust(nomenclature.digits, "0")
    if not children and code != whole and whole in nomenclature.declarable:
        return redirect(_address(whole, context["asked_on"], origin=request.GET.get("origin", "")))
    context |= {
        "code": code,
        "line": line,
        "path": nomenclature.path(line.code),
        "children": children,
    }
    if code in nomenclature.declarable:
        context |= _law_on(day, code, request.GET.get("origin", ""))
    return render(request, "enquiries/commodity.html", context)


@public
@require_GET
def law(request: HttpRequest) -> HttpResponse:
    """Every bundle of law that was published, to read about and to take home."""
    published = tariffs.published()
    context = {"published": published, "law": tariffs.law() if published else None}
    return render(request, "enquiries/law.html", context)


def today(law_in_force: Law) -> date:
    """The legal day of this moment."""
    return legal_day(datetime.now(UTC), ahead_of_utc=law_in_force.ahead_of_utc)


def marked(line: NomenclatureLine) -> dict[str, str]:
    """A line's text and the language that it is in, where that is not the reader's."""
    language = languages.current()
    spoken = line.text.language(language)
    return {"text": line.text.said(language), "lang": "" if spoken == language else spoken}


def _law_on(day: LawOfTheDay, code: str, origin: str) -> dict[str, Any]:
    chosen = origin if origin in day.code_books.countries else ""
    unit = day.tariff.supplementary_unit(code)
    return {
        "origin": chosen,
        "countries": measures.countries_of(day),
        "measures": measures.measures(day, code, origin=chosen or None),
        "requirements": measures.requirements(day, code, origin=chosen or None),
        "fees": measures.fees(day, code),
        "unit": unit or "",
        "unit_name": day.assessment.unit_names[unit].said(languages.current()) if unit else "",
    }


def day_context(request: HttpRequest) -> dict[str, Any]:
    """The law of the day that the address asks for, or of today; what was wrong with the day."""
    law_in_force = tariffs.law()
    on, asked_on, fault = today(law_in_force), request.GET.get("on", "").strip()[:30], ""
    if asked_on:
        try:
            on = date.fromisoformat(asked_on)
            law_in_force.on(on)
        except ValueError:
            fault = _("This is no day. Write it as 2026-11-21.")
        except LookupError:
            fault = _("This law begins on %(day)s.") % {"day": law_in_force.first_day.isoformat()}
    if fault:
        on = today(law_in_force)
    return {
        "day": law_in_force.on(on),
        "on": on,
        "asked_on": "" if fault else asked_on,
        "fault": fault,
        "wrong_day": asked_on if fault else "",
        "marked": marked,
        "address": _address,
    }


def _address(code: str, on: str = "", *, origin: str = "") -> str:
    query = {name: value for name, value in (("on", on), ("origin", origin)) if value}
    return reverse("commodity", args=[code]) + (f"?{urlencode(query)}" if query else "")
