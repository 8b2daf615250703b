"""One address, several methods: each with its own guard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from customhouse.exchange.api import answers, asked

View = Callable[..., HttpResponse]


def by_method(**views: View) -> View:
    """Make one view of a view for each method; any other method is answered 405.

    What can be read with GET can be asked for with HEAD, which the server answers without a body.
    """
    asked_for = views | ({"HEAD": views["GET"]} if "GET" in views else {})
    allowed = ", ".join(asked_for)

    def choose(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        view = asked_for.get(request.method or "")
        if view is not None:
            return view(request, *args, **kwargs)
        response = answers.problem(
            "method",
            f"Found {request.method}, expected one of: {allowed}.",
            language=asked.language_of(request),
        )
        response.headers["Allow"] = allowed
        return response

    choose.roles = frozenset().union(*(view.roles for view in views.values()))  # type: ignore[attr-defined]
    choose.methods = views  # type: ignore[attr-defined]
    choose.largest_body = max(getattr(view, "largest_body", 0) for view in views.values())  # type: ignore[attr-defined]
    return csrf_exempt(choose)
