"""The table of a goods item (WCO class 68A), in the order of the schema."""

from fondaco.declaration import document as said
from fondaco.messages.wco_xml import folds
from fondaco.messages.wco_xml.grammar import Folded, Shape
from fondaco.messages.wco_xml.parts import (
    BODY,
    CHARGE,
    CONTAINER,
    DECLARATION,
    DESTINATION,
    DISPATCH,
    PARTY,
    PARTY_WITH_CONTACT,
    PREVIOUS_DOCUMENT,
    REFERENCES,
    ROLE_PARTY,
    STATEMENT,
)

_text, _number, _whole, _money = BODY.text, BODY.number, BODY.whole, BODY.money
_quantity, _kilograms, _instant, _part = BODY.quantity, BODY.kilograms, BODY.instant, BODY.part
_parts, _inside = BODY.parts, BODY.inside

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
    _parts("TransportEquipment", "equipment", Shape(said.Equipment, *CONTAINER)),
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
    _parts("AdditionalInformation", "statements", Shape(said.Statement, *STATEMENT)),
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
    DESTINATION,
    _parts("DomesticDutyTaxParty", "tax_parties", ROLE_PARTY),
    DISPATCH,
    _procedure,
    _origin,
    _parts("Packaging", "packages", PACKAGING),
    _parts("PreviousDocument", "previous_documents", PREVIOUS_DOCUMENT),
    _part("Seller", "seller", PARTY_WITH_CONTACT),
    REFERENCES,
    _inside("ValuationAdjustment", _text("AdditionCode", "valuation_indicators")),
)
