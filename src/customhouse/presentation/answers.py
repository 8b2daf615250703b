"""Answers that several desks give: a list as a page or a file, a file to take away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from customhouse.presentation import export
from customhouse.presentation import listing as lists
from customhouse.presentation.listing import Asked, Listing, Row

Find = Callable[[Asked], tuple[Sequence[Row], int]]


def listed(
    request: HttpRequest,
    template: str,
    listing: Listing[Row],
    find: Find[Row],
    **context: Any,
) -> HttpResponse:
    """Answer a list: the page its address asks for, or all of it as CSV or spreadsheet."""
    asked = lists.read(listing, request.GET)
    chosen = request.GET.get("format")
    if chosen in {"csv", "xlsx"}:
        rows, _ = find(lists.whole(asked))
        return taken_away(listing, rows, as_spreadsheet=chosen == "xlsx")
    return render(request, template, {"shown": lists.show(listing, asked, find)} | context)


def taken_away(listing: Listing[Row], rows: Sequence[Row], *, as_spreadsheet: bool) -> HttpResponse:
    """Answer the rows as a file that the browser saves."""
    if as_spreadsheet:
        answer = HttpResponse(
            export.as_spreadsheet(listing.columns, rows), content_type=export.SPREADSHEET
        )
        return _attached(answer, f"{listing.name}.xlsx")
    streamed = StreamingHttpResponse(export.as_csv(listing.columns, rows), content_type=export.CSV)
    return _attached(streamed, f"{listing.name}.csv")  # type: ignore[return-value]


def document(content: bytes, *, name: str, media_type: str = "application/pdf") -> HttpResponse:
    """Answer a finished document, shown in the browser under its name."""
    answer = HttpResponse(content, content_type=media_type)
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    return answer


def _attached(
    answer: HttpResponse | StreamingHttpResponse | FileResponse, name: str
) -> HttpResponse:
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer  # type: ignore[return-value]
