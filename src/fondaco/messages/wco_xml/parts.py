"""The parts of the table that stand in more than one place: parties, documents, transport."""

from fondaco.declaration import document as said
from fondaco.messages.wco_xml.grammar import Leaf, Shape
from fondaco.messages.wco_xml.vocabulary import Vocabulary

BODY = Vocabulary(
    "urn:wco:datamodel:WCO:DEC-DMS:2", data_types="urn:wco:datamodel:WCO:Declaration_DS:DMS:2"
)
DECLARATION = BODY.namespace

_text, _whole, _money, _part = BODY.text, BODY.whole, BODY.money, BODY.part
_inside = BODY.inside

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
STATEMENT = (
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
CONTAINER = (_whole("SequenceNumeric", "number"), _text("ID", "identifier"))
SEAL = Shape(said.Seal, *CONTAINER)

DESTINATION = _inside(
    "Destination",
    _text("CountryCode", "destination_country"),
    _text("RegionID", "destination_region"),
)
DISPATCH = _inside("ExportCountry", _text("ID", "dispatch_country"))
REFERENCES = _inside(
    "UCR", _text("ID", "unique_reference"), _text("TraderAssignedReferenceID", "reference")
)


def transport(*last: Leaf) -> Shape:
    """A means of transport, with what only some have before its mode."""
    return Shape(
        said.TransportMeans,
        _text("Name", "name"),
        _text("ID", "identifier"),
        _text("IdentificationTypeCode", "identifier_kind"),
        _text("TypeCode", "kind"),
        *last,
        _text("ModeCode", "mode"),
    )
