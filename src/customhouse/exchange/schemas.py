"""The schemas of what the API takes and gives, made from the types that read and write it."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from customhouse.exchange.standing import Standing
from customhouse.exchange.told import AskedTold, Told
from fondaco.declaration.document import Document
from fondaco.legal.wording import Wording

_TYPES: dict[str, Any] = {
    "declaration": Document,
    "decision": Told,
    "request-answer": AskedTold,
    "standing": Standing,
}
TITLES = {
    "declaration": Wording(
        "A declaration, as it is sent in JSON", "Une déclaration, telle qu’on l’envoie en JSON"
    ),
    "decision": Wording("The answer to a declaration", "La réponse à une déclaration"),
    "request-answer": Wording(
        "The answer to a request to amend or annul a declaration",
        "La réponse à une demande de modifier ou d’annuler une déclaration",
    ),
    "standing": Wording("A declaration as it stands", "Une déclaration, là où elle en est"),
}
"""What each schema describes, by its name."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NUMBER_IN_TEXT = {
    "type": ["string", "number"],
    "description": "A decimal, as a number or as text in digits; no exponent.",
}
"""How a declaration may write a decimal; our answers write it as text."""


@cache
def text(name: str) -> bytes:
    """A schema by its name, as JSON."""
    return msgspec.json.format(msgspec.json.encode(schema(name)), indent=2)


def schema(name: str) -> dict[str, Any]:
    """A schema by its name."""
    made = msgspec.json.schema(_TYPES[name])
    if name == "declaration":
        made = _with_numbers(made)
    return {"$schema": DIALECT, "title": TITLES[name].en, **made}


def _with_numbers(part: Any) -> Any:
    if isinstance(part, list):
        return [_with_numbers(each) for each in part]
    if not isinstance(part, dict):
        return part
    if part.get("format") == "decimal":
        return NUMBER_IN_TEXT
    return {name: _with_numbers(each) for name, each in part.items()}
