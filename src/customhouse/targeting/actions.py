"""The only writers of the risk desk: bundles by two people, and the ledger of selections."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from customhouse.settings.rows import Rows
from fondaco.risk.selection import Selection

_ENTRIES = Rows(
    "selection_entry",
    {
        "mrn": "text",
        "version": "int",
        "office": "text",
        "at": "timestamptz",
        "channel": "text",
        "stratum": "text",
        "propensity": "int",
        "draw": "int",
        "selectivity_digest": "text",
        "profiles": "jsonb",
    },
)


class Selected(msgspec.Struct, frozen=True):
    """A selection as the ledger has it: of which declaration, where, under which bundle."""

    mrn: str
    version: int
    office: str
    selection: Selection
    selectivity_digest: str


def enter(*, selected: Sequence[Selected], at: datetime) -> None:
    """Enter selections in the ledger, inside the caller's transaction."""
    _ENTRIES.insert(
        [
            (
                each.mrn,
                each.version,
                each.office,
                at,
                each.selection.channel.value,
                each.selection.stratum.value,
                each.selection.propensity,
                each.selection.draw,
                each.selectivity_digest,
                msgspec.json.encode([hit.profile for hit in each.selection.hits]).decode(),
            )
            for each in selected
        ]
    )
