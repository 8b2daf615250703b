"""The documents that law requires for the goods, and whether the declaration names them."""

from collections.abc import Iterator

from fondaco.clearance.decision import RequiredDocument
from fondaco.clearance.rulebook import LawOfTheDay
from fondaco.declaration.document import Document
from fondaco.declaration.elements import pointer_of
from fondaco.legal.finding import Finding

RULE = "RD01"
"""The number under which a missing document is found."""


def required_documents(document: Document, day: LawOfTheDay) -> tuple[RequiredDocument, ...]:
    """Every document that law requires, item by item."""
    found: list[RequiredDocument] = []
    requirements = day.tariff.requirements
    for number, item in enumerate(document.items, 1):
        if item.commodity_code is None:
            continue
        for requirement in requirements(item.commodity_code, item.origin):
            named = {each.code for each in (*document.documents, *item.documents)}
            found.append(
                RequiredDocument(
                    item=number,
                    kinds=requirement.documents,
                    presented=not named.isdisjoint(requirement.documents),
                    citation=requirement.citation,
                )
            )
    return tuple(found)


def missing(required: tuple[RequiredDocument, ...]) -> Iterator[Finding]:
    """A finding for each required document that no item and no header names."""
    for each in required:
        if not each.presented:
            path = f"shipment.items[{each.item - 1}].documents"
            yield Finding(
                rule=RULE,
                path=path,
                pointer=pointer_of(path),
                citation=each.citation,
                found="missing",
                values={"documents": ", ".join(each.kinds)},
            )
