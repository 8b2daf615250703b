"""What a request asks for: its media type, language, key and body, each within its limits."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache
from typing import Annotated, TypeVar

import msgspec
from django.http import HttpRequest
from django.utils.http import urlencode

from customhouse.exchange import words
from fondaco.messages.json_problems import repeats_a_name

Content = TypeVar("Content")

LONGEST_PARAMETER = 200

_KEY = re.compile(r"[\x21-\x7e][\x20-\x7e]{0,254}")
_FORM_CHARSETS = frozenset(("", "utf-8", "utf8", "us-ascii"))


# Line ends and tabs are the only controls that belong in what people write.
Sentence = Annotated[
    str,
    msgspec.Meta(
        min_length=1,
        max_length=2000,
        pattern=r"\A[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]*\Z",
    ),
]
"""Words that a person wrote."""


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


def query(request: HttpRequest, *names: str) -> dict[str, str]:
    """The parameters of the address, each once and each known; Refused otherwise."""
    found = {}
    for name, values in request.GET.lists():
        if name not in names:
            raise Refused(
                "bad-request", f"{name[:40]!r}: expected one of the parameters {', '.join(names)}."
            )
        if len(values) > 1 or len(values[0]) > LONGEST_PARAMETER or not values[0].isprintable():
            raise Refused("bad-request", f"{name}: expected one short, plain value.")
        found[name] = values[0]
    return found


def count(text: str | None, *, least: int, most: int, default: int) -> int:
    """A whole number within bounds, given in the address."""
    if text is None:
        return default
    if text.isascii() and text.isdecimal() and len(text) < 19 and least <= int(text) <= most:
        return int(text)
    raise Refused("bad-request", f"Expected a whole number from {least} to {most}.")


def address(path: str, **parameters: object) -> str:
    """An address with its parameters."""
    return f"{path}?{urlencode(parameters)}" if parameters else path


def body_of(request: HttpRequest) -> bytes:
    """The whole body; Refused where the connection broke off before its announced end.

    Half a batch would otherwise be a batch: its last line may end where the body broke off.
    """
    body = request.body
    announced = int(request.META.get("CONTENT_LENGTH") or 0)
    if len(body) != announced:
        raise Refused(
            "bad-request", f"The body broke off after {len(body)} of {announced} bytes: send again."
        )
    return body


def content(request: HttpRequest, kind: type[Content]) -> Content:
    """The JSON body as a value of this kind; Refused where it is none."""
    media_type_of(request, accepted=("application/json",))
    body = body_of(request)
    try:
        if repeats_a_name(body):
            raise Refused("bad-request", "A name stands twice in an object: remove one of the two.")
        return msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, ValueError, RecursionError) as reason:
        raise Refused("bad-request", f"The body is not as described: {reason}"[:500]) from None


def prefers_xml(request: HttpRequest) -> bool:
    """Whether the caller asks for XML and not for JSON."""
    accepted: str = request.META.get("HTTP_ACCEPT", "")
    return ("application/xml" in accepted or "text/xml" in accepted) and "json" not in accepted


@lru_cache(maxsize=256)
def _media_type(declared: str) -> tuple[str, str]:
    name, *parameters = declared.split(";")
    for each in parameters:
        word, _, value = each.partition("=")
        if word.strip().lower() == "charset":
            return name.strip().lower(), value.strip().strip("\"'").lower()
    return name.strip().lower(), ""
