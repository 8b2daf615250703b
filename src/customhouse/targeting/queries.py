"""What the risk desk can tell: the selectivity in force, and any that ever was."""

from functools import lru_cache

from customhouse.records.queries import body
from customhouse.settings.database import looking_as
from customhouse.settings.row_security import CUSTOMS
from customhouse.targeting import sandbox
from customhouse.targeting.models import SelectivityBundle
from fondaco.legal.bundle import unpack
from fondaco.risk import bundle
from fondaco.risk.bundle import Selectivity


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
    with looking_as(CUSTOMS):
        digest = (
            SelectivityBundle.objects.filter(approved_at__isnull=False)
            .order_by("-approved_at", "-id")
            .values_list("digest", flat=True)
            .first()
        )
    if digest is None:
        raise NoSelectivity(
            "found no selectivity in force; propose and approve one: "
            "manage.py publish_selectivity selectivity"
        )
    return digest


@lru_cache(maxsize=4)
def selectivity_of(digest: str) -> Selectivity:
    """The selectivity of a digest, compiled once per process."""
    if digest == sandbox.selectivity().digest:
        return sandbox.selectivity()
    with looking_as(CUSTOMS):
        packed = body(SelectivityBundle.objects.get(digest=digest).body_digest)
    return bundle.load(unpack(packed))
