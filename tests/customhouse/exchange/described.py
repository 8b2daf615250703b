"""The API's description, as the tests hold its answers against it: statuses, types, every field."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import msgspec
import yaml
from django.http import HttpResponse

from customhouse.exchange import schemas

FILE = Path(schemas.__file__).with_name("openapi.yaml")
VERBS = ("get", "post", "put", "patch", "delete")
OUTSIDE = "schemas/declaration.json"


@cache
def description() -> dict[str, Any]:
    """The description, with the schema of declarations put into it."""
    content = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    parts = schemas.schema("declaration")["$defs"]
    known = content["components"]["schemas"]
    known |= {f"declaration.{name}": _moved(part) for name, part in parts.items()}
    return _moved(content)


def _moved(part: Any) -> Any:
    """Every reference to the schema of declarations, made to the place where it stands now."""
    if isinstance(part, list):
        return [_moved(each) for each in part]
    if not isinstance(part, dict):
        return part
    if set(part) == {"$ref"}:
        return {"$ref": _place(part["$ref"])}
    return {name: _moved(each) for name, each in part.items()}


def _place(reference: str) -> str:
    if reference == OUTSIDE:
        return "#/components/schemas/declaration.Document"
    return reference.replace("#/$defs/", "#/components/schemas/declaration.")


def operations() -> dict[tuple[str, str], dict[str, Any]]:
    """Every operation by its verb and address."""
    return {
        (verb.upper(), address): verbs[verb]
        for address, verbs in description()["paths"].items()
        for verb in VERBS
        if verb in verbs
    }


def resolved(part: dict[str, Any]) -> dict[str, Any]:
    """What a reference leads to."""
    while "$ref" in part:
        found: Any = description()
        for step in part["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        part = found
    return part


def check(method: str, path: str, response: HttpResponse) -> None:
    """Hold an answer against the description; an address that is nobody's is a 404, no more."""
    path = path.partition("?")[0]
    operation = _operation(method, path)
    if operation is None:
        assert response.status_code in {401, 404, 405}, (method, path, response.status_code)
        return
    answers = operation["responses"]
    status = str(response.status_code)
    assert status in answers, f"{method} {path} answered {status}: {response.content[:500]!r}"
    content = resolved(answers[status]).get("content")
    if content is None:
        assert not response.content
        return
    kind = response["Content-Type"].partition(";")[0]
    assert kind in content, f"{method} {path} answered {status} as {kind}"
    _check_content(kind, content[kind]["schema"], response.content)


def _operation(method: str, path: str) -> dict[str, Any] | None:
    for (verb, address), operation in operations().items():
        pattern = re.sub(r"\{[a-z]+\}", "[^/]+", address)
        if verb == method and re.fullmatch(pattern, path):
            return operation
    return None


def _check_content(kind: str, schema: dict[str, Any], content: bytes) -> None:
    if not kind.endswith(("json", "x-ndjson")) or schema == {"type": "object"}:
        return
    whole = schema | {"components": _strict()}
    for line in content.splitlines() if kind.endswith("ndjson") else [content]:
        jsonschema_rs.validate(whole, msgspec.json.decode(line))


@cache
def _strict() -> dict[str, Any]:
    """The schemas with no room for a field that they do not name."""
    known = description()["components"]["schemas"]
    strict = {
        name: part | {"additionalProperties": False} if "properties" in part else part
        for name, part in known.items()
    }
    return {"schemas": strict}
