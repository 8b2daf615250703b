"""The sentences of the API, in the language that the caller reads."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from fondaco.assessment.texts import TEXTS as OBSTACLES
from fondaco.assessment.texts import said
from fondaco.clearance.decision import Next
from fondaco.declaration.lifecycle import State
from fondaco.declaration.rules.texts import describe
from fondaco.legal.finding import Finding
from fondaco.legal.wording import Wording
from fondaco.valuation.obstacle import Obstacle

LANGUAGES = ("en", "fr")


@lru_cache(maxsize=256)
def language_of(accepted: str) -> str:
    """The language of ours that an Accept-Language header (RFC 9110, 12.5.4) likes best.

    >>> [language_of(each) for each in ("fr-CA, en;q=0.8", "de, en;q=0.1, fr;q=0.5", "*", "")]
    ['fr', 'fr', 'en', 'en']
    """
    best, chosen = 0.0, LANGUAGES[0]
    for part in accepted.split(","):
        tag, _, weight = part.partition(";")
        liking = _liking(weight)
        language = tag.strip().lower()[:2]
        if language in LANGUAGES and liking > best:
            best, chosen = liking, language
    return chosen


def _liking(weight: str) -> float:
    name, _, number = weight.partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(number)
    except ValueError:
        return 0.0


@lru_cache
def next_steps(language: str) -> Mapping[Next, str]:
    """What each next step is called."""
    return {each: wording.said(language) for each, wording in _STEPS.items()}


def of_finding(found: Finding, *, language: str) -> tuple[str, str, str]:
    """What is wrong, what was expected, and how to mend it."""
    if found.rule in OBSTACLES:
        obstacle = Obstacle(found.rule, found.path, found.citation, found.found, found.values)
        wrong, mend = said(obstacle, language=language)
        return wrong, "", mend
    text = describe(found, language)
    return text.message, text.expected, text.mend


def state(code: str, *, language: str) -> str:
    """What a state means for the party, in a sentence."""
    return _STATES[State(code)].said(language)


def answer(language: str) -> str:
    """The next step where customs has asked something."""
    return _ANSWER.said(language)


_ANSWER = Wording("Answer the question of customs", "Répondez à la question de la douane")

_STATES = {
    State.REGISTERED: Wording(
        "Registered; it is accepted when the goods are presented.",
        "Enregistrée ; elle sera acceptée à la présentation des marchandises.",
    ),
    State.UNSUPPORTED: Wording(
        "Registered under its procedure, which is not cleared here yet.",
        "Enregistrée sous son régime, qui n'est pas encore traité ici.",
    ),
    State.UNDER_CONTROL: Wording(
        "Accepted; customs checks it before release.",
        "Acceptée ; la douane la contrôle avant la mainlevée.",
    ),
    State.AWAITING_PAYMENT: Wording(
        "Accepted; released once what is owed is paid or secured.",
        "Acceptée ; mainlevée dès que la dette est payée ou garantie.",
    ),
    State.RELEASED: Wording("The goods are released.", "La mainlevée est donnée."),
    State.WITHDRAWN: Wording("Taken back by the declarant.", "Retirée par le déclarant."),
    State.INVALIDATED: Wording("Annulled.", "Invalidée."),
    State.SEIZED: Wording(
        "The goods are seized; two officers decide whether they are returned or forfeited.",
        "Les marchandises sont saisies ; deux agents décident de leur restitution ou confiscation.",
    ),
    State.FORFEITED: Wording("The goods are forfeited.", "Les marchandises sont confisquées."),
    State.REFUSED: Wording(
        "Refused when the goods were presented.", "Refusée à la présentation des marchandises."
    ),
}

_STEPS = {
    Next.MEND: Wording(
        "Mend the findings and lodge it again", "Corrigez les constatations et déposez à nouveau"
    ),
    Next.ARRIVE: Wording("Present the goods", "Présentez les marchandises"),
    Next.CHECK_DOCUMENTS: Wording(
        "Customs checks the documents", "La douane vérifie les documents"
    ),
    Next.EXAMINE: Wording("Customs examines the goods", "La douane examine les marchandises"),
    Next.PAY: Wording("Pay or secure what is owed", "Payez ou garantissez ce qui est dû"),
    Next.RELEASE: Wording("The goods are released", "La mainlevée est donnée"),
}
