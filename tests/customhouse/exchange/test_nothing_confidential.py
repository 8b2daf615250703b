"""What selection decided stays in the building: answers for every channel are the same.

A control is told once it is notified (lodging notifies it at once), an audit is not told here.
"""

from __future__ import annotations

import re

import msgspec
import pytest

from customhouse.declarations.models import Declaration, Version
from customhouse.exchange.told import Told
from customhouse.settings.database import as_customs
from tests.customhouse import world
from tests.customhouse.exchange.conftest import Caller

pytestmark = pytest.mark.database

CHANNELS = ("green", "blue", "yellow", "red")
FIELDS = {
    "outcome", "at", "local_reference", "mrn", "state", "replayed", "is_sandbox", "procedure",
    "tax_point", "next_steps", "findings", "assessment", "required_documents", "differing",
    "document_digest", "law_digest", "links", "notes",
}  # fmt: skip
"""All that a sender is told; whoever adds to it says here that it betrays nothing."""


def answers(machine: Caller, **changes: object) -> dict[str, str]:
    """Lodge the same goods in every channel; give each answer's text, with its number blotted."""
    found = {}
    for channel in CHANNELS:
        world.select(world.selecting(channel))
        answer = machine.lodge(world.declaration(f"L-{channel}", **changes))
        body = answer.json()
        text = answer.content.decode().replace(body["mrn"], "MRN").replace(f"L-{channel}", "LRN")
        # Another reference makes another digest; nothing else may differ.
        found[channel] = text.replace(body["document_digest"], "DIGEST")
    return found


def test_an_answer_has_these_fields_and_no_other():
    assert {field.name for field in msgspec.structs.fields(Told)} <= FIELDS


def test_before_arrival_every_channel_is_answered_alike(machine_in):
    found = answers(machine_in("green"), kind="IMD")

    assert len(set(found.values())) == 1


def test_an_audit_after_release_is_not_told(machine_in):
    found = answers(machine_in("green"))

    assert found["green"] == found["blue"]


WORDS = ["selection", "channel", "draw", "stratum", "propensity", "score", "hits", "audit"]
WORDS += ["TEST-ALL", "random", "green", "blue", "yellow", '"red"', "risk"]


@pytest.mark.parametrize("kind", ["IMA", "IMD"])
def test_no_word_or_digest_of_the_selection_is_told(machine_in, kind, subtests):
    machine = machine_in("green")
    for channel in CHANNELS:
        world.select(world.selecting(channel))
        answer = machine.lodge(world.declaration(channel.upper(), kind=kind))
        there = answer.json()["links"]["self"]
        with as_customs():
            entered = Declaration.objects.get(mrn=answer.json()["mrn"])
            version = Version.objects.get(declaration=entered)
        # Facts and decision have few unknowns: from their digests the channel could be guessed.
        secret = [version.facts_digest, version.decision_digest, version.selectivity_digest]
        secret += [f'"{entered.draw}"', f":{entered.draw},"]
        for told in (answer, machine.get(there), machine.get(f"{there}/versions/1")):
            with subtests.test(f"{channel} {told.request['PATH_INFO']}"):
                text = told.content.decode()
                assert [each for each in secret + WORDS if each in text] == []


def test_where_it_stands_is_told_alike_in_every_channel_before_the_notice(machine_in):
    machine = machine_in("green")
    found = set()
    for channel in CHANNELS:
        world.select(world.selecting(channel))
        body = machine.lodge(world.declaration(f"L-{channel}", kind="IMD")).json()
        text = machine.get(body["links"]["self"]).content.decode()
        for own in (body["mrn"], f"L-{channel}", body["document_digest"]):
            text = text.replace(own, "-")
        found.add(re.sub(r'"record":[0-9]+|receipts/[0-9]+', "", text))

    assert len(found) == 1
