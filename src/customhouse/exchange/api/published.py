"""What anyone may fetch: the law as a file, schemas of messages, examples and their outcome."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from django.http import Http404, HttpRequest, HttpResponse

from customhouse.accounts.guards import public
from customhouse.exchange import scenarios, schemas
from customhouse.exchange.api import answers, asked
from customhouse.tariffs import queries as tariffs
from fondaco.identifiers import trader

HERE = Path(__file__).resolve().parents[1]
FOR_EVER = "public, max-age=31536000, immutable"
FOR_MINUTES = "public, max-age=300"


class LawPublished(msgspec.Struct, frozen=True):
    """One bundle of law, and where it is fetched."""

    digest: str
    name: str
    published_at: Any
    address: str


@public
def law(request: HttpRequest) -> HttpResponse:
    """Every bundle of law that was published, the newest first."""
    found = tuple(
        LawPublished(each.digest, each.name, each.published_at, f"/api/law/{each.digest}")
        for each in tariffs.published()
    )
    return answers.answered({"law": found}, language=asked.language_of(request))


@public
def law_bundle(request: HttpRequest, digest: str) -> HttpResponse:
    """One bundle of law as a file, with which `fondaco check` judges as the customs house does."""
    try:
        packed = tariffs.packed_law(digest)
    except LookupError:
        raise Http404 from None
    name = f"law-{digest[7:19]}.json.gz"
    return _file(packed, kind="application/gzip", keep=FOR_EVER, name=name)


@public
def all_schemas(request: HttpRequest) -> HttpResponse:
    """The schemas there are."""
    language = asked.language_of(request)
    found = [
        {"name": name, "title": title.said(language), "address": f"/api/schemas/{name}.json"}
        for name, title in schemas.TITLES.items()
    ]
    return answers.answered({"schemas": found}, language=language)


@public
def schema(request: HttpRequest, name: str) -> HttpResponse:
    """One schema (JSON Schema 2020-12)."""
    if name not in schemas.TITLES:
        raise Http404
    return _file(schemas.text(name), kind="application/schema+json", keep=FOR_MINUTES)


@public
def all_scenarios(request: HttpRequest) -> HttpResponse:
    """The examples there are, each with the answer that it gets."""
    language = asked.language_of(request)
    found = [each.told(language=language) for each in scenarios.scenarios().values()]
    return answers.answered({"scenarios": found}, language=language)


@public
def scenario(request: HttpRequest, name: str) -> HttpResponse:
    """One example, to be sent as it is; `trader` puts your own identifier into it."""
    found = scenarios.scenarios().get(name)
    if found is None:
        raise Http404
    identifier = asked.query(request, "trader").get("trader")
    if identifier is not None and not trader.is_valid(identifier, issued_by=scenarios.COUNTRY):
        raise asked.Refused("bad-request", "trader: expected a trader identifier such as XF….")
    return _file(found.message(trader=identifier), kind=found.kind, keep=FOR_MINUTES)


@public
def description(request: HttpRequest) -> HttpResponse:
    """The description of this API (OpenAPI 3.1)."""
    return _file(_description(), kind="application/yaml", keep=FOR_MINUTES)


@cache
def _description() -> bytes:
    return (HERE / "openapi.yaml").read_bytes()


def _file(content: bytes, *, kind: str, keep: str, name: str = "") -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response.headers["Content-Length"] = str(len(content))
    response.headers["Cache-Control"] = keep
    if name:
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
