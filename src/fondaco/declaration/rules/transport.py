"""Rules on how the goods came: means of transport, containers, seals, route, place."""

import re
from functools import lru_cache

from fondaco.declaration.document import (
    Carriage,
    Document,
    Equipment,
    GoodsItem,
    Location,
    RoutingCountry,
    Seal,
    Shipment,
    TransportMeans,
)
from fondaco.declaration.rules.case import Case
from fondaco.declaration.rules.shapes import (
    counts_from_one,
    is_plain,
    is_without_repeats,
    repeated,
)
from fondaco.identifiers import container
from fondaco.identifiers.transport import KINDS, is_valid
from fondaco.legal.finding import Gravity
from fondaco.legal.rule import Shown, rule

_EQUIPMENT = re.compile(r"[0-9A-Z][0-9A-Z -]{0,16}").fullmatch
_PLACE = re.compile(r"[A-Z]{2}[0-9A-Z]{3}").fullmatch
_PAYMENTS = frozenset("ABCDHYZ")
_PLACE_KINDS = frozenset("ABCD")
_PLACE_QUALIFIERS = frozenset("TUVWXYZ")
# Nothing registered crosses the border by rail, by post or through a pipe (EU annex B, 7/15).
_WITHOUT_NATIONALITY = frozenset("257")


@lru_cache(maxsize=65_536)  # a number stands on every item that the container holds
def _is_equipment(number: str) -> bool:
    return _EQUIPMENT(number) is not None


@lru_cache(maxsize=65_536)
def _has_wrong_digit(number: str) -> bool:
    return container.has_shape(number) and not container.is_valid(number)


@rule("TR01", element="mode")
def mode_is_known(means: TransportMeans, case: Case) -> bool:
    """The mode of transport is one that the law lists."""
    return not means.mode or means.mode in case.books.transport_modes


@rule("TR02", element="nationality")
def nationality_is_known(means: TransportMeans, case: Case) -> bool:
    """The nationality of a means of transport is a country that the law lists."""
    return not means.nationality or means.nationality in case.books.countries


@rule("TR03", element="identifier_kind")
def identifier_kind_is_known(means: TransportMeans, case: Case) -> bool:
    """The kind of identity of a means of transport is one of the codes of schedule 17."""
    return not means.identifier_kind or means.identifier_kind in KINDS


def _mode(means: TransportMeans, case: Case) -> Shown:
    return {"mode": means.mode or ""}


@rule("TR04", element="identifier_kind", shows=_mode)
def identifier_kind_fits_the_mode(means: TransportMeans, case: Case) -> bool:
    """The kind of identity belongs to the mode of transport: a flight number to the air."""
    kind = KINDS.get(means.identifier_kind or "")
    return kind is None or not means.mode or kind.mode == means.mode


def _kind(means: TransportMeans, case: Case) -> Shown:
    return {"kind": means.identifier_kind or ""}


@rule("TR05", element="identifier", shows=_kind)
def identifier_is_right(means: TransportMeans, case: Case) -> bool:
    """The identity of a means of transport has the shape of its kind and a right check digit."""
    if not means.identifier:
        return True
    kind = KINDS.get(means.identifier_kind or "")
    if kind is None:
        return is_plain(means.identifier, longest=35)
    return is_valid(means.identifier, kind=kind)


@rule("TR06", element="border_transport.nationality")
def nationality_at_the_border_is_given(document: Document, case: Case) -> bool:
    """What crosses the border has a nationality, save by rail, by post or through a pipe."""
    means = document.border_transport
    if means is None or not means.mode or means.mode in _WITHOUT_NATIONALITY:
        return True
    return bool(means.nationality)


@rule("TR07", element="containerised")
def containerised_is_yes_or_no(shipment: Shipment, case: Case) -> bool:
    """Whether the goods travel in containers is answered 1 for yes or 0 for no."""
    return not shipment.containerised or shipment.containerised in ("0", "1")


@rule("TR08", element="equipment")
def containers_are_named(shipment: Shipment, case: Case) -> bool:
    """Goods that travel in containers name at least one container."""
    return shipment.containerised != "1" or bool(shipment.equipment)


@rule("TR09", element="equipment")
def no_containers_are_named(shipment: Shipment, case: Case) -> bool:
    """Goods that do not travel in containers name none."""
    return shipment.containerised != "0" or not shipment.equipment


@rule("TR10", element="identifier")
def container_number_is_well_formed(equipment: Equipment, case: Case) -> bool:
    """A container number has at most 17 capitals and digits."""
    return not equipment.identifier or _is_equipment(equipment.identifier)


@rule("TR11", element="identifier", gravity=Gravity.WARNING)
def container_number_has_its_check_digit(equipment: Equipment, case: Case) -> bool:
    """A container number of the international kind has a right check digit.

    Some containers are painted with a wrong one, so this refuses nothing: somebody looks.
    """
    return not equipment.identifier or not _has_wrong_digit(equipment.identifier)


def _repeated_container(shipment: Shipment, case: Case) -> Shown:
    return {"repeated": repeated(each.identifier for each in shipment.equipment)}


@rule("TR12", element="equipment", shows=_repeated_container)
def containers_are_named_once(shipment: Shipment, case: Case) -> bool:
    """No container is named twice."""
    held = shipment.equipment
    return len(held) < 2 or is_without_repeats(each.identifier for each in held)


@rule("TR13", element="equipment")
def containers_are_counted_from_one(shipment: Shipment, case: Case) -> bool:
    """The sequence numbers of containers run from one without gaps."""
    return not shipment.equipment or counts_from_one(shipment.equipment)


def _strange_containers(item: GoodsItem, case: Case) -> list[str | None]:
    shipment = case.document.shipment
    known = {each.identifier for each in shipment.equipment} if shipment is not None else set()
    return [each.identifier for each in item.equipment if each.identifier not in known]


def _strange_container(item: GoodsItem, case: Case) -> Shown:
    return {"strange": _strange_containers(item, case)[0] or ""}


@rule("TR14", element="equipment", shows=_strange_container)
def containers_of_the_item_are_those_of_the_shipment(item: GoodsItem, case: Case) -> bool:
    """The containers that hold an item are among those of the shipment."""
    if not item.equipment:
        return True
    shipment = case.document.shipment
    known = shipment.equipment if shipment is not None else ()
    for each in item.equipment:
        for other in known:
            if other.identifier == each.identifier:
                break
        else:
            return False
    return True


@rule("TR15", element="identifier")
def seal_number_is_plain(seal: Seal, case: Case) -> bool:
    """A seal number has at most 35 characters and none that are hidden."""
    return not seal.identifier or is_plain(seal.identifier, longest=35)


@rule("TR16", element="seals")
def seals_are_named_once(equipment: Equipment, case: Case) -> bool:
    """No seal is named twice on the same container."""
    seals = equipment.seals
    return len(seals) < 2 or is_without_repeats(each.identifier for each in seals)


def _locations(document: Document, case: Case) -> Shown:
    office = case.books.offices.get(document.office or "")
    return {
        "office": document.office or "",
        "locations": ", ".join(office.locations[:8] if office else ()),
    }


@rule(
    "TR17",
    element="shipment.goods_location.identifier",
    shows=_locations,
)
def location_belongs_to_the_office(document: Document, case: Case) -> bool:
    """The place where the goods may be examined is one that the customs office looks after."""
    office = case.books.offices.get(document.office or "")
    shipment = document.shipment
    if office is None or not office.locations or shipment is None:
        return True
    location = shipment.goods_location
    return location is None or not location.identifier or location.identifier in office.locations


def _mode_and_office(document: Document, case: Case) -> Shown:
    means = document.border_transport
    return {"mode": (means.mode if means else None) or "", "office": document.office or ""}


@rule("TR18", element="office", shows=_mode_and_office)
def office_receives_that_mode(document: Document, case: Case) -> bool:
    """The customs office receives goods that come by that mode of transport."""
    office = case.books.offices.get(document.office or "")
    means = document.border_transport
    if office is None or means is None or not means.mode:
        return True
    return means.mode in office.modes or means.mode not in case.books.transport_modes


@rule("TR19", element="kind")
def kind_of_place_is_known(location: Location, case: Case) -> bool:
    """The kind of place is designated (A), authorised (B), approved (C) or other (D)."""
    return not location.kind or location.kind in _PLACE_KINDS


@rule("TR20", element="qualifier")
def naming_of_place_is_known(location: Location, case: Case) -> bool:
    """How the place is named is one of the letters T to Z of schedule 18."""
    return not location.qualifier or location.qualifier in _PLACE_QUALIFIERS


def _country(location: Location, case: Case) -> Shown:
    return {"country": case.books.country}


@rule("TR21", element="country", shows=_country)
def place_is_in_this_country(location: Location, case: Case) -> bool:
    """The place where the goods may be examined lies in this country."""
    return not location.country or location.country == case.books.country


@rule("TR22", element="country")
def country_of_route_is_known(step: RoutingCountry, case: Case) -> bool:
    """A country on the way is one that the law lists."""
    return not step.country or step.country in case.books.countries


@rule("TR23", element="itinerary")
def route_is_counted_from_one(carriage: Carriage, case: Case) -> bool:
    """The sequence numbers of the countries on the way run from one without gaps."""
    return not carriage.itinerary or counts_from_one(carriage.itinerary)


@rule("TR24", element="freight_payment")
def freight_payment_is_known(carriage: Carriage, case: Case) -> bool:
    """How the freight is paid is one of the letters of schedule 19."""
    return not carriage.freight_payment or carriage.freight_payment in _PAYMENTS


@rule("TR25", element="loading_location")
def place_of_loading_is_well_formed(shipment: Shipment, case: Case) -> bool:
    """The place of loading is a country that the law lists and three capitals or digits."""
    place = shipment.loading_location
    return not place or (_PLACE(place) is not None and place[:2] in case.books.countries)
