"""What officers make of a control: what they notice of the truth, and how long they take."""

from __future__ import annotations

from datetime import timedelta
from random import Random

import msgspec

from customhouse.demonstration.behaviour import Behaviour, Truth
from customhouse.demonstration.chance import happens, lognormal

DOCUMENTS = "documents"
_NOTICED = {
    True: {  # on paper
        Behaviour.UNDERVALUATION: 0.4,
        Behaviour.MISCLASSIFICATION: 0.4,
        Behaviour.ORIGIN: 0.5,
        Behaviour.QUANTITY: 0.1,
    },
    False: {  # with the goods before their eyes
        Behaviour.UNDERVALUATION: 0.5,
        Behaviour.MISCLASSIFICATION: 0.85,
        Behaviour.ORIGIN: 0.6,
        Behaviour.QUANTITY: 0.85,
        Behaviour.SMUGGLING: 0.8,
    },
}
"""How often an officer notices a fraud: detection is imperfect, and its limits are known."""
_QUESTIONS = (
    "Please send the contract of sale and the proof of payment for item {item}.",
    "Which material are the goods of item {item} made of, in percent by weight?",
    "Please explain how the price of item {item} was agreed with the seller.",
    "Please send the manufacturer's declaration of origin for item {item}.",
    "The packing list and item {item} name different quantities. Which is right?",
)
_QUESTION_SHARE = 0.3


class Finding(msgspec.Struct, frozen=True):
    """What an officer has found: values by path, or goods that nobody declared."""

    values: dict[str, tuple[str, str]]
    remarks: str

    @property
    def is_irregular(self) -> bool:
        """Whether anything is other than declared."""
        return bool(self.remarks)


def finding(dice: Random, truth: Truth, *, kind: str) -> Finding:
    """Return what an officer notices in a control of that kind; the same dice, the same finding."""
    chance = _NOTICED[kind == DOCUMENTS].get(truth.behaviour, 0.0)
    if not truth.is_irregular or not happens(dice, chance):
        return Finding({}, "")
    if truth.concealed is not None:
        return Finding({}, f"Seized: {truth.concealed}")
    values = {each.path: (each.declared or "", each.actual or "") for each in truth.differences}
    items = ", ".join(map(str, truth.items))
    return Finding(values, f"{truth.behaviour.value.capitalize()}: item {items}")


def question(dice: Random, *, kind: str, items: int) -> str | None:
    """Return what an officer asks before a document control is concluded, if anything."""
    if kind != DOCUMENTS or not happens(dice, _QUESTION_SHARE):
        return None
    return dice.choice(_QUESTIONS).format(item=dice.randrange(1, items + 1))


def time_taken(dice: Random, *, kind: str) -> timedelta:
    """Return how long it takes until a control is concluded."""
    median = 90 if kind == DOCUMENTS else 240
    return timedelta(minutes=int(lognormal(dice, median=median, spread=0.7)) + 5)
