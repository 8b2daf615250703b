"""Every door: who passes, on whose behalf the view runs, how much comes in."""

from __future__ import annotations

import msgspec
import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import RequestFactory, override_settings

from customhouse.accounts.guards import for_keys, for_roles, public
from customhouse.accounts.middleware import BodyLimit
from customhouse.settings.database import behalf
from tests.customhouse.accounts.conftest import House

pytestmark = pytest.mark.database


def request(actor, **headers: str):
    made = RequestFactory().post("/somewhere", b"{}", content_type="application/json", **headers)
    made.actor = actor
    return made


def show_behalf(request) -> HttpResponse:
    return HttpResponse(str(behalf()))


def as_key(actor, *scopes: str):
    return msgspec.structs.replace(actor, via="api key", scopes=frozenset(scopes))


def test_a_view_runs_on_behalf_of_its_actor(house: House):
    answer = for_roles("trader")(show_behalf)(request(house.trader))
    assert answer.content.decode() == str(("trader", house.trader.organisation_id))
    answer = for_roles("officer")(show_behalf)(request(house.officer))
    assert answer.content.decode() == str(("customs", house.officer.organisation_id))


def test_a_view_may_open_its_own_transaction(house: House):
    answer = for_roles("trader", transaction=False)(show_behalf)(request(house.trader))
    assert answer.content.decode() == "None"


def test_another_role_is_refused(house: House):
    with pytest.raises(PermissionDenied):
        for_roles("officer", "supervisor")(show_behalf)(request(house.trader))


def test_who_is_not_signed_in_is_sent_to_sign_in_and_back(house: House):
    answer = for_roles("trader")(show_behalf)(request(None))
    assert answer.status_code == 302
    assert answer["Location"].endswith("?next=/somewhere")


def test_a_key_opens_no_page(house: House):
    assert for_roles("trader")(show_behalf)(request(as_key(house.trader))).status_code == 302


def test_a_key_passes_with_its_scope(house: House):
    view = for_keys("trader", scope="declarations:write")(show_behalf)
    assert view(request(as_key(house.trader, "declarations:write"))).status_code == 200
    refused = view(request(as_key(house.trader, "declarations:read")))
    assert refused.status_code == 403
    assert refused["Content-Type"] == "application/problem+json"


def test_a_session_opens_no_machine_door(house: House):
    view = for_keys("trader", scope="declarations:write")(show_behalf)
    refused = view(request(house.trader))
    assert (refused.status_code, refused["WWW-Authenticate"]) == (401, 'Bearer realm="fondaco"')
    assert view.csrf_exempt


def test_every_door_names_its_roles():
    assert public(show_behalf).roles == {"public"}
    assert for_roles("officer")(show_behalf).roles == {"officer"}
    assert for_keys("trader", scope="declarations:read")(show_behalf).scope == "declarations:read"
    with pytest.raises(ValueError, match="at least one"):
        for_roles()(show_behalf)


@pytest.mark.parametrize(
    ("announced", "allowed"),
    [("10", True), ("11", False), ("", True), ("-1", False), ("1e3", False), ("999999", False)],
)
def test_a_body_larger_than_its_route_allows_is_not_read(announced, allowed):
    view = for_roles("trader", largest_body=10)(show_behalf)
    made = request(None, CONTENT_LENGTH=announced)
    made.META["CONTENT_LENGTH"] = announced
    answer = BodyLimit(show_behalf).process_view(made, view, (), {})
    assert (answer is None) is allowed


@override_settings(LARGEST_BODY=5)
def test_a_route_that_says_nothing_gets_the_smallest_limit():
    made = request(None)
    made.META["CONTENT_LENGTH"] = "6"
    answer = BodyLimit(show_behalf).process_view(made, for_roles("trader")(show_behalf), (), {})
    assert answer.status_code == 413
