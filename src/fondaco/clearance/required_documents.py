"""The documents that law requires for the goods, and whether the declaration names them."""

from collections.abc import Iterator

from fondaco.clearance.decision import RequiredDocument
from fondaco.clearance.rulebook import LawOfTheDay
from fondaco.declaration.document import Document, GoodsItem
from fondaco.declaration.elements import pointer_of
from fondaco.legal.finding import Finding

RULE = "RD01"
"""The number under which a missing document is found."""


def required_documents(document: Document, day: LawOfTheDay) -> tuple[RequiredDocument, ...]:
    """Every document that law requires, item by item."""
    general = {each.code for each in document.documents}
    return tuple(
        [
            required
            for number, item in enumerate(document.items, 1)
            for required in _of_item(item, number, general, day)
        ]
    )


def _of_item(
    item: GoodsItem, number: int, general: set[str], day: LawOfTheDay
) -> Iterator[RequiredDocument]:
    if item.commodity_code is None:
        return
    for requirement in day.requirements_for(item.commodity_code, item.origin):
        named = general | {each.code for each in item.documents}
        yield RequiredDocument(
            item=number,
            kinds=requirement.documents,
            presented=not named.isdisjoint(requirement.documents),
            citation=requirement.citation,
        )


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
