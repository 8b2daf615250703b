"""What a decision says in words, in each language: the same for the page, the API and the check.

A finding's sentences come from the rule that made it: of the declaration, or of the bill.
"""

from fondaco.assessment import texts as obstacles
from fondaco.clearance.decision import Next, Outcome
from fondaco.clearance.facts import Unknown
from fondaco.declaration.rules.texts import FindingText
from fondaco.declaration.rules.texts import describe as describe_breach
from fondaco.legal.finding import Finding
from fondaco.legal.wording import Wording

OUTCOMES = {
    Outcome.ACCEPTED: Wording("Accepted", "Acceptée"),
    Outcome.REGISTERED: Wording("Registered before arrival", "Enregistrée avant l'arrivée"),
    Outcome.REFUSED: Wording("Refused: mend the findings", "Refusée : corrigez les constatations"),
    Outcome.UNSUPPORTED: Wording(
        "Registered under a procedure that is not cleared here yet",
        "Enregistrée sous un régime qui n'est pas encore traité ici",
    ),
}

STEPS = {
    Next.MEND: Wording(
        "Mend the findings and lodge it again", "Corrigez les constatations et déposez à nouveau"
    ),
    Next.ARRIVE: Wording("Present the goods", "Présentez les marchandises"),
    Next.CHECK_DOCUMENTS: Wording(
        "Customs checks the documents", "La douane vérifie les documents"
    ),
    Next.EXAMINE: Wording("Customs examines the goods", "La douane examine les marchandises"),
    Next.PAY: Wording("Pay or secure what is owed", "Payez ou garantissez ce qui est dû"),
    Next.RELEASE: Wording("The goods are released", "Les marchandises reçoivent la mainlevée"),
    Next.AUDIT: Wording("Audit after release", "Contrôle après mainlevée"),
}

UNKNOWNS = {
    Unknown.REGISTER: Wording("the register of traders", "le registre des opérateurs"),
    Unknown.MANDATES: Wording("mandates", "les mandats"),
    Unknown.ARRIVAL: Wording("the arrival of the goods", "l'arrivée des marchandises"),
    Unknown.ACCOUNT: Wording(
        "deferred payment and guarantees", "le report de paiement et les garanties"
    ),
    Unknown.HISTORY: Wording("earlier declarations", "les déclarations antérieures"),
}


def describe(finding: Finding, *, language: str) -> FindingText:
    """What is wrong, what was expected and how to mend it.

    LookupError where nothing has words for the finding's rule.
    """
    if finding.rule not in obstacles.TEXTS:
        return describe_breach(finding, language)
    text = obstacles.TEXTS[finding.rule]
    facts = {"found": finding.found, **finding.values}
    wrong, mend = text.wrong.said(language), text.mend.said(language)
    return FindingText(message=wrong.format(**facts), expected="", mend=mend.format(**facts))
