"""The token endpoint for machines, and the choice of whom a person acts for."""

from __future__ import annotations

import base64
import binascii
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from customhouse.accounts import actions, queries
from customhouse.accounts.guards import for_roles, public
from customhouse.accounts.middleware import ORGANISATION
from customhouse.accounts.models import Membership

LARGEST_FORM = 4096


@csrf_exempt
@public
@require_POST
def token(request: HttpRequest) -> HttpResponse:
    """Exchange a key for an access token: OAuth 2.0 client credentials (RFC 6749, 4.4 and 5).

    The client's id is the key's public part, the client's secret the key itself.
    """
    if request.POST.get("grant_type") != "client_credentials":
        return _refused("unsupported_grant_type", status=400)
    public_id, secret = _client(request)
    try:
        made = actions.exchange_key(
            public_id=public_id,
            secret=secret,
            scopes=request.POST.get("scope", "").split(),
            at=datetime.now(UTC),
        )
    except actions.KeyRefused as refused:
        return _refused(str(refused), status=401 if str(refused) == "invalid_client" else 400)
    return _answer(
        {
            "access_token": made.secret,
            "token_type": "Bearer",
            "expires_in": made.seconds,
            "scope": " ".join(made.scopes),
        }
    )


token.largest_body = LARGEST_FORM  # type: ignore[attr-defined]


@for_roles(*Membership.Role.values)
@require_POST
def act_for(request: HttpRequest) -> HttpResponse:
    """Choose the organisation to act for, of those the person has a role in."""
    chosen, there = request.POST.get("organisation", ""), request.POST.get("next", "/")
    actor = (
        queries.actor_of_person(int(request.user.pk), organisation_id=int(chosen))
        if chosen.isdecimal() and len(chosen) < 19
        else None
    )
    if actor is not None and actor.organisation_id == int(chosen):
        request.session[ORGANISATION] = actor.organisation_id
    is_ours = url_has_allowed_host_and_scheme(there, allowed_hosts={request.get_host()})
    return HttpResponseRedirect(there if is_ours else "/")


def _client(request: HttpRequest) -> tuple[str, str]:
    """Return the client's id and secret, from the header or else from the form."""
    kind, _, encoded = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() == "basic":
        try:
            public_id, _, secret = base64.b64decode(encoded, validate=True).decode().partition(":")
        except (binascii.Error, ValueError):
            return "", ""
        return public_id, secret
    return request.POST.get("client_id", ""), request.POST.get("client_secret", "")


def _refused(error: str, *, status: int) -> HttpResponse:
    answer = _answer({"error": error}, status=status)
    if status == 401:
        answer["WWW-Authenticate"] = 'Basic realm="fondaco"'
    return answer


def _answer(content: dict[str, object], *, status: int = 200) -> HttpResponse:
    return JsonResponse(content, status=status, headers={"Cache-Control": "no-store"})
