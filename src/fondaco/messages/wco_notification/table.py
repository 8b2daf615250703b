"""The table: where each element of a WCO response stands in an ``Answer``.

Elements stand in the order of the schema that the UK's CDS publishes (RES-DMS:2, version
2.2), which is also the order of writing. Every element of that schema is here.
"""

from fondaco.declaration import document as declared
from fondaco.messages.wco_notification import answer as said
from fondaco.messages.wco_xml.grammar import Shape
from fondaco.messages.wco_xml.parts import BODY
from fondaco.messages.wco_xml.table import DOCUMENT, HEADING
from fondaco.messages.wco_xml.vocabulary import Vocabulary

RESPONSE = Vocabulary(
    "urn:wco:datamodel:WCO:RES-DMS:2", data_types="urn:wco:datamodel:WCO:Response_DS:DMS:2"
)
_text, _number, _whole, _money = RESPONSE.text, RESPONSE.number, RESPONSE.whole, RESPONSE.money
_quantity, _instant = RESPONSE.quantity, RESPONSE.instant
_part, _parts, _inside = RESPONSE.part, RESPONSE.parts, RESPONSE.inside

_pointers = _parts(
    "Pointer",
    "pointers",
    Shape(
        declared.Pointer,
        _whole("SequenceNumeric", "occurrence"),
        _text("DocumentSectionCode", "section"),
        _text("TagID", "element"),
    ),
)
REMARK = Shape(
    said.Remark,
    _text("StatementCode", "code"),
    _text("StatementDescription", "text"),
    _instant("LimitDateTime", "until"),
    _text("StatementTypeCode", "kind"),
    _pointers,
)
CONTACT_OFFICE = Shape(
    said.ContactOffice,
    _text("ID", "identifier"),
    _parts(
        "Communication",
        "communications",
        Shape(said.Means, _text("ID", "identifier"), _text("TypeCode", "kind")),
    ),
)
STATUS = Shape(
    said.Status,
    _instant("EffectiveDateTime", "effective_at"),
    _text("NameCode", "code"),
    _instant("ReleaseDateTime", "released_at"),
    _pointers,
)
AMOUNT_DUE = Shape(
    said.AmountDue,
    _inside(
        "Payment",
        _text("ReferenceID", "reference"),
        _money("TaxAssessedAmount", "assessed"),
        _instant("DueDateTime", "due_at"),
        _money("PaymentAmount", "payable"),
        _parts(
            "ObligationGuarantee",
            "guarantees",
            Shape(said.GuaranteeUsed, _text("ReferenceID", "reference")),
        ),
    ),
)
TAX = Shape(
    declared.DeclaredTax,
    _money("AdValoremTaxBaseAmount", "ad_valorem_base"),
    _money("DeductAmount", "deduction"),
    _text("DutyRegimeCode", "preference"),
    _quantity("SpecificTaxBaseQuantity", "base"),
    _number("TaxRateNumeric", "rate"),
    _text("TypeCode", "kind"),
    _inside(
        "Payment",
        _money("TaxAssessedAmount", "assessed"),
        _money("PaymentAmount", "payable"),
    ),
)
ITEM = Shape(
    said.ItemTaxed,
    _whole("SequenceNumeric", "number"),
    _inside("Commodity", _parts("DutyTaxFee", "taxes", TAX)),
)
ANSWERED = Shape(
    said.Answered,
    _instant("AcceptanceDateTime", "accepted_at"),
    _instant("CancellationDateTime", "invalidated_at"),
    _text("FunctionalReferenceID", "local_reference"),
    _text("ID", "mrn"),
    _instant("RejectionDateTime", "rejected_at"),
    _text("VersionID", "version"),
    _parts("DutyTaxFee", "due", AMOUNT_DUE),
    _inside("GoodsShipment", _parts("GovernmentAgencyGoodsItem", "items", ITEM)),
)
ANSWER = Shape(
    said.Answer,
    _text("FunctionCode", "function"),
    _text("FunctionalReferenceID", "reference"),
    _instant("IssueDateTime", "issued_at"),
    _parts("AdditionalInformation", "remarks", REMARK),
    _parts(
        "Amendment",
        "changes",
        Shape(declared.Change, _text("ChangeReasonCode", "reason"), _pointers),
    ),
    _inside("AppealOffice", _text("ID", "appeal_office")),
    _part(
        "Bank",
        "bank",
        Shape(said.Bank, _text("ReferenceID", "identifier"), _text("ID", "account")),
    ),
    _parts("ContactOffice", "contact_offices", CONTACT_OFFICE),
    _parts(
        "Error",
        "errors",
        Shape(
            said.ErrorFound,
            _text("Description", "text"),
            _text("ValidationCode", "rule"),
            _pointers,
        ),
    ),
    _parts("Status", "statuses", STATUS),
    _part("Declaration", "declaration", ANSWERED),
    BODY.part("Declaration", "corrected", DOCUMENT),
)
POST = Shape(said.Post, *HEADING, RESPONSE.parts("Response", "answers", ANSWER))
