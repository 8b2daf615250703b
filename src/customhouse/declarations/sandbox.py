"""The sandbox: what software makers lodge to try, judged as all else is, and selected as they say.

A local reference that begins with one of these words decides the channel, in the sandbox alone.
It is done with a fact, as if the consignment had been selected before, so that the decision
replays like any other.
"""

from msgspec import structs

from fondaco.clearance.facts import Earlier, Facts
from fondaco.declaration.document import Document
from fondaco.risk.channel import Channel

CHANNELS = {
    "SANDBOX-GREEN": Channel.GREEN,
    "SANDBOX-BLUE": Channel.BLUE,
    "SANDBOX-YELLOW": Channel.YELLOW,
    "SANDBOX-RED": Channel.RED,
}
"""The channel that each beginning of a local reference leads to."""

LAST_DRAW = 999_999
"""A draw that no random share reaches."""


def apart(facts: Facts, *, mrn: str, payer: str | None) -> Facts:
    """The facts of a sandbox declaration without what belongs to real trade.

    It pays from no deferment account but its own, and neither learns from what is kept of real
    consignments nor counts for them; only its own selection stays with it.

    >>> from datetime import date
    >>> from decimal import Decimal
    >>> facts = Facts(lodged_on=date(2026, 1, 1), sender="XF300000019", available=Decimal(9))
    >>> apart(facts, mrn="", payer="XF100000016").available is None
    True
    """
    own = facts.earlier is not None and facts.earlier.mrn == mrn
    return structs.replace(
        facts,
        available=facts.available if payer == facts.sender else None,
        earlier=facts.earlier if own else None,
    )


def forced(facts: Facts, document: Document, *, drawn: int | None) -> Facts:
    """The facts with the channel that the document's reference asks for; as they were without.

    >>> from datetime import date
    >>> facts, red = Facts(lodged_on=date(2026, 1, 1)), Document(local_reference="SANDBOX-RED-7")
    >>> forced(facts, red, drawn=None).earlier.channel
    'red'
    """
    reference = document.local_reference or ""
    channel = next((to for word, to in CHANNELS.items() if reference.startswith(word)), None)
    if channel is None or drawn not in (None, LAST_DRAW):
        return facts
    return facts.with_earlier(Earlier(mrn="", channel=channel.value, draw=LAST_DRAW))
