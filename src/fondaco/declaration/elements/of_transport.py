"""The catalogue's entries for how the goods travel and where they stand."""

from fondaco.declaration.elements.entry import Entry, entry

TRANSPORT_MEANS: dict[str, Entry] = {
    "identifier": entry(
        ("", "", "an..35", "9319466"),
        en=("identity", "The number or name of the ship, aircraft, train or vehicle."),
        fr=("identité", "Le numéro ou le nom du navire, de l'aéronef, du train ou du véhicule."),
    ),
    "identifier_kind": entry(
        ("", "", "n2", "10"),
        en=(
            "kind of identity",
            "What the identity is: 10 an IMO number, 20 a wagon, 30 a number plate, 40 a flight.",
        ),
        fr=(
            "nature de l'identité",
            "10 numéro OMI, 20 wagon, 30 plaque d'un véhicule, 40 vol.",
        ),
    ),
    "mode": entry(
        ("", "", "n1", "1"),
        en=("mode", "1 sea, 2 rail, 3 road, 4 air, 5 post, 7 pipe or cable, 8 inland water."),
        fr=("mode", "1 mer, 2 rail, 3 route, 4 air, 5 poste, 7 conduite, 8 navigation intérieure."),
    ),
    "nationality": entry(
        ("", "", "a2", "NO"),
        en=("nationality", "The country where it is registered, by its code of two letters."),
        fr=("nationalité", "Le pays d'immatriculation, par son code de deux lettres."),
    ),
    "name": entry(
        ("", "", "an..35", "Queen of Fondaco"),
        en=("name", "The name, where it has one beside its number."),
        fr=("nom", "Le nom, s'il y en a un à côté du numéro."),
    ),
    "kind": entry(
        ("", "", "an..4", "1501"),
        en=(
            "kind of transport means",
            "What kind of ship, aircraft or vehicle (UN/ECE Recommendation 28).",
        ),
        fr=(
            "nature du moyen de transport",
            "Quelle sorte de navire, d'aéronef, de véhicule (recommandation 28).",
        ),
    ),
}

EQUIPMENT: dict[str, Entry] = {
    "number": entry(
        ("006", "", "n..5", "1"),
        en=("Sequence number", "Containers are counted from one."),
        fr=("Numéro d'ordre", "Les conteneurs se comptent à partir de un."),
    ),
    "identifier": entry(
        ("159", "7/10", "an..17", "CSQU3054383"),
        en=("Container number", "The number painted on the container (ISO 6346)."),
        fr=("Numéro du conteneur", "Le numéro peint sur le conteneur (ISO 6346)."),
    ),
    "seals": entry(
        ("44B[n]", "7/18", "", "XF-0917"),
        en=("Seals", "The seals on the container."),
        fr=("Scellés", "Les scellés du conteneur."),
    ),
}

SEAL: dict[str, Entry] = {
    "number": entry(
        ("006", "", "n..5", "1"),
        en=("Sequence number", "Seals are counted from one."),
        fr=("Numéro d'ordre", "Les scellés se comptent à partir de un."),
    ),
    "identifier": entry(
        ("165", "7/18", "an..20", "XF-0917"),
        en=("Seal number", "The number on the seal."),
        fr=("Numéro du scellé", "Le numéro du scellé."),
    ),
}

LOCATION: dict[str, Entry] = {
    "identifier": entry(
        ("L016", "5/23", "an..35", "XFLANQUAY1"),
        en=("place", "The code of the quay, warehouse or place where the goods stand."),
        fr=("lieu", "Le code du quai, de l'entrepôt ou du lieu où sont les marchandises."),
    ),
    "kind": entry(
        ("L110", "5/23", "a1", "A"),
        en=("kind of place", "A designated, B authorised, C approved, D other."),
        fr=("nature du lieu", "A désigné, B autorisé, C agréé, D autre."),
    ),
    "qualifier": entry(
        ("04A/410", "5/23", "a1", "U"),
        en=("how it is named", "U by UN/LOCODE, V by customs office, Y by authorisation."),
        fr=("mode de désignation", "U par UN/LOCODE, V par bureau, Y par autorisation."),
    ),
    "country": entry(
        ("04A/242", "5/23", "a2", "XF"),
        en=("country", "The country where the goods may be examined."),
        fr=("pays", "Le pays où les marchandises peuvent être examinées."),
    ),
    "additional_identifier": entry(
        ("L017", "5/23", "an..17", "SHED 4"),
        en=("exact place", "Where in that place the goods stand."),
        fr=("endroit précis", "Où se trouvent les marchandises en ce lieu."),
    ),
    "line": entry(
        ("04A/239", "5/23", "an..70", "12 Harbour Street"),
        en=("street and number", "The street and the number of the house."),
        fr=("rue et numéro", "La rue et le numéro de la maison."),
    ),
    "city": entry(
        ("04A/241", "5/23", "an..35", "Lanterna"),
        en=("town", "The town or village."),
        fr=("ville", "La ville ou le village."),
    ),
    "postcode": entry(
        ("04A/245", "5/23", "an..9", "1203"),
        en=("postcode", "The postcode, where the country has them."),
        fr=("code postal", "Le code postal, si le pays en a."),
    ),
}

CARRIAGE: dict[str, Entry] = {
    "carrier": entry(
        ("18A", "3/32", "", "XF300000037"),
        en=("Carrier", "Who carries the goods."),
        fr=("Transporteur", "Celui qui transporte les marchandises."),
    ),
    "consignor": entry(
        ("30A", "3/8", "", ""),
        en=("Consignor by the transport contract", "Who handed the goods to the carrier."),
        fr=("Expéditeur au contrat de transport", "Celui qui a remis les marchandises."),
    ),
    "freight_payment": entry(
        ("62A/098", "4/2", "a1", "A"),
        en=(
            "Payment of freight",
            "How the freight is paid: A cash, B card, C cheque, D otherwise, H by credit transfer.",
        ),
        fr=(
            "Paiement du fret",
            "Comment le fret est payé : A espèces, B carte, C chèque, D autrement, H virement.",
        ),
    ),
    "itinerary": entry(
        ("81A[n]", "5/18", "", "NO"),
        en=("Route", "The countries on the way, in order."),
        fr=("Itinéraire", "Les pays traversés, dans l'ordre."),
    ),
    "items": entry(
        ("29A[n]", "", "", ""),
        en=("Carriage of an item", "What differs in the carriage of one goods item."),
        fr=("Transport d'un article", "Ce qui diffère dans le transport d'un article."),
    ),
}

ROUTING_COUNTRY: dict[str, Entry] = {
    "number": entry(
        ("006", "", "n..5", "1"),
        en=("Sequence number", "Countries are counted from one, in the order of the journey."),
        fr=("Numéro d'ordre", "Les pays se comptent à partir de un, dans l'ordre du voyage."),
    ),
    "country": entry(
        ("064", "5/18", "a2", "NO"),
        en=("Country", "A country on the way, by its code of two letters."),
        fr=("Pays", "Un pays traversé, par son code de deux lettres."),
    ),
}

PLACES: dict[str, tuple[str, str]] = {
    "border_transport.name": ("T005", ""),
    "border_transport.kind": ("T010", ""),
    "border_transport.identifier": ("T006", "7/14"),
    "border_transport.identifier_kind": ("T018", "7/14"),
    "border_transport.mode": ("T022", "7/4"),
    "border_transport.nationality": ("T014", "7/15"),
    "shipment.arrival_transport.name": ("T001", ""),
    "shipment.arrival_transport.kind": ("T008", ""),
    "shipment.arrival_transport.identifier": ("T002", "7/9"),
    "shipment.arrival_transport.identifier_kind": ("T034", "7/9"),
    "shipment.arrival_transport.mode": ("T020", "7/5"),
    "shipment.departure_transport.name": ("T003", ""),
    "shipment.departure_transport.kind": ("T009", ""),
    "shipment.departure_transport.identifier": ("T004", "7/7"),
    "shipment.departure_transport.identifier_kind": ("T029", "7/7"),
    "shipment.departure_transport.mode": ("T021", "7/5"),
}
"""Where a means of transport has another number in each place.

Source as for parties. The nationality at arrival and at departure has no number there:
its pointer stops at the means of transport.
"""

CARRIED_ITEM: dict[str, Entry] = {
    "number": entry(
        ("006", "1/6", "n..5", "1"),
        en=("Item number", "The goods item that this is about."),
        fr=("Numéro d'article", "L'article dont il s'agit."),
    ),
    "consignor": entry(
        ("30A", "3/8", "", ""),
        en=("Consignor of the item", "Who handed this item to the carrier."),
        fr=("Expéditeur de l'article", "Celui qui a remis cet article au transporteur."),
    ),
    "freight_payment": entry(
        ("62A/098", "4/2", "a1", "A"),
        en=("Payment of freight", "How the freight of this item is paid."),
        fr=("Paiement du fret", "Comment le fret de cet article est payé."),
    ),
}
