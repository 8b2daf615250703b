"""What a request asks for: its media type, language, key and body, each within its limits."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache

from django.http import HttpRequest

from customhouse.exchange import words

_KEY = re.compile(r"[\x21-\x7e][\x20-\x7e]{0,254}")
_FORM_CHARSETS = frozenset(("", "utf-8", "utf8", "us-ascii"))


class Refused(Exception):  # noqa: N818 - it is the request that is refused
    """A request that is answered with a problem of this kind."""

    def __init__(self, kind: str, detail: str, **headers: str) -> None:
        self.kind, self.detail, self.headers = kind, detail, headers
        super().__init__(detail)


def received_at() -> datetime:
    """The instant of the request: the one place where the API asks the clock."""
    return datetime.now(UTC)


def language_of(request: HttpRequest) -> str:
    """The language in which to answer."""
    return words.language_of(request.META.get("HTTP_ACCEPT_LANGUAGE", ""))


def key_of(request: HttpRequest) -> str | None:
    """The sender's own key for this message, None where there is none."""
    key: str | None = request.META.get("HTTP_IDEMPOTENCY_KEY")
    if key is None or _KEY.fullmatch(key):
        return key
    raise Refused(
        "bad-request",
        "Found an Idempotency-Key that is empty, too long or not plain: "
        "send 1 to 255 characters of printable ASCII.",
    )


def media_type_of(request: HttpRequest, *, accepted: tuple[str, ...]) -> str:
    """The media type of the body; Refused where it is none of those accepted."""
    declared: str = request.META.get("CONTENT_TYPE", "")
    name, charset = _media_type(declared)
    coding = request.META.get("HTTP_CONTENT_ENCODING", "identity").strip().lower()
    if coding not in ("identity", ""):
        raise Refused(
            "media-type",
            f"Found a body packed as {coding[:40]!r}, expected it unpacked: "
            "send it without Content-Encoding.",
            **{"Accept-Encoding": "identity"},
        )
    if name not in accepted or charset not in _FORM_CHARSETS:
        raise Refused(
            "media-type",
            f"Found {declared[:80]!r}, expected one of: {', '.join(accepted)}, in UTF-8.",
            **{"Accept-Post": ", ".join(accepted)},
        )
    return name


@lru_cache(maxsize=256)
def _media_type(declared: str) -> tuple[str, str]:
    name, *parameters = declared.split(";")
    for each in parameters:
        word, _, value = each.partition("=")
        if word.strip().lower() == "charset":
            return name.strip().lower(), value.strip().strip("\"'").lower()
    return name.strip().lower(), ""
