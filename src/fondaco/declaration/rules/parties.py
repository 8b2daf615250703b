"""Rules on the parties: who they are, where they are, who may act for whom."""

import re
from functools import lru_cache
from typing import TypeVar

from fondaco.declaration.document import (
    Address,
    AuthorisationHolder,
    Document,
    Party,
    Representative,
    RoleParty,
    Shipment,
)
from fondaco.declaration.rules.case import Case
from fondaco.declaration.rules.shapes import is_plain
from fondaco.identifiers import trader
from fondaco.legal.rule import Shown, rule

LONGEST_NAME = 70
LONGEST_LINE = 70

_CATEGORY = re.compile(r"[A-Z0-9]{2,4}").fullmatch
_ROLE = re.compile(r"[A-Z0-9]{2,3}").fullmatch
_INDIRECT = "3"

T = TypeVar("T")


def _is_identifier(identifier: str | None, case: Case) -> bool:
    return not identifier or _is_right(identifier, case.books.identifier_prefixes)


@lru_cache(maxsize=65_536)  # the same few traders send most declarations
def _is_right(identifier: str, prefixes: frozenset[str]) -> bool:
    country = identifier[:2]
    if country in prefixes:
        return trader.is_valid(identifier, issued_by=country)
    return trader.has_shape(identifier)


def _country(subject: T, case: Case) -> Shown:
    return {"country": case.books.country}


@rule("PA01", element="identifier", shows=_country)
def identifier_is_right(party: Party, case: Case) -> bool:
    """A party's identifier is a country and up to fifteen letters and digits; the check digit
    of an identifier that customs here issued is right."""
    return _is_identifier(party.identifier, case)


@rule("PA02", element="name")
def party_without_identifier_is_named(party: Party, case: Case) -> bool:
    """A party that has no identifier is named in full."""
    return bool(party.identifier or party.name)


@rule("PA03", element="address")
def party_without_identifier_has_an_address(party: Party, case: Case) -> bool:
    """A party that has no identifier gives its street, its town and its country."""
    if party.identifier:
        return True
    address = party.address
    return address is not None and all((address.line, address.city, address.country))


@rule("PA04", element="name")
def name_is_plain(party: Party, case: Case) -> bool:
    """A party's name has at most 70 characters and none that are hidden."""
    return not party.name or is_plain(party.name, longest=LONGEST_NAME)


@rule("PA05", element="country")
def country_of_address_is_known(address: Address, case: Case) -> bool:
    """The country of an address is one that the law lists."""
    return not address.country or address.country in case.books.countries


def _unplain(address: Address, case: Case) -> Shown:
    texts = address.line, address.city, address.postcode, address.subdivision
    unplain = (text for text in texts if text and not is_plain(text, longest=LONGEST_LINE))
    return {"text": next(unplain)}


@rule("PA06", element="", shows=_unplain)
def address_is_plain(address: Address, case: Case) -> bool:
    """No line of an address has more than 70 characters or hidden ones."""
    texts = address.line, address.city, address.postcode, address.subdivision
    whole = "".join(filter(None, texts))
    if len(whole) <= LONGEST_LINE and whole.isprintable():
        return True
    return all(is_plain(text, longest=LONGEST_LINE) for text in texts if text)


@rule("PA07", element="status")
def status_is_known(representative: Representative, case: Case) -> bool:
    """A representative acts in the name of another (2) or in its own name (3)."""
    return not representative.status or representative.status in ("2", "3")


@rule("PA08", element="identifier", shows=_country)
def representative_identifier_is_right(representative: Representative, case: Case) -> bool:
    """A representative's identifier has the shape of one, and its check digit is right."""
    return _is_identifier(representative.identifier, case)


@rule("PA09", element="representative.identifier")
def nobody_represents_itself(document: Document, case: Case) -> bool:
    """The representative is not the importer: nobody represents itself."""
    representative = document.representative
    if representative is None or not representative.identifier:
        return True
    return representative.identifier != document.importer


def _representative(document: Document, case: Case) -> Shown:
    representative = document.representative
    return {"representative": (representative.identifier if representative else None) or ""}


@rule(
    "PA10",
    element="declarant.identifier",
    shows=_representative,
)
def indirect_representative_is_the_declarant(document: Document, case: Case) -> bool:
    """Whoever represents another in its own name is itself the declarant."""
    representative, declarant = document.representative, document.declarant
    if representative is None or declarant is None or representative.status != _INDIRECT:
        return True
    given = (declarant.identifier, representative.identifier)
    return not all(given) or given[0] == given[1]


def _importer(document: Document, case: Case) -> Shown:
    return {"importer": document.importer or ""}


@rule("PA11", element="declarant.identifier", shows=_importer)
def declarant_is_the_importer_or_represents_it(document: Document, case: Case) -> bool:
    """Where nobody is named as representative, the importer declares for itself."""
    declarant = document.declarant
    if document.representative is not None or declarant is None:
        return True
    given = (declarant.identifier, document.importer)
    return not all(given) or given[0] == given[1]


@rule("PA12", element="exporter.identifier")
def importer_is_not_the_exporter(document: Document, case: Case) -> bool:
    """The exporter and the importer are not the same party."""
    exporter = document.exporter
    if exporter is None or not exporter.identifier:
        return True
    return exporter.identifier != document.importer


@rule("PA13", element="buyer.identifier")
def buyer_is_not_the_seller(shipment: Shipment, case: Case) -> bool:
    """The buyer and the seller are not the same party: a sale takes two."""
    buyer, seller = shipment.buyer, shipment.seller
    if buyer is None or seller is None or not buyer.identifier:
        return True
    return buyer.identifier != seller.identifier


@rule("PA14", element="identifier", shows=_country)
def holder_identifier_is_right(holder: AuthorisationHolder, case: Case) -> bool:
    """The identifier of the holder of an authorisation has the shape of one and a right digit."""
    return _is_identifier(holder.identifier, case)


@rule("PA15", element="category")
def holder_category_is_known(holder: AuthorisationHolder, case: Case) -> bool:
    """The kind of authorisation is one that the law lists: two to four capitals and digits."""
    category, listed = holder.category, case.books.authorisation_kinds
    return not category or (category in listed if listed else _CATEGORY(category) is not None)


@rule("PA16", element="identifier", shows=_country)
def role_party_identifier_is_right(party: RoleParty, case: Case) -> bool:
    """The identifier of a party in a role has the shape of one, and its check digit is right."""
    return _is_identifier(party.identifier, case)


@rule("PA17", element="role")
def role_is_well_formed(party: RoleParty, case: Case) -> bool:
    """The role of a party is a code of two or three capitals and digits."""
    return not party.role or _ROLE(party.role) is not None
