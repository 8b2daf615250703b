"""Examples of messages with the answer that each gets: for those who write software against us."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

from fondaco.declaration.document import Document
from fondaco.declaration.replacement import with_values
from fondaco.messages import wco_json, wco_xml

HERE = Path(__file__).resolve().parent
TRADER = "XF300000019"
"""Who declares in the examples, and what is replaced by the caller's own identifier."""
COUNTRY = TRADER[:2]


class Expected(msgspec.Struct, frozen=True, omit_defaults=True):
    """The answer that an example gets; findings and problems by the path that they name."""

    status: int
    outcome: str
    state: str | None = None
    findings: tuple[str, ...] = ()


class Example(msgspec.Struct, frozen=True):
    """An example as the list tells it."""

    name: str
    text: str
    media_type: str
    address: str
    expected: Expected


class Scenario(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One example: what is changed in the common declaration, or the whole body."""

    name: str
    en: str
    fr: str
    status: int
    outcome: str
    kind: str = msgspec.field(name="form", default="application/json")
    changes: dict[str, str] = {}
    body: str | None = None
    state: str | None = None
    findings: tuple[str, ...] = ()

    @property
    def expected(self) -> Expected:
        """The answer that it gets."""
        return Expected(self.status, self.outcome, self.state, self.findings)

    def message(self, *, trader: str | None = None) -> bytes:
        """The message to send, in the name of a trader."""
        content = self._message()
        return content.replace(TRADER.encode(), trader.encode()) if trader else content

    def told(self, *, language: str) -> Example:
        """The example in the reader's language."""
        address = f"/api/scenarios/{self.name}"
        text = self.fr if language == "fr" else self.en
        return Example(self.name, text, self.kind, address, self.expected)

    def _message(self) -> bytes:
        if self.body is not None:
            return self.body.encode()
        document = with_values(_common(), self.changes)
        if self.kind == "application/xml":
            return wco_xml.write(document)
        return msgspec.json.format(wco_json.write(document), indent=2)


@cache
def scenarios() -> Mapping[str, Scenario]:
    """Every example, by its name."""
    content = tomllib.loads((HERE / "index.toml").read_text(encoding="utf-8"))
    found = msgspec.convert(content["scenario"], list[Scenario])
    return {each.name: each for each in found}


@cache
def _common() -> Document:
    return wco_json.read((HERE / "coffee.json").read_bytes())
