"""The requests that the page for software makers shows: a test runs each of them as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

HERE = Path(__file__).resolve().parent

ORDER = (
    "begin.sh",
    "lodge.sh",
    "lodge.json",
    "xml.sh",
    "repeat.sh",
    "repeat.json",
    "conflict.sh",
    "conflict.json",
    "batch.sh",
    "batch.ndjson",
    "follow.sh",
    "follow.json",
    "poll.sh",
    "poll.json",
    "webhook.sh",
    "webhook.json",
    "check_webhook.py",
    "schemas.sh",
    "schemas.json",
    "refused.sh",
    "refused.json",
    "token.sh",
    "token.json",
    "law.sh",
    "law.json",
)
"""Every example in the order in which they are read and run; an answer follows its request."""


class Example(msgspec.Struct, frozen=True):
    """A piece of shell to type, an answer (shortened where it says …), or a piece of code."""

    name: str
    text: str

    @property
    def language(self) -> str:
        """How it is written: sh, json, ndjson or py."""
        return self.name.rpartition(".")[2]


@cache
def examples() -> Mapping[str, Example]:
    """Every example by its name."""
    return {
        name: Example(name, (HERE / name).read_text(encoding="utf-8").strip()) for name in ORDER
    }
