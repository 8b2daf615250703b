"""An organisation's own: who may declare for it, its people, keys and webhooks."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from customhouse.accounts import actions as accounts
from customhouse.accounts import queries as people
from customhouse.accounts.actor import Actor
from customhouse.accounts.authority import SCOPES
from customhouse.accounts.guards import for_roles
from customhouse.post import actions as post
from customhouse.post import queries as posted
from customhouse.post.address_guard import AddressRefused
from customhouse.register import actions as register
from customhouse.register import queries as registered
from customhouse.settings.database import acting_as
from customhouse.workbench.forms.organisation import KeyForm, MandateForm, WebhookForm
from fondaco.parties.mandate import Representation

TRADERS = ("trader", "broker")


@for_roles(*TRADERS)
@require_GET
def organisation(request: HttpRequest) -> HttpResponse:
    """Mandates, people, keys, webhooks on one page."""
    return render(request, "workbench/organisation.html", _context(request))


@for_roles(*TRADERS, transaction=False)
@require_POST
def grant(request: HttpRequest) -> HttpResponse:
    """Give a mandate."""
    actor, at = _actor(request), datetime.now(UTC)
    form = MandateForm(request.POST, on=at.date())
    if not form.is_valid():
        return _again(request, mandate=form)
    try:
        register.grant_mandate(
            principal=actor.trader_identifier or "",
            representative=form.cleaned_data["representative"].strip().upper(),
            representation=Representation(form.cleaned_data["representation"]),
            valid=form.period,
            by=actor,
            at=at,
        )
    except LookupError:
        form.add_error("representative", _("No trader of that identifier is registered."))
        return _again(request, mandate=form)
    messages.success(request, _("The mandate is given. It counts from the next declaration on."))
    return redirect("people")


@for_roles(*TRADERS, transaction=False)
@require_POST
def revoke_mandate(request: HttpRequest, number: int) -> HttpResponse:
    """End a mandate."""
    try:
        register.revoke_mandate(mandate_id=number, by=_actor(request), at=datetime.now(UTC))
    except LookupError:
        messages.error(request, _("There is no such mandate in force."))
    else:
        messages.success(request, _("The mandate is ended. What was decided before stands."))
    return redirect("people")


@for_roles(*TRADERS, transaction=False)
@require_POST
def make_key(request: HttpRequest) -> HttpResponse:
    """Make a key, and show its secret this once."""
    actor, form = _actor(request), KeyForm(request.POST)
    if not form.is_valid():
        return _again(request, key=form)
    try:
        made = accounts.create_key(
            organisation_id=actor.organisation_id or 0,
            name=form.cleaned_data["name"],
            scopes=form.cleaned_data["scopes"],
            by=actor,
            at=datetime.now(UTC),
        )
    except PermissionDenied:
        messages.error(request, _("Only your organisation’s administrator may make keys."))
        return redirect("people")
    return render(
        request,
        "workbench/new_secret.html",
        {"name": form.cleaned_data["name"], "secret": made.secret},
    )


@for_roles(*TRADERS, transaction=False)
@require_POST
def revoke_key(request: HttpRequest, public_id: str) -> HttpResponse:
    """Revoke a key: within a minute nothing is answered to it."""
    try:
        accounts.revoke_key(public_id=public_id, by=_actor(request), at=datetime.now(UTC))
    except (LookupError, PermissionDenied):
        messages.error(request, _("There is no such key that you may revoke."))
    else:
        messages.success(
            request, _("The key is revoked. Within a minute nothing is answered to it.")
        )
    return redirect("people")


@for_roles(*TRADERS, transaction=False)
@require_POST
def add_webhook(request: HttpRequest) -> HttpResponse:
    """Start telling an address, and show the secret that signs what it is told."""
    form = WebhookForm(request.POST)
    if not form.is_valid():
        return _again(request, webhook=form)
    url = form.cleaned_data["url"]
    try:
        made = post.add_endpoint(url=url, by=_actor(request), at=datetime.now(UTC))
    except (AddressRefused, ValueError):
        form.add_error("url", _("This address is never called. Give a public https address."))
        return _again(request, webhook=form)
    return render(request, "workbench/new_secret.html", {"name": url, "secret": made.secret})


@for_roles(*TRADERS, transaction=False)
@require_POST
def change_webhook(request: HttpRequest, number: int) -> HttpResponse:
    """Stop telling an address, or start again."""
    act = post.enable_endpoint if request.POST.get("act") == "enable" else post.disable_endpoint
    try:
        act(endpoint_id=number, by=_actor(request), at=datetime.now(UTC))
    except LookupError:
        messages.error(request, _("There is no such webhook."))
    return redirect("people")


def _context(request: HttpRequest) -> dict[str, Any]:
    actor, at = _actor(request), datetime.now(UTC)
    own = actor.organisation_id or 0
    return {
        "at": at,
        "on": at.date(),
        "own": actor.trader_identifier,
        "scopes": SCOPES,
        "mandates": registered.mandates_held(actor.trader_identifier or ""),
        "members": people.members(own),
        "keys": people.keys(own),
        "endpoints": posted.endpoints(own),
        "deliveries": posted.deliveries(own, most=8),
        "is_administrator": actor.has_role("administrator"),
        "forms": {"mandate": MandateForm(on=at.date()), "key": KeyForm(), "webhook": WebhookForm()},
    }


def _again(request: HttpRequest, **forms: Form) -> HttpResponse:
    with acting_as(_actor(request)):
        shown = _context(request)
        shown["forms"] |= forms
        shown["fault"] = next(iter(forms.values()))
        return render(request, "workbench/organisation.html", shown, status=422)


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor
