"""Rules on a goods item: what it is, where it comes from, what is to be done with it."""

import re

from fondaco.declaration.document import AdditionalCode, GoodsItem
from fondaco.declaration.rules.case import Case
from fondaco.declaration.rules.shapes import is_plain, is_without_repeats, repeated
from fondaco.legal.finding import Gravity
from fondaco.legal.rule import Shown, rule

LONGEST_DESCRIPTION = 512
SHORTEST_DESCRIPTION = 4
LONGEST_VAGUE = 24
"""Characters up to which a description is held against the words that name no goods."""

_CODE = re.compile(r"[0-9]{6}(?:[0-9]{2}){0,2}").fullmatch
_ADDITIONAL = re.compile(r"[0-9A-Z]{2,4}").fullmatch
_GROUP = re.compile(r"[0-9]{4}").fullmatch
_DANGEROUS = re.compile(r"[0-9]{4}").fullmatch
_CLAIMS = ("2", "3")
"""First digits of the preferences that rest on an origin (EU annex B, data element 4/17)."""
_VAGUE = frozenset(
    (
        "articles",
        "consignment",
        "consolidated",
        "equipment",
        "freight of all kinds",
        "general cargo",
        "goods",
        "items",
        "merchandise",
        "miscellaneous",
        "parts",
        "products",
        "samples",
        "spare parts",
        "various",
        "various goods",
    )
)
"""Words that name no goods; the kind of text the WCO's and EU's guidance gives as unacceptable."""


@rule("GI01", element="commodity_code")
def code_is_well_formed(item: GoodsItem, case: Case) -> bool:
    """A commodity code has six, eight or ten digits."""
    code = item.commodity_code
    return not code or code in case.books.commodities or _CODE(code) is not None


@rule("GI02", element="commodity_code")
def code_is_in_the_tariff(item: GoodsItem, case: Case) -> bool:
    """The commodity code is one under which the tariff lets goods be declared."""
    code = item.commodity_code
    return not code or code in case.books.commodities or _CODE(code) is None


@rule("GI03", element="description")
def description_says_something(item: GoodsItem, case: Case) -> bool:
    """The description has at least four characters."""
    return not item.description or len(item.description) >= SHORTEST_DESCRIPTION


@rule("GI04", element="description")
def description_is_plain(item: GoodsItem, case: Case) -> bool:
    """The description has at most 512 characters and none that are hidden."""
    description = item.description
    if not description or (len(description) <= LONGEST_DESCRIPTION and description.isprintable()):
        return True
    return is_plain(description, longest=LONGEST_DESCRIPTION)


@rule("GI05", element="description")
def description_is_not_vague(item: GoodsItem, case: Case) -> bool:
    """The description names goods, and is not a word that would do for any."""
    description = item.description
    if not description or len(description) > LONGEST_VAGUE:
        return True
    return description.strip(" .").lower() not in _VAGUE


@rule("GI06", element="procedure")
def procedure_is_known(item: GoodsItem, case: Case) -> bool:
    """The procedure is one that the law lists: asked for and previous, two digits each."""
    return not item.procedure or item.procedure in case.books.procedures


def _kind(item: GoodsItem, case: Case) -> Shown:
    return {"kind": case.document.kind or ""}


@rule("GI07", element="procedure", shows=_kind)
def procedure_stands_on_this_kind(item: GoodsItem, case: Case) -> bool:
    """The procedure may stand on a declaration of this type."""
    procedure = case.books.procedures.get(item.procedure or "")
    kind = case.document.kind
    return procedure is None or not kind or kind[:2] in procedure.kinds


def _strange(item: GoodsItem, case: Case) -> Shown:
    known = case.books.additional_procedures
    return {"strange": next(code for code in item.additional_procedures if code not in known)}


@rule("GI08", element="additional_procedures", shows=_strange)
def additional_procedures_are_known(item: GoodsItem, case: Case) -> bool:
    """The additional procedures are codes that the law lists."""
    return case.books.additional_procedures.issuperset(item.additional_procedures)


def _repeated_procedure(item: GoodsItem, case: Case) -> Shown:
    return {"repeated": repeated(item.additional_procedures)}


@rule(
    "GI09",
    element="additional_procedures",
    shows=_repeated_procedure,
)
def additional_procedures_are_named_once(item: GoodsItem, case: Case) -> bool:
    """No additional procedure is named twice."""
    named = item.additional_procedures
    return len(named) < 2 or is_without_repeats(named)


@rule("GI10", element="origin")
def origin_is_known(item: GoodsItem, case: Case) -> bool:
    """The country of origin is one that the law lists."""
    return not item.origin or item.origin in case.books.countries


@rule("GI11", element="preferential_origin")
def preferential_origin_is_known(item: GoodsItem, case: Case) -> bool:
    """The preferential origin is a country that the law lists, or a group of four digits."""
    origin = item.preferential_origin
    return not origin or origin in case.books.countries or _GROUP(origin) is not None


def _preference(item: GoodsItem, case: Case) -> Shown:
    return {"preference": item.preference or ""}


@rule("GI12", element="preferential_origin", shows=_preference)
def preference_names_its_origin(item: GoodsItem, case: Case) -> bool:
    """A claim to a preference that rests on an origin names that origin."""
    preference = item.preference
    return not preference or preference[0] not in _CLAIMS or bool(item.preferential_origin)


@rule("GI13", element="preferential_origin", shows=_preference)
def preferential_origin_serves_a_claim(item: GoodsItem, case: Case) -> bool:
    """A preferential origin is named only where a preference that rests on it is claimed."""
    if not item.preferential_origin:
        return True
    preference = item.preference
    return bool(preference) and preference is not None and preference[0] in _CLAIMS


@rule("GI14", element="dispatch_country")
def dispatch_is_known(item: GoodsItem, case: Case) -> bool:
    """An item's country of dispatch is one that the law lists."""
    return not item.dispatch_country or item.dispatch_country in case.books.countries


@rule("GI15", element="destination_country")
def destination_is_known(item: GoodsItem, case: Case) -> bool:
    """An item's country of destination is one that the law lists."""
    return not item.destination_country or item.destination_country in case.books.countries


def _unit(item: GoodsItem, case: Case) -> Shown:
    commodity = case.books.commodities.get(item.commodity_code or "")
    return {"unit": (commodity.supplementary_unit if commodity else None) or ""}


@rule("GI16", element="supplementary_quantity", shows=_unit)
def supplementary_quantity_is_given(item: GoodsItem, case: Case) -> bool:
    """Where the tariff asks for a supplementary unit, the quantity is given."""
    if item.supplementary_quantity is not None:
        return True
    commodity = case.books.commodities.get(item.commodity_code or "")
    return commodity is None or commodity.supplementary_unit is None


@rule("GI17", element="supplementary_quantity", shows=_unit)
def supplementary_unit_is_the_tariffs(item: GoodsItem, case: Case) -> bool:
    """A supplementary quantity that names its unit names the one the tariff asks for."""
    quantity = item.supplementary_quantity
    if quantity is None or quantity.unit is None:
        return True
    commodity = case.books.commodities.get(item.commodity_code or "")
    unit = commodity.supplementary_unit if commodity is not None else None
    return unit is None or quantity.unit == unit


@rule(
    "GI18",
    element="supplementary_quantity",
    gravity=Gravity.WARNING,
)
def supplementary_quantity_is_asked_for(item: GoodsItem, case: Case) -> bool:
    """A supplementary quantity is given only where the tariff asks for one."""
    if item.supplementary_quantity is None:
        return True
    commodity = case.books.commodities.get(item.commodity_code or "")
    return commodity is None or commodity.supplementary_unit is not None


@rule("GI19", element="code")
def additional_code_is_well_formed(code: AdditionalCode, case: Case) -> bool:
    """An additional code has two to four capitals and digits."""
    return _ADDITIONAL(code.code) is not None


def _repeated_code(item: GoodsItem, case: Case) -> Shown:
    return {"repeated": repeated(each.code for each in item.additional_codes)}


@rule("GI20", element="additional_codes", shows=_repeated_code)
def additional_codes_are_named_once(item: GoodsItem, case: Case) -> bool:
    """No additional code is named twice."""
    codes = item.additional_codes
    return len(codes) < 2 or is_without_repeats((each.kind, each.code) for each in codes)


def _strange_number(item: GoodsItem, case: Case) -> Shown:
    return {"strange": next(each for each in item.dangerous_goods if not _DANGEROUS(each))}


@rule("GI21", element="dangerous_goods", shows=_strange_number)
def dangerous_goods_numbers_are_well_formed(item: GoodsItem, case: Case) -> bool:
    """A United Nations number of dangerous goods has four digits."""
    return not item.dangerous_goods or all(map(_DANGEROUS, item.dangerous_goods))


def _previous_procedure(item: GoodsItem, case: Case) -> Shown:
    return {"previous": (item.procedure or "")[2:]}


@rule(
    "GI22",
    element="previous_documents",
    shows=_previous_procedure,
)
def previous_procedure_has_its_document(item: GoodsItem, case: Case) -> bool:
    """Goods that come from another procedure name the document under which they were there."""
    if not item.procedure or item.procedure[2:] in ("", "00") or item.previous_documents:
        return True
    shipment = case.document.shipment
    return shipment is not None and bool(shipment.previous_documents)
