"""The table: where each element of a WCO Data Model 3.6 declaration stands in a ``Document``.

Elements stand in the order of the schema that the UK's CDS publishes (DEC-DMS:2, version
2.15), which is also the order of writing. Every element of that schema is here.
"""

from fondaco.declaration import document as said
from fondaco.messages.wco_xml.envelope import Envelope
from fondaco.messages.wco_xml.goods_item import ITEM
from fondaco.messages.wco_xml.grammar import Shape
from fondaco.messages.wco_xml.parts import (
    BODY,
    CARRIED_CONSIGNOR,
    CARRIER,
    CHARGE,
    CONTAINER,
    DESTINATION,
    DISPATCH,
    PARTY,
    PARTY_WITH_CONTACT,
    POINTER,
    PREVIOUS_DOCUMENT,
    REFERENCES,
    REPRESENTATIVE,
    ROLE_PARTY,
    SEAL,
    STATEMENT,
    transport,
)
from fondaco.messages.wco_xml.vocabulary import Vocabulary

HEADER = Vocabulary("urn:wco:datamodel:WCO:DocumentMetaData-DMS:2")
META_DATA = HEADER.namespace

_text, _number, _whole, _money = BODY.text, BODY.number, BODY.whole, BODY.money
_kilograms, _instant, _part, _parts = BODY.kilograms, BODY.instant, BODY.part, BODY.parts
_inside = BODY.inside

GOODS_LOCATION = Shape(
    said.Location,
    _text("Name", "identifier"),
    _text("ID", "additional_identifier"),
    _text("TypeCode", "kind"),
    _inside(
        "Address",
        _text("TypeCode", "qualifier"),
        _text("CityName", "city"),
        _text("CountryCode", "country"),
        _text("Line", "line"),
        _text("PostcodeID", "postcode"),
    ),
)

_consignment = _inside(
    "Consignment",
    _text("ContainerCode", "containerised"),
    _part("ArrivalTransportMeans", "arrival_transport", transport()),
    _part("DepartureTransportMeans", "departure_transport", transport()),
    _part("GoodsLocation", "goods_location", GOODS_LOCATION),
    _inside(
        "LoadingLocation",
        _text("Name", "loading_location_name"),
        _text("ID", "loading_location"),
    ),
    _parts(
        "TransportEquipment",
        "equipment",
        Shape(said.Equipment, *CONTAINER, _parts("Seal", "seals", SEAL)),
    ),
)

TRADE_TERMS = Shape(
    said.TradeTerms,
    _text("ConditionCode", "condition"),
    _text("CountryRelationshipCode", "country_relationship"),
    _text("Description", "description"),
    _text("LocationID", "location"),
    _text("LocationName", "location_name"),
)

SHIPMENT = Shape(
    said.Shipment,
    _instant("ExitDateTime", "exits_at"),
    _text("TransactionNatureCode", "transaction_nature"),
    _parts("AEOMutualRecognitionParty", "mutual_recognition_parties", ROLE_PARTY),
    _part("Buyer", "buyer", PARTY_WITH_CONTACT),
    _part("Consignee", "consignee", PARTY),
    _consignment,
    _part("Consignor", "consignor", PARTY),
    _inside(
        "CustomsValuation",
        _money("FreightChargeAmount", "freight"),
        _parts("ChargeDeduction", "charges", CHARGE),
    ),
    DESTINATION,
    _parts("DomesticDutyTaxParty", "tax_parties", ROLE_PARTY),
    DISPATCH,
    _parts("GovernmentAgencyGoodsItem", "items", ITEM),
    _part("Importer", "importer", PARTY_WITH_CONTACT),
    _part(
        "Invoice",
        "invoice",
        Shape(said.Invoice, _text("ID", "identifier"), _instant("IssueDateTime", "issued_at")),
    ),
    _part("Payer", "payer", PARTY),
    _parts("PreviousDocument", "previous_documents", PREVIOUS_DOCUMENT),
    _part("Seller", "seller", PARTY_WITH_CONTACT),
    _part("Surety", "surety", PARTY),
    _part("TradeTerms", "trade_terms", TRADE_TERMS),
    REFERENCES,
    _inside("Warehouse", _text("ID", "warehouse"), _text("TypeCode", "warehouse_kind")),
)

_freight = _inside("Freight", _text("PaymentMethodCode", "freight_payment"))
CARRIAGE = Shape(
    said.Carriage,
    _part("Carrier", "carrier", CARRIER),
    _parts(
        "ConsignmentItem",
        "items",
        Shape(
            said.CarriedItem,
            _whole("SequenceNumeric", "number"),
            _part("Consignor", "consignor", CARRIED_CONSIGNOR),
            _freight,
        ),
    ),
    _part("Consignor", "consignor", CARRIED_CONSIGNOR),
    _freight,
    _parts(
        "Itinerary",
        "itinerary",
        Shape(
            said.RoutingCountry,
            _whole("SequenceNumeric", "number"),
            _text("RoutingCountryCode", "country"),
        ),
    ),
)

GUARANTEE = Shape(
    said.Guarantee,
    _money("AmountAmount", "amount"),
    _text("ID", "identifier"),
    _text("ReferenceID", "reference"),
    _text("SecurityDetailsCode", "kind"),
    _text("AccessCode", "access_code"),
    _inside("GuaranteeOffice", _text("ID", "office")),
)

DOCUMENT = Shape(
    said.Document,
    _instant("AcceptanceDateTime", "accepted_at"),
    _text("FunctionCode", "function"),
    _text("FunctionalReferenceID", "local_reference"),
    _text("ID", "mrn"),
    _instant("IssueDateTime", "issued_at"),
    _text("IssueLocationID", "issue_place"),
    _text("TypeCode", "kind"),
    _whole("GoodsItemQuantity", "item_count"),
    _text("DeclarationOfficeID", "office"),
    _money("InvoiceAmount", "invoice_amount"),
    _whole("LoadingListQuantity", "loading_list_count"),
    _kilograms("TotalGrossMassMeasure", "gross_mass"),
    _number("TotalPackageQuantity", "package_count"),
    _text("SpecificCircumstancesCodeCode", "special_circumstance"),
    _part(
        "Authentication",
        "authentication",
        Shape(
            said.Authentication,
            _text("Authentication", "text"),
            _inside("Authenticator", _text("Name", "name")),
        ),
    ),
    _part("Submitter", "submitter", PARTY),
    _parts(
        "AdditionalDocument",
        "documents",
        Shape(
            said.SupportingDocument,
            _text("CategoryCode", "category"),
            _text("ID", "identifier"),
            _text("TypeCode", "kind"),
        ),
    ),
    _parts(
        "AdditionalInformation",
        "statements",
        Shape(said.Statement, *STATEMENT, _parts("Pointer", "pointers", POINTER)),
    ),
    _part("Agent", "representative", REPRESENTATIVE),
    _parts(
        "Amendment",
        "changes",
        Shape(
            said.Change,
            _text("ChangeReasonCode", "reason"),
            _parts("Pointer", "pointers", POINTER),
        ),
    ),
    _parts(
        "AuthorisationHolder",
        "authorisation_holders",
        Shape(
            said.AuthorisationHolder,
            _text("ID", "identifier"),
            _text("CategoryCode", "category"),
        ),
    ),
    _part(
        "BorderTransportMeans",
        "border_transport",
        transport(_text("RegistrationNationalityCode", "nationality")),
    ),
    _part("Consignment", "carriage", CARRIAGE),
    _parts(
        "CurrencyExchange",
        "exchange_rates",
        Shape(
            said.ExchangeRate,
            _text("CurrencyTypeCode", "currency"),
            _number("RateNumeric", "rate"),
        ),
    ),
    _part("Declarant", "declarant", PARTY_WITH_CONTACT),
    _inside("ExitOffice", _text("ID", "exit_office")),
    _part("Exporter", "exporter", PARTY_WITH_CONTACT),
    _part("GoodsShipment", "shipment", SHIPMENT),
    _parts("ObligationGuarantee", "guarantees", GUARANTEE),
    _inside("PresentationOffice", _text("ID", "presentation_office")),
    _inside("SupervisingOffice", _text("ID", "supervising_office")),
)

HEADING = (
    HEADER.text("WCODataModelVersionCode", "model_version"),
    HEADER.text("WCOTypeName", "type_name"),
    HEADER.text("ResponsibleCountryCode", "country"),
    HEADER.text("ResponsibleAgencyName", "agency"),
    HEADER.text("AgencyAssignedCustomizationCode", "customisation"),
    HEADER.text("AgencyAssignedCustomizationVersionCode", "customisation_version"),
)
"""What every message begins with."""

MESSAGE = Shape(Envelope, *HEADING, BODY.part("Declaration", "declaration", DOCUMENT))
