"""What pages show of a declaration beside itself: its law, its bill, names of office and papers."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import NoReverseMatch, reverse

from customhouse.declarations.queries.file import File
from customhouse.presentation import labels, languages
from customhouse.presentation.bill import BillShown, bill
from customhouse.tariffs import queries as tariffs
from fondaco.assessment.explanation import cited
from fondaco.clearance.rulebook import LawOfTheDay


def law_of(file: File) -> LawOfTheDay:
    """The law under which the version in force was judged."""
    return tariffs.law_of(file.judged.law_digest).on(file.judged.judged_on)


def bill_of(file: File, day: LawOfTheDay) -> BillShown | None:
    """The bill of the version in force, None where it has none."""
    if file.decision.assessment is None:
        return None
    return bill(file.decision.assessment, file.document, day=day, page=code_page)


def code_page(code: str, on: date) -> str:
    """The address of the public page of a commodity code on a day."""
    try:
        return f"{reverse('commodity', args=[code])}?on={on.isoformat()}"
    except NoReverseMatch:
        return ""


def office_name(code: str, day: LawOfTheDay) -> str:
    """The name of an office, its code where law does not have it."""
    office = day.code_books.offices.get(code)
    return labels.said(office.name) if office else code


def procedure_name(code: str, day: LawOfTheDay) -> str:
    """The name of a procedure, empty where law does not have it."""
    known = day.code_books.procedures.get(code)
    return labels.said(known.name) if known else ""


def required(file: File, day: LawOfTheDay) -> list[dict[str, Any]]:
    """The documents that law requires for each item, and whether one of them is named."""
    kinds = day.names.get("document_kinds", {})
    return [
        {
            "item": each.item,
            "kinds": [(kind, labels.said(kinds.get(kind, kind))) for kind in each.kinds],
            "presented": each.presented,
            "law": cited(each.citation, language=languages.current(), acts=day.acts),
        }
        for each in file.decision.required_documents
    ]
