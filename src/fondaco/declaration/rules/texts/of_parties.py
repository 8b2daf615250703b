"""The words of the rules on parties."""

from fondaco.declaration.rules.texts.wording import says

_NOT_AN_IDENTIFIER = says(
    en=(
        "{found} is not a trader's identifier.",
        "A country and up to fifteen letters and digits; those from {country} end in "
        "a check digit.",
        "Compare it with the certificate of registration: a digit may be wrong.",
    ),
    fr=(
        "{found} n'est pas un identifiant d'opérateur.",
        "Un pays et au plus quinze lettres et chiffres ; ceux de {country} finissent par une clé.",
        "Comparez avec le certificat d'enregistrement : un chiffre est peut-être faux.",
    ),
)

TEXTS = {
    "PA01": _NOT_AN_IDENTIFIER,
    "PA02": says(
        en=(
            "A party has neither an identifier nor a name.",
            "An identifier, or the full name.",
            "Write who this is, or leave the party out.",
        ),
        fr=(
            "Une personne n'a ni identifiant ni nom.",
            "Un identifiant, ou le nom complet.",
            "Écrivez qui c'est, ou ôtez cette personne.",
        ),
    ),
    "PA03": says(
        en=(
            "A party without an identifier has no complete address.",
            "Street, town and country.",
            "Add what is missing, or give the party's identifier.",
        ),
        fr=(
            "Une personne sans identifiant n'a pas d'adresse complète.",
            "Rue, ville et pays.",
            "Ajoutez ce qui manque, ou donnez l'identifiant.",
        ),
    ),
    "PA04": says(
        en=(
            "The name {found} is too long or has hidden characters.",
            "At most 70 characters, all of which can be seen.",
            "Write the name again by hand, shortened where it must be.",
        ),
        fr=(
            "Le nom {found} est trop long ou a des caractères cachés.",
            "Au plus 70 caractères, tous visibles.",
            "Écrivez le nom à nouveau, à la main, abrégé s'il le faut.",
        ),
    ),
    "PA05": says(
        en=(
            "The address is in the unknown country {found}.",
            "A country code of two letters (ISO 3166).",
            "Correct the country.",
        ),
        fr=(
            "L'adresse est dans le pays inconnu {found}.",
            "Un code de pays de deux lettres (ISO 3166).",
            "Corrigez le pays.",
        ),
    ),
    "PA06": says(
        en=(
            "A line of the address is too long or has hidden characters: {text}.",
            "At most 70 characters in a line, all of which can be seen.",
            "Write the line again by hand, shortened where it must be.",
        ),
        fr=(
            "Une ligne de l'adresse est trop longue ou a des caractères cachés : {text}.",
            "Au plus 70 caractères par ligne, tous visibles.",
            "Écrivez la ligne à nouveau, à la main, abrégée s'il le faut.",
        ),
    ),
    "PA07": says(
        en=(
            "There is no status {found} of a representative.",
            "2 to act in the name of another, 3 to act in one's own.",
            "Choose as the mandate says.",
        ),
        fr=(
            "Il n'y a pas de statut de représentant {found}.",
            "2 pour agir au nom d'autrui, 3 pour agir en son propre nom.",
            "Choisissez selon le mandat.",
        ),
    ),
    "PA08": _NOT_AN_IDENTIFIER,
    "PA09": says(
        en=(
            "The representative {found} is the importer itself.",
            "Somebody other than the importer, or nobody.",
            "Leave the representative out where the importer declares for itself.",
        ),
        fr=(
            "Le représentant {found} est l'importateur lui-même.",
            "Quelqu'un d'autre que l'importateur, ou personne.",
            "Ôtez le représentant si l'importateur déclare pour lui-même.",
        ),
    ),
    "PA10": says(
        en=(
            "The declarant is {found}, but {representative} acts in its own name.",
            "The representative as declarant: both then owe the debt.",
            "Write {representative} as declarant, or status 2 where it acts in another's name.",
        ),
        fr=(
            "Le déclarant est {found}, mais {representative} agit en son propre nom.",
            "Le représentant comme déclarant : tous deux doivent alors la dette.",
            "Indiquez {representative} comme déclarant, ou le statut 2 s'il agit au nom d'autrui.",
        ),
    ),
    "PA11": says(
        en=(
            "The declarant is {found}, the importer {importer}, and nobody is named as "
            "representative.",
            "The importer as declarant, or a representative.",
            "Name who represents the importer, or write the importer as declarant.",
        ),
        fr=(
            "Le déclarant est {found}, l'importateur {importer}, et aucun représentant "
            "n'est nommé.",
            "L'importateur comme déclarant, ou un représentant.",
            "Nommez qui représente l'importateur, ou indiquez l'importateur comme déclarant.",
        ),
    ),
    "PA12": says(
        en=(
            "{found} is both the exporter and the importer.",
            "Two parties.",
            "Write who sends the goods out of the other country as exporter.",
        ),
        fr=(
            "{found} est à la fois l'exportateur et l'importateur.",
            "Deux personnes.",
            "Indiquez comme exportateur celui qui expédie hors de l'autre pays.",
        ),
    ),
    "PA13": says(
        en=(
            "{found} is both the buyer and the seller.",
            "Two parties, or neither of them.",
            "Correct one; goods that were not sold are not valued by their price.",
        ),
        fr=(
            "{found} est à la fois l'acheteur et le vendeur.",
            "Deux personnes, ou aucune.",
            "Corrigez l'un des deux ; sans vente, la valeur n'est pas le prix.",
        ),
    ),
    "PA14": says(
        en=(
            "{found} is not a trader's identifier.",
            "A country and up to fifteen letters and digits; those from {country} end in "
            "a check digit.",
            "Take the holder's identifier from the authorisation.",
        ),
        fr=(
            "{found} n'est pas un identifiant d'opérateur.",
            "Un pays et au plus quinze lettres et chiffres ; ceux de {country} finissent "
            "par une clé.",
            "Reprenez l'identifiant du titulaire dans l'autorisation.",
        ),
    ),
    "PA15": says(
        en=(
            "There is no kind of authorisation {found}.",
            "A code from the law's list, such as DPO for deferred payment.",
            "Take the code from the authorisation.",
        ),
        fr=(
            "Il n'y a pas de nature d'autorisation {found}.",
            "Un code de la liste légale, par exemple DPO pour le paiement différé.",
            "Reprenez le code dans l'autorisation.",
        ),
    ),
    "PA16": _NOT_AN_IDENTIFIER,
    "PA17": says(
        en=(
            "There is no role {found}.",
            "A code of two or three capitals and digits, such as FR1.",
            "Choose the role from the list.",
        ),
        fr=(
            "Il n'y a pas de rôle {found}.",
            "Un code de deux ou trois majuscules et chiffres, par exemple FR1.",
            "Choisissez le rôle dans la liste.",
        ),
    ),
    "CC01": says(
        en=(
            "The importer {found} is not in the register of traders.",
            "A trader registered here.",
            "Correct the identifier, or have the importer register first.",
        ),
        fr=(
            "L'importateur {found} n'est pas au registre des opérateurs.",
            "Un opérateur enregistré ici.",
            "Corrigez l'identifiant, ou faites d'abord enregistrer l'importateur.",
        ),
    ),
    "CC02": says(
        en=(
            "The importer {found} is suspended or closed in the register.",
            "A trader whose registration is active.",
            "The importer can ask the register why, and have it lifted.",
        ),
        fr=(
            "L'importateur {found} est suspendu ou radié au registre.",
            "Un opérateur dont l'enregistrement est actif.",
            "L'importateur peut en demander la raison au registre, et la levée.",
        ),
    ),
    "CC03": says(
        en=(
            "The declarant {found} is not in the register of traders.",
            "A trader registered here.",
            "Correct the identifier, or have the declarant register first.",
        ),
        fr=(
            "Le déclarant {found} n'est pas au registre des opérateurs.",
            "Un opérateur enregistré ici.",
            "Corrigez l'identifiant, ou faites d'abord enregistrer le déclarant.",
        ),
    ),
    "CC04": says(
        en=(
            "The declarant {found} is suspended or closed in the register.",
            "A trader whose registration is active.",
            "The declarant can ask the register why, and have it lifted.",
        ),
        fr=(
            "Le déclarant {found} est suspendu ou radié au registre.",
            "Un opérateur dont l'enregistrement est actif.",
            "Le déclarant peut en demander la raison au registre, et la levée.",
        ),
    ),
    "CC05": says(
        en=(
            "The representative {found} is not in the register of traders.",
            "A trader registered here.",
            "Correct the identifier, or have the representative register first.",
        ),
        fr=(
            "Le représentant {found} n'est pas au registre des opérateurs.",
            "Un opérateur enregistré ici.",
            "Corrigez l'identifiant, ou faites d'abord enregistrer le représentant.",
        ),
    ),
    "CC06": says(
        en=(
            "The representative {found} is suspended or closed in the register.",
            "A trader whose registration is active.",
            "The representative can ask the register why, and have it lifted.",
        ),
        fr=(
            "Le représentant {found} est suspendu ou radié au registre.",
            "Un opérateur dont l'enregistrement est actif.",
            "Le représentant peut en demander la raison au registre, et la levée.",
        ),
    ),
    "CC07": says(
        en=(
            "{found} holds no mandate of {importer} that covers this on {day}.",
            "A mandate for that day, and for acting in that name.",
            "The importer can give the mandate under My organisation; then lodge again.",
        ),
        fr=(
            "{found} n'a pas de mandat de {importer} qui couvre cela le {day}.",
            "Un mandat pour ce jour, et pour agir en ce nom.",
            "L'importateur peut donner le mandat sous Mon organisation ; déposez ensuite.",
        ),
    ),
    "CC08": says(
        en=(
            "Not held on {day}: {unheld}.",
            "Authorisations that the named holders hold on that day.",
            "Correct the holder or the kind, or leave the authorisation out.",
        ),
        fr=(
            "Non détenu le {day} : {unheld}.",
            "Des autorisations que les titulaires nommés détiennent ce jour-là.",
            "Corrigez le titulaire ou la nature, ou ôtez l'autorisation.",
        ),
    ),
    "CC09": says(
        en=(
            "{sender} sent this, but is neither the declarant {found} nor the representative.",
            "A declaration from its declarant or its representative.",
            "Name {sender} as representative, or let the declarant send it.",
        ),
        fr=(
            "{sender} a envoyé ceci sans être ni le déclarant {found} ni le représentant.",
            "Une déclaration de son déclarant ou de son représentant.",
            "Nommez {sender} comme représentant, ou laissez le déclarant l'envoyer.",
        ),
    ),
}
