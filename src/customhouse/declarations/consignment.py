"""How the building recognises the same consignment when it is declared again."""

from hashlib import sha256

from fondaco.declaration.document import Document


def keys(document: Document) -> tuple[str, ...]:
    """One key per way of recognising the goods: transport document, container, goods themselves.

    Each is a digest of the importer with what identifies the goods, so that
    changing one of them still leaves the others.
    """
    shipment = document.shipment
    if shipment is None or document.importer is None:
        return ()
    carried = [f"document:{each.identifier}" for each in shipment.previous_documents]
    boxes = [f"container:{each.identifier}" for each in shipment.equipment]
    goods = sorted(
        f"{item.commodity_code}/{item.origin}/{item.net_mass}" for item in shipment.items
    )
    marks = {*carried, *boxes, "goods:" + ",".join(goods)}
    return tuple(
        sorted(_key(document.importer, mark) for mark in marks if not mark.endswith(":None"))
    )


def _key(importer: str, mark: str) -> str:
    return sha256(f"{importer}\n{mark}".encode()).hexdigest()
