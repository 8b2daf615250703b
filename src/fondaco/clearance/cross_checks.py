"""Rules that hold a declaration against what the building knows: register, mandates, sender.

A rule on a kind of fact that was not looked up is not judged; the decision lists the kind.
"""

from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from fondaco.clearance.facts import Facts, Unknown
from fondaco.declaration.document import Document
from fondaco.declaration.elements import pointer_of, value_at
from fondaco.declaration.rules.checking import shown
from fondaco.legal.citation import Citation
from fondaco.legal.finding import Finding
from fondaco.legal.rule import Rule, RuleSet, Shown, rule
from fondaco.parties.trader import Standing


class CrossCase(msgspec.Struct, frozen=True, gc=False):
    """A declaration before these rules: the facts, and the day."""

    facts: Facts
    on: date


def identifiers_in(document: Document) -> tuple[str, ...]:
    """Every trader whose entry in the register these rules look for, each once."""
    given = [
        document.importer,
        _declarant(document),
        _representative(document),
        *(holder.identifier for holder in document.authorisation_holders),
    ]
    return tuple(dict.fromkeys(identifier for identifier in given if identifier))


def findings(
    document: Document, facts: Facts, *, on: date, in_force: Mapping[str, Citation]
) -> Iterator[Finding]:
    """Every rule in force that the declaration breaks, in the order of the rules."""
    case = CrossCase(facts, on)
    for each in _IN_ORDER:
        citation = in_force.get(each.number)
        if citation is None or each.is_kept_by(document, case):
            continue
        values = each.shows(document, case) if each.shows else {}
        yield Finding(
            rule=each.number,
            path=each.element,
            pointer=pointer_of(each.element),
            citation=citation,
            found=shown(value_at(document, each.element)),
            values={name: shown(value) for name, value in values.items()},
            gravity=each.gravity,
        )


def _declarant(document: Document) -> str | None:
    return document.declarant.identifier if document.declarant is not None else None


def _representative(document: Document) -> str | None:
    return document.representative.identifier if document.representative is not None else None


def _is_registered(identifier: str | None, facts: Facts) -> bool:
    if not identifier or Unknown.REGISTER in facts.unknown:
        return True
    return facts.trader(identifier) is not None


def _is_active(identifier: str | None, facts: Facts) -> bool:
    trader = facts.trader(identifier)
    return trader is None or trader.standing is Standing.ACTIVE


@rule("CC01", element="shipment.importer.identifier")
def importer_is_registered(document: Document, case: CrossCase) -> bool:
    """The importer is in the register of traders."""
    return _is_registered(document.importer, case.facts)


@rule("CC02", element="shipment.importer.identifier")
def importer_is_active(document: Document, case: CrossCase) -> bool:
    """The importer's registration is neither suspended nor closed."""
    return _is_active(document.importer, case.facts)


@rule("CC03", element="declarant.identifier")
def declarant_is_registered(document: Document, case: CrossCase) -> bool:
    """The declarant is in the register of traders."""
    return _is_registered(_declarant(document), case.facts)


@rule("CC04", element="declarant.identifier")
def declarant_is_active(document: Document, case: CrossCase) -> bool:
    """The declarant's registration is neither suspended nor closed."""
    declarant = _declarant(document)
    return declarant == document.importer or _is_active(declarant, case.facts)


@rule("CC05", element="representative.identifier")
def representative_is_registered(document: Document, case: CrossCase) -> bool:
    """The representative is in the register of traders."""
    return _is_registered(_representative(document), case.facts)


@rule("CC06", element="representative.identifier")
def representative_is_active(document: Document, case: CrossCase) -> bool:
    """The representative's registration is neither suspended nor closed."""
    return _is_active(_representative(document), case.facts)


def _principal(document: Document, case: CrossCase) -> Shown:
    return {"importer": document.importer or "", "day": case.on.isoformat()}


@rule(
    "CC07",
    element="representative.identifier",
    shows=_principal,
)
def mandate_covers_the_representative(document: Document, case: CrossCase) -> bool:
    """A representative holds the importer's mandate, for that day and that way of acting."""
    representative, importer = document.representative, document.importer
    if representative is None or importer is None or Unknown.MANDATES in case.facts.unknown:
        return True
    identifier, status = representative.identifier, representative.status
    if not identifier or not status:
        return True
    return any(
        mandate.covers(importer, representative=identifier, representation=status, on=case.on)
        for mandate in case.facts.mandates
    )


def _unheld(document: Document, case: CrossCase) -> list[str]:
    return [
        f"{holder.category} ({holder.identifier})"
        for holder in document.authorisation_holders
        if holder.category
        and holder.identifier
        and not _holds(holder.identifier, holder.category, case)
    ]


def _holds(identifier: str, kind: str, case: CrossCase) -> bool:
    trader = case.facts.trader(identifier)
    return trader is not None and trader.is_authorised(kind, on=case.on)


def _unheld_shown(document: Document, case: CrossCase) -> Shown:
    return {"unheld": ", ".join(_unheld(document, case)), "day": case.on.isoformat()}


@rule(
    "CC08",
    element="authorisation_holders",
    shows=_unheld_shown,
)
def authorisations_are_held(document: Document, case: CrossCase) -> bool:
    """Whoever is named as the holder of an authorisation holds it on the day."""
    if not document.authorisation_holders or Unknown.REGISTER in case.facts.unknown:
        return True
    return not _unheld(document, case)


def _sender(document: Document, case: CrossCase) -> Shown:
    return {"sender": case.facts.sender or ""}


@rule("CC09", element="declarant.identifier", shows=_sender)
def sender_is_a_party(document: Document, case: CrossCase) -> bool:
    """A declaration is lodged by its declarant or by its representative, and by nobody else."""
    return not is_sent_by_a_stranger(document, case.facts)


def is_sent_by_a_stranger(document: Document, facts: Facts) -> bool:
    """Whether somebody sent it who is neither its declarant nor its representative."""
    sender, declarant = facts.sender, _declarant(document)
    if sender is None or declarant is None:
        return False
    return sender not in (declarant, _representative(document))


_IN_ORDER: tuple[Rule[Document, CrossCase], ...] = (
    importer_is_registered,
    importer_is_active,
    declarant_is_registered,
    declarant_is_active,
    representative_is_registered,
    representative_is_active,
    mandate_covers_the_representative,
    authorisations_are_held,
    sender_is_a_party,
)

CROSS_RULES: RuleSet[CrossCase] = RuleSet(_IN_ORDER)
"""Every rule on what the building knows."""
