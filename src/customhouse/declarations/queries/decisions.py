"""Decisions as they were made, read back from the bodies that the record keeps."""

from collections.abc import Sequence

import msgspec

from customhouse.declarations.models import Declaration, Version
from customhouse.records.queries import body
from customhouse.targeting import queries as targeting
from customhouse.tariffs import queries as tariffs
from fondaco.clearance.clear import clear
from fondaco.clearance.decision import Decision
from fondaco.clearance.facts import Facts
from fondaco.declaration.document import Document
from fondaco.evidence.canonical import canonical

_DECISION = msgspec.json.Decoder(Decision)
_FACTS = msgspec.json.Decoder(Facts)
_DOCUMENT = msgspec.json.Decoder(Document)


def decision_of(digest: str) -> Decision:
    """The decision that was recorded under a digest."""
    return _DECISION.decode(body(digest))


def document_of(digest: str) -> Document:
    """The document that was recorded under a digest."""
    return _DOCUMENT.decode(body(digest))


def versions(numbers: Sequence[str], *, most: int) -> list[tuple[str, int]]:
    """Every version of these declarations; of none named, the newest versions of all."""
    newest = Version.objects.order_by("-at", "-declaration_id")
    found = newest.values_list("declaration_id", "version")
    return list(found.filter(declaration_id__in=numbers) if numbers else found[:most])


class Replay:
    """A recorded decision judged once more from what was kept, and whether it came out the same."""

    def __init__(self, version: Version, *, draw: int) -> None:
        self.recorded = body(version.decision_digest)
        decision = clear(
            document_of(version.document_digest),
            _FACTS.decode(body(version.facts_digest)),
            tariffs.law_of(version.law_digest),
            (
                targeting.selectivity_of(version.selectivity_digest)
                if version.selectivity_digest
                else None
            ),
            on=version.judged_on,
            draw=draw,
        )
        self.again = canonical(decision)

    @property
    def is_the_same(self) -> bool:
        """Whether judging again gave the same bytes."""
        return self.recorded == self.again


def replay(mrn: str, *, version: int) -> Replay:
    """Judge a version of a declaration again, from the bodies kept with it."""
    declaration = Declaration.objects.get(mrn=mrn)
    found = Version.objects.get(declaration=declaration, version=version)
    return Replay(found, draw=declaration.draw)
