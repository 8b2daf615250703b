"""The only readers of the register: traders and mandates as the judgement takes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import msgspec

from customhouse.settings.database import execute, looking_as
from customhouse.settings.recent import Recent
from customhouse.settings.row_security import CUSTOMS
from customhouse.settings.together import Later, Question
from fondaco.parties.mandate import Mandate, Representation
from fondaco.parties.trader import Trader
from fondaco.units.period import Period

TRADER_SECONDS = 5.0
"""How long another process may still believe what a trader was; bar 21 allows 60."""

# The columns are those of `Trader`, `Mandate` and what they hold: a row is read straight into one.
_TRADERS = Question(
    """
    SELECT identifier, name, standing, registered_on, coalesce((
        SELECT json_agg(json_build_object(
            'kind', kind, 'reference', reference,
            'valid', json_build_object('start', starts, 'end', ends)) ORDER BY reference)
        FROM authorisation
        WHERE authorisation.trader = trader.identifier AND revoked_at IS NULL
    ), '[]') AS authorisations
    FROM trader WHERE identifier = ANY(%s)
    """,
    Trader,
)
_MANDATES = Question(
    """
    SELECT mandate.principal, mandate.representative, representation,
           json_build_object('start', starts, 'end', ends) AS valid
    FROM unnest(%s::text[], %s::text[]) AS asked(principal, representative)
    JOIN mandate ON mandate.principal = asked.principal
        AND mandate.representative = asked.representative AND mandate.revoked_at IS NULL
    ORDER BY mandate.id
    """,
    Mandate,
)
_MANDATE = "mandate.principal, mandate.representative, representation, starts, ends"
_HELD = f"""
SELECT id, {_MANDATE}, given.name, held.name, granted_at, revoked_at
FROM mandate
JOIN trader AS given ON given.identifier = principal
JOIN trader AS held ON held.identifier = representative
WHERE principal = %(trader)s OR representative = %(trader)s ORDER BY id DESC
"""  # noqa: S608 - the columns are our own

_traders: Recent[str, Trader] = Recent(seconds=TRADER_SECONDS, most=10_000)


class HeldMandate(msgspec.Struct, frozen=True):
    """A mandate as its two sides see it in their list."""

    id: int
    mandate: Mandate
    principal_name: str
    representative_name: str
    granted_at: datetime
    revoked_at: datetime | None


def trader_facts(identifiers: Iterable[str]) -> tuple[Trader, ...]:
    """Return the registered traders of these identifiers, in the order of the identifiers.

    It looks as customs does: a judgement must know a trader whom its sender may not see.
    """
    return traders_later(identifiers).value()


def traders_later(identifiers: Iterable[str]) -> Later[tuple[Trader, ...]]:
    """Return the same as `trader_facts`, which may still be on its way."""
    asked = sorted(set(identifiers))
    known = {name: found for name in asked if (found := _traders.get(name)) is not None}
    missing = [name for name in asked if name not in known]

    def read(traders: Sequence[Trader]) -> tuple[Trader, ...]:
        for trader in traders:
            known[trader.identifier] = trader
            _traders.keep(trader.identifier, trader)
        return tuple(known[name] for name in asked if name in known)

    if not missing:
        return Later.known(read(()))
    with looking_as(CUSTOMS):
        return _TRADERS.ask(missing).then(read)


def mandates_of(pairs: Sequence[tuple[str, str]]) -> tuple[Mandate, ...]:
    """Return the mandates in the register for these pairs of principal and representative.

    Never remembered: a mandate that was revoked counts no more in the next decision.
    """
    return mandates_later(pairs).value()


def mandates_later(pairs: Sequence[tuple[str, str]]) -> Later[tuple[Mandate, ...]]:
    """Return the same as `mandates_of`, which may still be on its way."""
    if not pairs:
        return Later.known(())
    principals, representatives = (list(column) for column in zip(*pairs, strict=True))
    with looking_as(CUSTOMS):
        asked = _MANDATES.ask(principals, representatives)
    return asked.then(tuple)


def mandates(principal: str, representative: str) -> tuple[Mandate, ...]:
    """Return the mandates in the register between two traders."""
    return mandates_of([(principal, representative)])


def mandates_held(trader: str) -> tuple[HeldMandate, ...]:
    """Return every mandate that a trader ever gave or held, the newest first."""
    with looking_as(CUSTOMS):
        rows = execute(_HELD, {"trader": trader}).fetchall()
    return tuple(HeldMandate(row[0], _mandate(row[1:6]), *row[6:]) for row in rows)


def search(words: str, *, most: int = 20) -> tuple[Trader, ...]:
    """Return registered traders whose identifier or name begins with or contains the words."""
    statement = """
        SELECT identifier FROM trader
        WHERE upper(identifier) LIKE upper(%(start)s) OR upper(name) LIKE upper(%(part)s)
        ORDER BY identifier LIMIT %(most)s
    """
    plain = words.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
    found = execute(statement, {"start": f"{plain}%", "part": f"%{plain}%", "most": most})
    return trader_facts(identifier for (identifier,) in found.fetchall())


def organisations_of_registered(identifiers: Sequence[str]) -> dict[str, int | None]:
    """Return the organisations of registered traders; None for one that does not sign in."""
    statement = "SELECT identifier, organisation_id FROM trader WHERE identifier = ANY(%s)"
    with looking_as(CUSTOMS):
        return dict(execute(statement, (list(identifiers),)).fetchall())


def forget() -> None:
    """Forget the traders this process remembers."""
    _traders.clear()


def _mandate(row: tuple[Any, ...]) -> Mandate:
    principal, representative, representation, starts, ends = row
    return Mandate(principal, representative, Representation(representation), Period(starts, ends))
