"""Whatever a program makes of the description, the API answers as it says, and never with a 5xx."""

from __future__ import annotations

import copy
import os
from collections import Counter
from contextlib import suppress
from itertools import cycle, product
from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi import checks

from customhouse.declarations.actions import questions
from fondaco.messages import wco_json, wco_xml
from tests.customhouse import world
from tests.customhouse.exchange import described
from tests.customhouse.exchange.conftest import Caller

pytestmark = pytest.mark.database

FEW = 150
"""How many requests every change is tried with."""
MANY = int(os.environ.get("FONDACO_SCHEMATHESIS_CASES", "2000"))
"""How many `make nightly` makes."""

GOOD = wco_xml.write(world.declaration())
LINES = [wco_json.write(world.declaration(name)) for name in "ABC"] + [b"", b"{}", b"null", b"{"]

CHECKS = [
    schemathesis.checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
    checks.unsupported_method,
]


@st.composite
def messages(draw: st.DrawFn) -> bytes:
    """A message in XML with a piece of it gone, doubled or replaced."""
    start = draw(st.integers(0, len(GOOD)))
    end = draw(st.integers(start, min(len(GOOD), start + 200)))
    piece = draw(st.sampled_from([b"", GOOD[start:end] * 2, b"<a/>", b"\x00", b"&amp;", b"9" * 30]))
    return GOOD[:start] + piece + GOOD[end:]


batches = st.lists(st.sampled_from(LINES) | st.binary(max_size=40), max_size=6).map(b"\n".join)

for kind in ("application/xml", "text/xml"):
    schemathesis.openapi.media_type(kind, messages())
schemathesis.openapi.media_type("application/x-ndjson", batches)


def description(mrns: list[str], numbers: list[int]) -> dict[str, Any]:
    """The description, with declarations and numbers that are there, and few that are not."""
    content = copy.deepcopy(described.description())
    parameters = content["components"]["parameters"]
    for name, known in (("Mrn", mrns), ("Number", numbers)):
        parameters[name]["schema"] = {"type": parameters[name]["schema"]["type"], "enum": known}
        parameters[name].pop("example", None)
    return content


@pytest.fixture
def tried(committed, state) -> tuple[Caller, dict[str, Any]]:
    """Give a machine, and a description that knows its declarations in several states."""
    house = world.build(channel="green")
    machine = Caller(house.importer)
    mrns = [
        machine.lodge(world.declaration(f"T{kind}{n}", kind=kind)).json()["mrn"]
        for kind in ("IMA", "IMD")
        for n in range(4)
    ]
    question = questions.ask(mrn=mrns[0], text="Which?", by=house.officer, at=world.AT)
    hook = machine.send("/api/webhooks", {"url": "https://hooks.example.com/"}).json()
    return machine, description([*mrns, "26XF00000000ZZZZR7"], [1, question.id, hook["id"]])


def try_all(machine: Caller, content: dict[str, Any], *, count: int, seeded: bool) -> Counter[int]:
    """Try every operation with its share of the cases, and again until there were so many.

    Answers how often each status was answered. Seeded cases are the same in every round, so
    that there is one round of them.
    """
    schema = schemathesis.openapi.from_dict(content)
    schema.app = get_wsgi_application()
    operations = [found.ok() for found in schema.get_all_operations()]
    kinds = list(product(operations, (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)))
    share = max(1, round(count / len(kinds)))
    answered: Counter[int] = Counter()

    def attempt(case: schemathesis.Case) -> None:
        headers = {"Authorization": f"Bearer {machine.secret}"}
        answered[case.call_and_validate(headers=headers, checks=CHECKS).status_code] += 1

    for operation, mode in kinds if seeded else cycle(kinds):
        trial = settings(
            max_examples=share,
            deadline=None,
            database=None,
            derandomize=seeded,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )(given(case=operation.as_strategy(generation_mode=mode))(attempt))
        # Where an operation takes nothing, nothing of it can be wrong.
        with suppress(Unsatisfiable):
            trial()
        if not seeded and answered.total() >= count:
            break
    return answered


def test_the_api_keeps_to_its_description(tried):
    machine, content = tried

    assert try_all(machine, content, count=FEW, seeded=True).total() >= FEW / 2


@pytest.mark.nightly
def test_the_api_keeps_to_its_description_in_many_cases(tried, capsys):
    machine, content = tried
    answered = try_all(machine, content, count=MANY, seeded=False)
    with capsys.disabled():
        statuses = ", ".join(f"{count} x {status}" for status, count in sorted(answered.items()))
        print(f"\nschemathesis: {answered.total()} cases, nothing found; answered {statuses}")  # noqa: T201

    assert answered.total() >= MANY
