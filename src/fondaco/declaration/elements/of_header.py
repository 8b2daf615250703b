"""The catalogue's entries for the declaration itself and for the parts that only it has."""

from fondaco.declaration.elements.entry import Entry, entry

DOCUMENT: dict[str, Entry] = {
    "function": entry(
        ("017", "", "n..2", "9"),
        en=(
            "Function",
            "What the message is for: 9 lodges a declaration, 13 asks for a change to one.",
        ),
        fr=(
            "Fonction",
            "Ce que fait le message : 9 dépose une déclaration, 13 demande d'en modifier une.",
        ),
    ),
    "kind": entry(
        ("D013", "1/1, 1/2", "an3", "IMA"),
        en=(
            "Declaration type",
            "IM for imports or EX for exports, then A where the goods have arrived "
            "or D where the declaration is lodged before them.",
        ),
        fr=(
            "Type de déclaration",
            "IM à l'importation ou EX à l'exportation, puis A si les marchandises sont arrivées "
            "ou D si la déclaration les précède.",
        ),
    ),
    "local_reference": entry(
        ("D026", "2/5", "an..22", "2026-0001"),
        en=("Local reference number", "Your own number for this declaration; use it only once."),
        fr=(
            "Numéro de référence local",
            "Votre propre numéro pour cette déclaration ; ne l'utilisez qu'une fois.",
        ),
    ),
    "mrn": entry(
        ("D014", "2/1", "an18", "26XF000000000001R7"),
        en=(
            "Master reference number",
            "The number customs gave the declaration that this message is about.",
        ),
        fr=(
            "Numéro de référence maître",
            "Le numéro que la douane a donné à la déclaration dont parle ce message.",
        ),
    ),
    "office": entry(
        ("065", "5/26", "an8", "XFLAN001"),
        en=(
            "Customs office",
            "The office where the goods are presented and the declaration is dealt with.",
        ),
        fr=(
            "Bureau de douane",
            "Le bureau où les marchandises sont présentées et la déclaration traitée.",
        ),
    ),
    "accepted_at": entry(
        ("023", "5/31", "an..35", "2026-11-21"),
        en=(
            "Date of acceptance asked for",
            "The day on which the declaration should count, as year, month and day.",
        ),
        fr=(
            "Date d'acceptation demandée",
            "Le jour où la déclaration doit prendre effet : année, mois, jour.",
        ),
    ),
    "issued_at": entry(
        ("D011", "5/31", "an..35", "2026-11-20"),
        en=("Date of issue", "The day on which the declaration was drawn up."),
        fr=("Date d'établissement", "Le jour où la déclaration a été établie."),
    ),
    "item_count": entry(
        ("228", "1/9", "n..5", "5"),
        en=("Number of items", "How many goods items the declaration has."),
        fr=("Nombre d'articles", "Le nombre d'articles de la déclaration."),
    ),
    "package_count": entry(
        ("146", "6/18", "n..8", "120"),
        en=("Total packages", "How many packages the whole declaration covers."),
        fr=("Total des colis", "Le nombre de colis de toute la déclaration."),
    ),
    "invoice_amount": entry(
        ("109", "4/11", "n..16,2", "15400.00"),
        en=("Total amount invoiced", "The sum of the prices of all items, and its currency."),
        fr=("Montant total facturé", "La somme des prix de tous les articles, et sa monnaie."),
    ),
    "declarant": entry(
        ("57B", "3/18", "", "XF100000016"),
        en=("Declarant", "Who makes the declaration in its own name, or has it made."),
        fr=(
            "Déclarant",
            "Celui qui fait la déclaration en son nom, ou au nom de qui elle est faite.",
        ),
    ),
    "representative": entry(
        ("05A", "3/20", "", "XF200000021"),
        en=("Representative", "Who declares on behalf of another, under a mandate."),
        fr=("Représentant", "Celui qui déclare pour le compte d'autrui, par mandat."),
    ),
    "submitter": entry(
        ("17B", "", "", "XF200000021"),
        en=("Sender", "Who sent this message."),
        fr=("Expéditeur du message", "Celui qui a envoyé ce message."),
    ),
    "exporter": entry(
        ("57A", "3/2", "", "NO123456789"),
        en=("Exporter", "Who sends the goods out of the country they come from."),
        fr=("Exportateur", "Celui qui expédie les marchandises hors du pays d'où elles viennent."),
    ),
    "authorisation_holders": entry(
        ("17C[n]", "3/39", "", "XF100000016"),
        en=("Authorisation holders", "Who holds each authorisation the declaration relies on."),
        fr=(
            "Titulaires d'autorisation",
            "Le titulaire de chaque autorisation que la déclaration invoque.",
        ),
    ),
    "documents": entry(
        ("02A[n]", "2/6", "", "DAN 1108654"),
        en=("Documents for the whole declaration", "Documents that concern every item."),
        fr=("Documents de toute la déclaration", "Documents qui concernent tous les articles."),
    ),
    "statements": entry(
        ("03A[n]", "2/2", "", "00500"),
        en=("Additional information", "What else customs should know of the declaration."),
        fr=("Mentions spéciales", "Ce que la douane doit encore savoir de la déclaration."),
    ),
    "border_transport": entry(
        ("15A", "7/14", "", "9319466"),
        en=(
            "Means of transport at the border",
            "The ship, aircraft, train or vehicle on which the goods crossed the border.",
        ),
        fr=(
            "Moyen de transport à la frontière",
            "Le navire, l'aéronef, le train ou le véhicule qui a franchi la frontière.",
        ),
    ),
    "carriage": entry(
        ("28A", "", "", ""),
        en=("Carriage", "Who carries the goods, by what way, and who pays for it."),
        fr=("Transport", "Qui transporte les marchandises, par où, et qui paie."),
    ),
    "exit_office": entry(
        ("56A/G005", "5/12", "an8", "XFLAN001"),
        en=("Office of exit", "The office through which exported goods leave."),
        fr=("Bureau de sortie", "Le bureau par lequel sortent les marchandises exportées."),
    ),
    "supervising_office": entry(
        ("97B/G012", "5/27", "an8", "XFLAN001"),
        en=("Supervising office", "The office that supervises a special procedure."),
        fr=("Bureau de contrôle", "Le bureau qui surveille un régime particulier."),
    ),
    "guarantees": entry(
        ("90A[n]", "8/2", "", "1"),
        en=("Guarantees", "Security given for what may fall due."),
        fr=("Garanties", "Ce qui garantit les sommes qui peuvent être dues."),
    ),
    "changes": entry(
        ("06A[n]", "", "", "32"),
        en=("Changes asked for", "Each change that is asked for, why, and what it points at."),
        fr=("Modifications demandées", "Chaque modification demandée, son motif et son objet."),
    ),
    "shipment": entry(
        ("67A", "", "", ""),
        en=("Shipment", "The goods that one seller sends one buyer, and how they travel."),
        fr=("Envoi", "Les marchandises qu'un vendeur envoie à un acheteur, et leur voyage."),
    ),
    "issue_place": entry(
        ("D012", "", "an..5", "XFLAN"),
        en=("Place of issue", "The place where the declaration was drawn up."),
        fr=("Lieu d'établissement", "Le lieu où la déclaration a été établie."),
    ),
    "loading_list_count": entry(
        ("013", "1/9", "n..5", "1"),
        en=("Number of loading lists", "How many loading lists come with the declaration."),
        fr=(
            "Nombre de listes de chargement",
            "Combien de listes de chargement accompagnent la déclaration.",
        ),
    ),
    "gross_mass": entry(
        ("131", "6/5", "n..16,6", "6250.5"),
        en=("Total gross mass (kg)", "The mass of all goods with their packing, in kilograms."),
        fr=(
            "Masse brute totale (kg)",
            "La masse de toutes les marchandises avec leur emballage, en kilogrammes.",
        ),
    ),
    "special_circumstance": entry(
        ("504", "1/7", "an..3", "A20"),
        en=("Special circumstance", "The code of a special case, such as express consignments."),
        fr=("Circonstance particulière", "Le code d'un cas particulier, comme les envois express."),
    ),
    "authentication": entry(
        ("61B", "1/8", "", ""),
        en=("Signature", "Who signs the declaration, and how."),
        fr=("Signature", "Qui signe la déclaration, et comment."),
    ),
    "exchange_rates": entry(
        ("40A[n]", "4/15", "", "USD 9.45"),
        en=("Agreed exchange rates", "A rate of exchange that buyer and seller agreed beforehand."),
        fr=(
            "Taux de change convenus",
            "Un taux de change convenu d'avance entre vendeur et acheteur.",
        ),
    ),
    "presentation_office": entry(
        ("15C/G015", "5/26", "an8", "XFLAN001"),
        en=(
            "Office of presentation",
            "The office where the goods are presented, if not the one above.",
        ),
        fr=(
            "Bureau de présentation",
            "Le bureau où les marchandises sont présentées, si c'est un autre.",
        ),
    ),
}

AUTHORISATION_HOLDER: dict[str, Entry] = {
    "identifier": entry(
        ("R144", "3/39", "an..17", "XF100000016"),
        en=("Holder", "The identifier of who holds the authorisation."),
        fr=("Titulaire", "L'identifiant du titulaire de l'autorisation."),
    ),
    "category": entry(
        ("R145", "3/39", "an..4", "DPO"),
        en=("Kind of authorisation", "What the authorisation allows, such as DPO to pay later."),
        fr=(
            "Nature de l'autorisation",
            "Ce que l'autorisation permet, par exemple DPO pour payer plus tard.",
        ),
    ),
}

GUARANTEE: dict[str, Entry] = {
    "kind": entry(
        ("101", "8/2", "an..3", "1"),
        en=("Kind of guarantee", "0 waived, 1 comprehensive, 2 for this declaration, 3 in cash."),
        fr=("Nature de la garantie", "0 dispense, 1 globale, 2 isolée, 3 en espèces."),
    ),
    "identifier": entry(
        ("D014", "8/3", "an..70", "26XF0000010000G00"),
        en=("Guarantee reference", "The number customs gave the guarantee."),
        fr=("Référence de la garantie", "Le numéro que la douane a donné à la garantie."),
    ),
    "reference": entry(
        ("100", "8/3", "an..35", "BANK-77"),
        en=("Other reference", "The guarantor's own number, where customs gave none."),
        fr=("Autre référence", "Le numéro du garant, si la douane n'en a pas donné."),
    ),
    "amount": entry(
        ("492", "8/3", "n..16,2", "5000.00"),
        en=("Amount secured", "How much of the guarantee is meant for this declaration."),
        fr=("Montant garanti", "La part de la garantie qui vaut pour cette déclaration."),
    ),
    "access_code": entry(
        ("499", "8/3", "an..4", "A1B2"),
        en=("Access code", "The code that lets you use the guarantee."),
        fr=("Code d'accès", "Le code qui permet d'utiliser la garantie."),
    ),
    "office": entry(
        ("14C/G014", "8/3", "an8", "XFLAN001"),
        en=("Office of guarantee", "The office that holds the guarantee."),
        fr=("Bureau de garantie", "Le bureau où la garantie est déposée."),
    ),
}

EXCHANGE_RATE: dict[str, Entry] = {
    "currency": entry(
        ("135", "4/15", "a3", "USD"),
        en=("Currency", "The currency that the agreed rate is for."),
        fr=("Monnaie", "La monnaie que vise le taux convenu."),
    ),
    "rate": entry(
        ("118", "4/15", "n..12,5", "9.45"),
        en=("Rate", "How much of our currency one unit of the other is worth."),
        fr=("Taux", "Ce que vaut dans notre monnaie une unité de l'autre."),
    ),
}

AUTHENTICATION: dict[str, Entry] = {
    "text": entry(
        ("104", "1/8", "an..256", "signed"),
        en=("Signature", "The signature or the stamp, as text."),
        fr=("Signature", "La signature ou le cachet, sous forme de texte."),
    ),
    "name": entry(
        ("12A/R007", "1/8", "an..70", "J. Adler"),
        en=("Signed by", "The name of the person who signs."),
        fr=("Signé par", "Le nom de la personne qui signe."),
    ),
}
