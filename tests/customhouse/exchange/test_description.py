"""The description and the API say the same: every address, verb, type and status, both ways."""

from __future__ import annotations

import re

import msgspec
import pytest
from django.urls import resolve

from customhouse.declarations.actions import ask
from customhouse.declarations.queries import feed
from customhouse.exchange import standing, told, urls
from customhouse.exchange.api import answers, lodging, notices, published, reading
from customhouse.exchange.scenarios import Example, Expected
from customhouse.post import queries as post
from fondaco.assessment.statement import ItemValue, Step
from fondaco.clearance.decision import RequiredDocument
from fondaco.legal.citation import Citation
from tests.customhouse.exchange import described

EXAMPLES = {
    "mrn": "26XF000000000001R7",
    "number": "1",
    "record": "1",
    "digest": "sha256:" + "0" * 64,
    "name": "accepted",
}
ELSEWHERE = {("POST", "/oauth/token")}
"""Described here because one needs it, and answered by the accounts desk."""

TYPES = {
    "Decision": told.Told,
    "RequestAnswer": told.AskedTold,
    "Standing": standing.Standing,
    "Finding": told.FindingTold,
    "Trouble": told.Trouble,
    "Bill": told.Bill,
    "BillLine": told.LineTold,
    "Charge": told.Charge,
    "Links": told.Links,
    "Step": told.Step,
    "ItemValue": ItemValue,
    "ValueStep": Step,
    "Citation": Citation,
    "RequiredDocument": RequiredDocument,
    "Obstacle": ask.Obstacle,
    "Line": lodging.Line,
    "Problem": answers.Details,
    "Summary": feed.Summary,
    "Page": reading.Page,
    "Version": reading.VersionTold,
    "Holder": standing.Holder,
    "Control": standing.Control,
    "Question": standing.Question,
    "Request": standing.Request,
    "Attached": standing.Attached,
    "JudgedVersion": standing.Version,
    "Event": standing.Event,
    "Notice": post.Notification,
    "Notices": notices.Notices,
    "Webhook": notices.Webhook,
    "WebhookSecret": notices.Secret,
    "Delivery": notices.Delivery,
    "Deliveries": notices.Deliveries,
    "Attempt": post.Attempt,
    "LawPublished": published.LawPublished,
    "Example": Example,
    "Expected": Expected,
}
"""The type behind each schema of the description."""


def routes() -> set[tuple[str, str]]:
    found = set()
    for pattern in urls.urlpatterns:
        address = "/" + re.sub(r"<\w+:(\w+)>", r"{\1}", str(pattern.pattern))
        if address.startswith("/api/"):
            found |= {(method, address) for method in pattern.callback.methods}
    return found


def test_every_address_that_is_described_is_answered_and_the_other_way_round():
    assert set(described.operations()) - ELSEWHERE == routes()


def test_what_is_described_elsewhere_is_there():
    for _, address in ELSEWHERE:
        assert resolve(address).func


@pytest.mark.parametrize("address", sorted(described.description()["paths"]))
def test_every_address_of_the_description_resolves(address):
    path = re.sub(r"\{(\w+)\}", lambda found: EXAMPLES[found[1]], address)
    assert resolve(path).func


@pytest.mark.parametrize("name", sorted(TYPES))
def test_a_schema_has_the_fields_of_its_type(name):
    schema = described.description()["components"]["schemas"][name]
    fields = msgspec.structs.fields(TYPES[name])

    assert set(schema["properties"]) == {field.encode_name for field in fields}
    # What has a default is left out where it is the default, unless its type writes it always.
    if TYPES[name].__struct_config__.omit_defaults:
        always = {field.encode_name for field in fields if field.required}
    else:
        always = {field.encode_name for field in fields}
    assert set(schema["required"]) == always


def test_every_operation_says_who_may_use_it_and_what_it_answers():
    for (method, address), operation in described.operations().items():
        assert operation["operationId"] and operation["summary"], (method, address)
        view = resolve(re.sub(r"\{(\w+)\}", lambda found: EXAMPLES[found[1]], address)).func
        inner = getattr(view, "methods", {}).get(method)
        scope = getattr(inner, "scope", None)
        wanted = [names for each in operation["security"] for names in each.values() if names]
        assert wanted == ([[scope]] if scope else []), (method, address)


def test_no_operation_is_named_twice():
    names = [each["operationId"] for each in described.operations().values()]
    assert len(names) == len(set(names))
