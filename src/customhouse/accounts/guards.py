"""Who may pass: every route names its roles, and runs inside a transaction on their behalf."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext
from django.views.decorators.csrf import csrf_exempt

from customhouse.accounts.actor import Actor
from customhouse.settings.database import acting_as
from customhouse.settings.doors import public

__all__ = ["for_keys", "for_roles", "public"]

View = Callable[..., HttpResponse]

log = logging.getLogger(__name__)


def for_roles(
    *roles: str, transaction: bool = True, largest_body: int | None = None
) -> Callable[[View], View]:
    """Let in people who signed in on a page and have one of the roles; 403 for others.

    The view runs inside `acting_as(actor)`, so that it sees only their rows and is committed
    before it is answered; with `transaction=False` its actions open their own.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            actor: Actor | None = request.actor  # type: ignore[attr-defined]
            if actor is None or actor.via != "page":
                return redirect_to_login(request.get_full_path())
            _require_role(actor, roles, request)
            return _run(view, request, actor, args, kwargs, transaction=transaction)

        return _described(guarded, roles=roles, largest_body=largest_body)

    return guard


def for_keys(
    *roles: str, scope: str, transaction: bool = True, largest_body: int | None = None
) -> Callable[[View], View]:
    """Let in an organisation's key or access token with the scope and one of the roles.

    No cookie is looked at, so that no page of another site can make a browser call it. Without a
    valid secret the answer is 401, without role or scope 403, both as problem details (RFC 9457).
    """

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            actor: Actor | None = request.actor  # type: ignore[attr-defined]
            if actor is None or actor.via == "page":
                return _unauthorised(request)
            if not actor.has_role(*roles) or not actor.may(scope):
                return _forbidden(actor, request, scope=scope)
            return _run(view, request, actor, args, kwargs, transaction=transaction)

        guarded.scope = scope  # type: ignore[attr-defined]
        return csrf_exempt(_described(guarded, roles=roles, largest_body=largest_body))

    return guard


def _described(view: View, *, roles: tuple[str, ...], largest_body: int | None) -> View:
    if not roles:
        raise ValueError("found no role, expected at least one: every route says who may use it")
    view.roles = frozenset(roles)  # type: ignore[attr-defined]
    if largest_body is not None:
        view.largest_body = largest_body  # type: ignore[attr-defined]
    return view


def _run(
    view: View,
    request: HttpRequest,
    actor: Actor,
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    *,
    transaction: bool,
) -> HttpResponse:
    if not transaction:
        return view(request, *args, **kwargs)
    with acting_as(actor):
        return view(request, *args, **kwargs)


def _require_role(actor: Actor, roles: tuple[str, ...], request: HttpRequest) -> None:
    if not actor.has_role(*roles):
        _log_refusal(actor, request, wanted=", ".join(roles))
        raise PermissionDenied(gettext("This page is for another role than yours."))


def _unauthorised(request: HttpRequest) -> HttpResponse:
    sent = "an invalid, expired or revoked one" if request.headers.get("Authorization") else "none"
    answer = _problem(401, "Sign-in needed", f"Found {sent}, expected a key or an access token.")
    answer["WWW-Authenticate"] = 'Bearer realm="fondaco"'
    return answer


def _forbidden(actor: Actor, request: HttpRequest, *, scope: str) -> HttpResponse:
    _log_refusal(actor, request, wanted=scope)
    answer = _problem(403, "Not allowed", f"This key may not do this: it needs {scope}.")
    answer["WWW-Authenticate"] = f'Bearer error="insufficient_scope", scope="{scope}"'
    return answer


def _problem(status: int, title: str, detail: str) -> HttpResponse:
    return JsonResponse(
        {"type": "about:blank", "status": status, "title": title, "detail": detail},
        status=status,
        content_type="application/problem+json",
    )


def _log_refusal(actor: Actor, request: HttpRequest, *, wanted: str) -> None:
    log.warning(
        "access refused",
        extra={"actor": actor.pseudonym, "path": request.path, "wanted": wanted, "via": actor.via},
    )
