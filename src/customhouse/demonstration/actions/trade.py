"""Trade as it goes: a consignment is lodged, its truth is kept, what follows is noted."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cached_property
from random import Random

import msgspec

from customhouse.accounts import actions as entering
from customhouse.accounts import queries as accounts
from customhouse.accounts.actor import Actor, system_actor
from customhouse.declarations.actions.lodge import lodge
from customhouse.declarations.entry import Answer, Lodgement
from customhouse.declarations.queries.file import file_of
from customhouse.demonstration import names, officers, people
from customhouse.demonstration.actions import errands
from customhouse.demonstration.chance import stream
from customhouse.demonstration.consignments import consignment
from customhouse.demonstration.values import Consignment, Nation
from customhouse.settings.database import as_system, execute
from fondaco.declaration.document import Document
from fondaco.declaration.lifecycle import State

MENDED_AFTER = timedelta(minutes=25)
PATIENCE = timedelta(hours=2)

_ENTER = """
INSERT INTO demonstration_truth (number, seed, mrn, sender, lodged_at, behaviour, truth)
VALUES (%s, %s, %s, %s, %s, %s, %s::jsonb)
"""
_NUMBERED = "UPDATE demonstration_truth SET mrn = %s WHERE number = %s"


class Trade:
    """The nation at work. `haste` is how many times faster than its own clock it lives.

    What concerns the people one may sign in as waits for them, for the length of `patience`,
    counted from `opened_at` at the earliest: nobody could look before.
    """

    def __init__(
        self,
        nation: Nation,
        *,
        seed: int,
        haste: float = 1.0,
        patience: timedelta = PATIENCE,
        opened_at: datetime | None = None,
    ) -> None:
        self.nation, self.seed, self.haste = nation, seed, haste
        self._patience, self._opened_at = patience, opened_at

    def is_left_to_people(self, *, since: datetime | None, at: datetime) -> bool:
        """Whether what has waited since an instant is still left to whoever signs in."""
        if since is None:
            return False
        return at - max(since, self._opened_at or since) < self._patience

    @cached_property
    def organisations(self) -> dict[str, int]:
        """The numbers of the organisations by trader identifier."""
        firms = (*self.nation.traders, *self.nation.brokers)
        with as_system():
            return accounts.organisations_of([each.identifier for each in firms])

    @cached_property
    def shown_officers(self) -> frozenset[int]:
        """The people of customs whom one may sign in as: their files wait for them a while."""
        with as_system():
            known = accounts.people_at([each.address for each in people.OF_CUSTOMS])
        return frozenset(known.values())

    @cached_property
    def shown_trader(self) -> str:
        """The trader whom one may sign in as: its bills and questions wait for it a while."""
        return people.shown_trader(self.nation).identifier

    def next_number(self) -> int:
        """Return the number of the next consignment that was never lodged."""
        with as_system():
            row = execute("SELECT coalesce(max(number), 0) + 1 FROM demonstration_truth").fetchone()
        return int(row[0]) if row else 1

    def consignment(self, number: int, *, at: datetime, seed: int | None = None) -> Consignment:
        """Return the consignment of a number."""
        return consignment(
            self.nation, seed=self.seed if seed is None else seed, number=number, at=at
        )

    def declarant(self, identifier: str) -> Actor:
        """Return whoever acts for a firm of the nation, by command of the demonstration."""
        is_broker = any(each.identifier == identifier for each in self.nation.brokers)
        kind = "broker" if is_broker else "trader"
        return Actor(
            person_id=None,
            pseudonym=f"demonstration:{identifier}",
            name="Demonstration",
            organisation_id=self.organisations[identifier],
            organisation_kind=kind,
            trader_identifier=identifier,
            roles=frozenset({kind}),
            via="command",
        )

    def clerk(self, identifier: str, *, at: datetime) -> Actor:
        """Return a person of a firm, who is entered when first needed: for what only people do."""
        address = people.clerk_of(identifier)
        with as_system():
            number = accounts.people_at([address]).get(address)
            if number is None:
                number = self._enter_clerk(identifier, address, at=at)
        return accounts.actor_of_person(number) or self.declarant(identifier)

    def _enter_clerk(self, identifier: str, address: str, *, at: datetime) -> int:
        by = system_actor("demonstration", via="command")
        firm = self.declarant(identifier)
        name = next(names.people(stream(self.nation.seed, "clerk", identifier)))
        number = entering.create_person(email=address, name=name, by=by, at=at)
        entering.give_role(
            person_id=number,
            organisation_id=self.organisations[identifier],
            role=firm.organisation_kind,
            by=by,
            at=at,
        )
        return number

    def lodge(self, coming: Consignment, *, at: datetime) -> Answer:
        """Lodge a consignment, keep its truth, and note what happens next."""
        with as_system():
            answer = self._sent(coming, coming.document, at=at)
            truth = msgspec.json.encode(coming.truth).decode()
            behaviour = coming.truth.behaviour.value
            values = (coming.number, self.seed, answer.mrn, coming.sender, at, behaviour, truth)
            execute(_ENTER, values)
            self._note_answer(coming, answer, at=at)
        return answer

    def mend(self, coming: Consignment, *, at: datetime) -> None:
        """Lodge what was refused once more, without its mistake."""
        if coming.mended is None:
            return
        with as_system():
            answer = self._sent(coming, coming.mended, at=at)
            execute(_NUMBERED, (answer.mrn, coming.number))
            if answer.mrn is not None:
                self._note_answer(coming, answer, at=at)

    def _sent(self, coming: Consignment, document: Document, *, at: datetime) -> Answer:
        sender = self.declarant(coming.sender)
        return lodge(lodgements=[Lodgement(document)], by=sender, at=at)[0]

    def _note_answer(self, coming: Consignment, answer: Answer, *, at: datetime) -> None:
        if answer.mrn is not None:
            self.note_next(coming, answer.mrn, answer.state or "", at=at)
        elif coming.mended is not None:
            self.note(coming, errands.MEND, MENDED_AFTER, at=at)

    def note_next(self, coming: Consignment, mrn: str, state: str, *, at: datetime) -> None:
        """Note what comes next for a declaration that stands so."""
        if state == State.REGISTERED:
            self.note(coming, errands.ARRIVE, coming.arrives_after or timedelta(), at=at)
        elif state == State.AWAITING_PAYMENT:
            self.note(coming, errands.PAY, coming.pays_after or timedelta(hours=1), at=at)
        elif state == State.UNDER_CONTROL:
            for each in file_of(mrn, for_customs=True).open_controls:
                taken = officers.time_taken(self.dice(coming, "time", each.id), kind=each.kind)
                self.note(coming, errands.CONTROL, taken, at=at, subject=each.id)

    def note(
        self,
        coming: Consignment,
        kind: str,
        delay: timedelta,
        *,
        at: datetime,
        subject: int = 0,
    ) -> None:
        """Note an errand that follows after so long, by the nation's own clock."""
        errands.note(coming.number, kind, due_at=at + delay / self.haste, subject=subject)

    def dice(self, coming: Consignment, *purpose: object) -> Random:
        """Return the dice for what people make of a consignment."""
        return stream(self.seed, self.nation.seed, coming.number, *purpose)
