"""Every place in a declaration with its element: made once from the parts and their entries."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

import msgspec

from fondaco.declaration import document as parts
from fondaco.declaration.elements import (
    of_documents,
    of_goods,
    of_header,
    of_item_parts,
    of_parties,
    of_shipment,
    of_transport,
)
from fondaco.declaration.elements.entry import Entry
from fondaco.declaration.elements.paths import join, pattern_of
from fondaco.declaration.structure import PartField, fields_of
from fondaco.legal.wording import Wording
from fondaco.units.money import Money
from fondaco.units.quantity import Quantity


class Element(msgspec.Struct, frozen=True):
    """One place in a declaration. In ``path`` and ``pointer`` brackets stand for any index."""

    path: str
    pointer: str
    number: str
    format: str
    example: str
    label: Wording
    help: Wording
    field: PartField


ENTRIES: Mapping[type, Mapping[str, Entry]] = MappingProxyType(
    {
        parts.Document: of_header.DOCUMENT,
        parts.AuthorisationHolder: of_header.AUTHORISATION_HOLDER,
        parts.Statement: of_documents.STATEMENT,
        parts.Pointer: of_documents.POINTER,
        parts.Change: of_documents.CHANGE,
        parts.Guarantee: of_header.GUARANTEE,
        parts.ExchangeRate: of_header.EXCHANGE_RATE,
        parts.Authentication: of_header.AUTHENTICATION,
        parts.Communication: of_parties.COMMUNICATION,
        parts.Address: of_parties.ADDRESS,
        parts.Party: of_parties.PARTY,
        parts.RoleParty: of_parties.ROLE_PARTY,
        parts.Representative: of_parties.REPRESENTATIVE,
        parts.TransportMeans: of_transport.TRANSPORT_MEANS,
        parts.Equipment: of_transport.EQUIPMENT,
        parts.Seal: of_transport.SEAL,
        parts.Location: of_transport.LOCATION,
        parts.Carriage: of_transport.CARRIAGE,
        parts.CarriedItem: of_transport.CARRIED_ITEM,
        parts.RoutingCountry: of_transport.ROUTING_COUNTRY,
        parts.Shipment: of_shipment.SHIPMENT,
        parts.Invoice: of_documents.INVOICE,
        parts.TradeTerms: of_shipment.TRADE_TERMS,
        parts.Charge: of_shipment.CHARGE,
        parts.SupportingDocument: of_documents.SUPPORTING_DOCUMENT,
        parts.PreviousDocument: of_documents.PREVIOUS_DOCUMENT,
        parts.GoodsItem: of_goods.GOODS_ITEM,
        parts.Packaging: of_item_parts.PACKAGING,
        parts.AdditionalCode: of_item_parts.ADDITIONAL_CODE,
        parts.OriginClaim: of_goods.ORIGIN_CLAIM,
        parts.ProcedureCodes: of_goods.PROCEDURE_CODES,
        parts.DeclaredTax: of_item_parts.DECLARED_TAX,
        Money: of_item_parts.MONEY,
        Quantity: of_item_parts.QUANTITY,
    }
)
"""The entries of every kind of part, by field."""

_PLACES = of_parties.PLACES | of_transport.PLACES
_ROOT = "42A"


def _elements(
    part: type, *, path: str, pointer: str, owner: Wording | None
) -> Iterator[tuple[str, Element]]:
    for field in fields_of(part):
        made = _element(part, field, path=path, pointer=pointer, owner=owner)
        yield made.path, made
        if field.is_composite:
            shared = ENTRIES[part][field.name].label.en[0].islower()
            below = f"{made.path}[]" if field.is_many else made.path
            whose = owner if shared else made.label
            yield from _elements(field.kind, path=below, pointer=made.pointer, owner=whose)


def _element(
    part: type, field: PartField, *, path: str, pointer: str, owner: Wording | None
) -> Element:
    entry = ENTRIES[part][field.name]
    here = join(path, field.name)
    step, number = _PLACES.get(here, (entry.step, entry.number))
    return Element(
        path=here,
        pointer=f"{pointer}/{step}" if step else pointer,
        number=number,
        format=entry.format,
        example=entry.example,
        label=_whose(entry.label, owner),
        help=entry.help,
        field=field,
    )


def _whose(label: Wording, owner: Wording | None) -> Wording:
    # Labels of shared parts begin small and say whose they are; others stand alone.
    if owner is None or not label.en[0].islower():
        return label
    return Wording(
        f"{owner.said('en')}: {label.said('en')}", f"{owner.said('fr')} : {label.said('fr')}"
    )


ELEMENTS: Mapping[str, Element] = MappingProxyType(
    dict(_elements(parts.Document, path="", pointer=_ROOT, owner=None))
)
"""Every element by its path, brackets empty: ``shipment.items[].net_mass``."""


def element(path: str) -> Element:
    """The element at a path, with or without indexes; LookupError where there is none."""
    found = ELEMENTS.get(pattern_of(path))
    if found is None:
        raise LookupError(f"found {path!r}, expected the path of an element of a declaration")
    return found
