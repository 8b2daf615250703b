"""The catalogue's entries for documents and statements, and for what points at them."""

from fondaco.declaration.elements.entry import Entry, entry

SUPPORTING_DOCUMENT: dict[str, Entry] = {
    "category": entry(
        ("D031", "2/3", "an1", "N"),
        en=("Category", "The first character of the document's code."),
        fr=("Catégorie", "Le premier caractère du code du document."),
    ),
    "kind": entry(
        ("D006", "2/3", "an3", "935"),
        en=("Kind", "The other three characters of the document's code."),
        fr=("Nature", "Les trois autres caractères du code du document."),
    ),
    "identifier": entry(
        ("D005", "2/3", "an..70", "INV-2026-118"),
        en=("Number", "The number of the document."),
        fr=("Numéro", "Le numéro du document."),
    ),
    "status": entry(
        ("360", "2/3", "a2", "AC"),
        en=("Status", "Where the document is: attached, held by you, used up."),
        fr=("Situation", "Où est le document : joint, détenu par vous, épuisé."),
    ),
    "name": entry(
        ("D028", "2/3", "an..35", "Ministry of Health"),
        en=("Issued by", "Who issued the document, or why it is not needed."),
        fr=("Délivré par", "Qui a délivré le document, ou pourquoi il n'est pas requis."),
    ),
    "written_off": entry(
        ("22C/502", "2/3", "n..16,6", "10 KGM"),
        en=("Quantity written off", "How much of what the document allows is used here."),
        fr=("Quantité imputée", "Ce qui est employé ici de ce que le document permet."),
    ),
    "effective_on": entry(
        ("276", "2/3", "an..35", "2026-12-31"),
        en=("Date", "The day on which the document begins or ceases to hold."),
        fr=("Date", "Le jour où le document prend ou perd effet."),
    ),
    "issuer": entry(
        ("17B/R058", "2/3", "an..70", "Ministry of Health"),
        en=("Issuing authority", "The authority that issued the document."),
        fr=("Autorité de délivrance", "L'autorité qui a délivré le document."),
    ),
    "issuer_role": entry(
        ("17B/R005", "2/3", "an..3", "AUT"),
        en=("Role of the issuer", "What the issuing authority is, by its code."),
        fr=("Rôle de l'autorité", "Ce qu'est l'autorité, par son code."),
    ),
    "written_off_amount": entry(
        ("22C/503", "2/3", "n..16,2", "500.00"),
        en=("Amount written off", "How much money of what the document allows is used here."),
        fr=("Montant imputé", "La somme employée ici de ce que le document permet."),
    ),
}

PREVIOUS_DOCUMENT: dict[str, Entry] = {
    "category": entry(
        ("D031", "2/1", "a1", "Z"),
        en=("Category", "X temporary storage, Y simplified or entered in records, Z other."),
        fr=("Catégorie", "X dépôt temporaire, Y simplifiée ou inscrite aux écritures, Z autre."),
    ),
    "kind": entry(
        ("D019", "2/1", "an3", "705"),
        en=("Kind", "The code of the document, such as 705 for a bill of lading."),
        fr=("Nature", "Le code du document, par exemple 705 pour un connaissement."),
    ),
    "identifier": entry(
        ("D018", "2/1", "an..70", "BGO2026-4417"),
        en=("Number", "The number of the document."),
        fr=("Numéro", "Le numéro du document."),
    ),
    "line": entry(
        ("171", "2/1", "n..5", "1"),
        en=("Line", "Which line of that document these goods were."),
        fr=("Ligne", "Quelle ligne de ce document étaient ces marchandises."),
    ),
}

INVOICE: dict[str, Entry] = {
    "identifier": entry(
        ("D016", "4/11", "an..70", "INV-2026-118"),
        en=("Invoice number", "The number of the invoice."),
        fr=("Numéro de la facture", "Le numéro de la facture."),
    ),
    "issued_at": entry(
        ("D015", "4/11", "an..35", "2026-11-10"),
        en=("Date of the invoice", "The day the invoice was made out."),
        fr=("Date de la facture", "Le jour où la facture a été établie."),
    ),
}

STATEMENT: dict[str, Entry] = {
    "code": entry(
        ("226", "2/2", "an..17", "00500"),
        en=("Code", "The code of the statement, where the law gives it one."),
        fr=("Code", "Le code de la mention, si la loi lui en donne un."),
    ),
    "text": entry(
        ("225", "2/2", "an..512", "Goods repaired under warranty"),
        en=("Text", "The statement in words."),
        fr=("Texte", "La mention en toutes lettres."),
    ),
    "kind": entry(
        ("369", "", "an..3", "AES"),
        en=("Subject", "What the statement is about: AES gives the reason for a change."),
        fr=("Objet", "Ce dont traite la mention : AES donne le motif d'une modification."),
    ),
    "pointers": entry(
        ("97A[n]", "", "", "42A"),
        en=("Points at", "The part of the message that the statement is about."),
        fr=("Renvoi", "La partie du message que la mention concerne."),
    ),
}

POINTER: dict[str, Entry] = {
    "section": entry(
        ("375", "", "an..3", "68A"),
        en=("Class", "The class of the WCO Data Model that this step enters."),
        fr=("Classe", "La classe du modèle de données de l'OMD où mène ce pas."),
    ),
    "occurrence": entry(
        ("006", "", "n..5", "1"),
        en=("Occurrence", "Which one of several, counted from one."),
        fr=("Rang", "Lequel parmi plusieurs, en comptant à partir de un."),
    ),
    "element": entry(
        ("381", "", "an..4", "128"),
        en=("Element", "The data element that is meant, in the last step."),
        fr=("Élément", "La donnée visée, au dernier pas."),
    ),
}

CHANGE: dict[str, Entry] = {
    "reason": entry(
        ("099", "", "an..3", "32"),
        en=("Reason", "The code of the reason for the change."),
        fr=("Motif", "Le code du motif de la modification."),
    ),
    "pointers": entry(
        ("97A[n]", "", "", "42A"),
        en=("Points at", "What is to be changed."),
        fr=("Renvoi", "Ce qui doit être modifié."),
    ),
}
