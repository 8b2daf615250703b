"""The demonstration country's law and selectivity, put in force as any other would be."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from django.conf import settings

from customhouse.accounts import queries as accounts
from customhouse.accounts.actor import Actor
from customhouse.demonstration.people import OF_CUSTOMS
from customhouse.settings.database import as_system
from customhouse.targeting import actions as targeting
from customhouse.targeting import queries as targeting_known
from customhouse.tariffs import actions as tariffs
from customhouse.tariffs import queries as tariffs_known
from fondaco.command import law_bundle
from fondaco.legal import bundle

NAME = "Republic of Fondaco"


def law(*, by: Actor, at: datetime) -> str:
    """Publish the law of the folder `law/demonstration`, unless it ever was; answers its digest."""
    files = law_bundle.build(Path(settings.ROOT) / "law" / "demonstration")
    digest = bundle.digest(files)
    with as_system():
        try:
            tariffs_known.packed_law(digest)
        except tariffs_known.NoLaw:
            tariffs.publish(files=files, name=NAME, by=by, at=at)
    return digest


def selectivity(*, at: datetime) -> str:
    """Propose and approve the folder `selectivity`, unless it ever was: analyst and supervisor.

    What the risk desk has put in force since is left alone. Answers the digest.
    """
    files = selectivity_files(Path(settings.ROOT) / "selectivity")
    digest = bundle.digest(files)
    with as_system():
        try:
            targeting_known.files_of(digest)
        except targeting_known.NoSelectivity:
            analyst, supervisor = _person("analyst"), _person("supervisor")
            books, reason = tariffs_known.code_books(at=at), "As published with the law"
            targeting.propose(files=files, books=books, reason=reason, by=analyst, at=at)
            targeting.approve(digest=digest, by=supervisor, at=at)
    return digest


def selectivity_files(folder: Path) -> Mapping[str, bytes]:
    """Return the files of a folder of selectivity by their names in the bundle."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*.toml"))
    }


def _person(role: str) -> Actor:
    address = next(each.address for each in OF_CUSTOMS if each.role == role)
    with as_system():
        number = accounts.people_at([address])[address]
    found = accounts.actor_of_person(number)
    if found is None:
        raise LookupError(f"found nobody who may act as {role}, expected {address}")
    return found
