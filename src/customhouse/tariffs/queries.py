"""What the tariff desk can tell: the law in force, and any law ever published."""

from functools import lru_cache

from customhouse.records.queries import body
from customhouse.settings.database import as_system
from customhouse.tariffs.models import LawBundle
from fondaco.clearance.rulebook import Law
from fondaco.legal.bundle import unpack

FRESH_SECONDS = 5
"""How long a process may go on with a bundle before it looks for a newer one."""


class NoLaw(LookupError):
    """No bundle of law was ever published: nothing can be judged."""


def law() -> Law:
    """The law as last published."""
    return law_of(newest_digest())


def newest_digest() -> str:
    """The digest of the bundle published last."""
    digest = LawBundle.objects.order_by("-id").values_list("digest", flat=True).first()
    if digest is None:
        raise NoLaw("found no published law; publish a bundle: manage.py publish_law law/NAME")
    return digest


@lru_cache(maxsize=4)
def law_of(digest: str) -> Law:
    """The law of a bundle by its digest, compiled once per process."""
    with as_system():
        packed = body(LawBundle.objects.get(digest=digest).body_digest)
    return Law.load(unpack(packed))
