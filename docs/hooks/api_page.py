"""The page of the API, read from the OpenAPI description that the tests check it against."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from page_markdown import cell, code, table

HEAD = """# The API

Read from `openapi.yaml`, which is written by hand and tested both ways: what it says the API does,
and what the API does that it does not say.

"""
VERBS = ("get", "post", "put", "patch", "delete")


def text(root: Path) -> str:
    """Return the page: one section for each address, one table of answers for each verb."""
    found = sorted((root / "src").rglob("openapi.yaml"))
    if not found:
        return HEAD + "It is not written yet.\n"
    described: dict[str, Any] = yaml.safe_load(found[0].read_text())
    parts = [str(described.get("info", {}).get("description", "")).strip()]
    for address, verbs in described.get("paths", {}).items():
        for verb in VERBS:
            if verb in verbs:
                parts.append(_operation(f"{verb.upper()} {address}", verbs[verb]))
    return HEAD + "\n\n".join(part for part in parts if part) + "\n"


def _operation(title: str, operation: dict[str, Any]) -> str:
    lines = [f"## {code(title)}", str(operation.get("summary", "")).strip()]
    lines.append(str(operation.get("description", "")).strip())
    answers = [
        (code(status), cell(answer.get("description", answer.get("$ref", ""))))
        for status, answer in operation.get("responses", {}).items()
    ]
    lines.append(table(("Answer", "When"), answers))
    return "\n\n".join(line for line in lines if line)
