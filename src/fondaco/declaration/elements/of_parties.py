"""The catalogue's entries for parties, and where each party's identifier and name are numbered."""

from fondaco.declaration.elements.entry import Entry, entry

ADDRESS: dict[str, Entry] = {
    "line": entry(
        ("239", "", "an..70", "12 Harbour Street"),
        en=("street and number", "The street and the number of the house."),
        fr=("rue et numéro", "La rue et le numéro de la maison."),
    ),
    "city": entry(
        ("241", "", "an..35", "Lanterna"),
        en=("town", "The town or village."),
        fr=("ville", "La ville ou le village."),
    ),
    "postcode": entry(
        ("245", "", "an..17", "1203"),
        en=("postcode", "The postcode, where the country has them."),
        fr=("code postal", "Le code postal, si le pays en a."),
    ),
    "country": entry(
        ("242", "", "a2", "XF"),
        en=("country", "The country, by its code of two letters (ISO 3166)."),
        fr=("pays", "Le pays, par son code de deux lettres (ISO 3166)."),
    ),
    "subdivision": entry(
        ("243", "", "an..35", "Harbour district"),
        en=("region", "The region or state, where the country has them."),
        fr=("région", "La région ou l'État, si le pays en a."),
    ),
    "subdivision_code": entry(
        ("244", "", "an..9", "XF-02"),
        en=("region code", "The code of the region (ISO 3166-2)."),
        fr=("code de région", "Le code de la région (ISO 3166-2)."),
    ),
    "kind": entry(
        ("410", "", "an..3", "1"),
        en=("kind of address", "What the address is for, by its code."),
        fr=("nature de l'adresse", "Ce à quoi sert l'adresse, par son code."),
    ),
}

PARTY: dict[str, Entry] = {
    "identifier": entry(
        ("", "", "an..17", "XF100000016"),
        en=("identifier", "The number under which customs has registered this party."),
        fr=("identifiant", "Le numéro sous lequel la douane a enregistré cette personne."),
    ),
    "name": entry(
        ("", "", "an..70", "Adler Trading Ltd"),
        en=("name", "The full name of the person or firm, where it has no identifier."),
        fr=("nom", "Le nom complet de la personne ou de la firme sans identifiant."),
    ),
    "address": entry(
        ("04A", "", "", ""),
        en=("address", "The postal address, where the party has no identifier."),
        fr=("adresse", "L'adresse postale, si la personne n'a pas d'identifiant."),
    ),
    "contact": entry(
        ("34A/246", "", "an..70", "M. Rossi"),
        en=("contact", "The person to ask for."),
        fr=("contact", "La personne à demander."),
    ),
    "communication": entry(
        ("25A", "", "", ""),
        en=("way to reach", "A telephone number or electronic address."),
        fr=("moyen de contact", "Un numéro de téléphone ou une adresse électronique."),
    ),
}

ROLE_PARTY: dict[str, Entry] = {
    "identifier": entry(
        ("", "", "an..17", "XF100000016"),
        en=("identifier", "The number under which this party is registered."),
        fr=("identifiant", "Le numéro sous lequel cette personne est enregistrée."),
    ),
    "role": entry(
        ("R005", "", "an..3", "FR1"),
        en=("role", "What this party does, by its code."),
        fr=("rôle", "Ce que fait cette personne, par son code."),
    ),
}

REPRESENTATIVE: dict[str, Entry] = {
    "identifier": entry(
        ("R004", "3/20", "an..17", "XF200000021"),
        en=("identifier", "The number under which customs has registered the representative."),
        fr=("identifiant", "Le numéro sous lequel la douane a enregistré le représentant."),
    ),
    "status": entry(
        ("102", "3/21", "n1", "2"),
        en=(
            "status",
            "2 where the representative acts in the name of another, 3 where it acts in its own.",
        ),
        fr=(
            "statut",
            "2 si le représentant agit au nom d'autrui, 3 s'il agit en son propre nom.",
        ),
    ),
    "name": entry(
        ("R003", "3/19", "an..70", "Bassi Forwarding SA"),
        en=("name", "The full name, where the representative has no identifier."),
        fr=("nom", "Le nom complet, si le représentant n'a pas d'identifiant."),
    ),
    "address": entry(
        ("04A", "3/19", "", ""),
        en=("address", "The postal address, where it has no identifier."),
        fr=("adresse", "L'adresse postale, s'il n'a pas d'identifiant."),
    ),
}

PLACES: dict[str, tuple[str, str]] = {
    "declarant.identifier": ("R123", "3/18"),
    "declarant.name": ("R124", "3/17"),
    "submitter.identifier": ("R059", ""),
    "submitter.name": ("R058", ""),
    "exporter.identifier": ("R032", "3/2"),
    "exporter.name": ("R031", "3/1"),
    "carriage.carrier.identifier": ("R012", "3/32"),
    "carriage.carrier.name": ("R011", "3/31"),
    "carriage.consignor.identifier": ("R021", "3/8"),
    "carriage.consignor.name": ("R020", "3/7"),
    "shipment.importer.identifier": ("R038", "3/16"),
    "shipment.importer.name": ("R037", "3/15"),
    "shipment.consignee.identifier": ("R015", "3/10"),
    "shipment.consignee.name": ("R014", "3/9"),
    "shipment.consignor.identifier": ("R021", "3/8"),
    "shipment.consignor.name": ("R020", "3/7"),
    "shipment.buyer.identifier": ("R010", "3/27"),
    "shipment.buyer.name": ("R009", "3/26"),
    "shipment.seller.identifier": ("R051", "3/25"),
    "shipment.seller.name": ("R050", "3/24"),
    "shipment.mutual_recognition_parties[].identifier": ("R143", "3/37"),
    "shipment.tax_parties[].identifier": ("R119", "3/40"),
    "shipment.payer.identifier": ("R121", ""),
    "shipment.payer.name": ("R120", ""),
    "shipment.surety.identifier": ("R055", ""),
    "shipment.surety.name": ("R054", ""),
    "shipment.items[].buyer.identifier": ("R010", "3/27"),
    "shipment.items[].buyer.name": ("R009", "3/26"),
    "shipment.items[].seller.identifier": ("R051", "3/25"),
    "shipment.items[].seller.name": ("R050", "3/24"),
    "carriage.items[].consignor.identifier": ("R021", "3/8"),
    "carriage.items[].consignor.name": ("R020", "3/7"),
    "shipment.items[].consignee.identifier": ("R015", "3/10"),
    "shipment.items[].consignee.name": ("R014", "3/9"),
    "shipment.items[].consignor.identifier": ("R021", "3/8"),
    "shipment.items[].consignor.name": ("R020", "3/7"),
    "shipment.items[].mutual_recognition_parties[].identifier": ("R143", "3/37"),
    "shipment.items[].tax_parties[].identifier": ("R119", "3/40"),
}
"""Where a shared part has another number in each place: the last step, and the data element.

Numbers as the XML schemas of HMRC's Customs Declaration Service give them (WCO Data
Model 3.6; hmrc/customs-declarations, Apache-2.0).
"""

COMMUNICATION: dict[str, Entry] = {
    "identifier": entry(
        ("240", "", "an..50", "+995 32 200 100"),
        en=("number or address", "The telephone number or electronic address."),
        fr=("numéro ou adresse", "Le numéro de téléphone ou l'adresse électronique."),
    ),
    "kind": entry(
        ("253", "", "an..3", "TE"),
        en=("kind of contact", "TE for a telephone, EM for electronic mail."),
        fr=("nature du contact", "TE pour un téléphone, EM pour un courriel."),
    ),
}
