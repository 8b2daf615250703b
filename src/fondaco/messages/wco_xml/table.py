"""The table: where each element of a WCO Data Model 3.6 declaration stands in a ``Document``.

Elements stand in the order of the schema that the UK's CDS publishes (DEC-DMS:2, version
2.15), which is also the order of writing. Every element of that schema is here.
"""

from fondaco.declaration import document as said
from fondaco.messages.wco_xml import folds
from fondaco.messages.wco_xml.envelope import Envelope
from fondaco.messages.wco_xml.grammar import Folded, Leaf, Shape
from fondaco.messages.wco_xml.vocabulary import Vocabulary

HEADER = Vocabulary("urn:wco:datamodel:WCO:DocumentMetaData-DMS:2")
BODY = Vocabulary(
    "urn:wco:datamodel:WCO:DEC-DMS:2", data_types="urn:wco:datamodel:WCO:Declaration_DS:DMS:2"
)
META_DATA = HEADER.namespace
DECLARATION = BODY.namespace

_text, _number, _whole, _money = BODY.text, BODY.number, BODY.whole, BODY.money
_quantity, _kilograms, _instant = BODY.quantity, BODY.kilograms, BODY.instant
_part, _parts, _inside = BODY.part, BODY.parts, BODY.inside

_address = (
    _text("CityName", "city"),
    _text("CountryCode", "country"),
    _text("CountrySubDivisionCode", "subdivision_code"),
    _text("CountrySubDivisionName", "subdivision"),
    _text("Line", "line"),
    _text("PostcodeID", "postcode"),
)
ADDRESS = Shape(said.Address, *_address)
ADDRESS_OF_A_KIND = Shape(said.Address, _text("TypeCode", "kind"), *_address)

_names = (_text("Name", "name"), _text("ID", "identifier"))
_contact = _inside("Contact", _text("Name", "contact"))
_communication = _part(
    "Communication",
    "communication",
    Shape(said.Communication, _text("ID", "identifier"), _text("TypeCode", "kind")),
)
PARTY = Shape(said.Party, *_names, _part("Address", "address", ADDRESS))
PARTY_WITH_CONTACT = Shape(
    said.Party, *_names, _part("Address", "address", ADDRESS), _contact, _communication
)
CARRIER = Shape(said.Party, *_names, _part("Address", "address", ADDRESS), _communication)
CARRIED_CONSIGNOR = Shape(said.Party, *_names, _part("Address", "address", ADDRESS_OF_A_KIND))
REPRESENTATIVE = Shape(
    said.Representative,
    *_names,
    _text("FunctionCode", "status"),
    _part("Address", "address", ADDRESS),
)
ROLE_PARTY = Shape(said.RoleParty, _text("ID", "identifier"), _text("RoleCode", "role"))

POINTER = Shape(
    said.Pointer,
    _whole("SequenceNumeric", "occurrence"),
    _text("DocumentSectionCode", "section"),
    _text("TagID", "element"),
)
_statement = (
    _text("StatementCode", "code"),
    _text("StatementDescription", "text"),
    _text("StatementTypeCode", "kind"),
)
PREVIOUS_DOCUMENT = Shape(
    said.PreviousDocument,
    _text("CategoryCode", "category"),
    _text("ID", "identifier"),
    _text("TypeCode", "kind"),
    _whole("LineNumeric", "line"),
)
CHARGE = Shape(
    said.Charge,
    _text("ChargesTypeCode", "kind"),
    _money("OtherChargeDeductionAmount", "amount"),
)
_container = (_whole("SequenceNumeric", "number"), _text("ID", "identifier"))
SEAL = Shape(said.Seal, *_container)


def _transport(*last: Leaf) -> Shape:
    return Shape(
        said.TransportMeans,
        _text("Name", "name"),
        _text("ID", "identifier"),
        _text("IdentificationTypeCode", "identifier_kind"),
        _text("TypeCode", "kind"),
        *last,
        _text("ModeCode", "mode"),
    )


ITEM_DOCUMENT = Shape(
    said.SupportingDocument,
    _text("CategoryCode", "category"),
    _instant("EffectiveDateTime", "effective_on"),
    _text("ID", "identifier"),
    _text("Name", "name"),
    _text("TypeCode", "kind"),
    _text("LPCOExemptionCode", "status"),
    _inside("Submitter", _text("Name", "issuer"), _text("RoleCode", "issuer_role")),
    _inside(
        "WriteOff",
        _quantity("QuantityQuantity", "written_off"),
        _money("AmountAmount", "written_off_amount"),
    ),
)

TAX = Shape(
    said.DeclaredTax,
    _money("AdValoremTaxBaseAmount", "ad_valorem_base"),
    _money("DeductAmount", "deduction"),
    _text("DutyRegimeCode", "preference"),
    _quantity("SpecificTaxBaseQuantity", "base"),
    _number("TaxRateNumeric", "rate"),
    _text("TypeCode", "kind"),
    _text("QuotaOrderID", "quota"),
    _inside(
        "Payment",
        _text("MethodCode", "payment_method"),
        _money("TaxAssessedAmount", "assessed"),
        _money("PaymentAmount", "payable"),
    ),
)

_classification = Folded(
    DECLARATION + "Classification",
    Shape(folds.Classification, _text("ID", "identifier"), _text("IdentificationTypeCode", "kind")),
    fold=folds.classified,
    unfold=folds.classifications,
    fields=("commodity_code", "additional_codes"),
)
_dangerous_goods = Folded(
    DECLARATION + "DangerousGoods",
    Shape(folds.Substance, _text("UNDGID", "number")),
    fold=folds.dangerous,
    unfold=folds.substances,
    fields=("dangerous_goods",),
    keeps_empty=False,
)
_procedure = Folded(
    DECLARATION + "GovernmentProcedure",
    Shape(said.ProcedureCodes, _text("CurrentCode", "current"), _text("PreviousCode", "previous")),
    fold=folds.proceeded,
    unfold=folds.procedures,
    fields=("procedure", "additional_procedures", "other_procedures"),
)
_origin = Folded(
    DECLARATION + "Origin",
    Shape(
        said.OriginClaim,
        _text("CountryCode", "country"),
        _text("RegionID", "region"),
        _text("TypeCode", "kind"),
    ),
    fold=folds.originating,
    unfold=folds.origins,
    fields=("origin", "preferential_origin", "other_origins"),
)

_commodity = _inside(
    "Commodity",
    _text("Description", "description"),
    _classification,
    _dangerous_goods,
    _parts("DutyTaxFee", "taxes", TAX),
    _inside(
        "GoodsMeasure",
        _kilograms("GrossMassMeasure", "gross_mass"),
        _kilograms("NetNetWeightMeasure", "net_mass"),
        _quantity("TariffQuantity", "supplementary_quantity"),
    ),
    _inside("InvoiceLine", _money("ItemChargeAmount", "invoice_amount")),
    _parts("TransportEquipment", "equipment", Shape(said.Equipment, *_container)),
)

_destination = _inside(
    "Destination",
    _text("CountryCode", "destination_country"),
    _text("RegionID", "destination_region"),
)
_dispatch = _inside("ExportCountry", _text("ID", "dispatch_country"))
_references = _inside(
    "UCR", _text("ID", "unique_reference"), _text("TraderAssignedReferenceID", "reference")
)

PACKAGING = Shape(
    said.Packaging,
    _whole("SequenceNumeric", "number"),
    _text("MarksNumbersID", "marks"),
    _number("QuantityQuantity", "quantity"),
    _text("TypeCode", "kind"),
    _text("PackingMaterialDescription", "material"),
    _quantity("LengthMeasure", "length"),
    _quantity("WidthMeasure", "width"),
    _quantity("HeightMeasure", "height"),
    _quantity("VolumeMeasure", "volume"),
)

ITEM = Shape(
    said.GoodsItem,
    _money("CustomsValueAmount", "customs_value"),
    _whole("SequenceNumeric", "number"),
    _money("StatisticalValueAmount", "statistical_value"),
    _text("TransactionNatureCode", "transaction_nature"),
    _parts("AdditionalDocument", "documents", ITEM_DOCUMENT),
    _parts("AdditionalInformation", "statements", Shape(said.Statement, *_statement)),
    _parts("AEOMutualRecognitionParty", "mutual_recognition_parties", ROLE_PARTY),
    _part("Buyer", "buyer", PARTY_WITH_CONTACT),
    _commodity,
    _part("Consignee", "consignee", PARTY),
    _part("Consignor", "consignor", PARTY),
    _inside(
        "CustomsValuation",
        _text("MethodCode", "valuation_method"),
        _parts("ChargeDeduction", "charges", CHARGE),
    ),
    _destination,
    _parts("DomesticDutyTaxParty", "tax_parties", ROLE_PARTY),
    _dispatch,
    _procedure,
    _origin,
    _parts("Packaging", "packages", PACKAGING),
    _parts("PreviousDocument", "previous_documents", PREVIOUS_DOCUMENT),
    _part("Seller", "seller", PARTY_WITH_CONTACT),
    _references,
    _inside("ValuationAdjustment", _text("AdditionCode", "valuation_indicators")),
)

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
    _part("ArrivalTransportMeans", "arrival_transport", _transport()),
    _part("DepartureTransportMeans", "departure_transport", _transport()),
    _part("GoodsLocation", "goods_location", GOODS_LOCATION),
    _inside(
        "LoadingLocation",
        _text("Name", "loading_location_name"),
        _text("ID", "loading_location"),
    ),
    _parts(
        "TransportEquipment",
        "equipment",
        Shape(said.Equipment, *_container, _parts("Seal", "seals", SEAL)),
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
    _destination,
    _parts("DomesticDutyTaxParty", "tax_parties", ROLE_PARTY),
    _dispatch,
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
    _references,
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
        Shape(said.Statement, *_statement, _parts("Pointer", "pointers", POINTER)),
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
        _transport(_text("RegistrationNationalityCode", "nationality")),
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
