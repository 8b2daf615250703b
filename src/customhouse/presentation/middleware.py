"""Between server and views: assets answered at once, pages compressed and never kept by others."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotFound

from customhouse.presentation import assets

Answer = Callable[[HttpRequest], HttpResponse]
FOR_EVER = "public, max-age=31536000, immutable"


class Assets:
    """Answers requests for assets before anything else is looked at: no session, no database."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer an asset, or let the request pass."""
        if not request.path_info.startswith(assets.ROUTE):
            return self._answer(request)
        name = request.path_info.removeprefix(assets.ROUTE)
        compressed = "gzip" in request.headers.get("Accept-Encoding", "")
        found = assets.read(name, compressed=compressed)
        if found is None or request.method not in {"GET", "HEAD"}:
            return HttpResponseNotFound(b"There is no such asset.", content_type="text/plain")
        answer = HttpResponse(found.content, content_type=found.media_type)
        answer["Cache-Control"] = FOR_EVER
        answer["Vary"] = "Accept-Encoding"
        if found.is_compressed:
            answer["Content-Encoding"] = "gzip"
        return answer


class Private:
    """Tells browsers and proxies to keep no page of somebody who is signed in."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request pass, and mark the answer."""
        answer = self._answer(request)
        if getattr(request, "actor", None) is not None and not answer.has_header("Cache-Control"):
            answer["Cache-Control"] = "private, no-store"
        return answer
