"""Who may change or end a declaration: the declarant, and who acts in the declarant's name.

It is the declarant who is answerable for what was declared, and whom customs lets amend or
withdraw it (Revised Kyoto Convention, General Annex 3.8 and 3.27 to 3.29). Under direct
representation the declarant is the importer, and a representative acts in the importer's name
as long as a mandate lasts. Under indirect representation the representative is the declarant,
in its own name: the importer behind it may not put other words in its mouth.

>>> from fondaco.declaration.document import Party, Representative
>>> from fondaco.units.period import Period
>>> today = date(2026, 11, 21)
>>> document = Document(function="9", declarant=Party(identifier="XF100000016"),
...     representative=Representative(identifier="XF200000021", status="2"))
>>> mandate = Mandate("XF100000016", "XF200000021", Representation.DIRECT, Period(today))
>>> who_may_change(document, mandates=[mandate], on=today)
('XF100000016', 'XF200000021')
>>> who_may_change(document, mandates=[], on=today)
('XF100000016',)
"""

from collections.abc import Iterable
from datetime import date

from fondaco.declaration.document import Document
from fondaco.parties.mandate import Mandate, Representation


def who_may_change(document: Document, *, mandates: Iterable[Mandate], on: date) -> tuple[str, ...]:
    """The identifiers of those who may correct, withdraw or ask to amend or annul it on the day.

    ``mandates`` are those that the declarant gave, as the register has them.
    """
    declarant = document.declarant.identifier if document.declarant is not None else None
    if not declarant:
        return ()
    agent = _in_the_name_of(declarant, document, mandates=mandates, on=on)
    return (declarant,) if agent is None else (declarant, agent)


def _in_the_name_of(
    declarant: str, document: Document, *, mandates: Iterable[Mandate], on: date
) -> str | None:
    representative = document.representative
    if representative is None or representative.status != Representation.DIRECT:
        return None
    agent = representative.identifier or ""
    holds = any(
        mandate.covers(declarant, representative=agent, representation=Representation.DIRECT, on=on)
        for mandate in mandates
    )
    return agent if holds else None
