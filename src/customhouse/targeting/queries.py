"""What the risk desk can tell: the selectivity in force, and any that ever was."""

from datetime import datetime
from functools import lru_cache

import msgspec

from customhouse.records.queries import body
from customhouse.settings.database import looking_as
from customhouse.settings.row_security import CUSTOMS
from customhouse.settings.together import Later, Question
from customhouse.targeting import sandbox
from customhouse.targeting.models import SelectivityBundle
from fondaco.legal.bundle import unpack
from fondaco.risk import bundle
from fondaco.risk.bundle import Selectivity


class _Named(msgspec.Struct):
    digest: str


_NEWEST = Question(
    """
    SELECT digest FROM selectivity_bundle WHERE approved_at IS NOT NULL
    ORDER BY approved_at DESC, id DESC LIMIT 1
    """,
    _Named,
)


class NoSelectivity(LookupError):
    """No bundle of selectivity is in force: nothing can be accepted, because nothing is drawn."""


def selectivity() -> Selectivity:
    """The selectivity that was approved last."""
    return selectivity_of(newest_digest())


def sandbox_selectivity() -> Selectivity:
    """The selectivity of what is lodged to try."""
    return sandbox.selectivity()


def newest_digest() -> str:
    """The digest of the bundle approved last."""
    return newest_later().value()


def newest_later() -> Later[str]:
    """The digest of the bundle approved last, which may still be on its way."""
    with looking_as(CUSTOMS):
        return _NEWEST.ask().then(_only)


def _only(rows: list[_Named]) -> str:
    if not rows:
        raise NoSelectivity(
            "found no selectivity in force; propose and approve one: "
            "manage.py publish_selectivity selectivity"
        )
    return rows[0].digest


@lru_cache(maxsize=4)
def selectivity_of(digest: str) -> Selectivity:
    """The selectivity of a digest, compiled once per process."""
    if digest == sandbox.selectivity().digest:
        return sandbox.selectivity()
    with looking_as(CUSTOMS):
        packed = body(SelectivityBundle.objects.get(digest=digest).body_digest)
    return bundle.load(unpack(packed))


class Proposal(msgspec.Struct, frozen=True):
    """A bundle that waits for its second person."""

    digest: str
    proposed_at: datetime
    proposed_by: str
    reason: str


def proposals() -> tuple[Proposal, ...]:
    """The bundles that wait for a second person, the newest first."""
    with looking_as(CUSTOMS):
        found = SelectivityBundle.objects.filter(approved_at=None).order_by("-proposed_at", "-id")
        return tuple(
            Proposal(each.digest, each.proposed_at, each.proposed_by, each.reason) for each in found
        )


def files_of(digest: str) -> dict[str, bytes]:
    """The files of a bundle, proposed or approved; LookupError where none has that digest."""
    with looking_as(CUSTOMS):
        row = SelectivityBundle.objects.filter(digest=digest).values_list("body_digest", flat=True)
        found = row.first()
        if found is None:
            raise NoSelectivity(f"found no selectivity {digest}; look among the proposals")
        return unpack(body(found))
