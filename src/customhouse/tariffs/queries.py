"""What the tariff desk can tell: the law in force, and any law ever published."""

from datetime import datetime
from functools import lru_cache

import msgspec

from customhouse.records.queries import body
from customhouse.settings.together import Later, Question
from customhouse.tariffs.models import LawBundle
from fondaco.clearance.rulebook import Law
from fondaco.declaration.code_books import CodeBooks
from fondaco.legal.bundle import unpack
from fondaco.territory.calendar import legal_day


class _Named(msgspec.Struct):
    digest: str


_NEWEST = Question("SELECT digest FROM law_bundle ORDER BY id DESC LIMIT 1", _Named)


class NoLaw(LookupError):
    """No bundle of law was ever published: nothing can be judged."""


def law() -> Law:
    """The law as last published."""
    return law_of(newest_digest())


def code_books(*, at: datetime) -> CodeBooks:
    """The codes of the law in force, on the legal day of that moment."""
    in_force = law()
    return in_force.on(legal_day(at, ahead_of_utc=in_force.ahead_of_utc)).code_books


def newest_digest() -> str:
    """The digest of the bundle published last."""
    return newest_later().value()


def newest_later() -> Later[str]:
    """The digest of the bundle published last, which may still be on its way."""
    return _NEWEST.ask().then(_only)


def _only(rows: list[_Named]) -> str:
    if not rows:
        raise NoLaw("found no published law; publish a bundle: manage.py publish_law law/NAME")
    return rows[0].digest


@lru_cache(maxsize=4)
def law_of(digest: str) -> Law:
    """The law of a bundle by its digest, compiled once per process."""
    return Law.load(unpack(packed_law(digest)))


class Published(msgspec.Struct, frozen=True):
    """A bundle of law as it was published."""

    digest: str
    name: str
    published_at: datetime


def published() -> tuple[Published, ...]:
    """Every bundle of law that was published, the newest first."""
    rows = LawBundle.objects.order_by("-id").values_list("digest", "name", "published_at")
    return tuple(Published(*row) for row in rows)


def packed_law(digest: str) -> bytes:
    """A bundle as one file, as a trader takes it home; LookupError where none has that digest."""
    found = LawBundle.objects.filter(digest=digest).values_list("body_digest", flat=True).first()
    if found is None:
        raise NoLaw(f"found no law {digest}; look among the published bundles")
    return body(found)
