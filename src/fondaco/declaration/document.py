"""The declaration as lodged, after the WCO Data Model: frozen, and every element may be absent.

What must be present is law, so it is said by rules and not by types: a half-filled
declaration can be read, and gets all its findings at once. Names are those of the
WCO Data Model's classes and elements in plain words; `elements` maps each to its
number. Masses are kilograms. Absent lists are empty tuples.
"""

from decimal import Decimal
from typing import Annotated

import msgspec

from fondaco.units.money import Money
from fondaco.units.quantity import Quantity

Count = Annotated[int, msgspec.Meta(ge=0, le=99_999)]
"""A place in a list or a number of things: the WCO's n..5."""


ORIGINAL = "9"
"""The function of a message that declares, and does not amend or cancel (WCO element 017)."""


class Part(
    msgspec.Struct,
    frozen=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    gc=False,
):
    """A part of a declaration: defaults left out, strangers refused.

    Each part says `frozen` and `kw_only` again: msgspec does not hand the latter down.
    """


class Address(Part, frozen=True, kw_only=True):
    """A postal address."""

    line: str | None = None
    city: str | None = None
    postcode: str | None = None
    subdivision: str | None = None
    subdivision_code: str | None = None
    country: str | None = None
    kind: str | None = None


class Communication(Part, frozen=True, kw_only=True):
    """A telephone number, electronic address or other way to reach somebody."""

    identifier: str | None = None
    kind: str | None = None


class Party(Part, frozen=True, kw_only=True):
    """A person or firm, by identifier or by name and address."""

    identifier: str | None = None
    name: str | None = None
    address: Address | None = None
    contact: str | None = None
    communication: Communication | None = None


class RoleParty(Part, frozen=True, kw_only=True):
    """A party in a role given by code, such as a mutual-recognition or tax party."""

    identifier: str | None = None
    role: str | None = None


class Representative(Part, frozen=True, kw_only=True):
    """Who declares for another: direct (2) or indirect (3) (WCO agent)."""

    identifier: str | None = None
    status: str | None = None
    name: str | None = None
    address: Address | None = None


class AuthorisationHolder(Part, frozen=True, kw_only=True):
    """Who holds an authorisation that the declaration relies on."""

    identifier: str | None = None
    category: str | None = None


class TransportMeans(Part, frozen=True, kw_only=True):
    """A ship, aircraft, vehicle or train."""

    identifier: str | None = None
    identifier_kind: str | None = None
    mode: str | None = None
    nationality: str | None = None
    name: str | None = None
    kind: str | None = None


class Equipment(Part, frozen=True, kw_only=True):
    """A container or other transport equipment, with its seals."""

    number: Count | None = None
    identifier: str | None = None
    seals: tuple["Seal", ...] = ()


class Seal(Part, frozen=True, kw_only=True):
    """A seal on transport equipment."""

    number: Count | None = None
    identifier: str | None = None


class Location(Part, frozen=True, kw_only=True):
    """Where the goods may be examined."""

    identifier: str | None = None
    kind: str | None = None
    qualifier: str | None = None
    country: str | None = None
    additional_identifier: str | None = None
    line: str | None = None
    city: str | None = None
    postcode: str | None = None


class SupportingDocument(Part, frozen=True, kw_only=True):
    """A licence, certificate, invoice or other document relied on (WCO additional document)."""

    category: str | None = None
    kind: str | None = None
    identifier: str | None = None
    status: str | None = None
    name: str | None = None
    effective_on: str | None = None
    issuer: str | None = None
    issuer_role: str | None = None
    written_off: Quantity | None = None
    written_off_amount: Money | None = None

    @property
    def code(self) -> str:
        """The document's code in the law's list: category and kind together, such as N935."""
        return f"{self.category or ''}{self.kind or ''}"


class PreviousDocument(Part, frozen=True, kw_only=True):
    """The document under which the goods came here."""

    category: str | None = None
    kind: str | None = None
    identifier: str | None = None
    line: Count | None = None


class Pointer(Part, frozen=True, kw_only=True):
    """One step of a WCO pointer: section, occurrence, element."""

    section: str | None = None
    occurrence: Count | None = None
    element: str | None = None


class Statement(Part, frozen=True, kw_only=True):
    """Additional information, by code or in words."""

    code: str | None = None
    text: str | None = None
    kind: str | None = None
    pointers: tuple[Pointer, ...] = ()


class Change(Part, frozen=True, kw_only=True):
    """One change that an amendment asks for: why, and what it points at."""

    reason: str | None = None
    pointers: tuple[Pointer, ...] = ()


class Guarantee(Part, frozen=True, kw_only=True):
    """Security for the debt."""

    kind: str | None = None
    identifier: str | None = None
    reference: str | None = None
    amount: Money | None = None
    access_code: str | None = None
    office: str | None = None


class RoutingCountry(Part, frozen=True, kw_only=True):
    """A country on the goods' way."""

    number: Count | None = None
    country: str | None = None


class CarriedItem(Part, frozen=True, kw_only=True):
    """What differs in the carriage of one goods item (WCO consignment item)."""

    number: Count | None = None
    consignor: Party | None = None
    freight_payment: str | None = None


class Carriage(Part, frozen=True, kw_only=True):
    """Carriage of the whole declaration: carrier, route, who pays the freight (WCO consignment)."""

    carrier: Party | None = None
    consignor: Party | None = None
    freight_payment: str | None = None
    itinerary: tuple[RoutingCountry, ...] = ()
    items: tuple[CarriedItem, ...] = ()


class ExchangeRate(Part, frozen=True, kw_only=True):
    """A rate of exchange that the parties agreed, as declared (WCO currency exchange)."""

    currency: str | None = None
    rate: Decimal | None = None


class Authentication(Part, frozen=True, kw_only=True):
    """A signature or stamp, and who gave it."""

    text: str | None = None
    name: str | None = None


class Invoice(Part, frozen=True, kw_only=True):
    """The commercial invoice, where it is named outside the supporting documents."""

    identifier: str | None = None
    issued_at: str | None = None


class Charge(Part, frozen=True, kw_only=True):
    """An addition to, or deduction from, the price (WTO valuation agreement, articles 1 and 8).

    A kind that is not stated is empty, for a rule to find.
    """

    kind: str = ""
    amount: Money


class TradeTerms(Part, frozen=True, kw_only=True):
    """The delivery term (Incoterms rule) and its named place."""

    condition: str | None = None
    location: str | None = None
    location_name: str | None = None
    description: str | None = None
    country_relationship: str | None = None


class Packaging(Part, frozen=True, kw_only=True):
    """Packages of one kind under the same marks."""

    number: Count | None = None
    kind: str | None = None
    quantity: Decimal | None = None
    marks: str | None = None
    material: str | None = None
    length: Quantity | None = None
    width: Quantity | None = None
    height: Quantity | None = None
    volume: Quantity | None = None


class AdditionalCode(Part, frozen=True, kw_only=True):
    """A code that narrows the commodity code for some measure."""

    code: str
    kind: str


class DeclaredTax(Part, frozen=True, kw_only=True):
    """A duty, tax or fee as the declarant sees it: preference, quota, how it will be paid."""

    kind: str | None = None
    preference: str | None = None
    quota: str | None = None
    payment_method: str | None = None
    payable: Money | None = None
    assessed: Money | None = None
    base: Quantity | None = None
    ad_valorem_base: Money | None = None
    deduction: Money | None = None
    rate: Decimal | None = None


class OriginClaim(Part, frozen=True, kw_only=True):
    """A country of origin of a kind or detail for which an item has no element of its own."""

    country: str | None = None
    region: str | None = None
    kind: str | None = None


class ProcedureCodes(Part, frozen=True, kw_only=True):
    """Procedure codes that do not make one requested and one previous procedure of two digits."""

    current: str | None = None
    previous: str | None = None


class GoodsItem(Part, frozen=True, kw_only=True):
    """Goods under one commodity code, one origin, one procedure."""

    number: Count | None = None
    commodity_code: str | None = None
    additional_codes: tuple[AdditionalCode, ...] = ()
    description: str | None = None
    procedure: str | None = None
    additional_procedures: tuple[str, ...] = ()
    other_procedures: tuple[ProcedureCodes, ...] = ()
    origin: str | None = None
    preferential_origin: str | None = None
    other_origins: tuple[OriginClaim, ...] = ()
    dispatch_country: str | None = None
    destination_country: str | None = None
    destination_region: str | None = None
    gross_mass: Decimal | None = None
    net_mass: Decimal | None = None
    supplementary_quantity: Quantity | None = None
    invoice_amount: Money | None = None
    valuation_method: str | None = None
    valuation_indicators: str | None = None
    charges: tuple[Charge, ...] = ()
    customs_value: Money | None = None
    statistical_value: Money | None = None
    taxes: tuple[DeclaredTax, ...] = ()
    packages: tuple[Packaging, ...] = ()
    equipment: tuple[Equipment, ...] = ()
    documents: tuple[SupportingDocument, ...] = ()
    statements: tuple[Statement, ...] = ()
    previous_documents: tuple[PreviousDocument, ...] = ()
    dangerous_goods: tuple[str, ...] = ()
    transaction_nature: str | None = None
    reference: str | None = None
    unique_reference: str | None = None
    buyer: Party | None = None
    seller: Party | None = None
    consignee: Party | None = None
    consignor: Party | None = None
    mutual_recognition_parties: tuple[RoleParty, ...] = ()
    tax_parties: tuple[RoleParty, ...] = ()

    @property
    def preference(self) -> str | None:
        """The preference claimed, stated once on the item's first tax (WCO element 4/17)."""
        for tax in self.taxes:
            if tax.preference is not None:
                return tax.preference
        return None


class Shipment(Part, frozen=True, kw_only=True):
    """The goods that one seller sends one buyer, and how they travel (WCO goods shipment)."""

    importer: Party | None = None
    consignee: Party | None = None
    consignor: Party | None = None
    buyer: Party | None = None
    seller: Party | None = None
    payer: Party | None = None
    surety: Party | None = None
    trade_terms: TradeTerms | None = None
    transaction_nature: str | None = None
    reference: str | None = None
    unique_reference: str | None = None
    invoice: Invoice | None = None
    exits_at: str | None = None
    dispatch_country: str | None = None
    destination_country: str | None = None
    destination_region: str | None = None
    charges: tuple[Charge, ...] = ()
    freight: Money | None = None
    warehouse: str | None = None
    warehouse_kind: str | None = None
    previous_documents: tuple[PreviousDocument, ...] = ()
    mutual_recognition_parties: tuple[RoleParty, ...] = ()
    tax_parties: tuple[RoleParty, ...] = ()
    containerised: str | None = None
    arrival_transport: TransportMeans | None = None
    departure_transport: TransportMeans | None = None
    goods_location: Location | None = None
    loading_location: str | None = None
    loading_location_name: str | None = None
    equipment: tuple[Equipment, ...] = ()
    items: tuple[GoodsItem, ...] = ()


class Document(Part, frozen=True, kw_only=True):
    """A declaration, or a request to amend or cancel one (`function` says which).

    >>> lodged = Document(kind="IMA", local_reference="2026-0001")
    >>> msgspec.json.encode(lodged)
    b'{"kind":"IMA","local_reference":"2026-0001"}'
    >>> msgspec.json.encode(msgspec.json.decode(b'{"function":"9"}', type=Document))
    b'{}'
    """

    function: str = ORIGINAL
    kind: str | None = None
    local_reference: str | None = None
    mrn: str | None = None
    office: str | None = None
    accepted_at: str | None = None
    issued_at: str | None = None
    issue_place: str | None = None
    item_count: Count | None = None
    package_count: Decimal | None = None
    loading_list_count: Count | None = None
    gross_mass: Decimal | None = None
    special_circumstance: str | None = None
    invoice_amount: Money | None = None
    declarant: Party | None = None
    representative: Representative | None = None
    submitter: Party | None = None
    exporter: Party | None = None
    authorisation_holders: tuple[AuthorisationHolder, ...] = ()
    documents: tuple[SupportingDocument, ...] = ()
    statements: tuple[Statement, ...] = ()
    authentication: Authentication | None = None
    exchange_rates: tuple[ExchangeRate, ...] = ()
    border_transport: TransportMeans | None = None
    carriage: Carriage | None = None
    exit_office: str | None = None
    supervising_office: str | None = None
    presentation_office: str | None = None
    guarantees: tuple[Guarantee, ...] = ()
    changes: tuple[Change, ...] = ()
    shipment: Shipment | None = None

    def __post_init__(self) -> None:
        # A default is left out where it *is* the default: equal documents have equal bytes.
        if self.function == ORIGINAL:
            msgspec.structs.force_setattr(self, "function", ORIGINAL)

    @property
    def items(self) -> tuple[GoodsItem, ...]:
        """The goods items, none where the shipment is absent."""
        return self.shipment.items if self.shipment is not None else ()

    @property
    def importer(self) -> str | None:
        """The importer's identifier, where one is given."""
        shipment = self.shipment
        if shipment is None or shipment.importer is None:
            return None
        return shipment.importer.identifier
