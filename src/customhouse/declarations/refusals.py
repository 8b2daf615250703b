"""What a page does when an action says no: it says why, and leads back to where one can go on."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.shortcuts import redirect

from customhouse.declarations.problems import NotFound, Problem
from customhouse.presentation import faults
from customhouse.presentation.answers import HttpRequest, HttpResponse
from customhouse.presentation.problems import sentence
from fondaco.declaration.lifecycle import StepRefused

View = Callable[..., HttpResponse]


def told(*parts: str, back: str) -> Callable[[View], View]:
    """Turn a refusal into a message on the page `back`, whose address takes these parts of ours.

    What is not there, or not the reader's, is a 404; what changed meanwhile is a 409.
    """

    def wrap(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, **named: Any) -> HttpResponse:
            try:
                return view(request, **named)
            except NotFound:
                return faults.not_found(request)
            except StepRefused:
                return faults.conflict(request)
            except Problem as problem:
                messages.error(request, sentence(problem))
                return redirect(back, *(named[part] for part in parts))

        return guarded

    return wrap
