"""The log as static files that anyone may fetch and check (C2SP tlog-tiles)."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from customhouse.records import queries
from customhouse.settings.doors import public

FOR_EVER = "public, max-age=31536000, immutable"
FOR_SECONDS = "public, max-age=5"


@public
@require_safe
def checkpoint(request: HttpRequest) -> HttpResponse:
    """Answer the last signed checkpoint."""
    note = queries.checkpoint()
    if note is None:
        raise Http404("The log has no checkpoint yet.")
    return _file(note.encode(), kind="text/plain; charset=utf-8", keep=FOR_SECONDS)


@public
@require_safe
def key(request: HttpRequest) -> HttpResponse:
    """Answer the public key that checkpoints and receipts are checked with."""
    text = queries.verifier_key()
    if text is None:
        raise Http404("The log has no key yet.")
    return _file(f"{text}\n".encode(), kind="text/plain; charset=utf-8", keep=FOR_SECONDS)


@public
@require_safe
def tile(request: HttpRequest, path: str) -> HttpResponse:
    """Answer a tile of hashes, or the entries under one; neither ever changes."""
    read = queries.entries if path.startswith("entries/") else queries.tile
    try:
        found = read(f"tile/{path}")
    except ValueError as refused:
        raise Http404(str(refused)) from None
    if found is None:
        raise Http404("The log is not that long.")
    return _file(found, kind="application/octet-stream", keep=FOR_EVER)


def _file(content: bytes, *, kind: str, keep: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Cache-Control": keep})
