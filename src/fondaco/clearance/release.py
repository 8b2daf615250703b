"""What stands between accepted goods and their release, and where that leaves the declaration."""

from enum import StrEnum

import msgspec

from fondaco.declaration.lifecycle import State
from fondaco.revenue.debt import is_covered


class Hold(StrEnum):
    """A reason why goods may not go yet."""

    CONTROL = "a control is open"
    QUESTION = "a question is open"
    DEBT = "the debt is neither paid nor secured"


class Standing(msgspec.Struct, frozen=True, gc=False):
    """What the desks know of an accepted declaration: controls, questions, money in minor units."""

    open_controls: int
    open_questions: int
    owed: int
    secured: int


def holds(standing: Standing) -> tuple[Hold, ...]:
    """Every reason why the goods may not go yet; none means they must (TFA articles 7.1 to 7.3).

    >>> holds(Standing(open_controls=0, open_questions=0, owed=500, secured=0))
    (<Hold.DEBT: 'the debt is neither paid nor secured'>,)
    >>> holds(Standing(open_controls=0, open_questions=0, owed=500, secured=500))
    ()
    """
    found = (
        (Hold.CONTROL, standing.open_controls > 0),
        (Hold.QUESTION, standing.open_questions > 0),
        (Hold.DEBT, not is_covered(standing.owed, secured=standing.secured)),
    )
    return tuple(hold for hold, stands in found if stands)


def state_after(standing: Standing) -> State:
    """Where an accepted declaration stands with those holds.

    >>> state_after(Standing(open_controls=1, open_questions=0, owed=500, secured=0)).value
    'under control'
    """
    reasons = holds(standing)
    if not reasons:
        return State.RELEASED
    if Hold.CONTROL in reasons or Hold.QUESTION in reasons:
        return State.UNDER_CONTROL
    return State.AWAITING_PAYMENT
