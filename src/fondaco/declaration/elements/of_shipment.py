"""The catalogue's entries for the shipment, its terms, and the documents behind it."""

from fondaco.declaration.elements.entry import Entry, entry

SHIPMENT: dict[str, Entry] = {
    "importer": entry(
        ("74A", "3/16", "", "XF100000016"),
        en=("Importer", "Who brings the goods in, or has them brought in."),
        fr=("Importateur", "Celui qui fait entrer les marchandises."),
    ),
    "consignee": entry(
        ("27A", "3/10", "", ""),
        en=("Consignee", "Who the goods are sent to."),
        fr=("Destinataire", "Celui à qui les marchandises sont envoyées."),
    ),
    "consignor": entry(
        ("30A", "3/8", "", ""),
        en=("Consignor", "Who sends the goods."),
        fr=("Expéditeur", "Celui qui envoie les marchandises."),
    ),
    "buyer": entry(
        ("16A", "3/27", "", ""),
        en=("Buyer", "Who bought the goods, where that is not the importer."),
        fr=("Acheteur", "Celui qui a acheté les marchandises, s'il n'est pas l'importateur."),
    ),
    "seller": entry(
        ("09B", "3/25", "", ""),
        en=("Seller", "Who sold the goods, where that is not the exporter."),
        fr=("Vendeur", "Celui qui a vendu les marchandises, s'il n'est pas l'exportateur."),
    ),
    "trade_terms": entry(
        ("22B", "4/1", "", "CIF XFLAN"),
        en=("Delivery terms", "Who pays for the journey and bears its risks, and up to where."),
        fr=("Conditions de livraison", "Qui paie le voyage et en porte les risques, et jusqu'où."),
    ),
    "transaction_nature": entry(
        ("103", "8/5", "n..2", "11"),
        en=("Nature of transaction", "Sale, return, gift, hire, processing, by its code."),
        fr=("Nature de la transaction", "Vente, retour, don, location, travail, par son code."),
    ),
    "reference": entry(
        ("35B/009", "2/4", "an..35", "6XF100000016-ORDER77"),
        en=("Unique consignment reference", "The number that follows the consignment everywhere."),
        fr=("Numéro de référence unique d'envoi", "Le numéro qui suit l'envoi partout."),
    ),
    "dispatch_country": entry(
        ("95B/062", "5/14", "a2", "NO"),
        en=("Country of dispatch", "The country the goods were sent from."),
        fr=("Pays d'expédition", "Le pays d'où les marchandises ont été expédiées."),
    ),
    "destination_country": entry(
        ("99B/465", "5/8", "a2", "XF"),
        en=("Country of destination", "The country where the goods will be used."),
        fr=("Pays de destination", "Le pays où les marchandises seront utilisées."),
    ),
    "charges": entry(
        ("41A/58B[n]", "4/9", "", "AK 120.00 XFC"),
        en=(
            "Additions and deductions",
            "What is added to the price, or taken off it, for all items together.",
        ),
        fr=(
            "Ajouts et déductions",
            "Ce qui s'ajoute au prix, ou s'en retranche, pour tous les articles ensemble.",
        ),
    ),
    "freight": entry(
        ("41A/117", "4/19", "n..16,2", "850.00"),
        en=("Freight", "What the journey to the country cost, where the price leaves it out."),
        fr=("Fret", "Ce que coûte le voyage jusqu'au pays, si le prix ne le comprend pas."),
    ),
    "warehouse": entry(
        ("43B/L019", "2/7", "an..35", "XFCW0001"),
        en=("Customs warehouse", "The number of the warehouse the goods go into or come from."),
        fr=(
            "Entrepôt douanier",
            "Le numéro de l'entrepôt où vont ou d'où viennent les marchandises.",
        ),
    ),
    "warehouse_kind": entry(
        ("43B/L112", "2/7", "a1", "U"),
        en=("Kind of warehouse", "R public type I, S public type II, U private, and so on."),
        fr=("Nature de l'entrepôt", "R public type I, S public type II, U privé, etc."),
    ),
    "previous_documents": entry(
        ("99A[n]", "2/1", "", "Y CLE 20261120"),
        en=("Previous documents", "The documents under which the goods came here."),
        fr=(
            "Documents précédents",
            "Les documents sous couvert desquels les marchandises sont là.",
        ),
    ),
    "mutual_recognition_parties": entry(
        ("16C[n]", "3/37", "", ""),
        en=("Trusted traders in the chain", "Traders recognised by another country's customs."),
        fr=("Opérateurs agréés de la chaîne", "Opérateurs reconnus par la douane d'un autre pays."),
    ),
    "tax_parties": entry(
        ("55B[n]", "3/40", "", ""),
        en=("Parties to the tax", "Who accounts for the value added tax."),
        fr=("Redevables de la taxe", "Qui rend compte de la taxe sur la valeur ajoutée."),
    ),
    "containerised": entry(
        ("28A/096", "7/2", "n1", "1"),
        en=("In containers", "1 where the goods cross the border in containers, otherwise 0."),
        fr=("En conteneurs", "1 si les marchandises passent la frontière en conteneur, sinon 0."),
    ),
    "arrival_transport": entry(
        ("28A/10A", "7/9", "", "9319466"),
        en=("Means of transport on arrival", "What the goods were on when presented to customs."),
        fr=("Moyen de transport à l'arrivée", "Ce qui portait les marchandises à la présentation."),
    ),
    "departure_transport": entry(
        ("28A/46A", "7/7", "", ""),
        en=("Means of transport at departure", "What the goods were loaded on when they left."),
        fr=("Moyen de transport au départ", "Ce qui a chargé les marchandises au départ."),
    ),
    "goods_location": entry(
        ("28A/64A", "5/23", "", "XFLANQUAY1"),
        en=("Location of the goods", "Where the goods may be examined."),
        fr=("Localisation des marchandises", "Où les marchandises peuvent être examinées."),
    ),
    "loading_location": entry(
        ("28A/83A/L010", "5/21", "an..17", "NOBGO"),
        en=("Place of loading", "Where the goods were loaded on what crossed the border."),
        fr=("Lieu de chargement", "Où les marchandises ont été chargées pour passer la frontière."),
    ),
    "equipment": entry(
        ("28A/31B[n]", "7/10", "", "CSQU3054383"),
        en=("Containers", "The containers that hold the goods."),
        fr=("Conteneurs", "Les conteneurs qui renferment les marchandises."),
    ),
    "items": entry(
        ("68A[n]", "1/6", "", ""),
        en=("Goods item", "Goods under one commodity code, one origin and one procedure."),
        fr=("Article", "Marchandises d'un seul code, d'une seule origine, d'un seul régime."),
    ),
    "payer": entry(
        ("56B", "", "", ""),
        en=("Payer", "Who pays what is owed, where that is not the importer."),
        fr=("Payeur", "Celui qui paie ce qui est dû, si ce n'est pas l'importateur."),
    ),
    "surety": entry(
        ("19B", "", "", ""),
        en=("Surety", "Who answers for the debt."),
        fr=("Caution", "Celui qui répond de la dette."),
    ),
    "unique_reference": entry(
        ("35B/016", "2/4", "an..35", "6XF100000016-ORDER77"),
        en=("Reference given by another", "The consignment's number, where somebody else gave it."),
        fr=("Référence donnée par un autre", "Le numéro de l'envoi, si un autre l'a donné."),
    ),
    "invoice": entry(
        ("78A", "4/11", "", "INV-2026-118"),
        en=("Invoice", "The commercial invoice of the whole shipment."),
        fr=("Facture", "La facture commerciale de tout l'envoi."),
    ),
    "exits_at": entry(
        ("024", "", "an..35", "2026-11-25"),
        en=("Date of exit", "The day on which exported goods left or will leave."),
        fr=("Date de sortie", "Le jour où les marchandises exportées sortent."),
    ),
    "destination_region": entry(
        ("99B/477", "5/9", "an..9", "XF-02"),
        en=("Region of destination", "The region where the goods will be used."),
        fr=("Région de destination", "La région où les marchandises seront utilisées."),
    ),
    "loading_location_name": entry(
        ("28A/83A/L009", "5/21", "an..256", "Bergen"),
        en=("Name of the place of loading", "The place of loading in words, where it has no code."),
        fr=(
            "Nom du lieu de chargement",
            "Le lieu de chargement en toutes lettres, s'il n'a pas de code.",
        ),
    ),
}

TRADE_TERMS: dict[str, Entry] = {
    "condition": entry(
        ("090", "4/1", "a3", "CIF"),
        en=("Term", "The Incoterms rule, by its code of three letters."),
        fr=("Règle", "La règle Incoterms, par son code de trois lettres."),
    ),
    "location": entry(
        ("L002", "4/1", "an..17", "XFLAN"),
        en=("Named place", "The place that the delivery term names."),
        fr=("Lieu convenu", "Le lieu que nomme la condition de livraison."),
    ),
    "location_name": entry(
        ("L001", "4/1", "an..256", "Port of Lanterna"),
        en=("Named place in words", "The place that the term names, where it has no code."),
        fr=("Lieu convenu en toutes lettres", "Le lieu que nomme la règle, s'il n'a pas de code."),
    ),
    "description": entry(
        ("089", "4/1", "an..70", "Delivered to the quay"),
        en=("Terms in words", "The delivery terms in words, where no rule fits."),
        fr=(
            "Conditions en toutes lettres",
            "Les conditions de livraison, si aucune règle ne convient.",
        ),
    ),
    "country_relationship": entry(
        ("106", "4/1", "an..3", "1"),
        en=("Country relationship", "How the countries of buyer and seller stand to each other."),
        fr=("Relation entre pays", "Le rapport entre les pays du vendeur et de l'acheteur."),
    ),
}

CHARGE: dict[str, Entry] = {
    "kind": entry(
        ("371", "4/9", "an2", "AK"),
        en=("Kind", "What is added (codes from A) or deducted (codes from B)."),
        fr=("Nature", "Ce qui s'ajoute (codes en A) ou se déduit (codes en B)."),
    ),
    "amount": entry(
        ("181", "4/9", "n..16,2", "120.00"),
        en=("Amount", "How much, and in which currency."),
        fr=("Montant", "Combien, et dans quelle monnaie."),
    ),
}
