"""The words of the rules on transport, containers and places."""

from fondaco.declaration.rules.texts.wording import says

TEXTS = {
    "TR01": says(
        en=(
            "There is no mode of transport {found}.",
            "A code from the law's list: 1 sea, 2 rail, 3 road, 4 air and so on.",
            "Choose the mode by which the goods crossed the border.",
        ),
        fr=(
            "Il n'y a pas de mode de transport {found}.",
            "Un code de la liste légale : 1 mer, 2 rail, 3 route, 4 air, etc.",
            "Choisissez le mode par lequel les marchandises ont passé la frontière.",
        ),
    ),
    "TR02": says(
        en=(
            "The means of transport has the unknown nationality {found}.",
            "A country code of two letters (ISO 3166).",
            "Write the country where it is registered.",
        ),
        fr=(
            "Le moyen de transport a la nationalité inconnue {found}.",
            "Un code de pays de deux lettres (ISO 3166).",
            "Écrivez le pays d'immatriculation.",
        ),
    ),
    "TR03": says(
        en=(
            "There is no kind of identity {found}.",
            "10 IMO number, 11 name of a ship, 20 wagon, 30 plate, 40 flight, 41 aircraft, "
            "80 or 81 inland ship.",
            "Choose the kind that says what the identity is.",
        ),
        fr=(
            "Il n'y a pas de nature d'identité {found}.",
            "10 numéro OMI, 11 nom de navire, 20 wagon, 30 plaque, 40 vol, 41 aéronef, "
            "80 ou 81 bateau fluvial.",
            "Choisissez la nature qui dit ce qu'est l'identité.",
        ),
    ),
    "TR04": says(
        en=(
            "An identity of kind {found} does not go with mode of transport {mode}.",
            "A kind whose first digit is the mode.",
            "Correct the kind of identity or the mode.",
        ),
        fr=(
            "Une identité de nature {found} ne va pas avec le mode de transport {mode}.",
            "Une nature dont le premier chiffre est le mode.",
            "Corrigez la nature de l'identité ou le mode.",
        ),
    ),
    "TR05": says(
        en=(
            "{found} is not an identity of kind {kind}.",
            "An identity as that kind has it, with its check digit where there is one.",
            "Compare it with the transport document: a digit may be wrong.",
        ),
        fr=(
            "{found} n'est pas une identité de nature {kind}.",
            "Une identité telle que cette nature l'exige, avec sa clé s'il y en a une.",
            "Comparez avec le document de transport : un chiffre est peut-être faux.",
        ),
    ),
    "TR06": says(
        en=(
            "What crossed the border has no nationality.",
            "The country where the ship, aircraft or vehicle is registered.",
            "Write that country.",
        ),
        fr=(
            "Ce qui a passé la frontière n'a pas de nationalité.",
            "Le pays d'immatriculation du navire, de l'aéronef ou du véhicule.",
            "Écrivez ce pays.",
        ),
    ),
    "TR07": says(
        en=(
            "Whether the goods are in containers is answered {found}.",
            "1 for yes or 0 for no.",
            "Write 1 or 0.",
        ),
        fr=(
            "À la question des conteneurs, la réponse est {found}.",
            "1 pour oui ou 0 pour non.",
            "Écrivez 1 ou 0.",
        ),
    ),
    "TR08": says(
        en=(
            "The goods are in containers, but none is named.",
            "At least one container number.",
            "Name the containers, or write 0 where there are none.",
        ),
        fr=(
            "Les marchandises sont en conteneurs, mais aucun n'est nommé.",
            "Au moins un numéro de conteneur.",
            "Nommez les conteneurs, ou écrivez 0 s'il n'y en a pas.",
        ),
    ),
    "TR09": says(
        en=(
            "The goods are not in containers, but some are named: {found}.",
            "No containers.",
            "Leave the containers out, or write 1 where there are some.",
        ),
        fr=(
            "Les marchandises ne sont pas en conteneurs, mais il en est nommé : {found}.",
            "Aucun conteneur.",
            "Ôtez les conteneurs, ou écrivez 1 s'il y en a.",
        ),
    ),
    "TR10": says(
        en=(
            "{found} is not a container number.",
            "At most 17 capitals and digits, such as CSQU3054383.",
            "Take the number from the container or the bill of lading.",
        ),
        fr=(
            "{found} n'est pas un numéro de conteneur.",
            "Au plus 17 majuscules et chiffres, par exemple CSQU3054383.",
            "Relevez le numéro sur le conteneur ou le connaissement.",
        ),
    ),
    "TR11": says(
        en=(
            "The check digit of container {found} does not fit the number.",
            "A number whose last digit follows from the others (ISO 6346).",
            "Compare it with the container; if it is painted so, leave it.",
        ),
        fr=(
            "La clé du conteneur {found} ne va pas avec le numéro.",
            "Un numéro dont le dernier chiffre découle des autres (ISO 6346).",
            "Comparez avec le conteneur ; s'il est peint ainsi, laissez-le.",
        ),
    ),
    "TR12": says(
        en=(
            "Container {repeated} is named twice.",
            "Each container once.",
            "Leave out the second, or correct its number.",
        ),
        fr=(
            "Le conteneur {repeated} est nommé deux fois.",
            "Chaque conteneur une fois.",
            "Ôtez le second, ou corrigez son numéro.",
        ),
    ),
    "TR13": says(
        en=(
            "The containers are not numbered 1, 2, 3 in order.",
            "Sequence numbers from one without gaps.",
            "Number them again, or leave the sequence numbers out.",
        ),
        fr=(
            "Les conteneurs ne sont pas numérotés 1, 2, 3 dans l'ordre.",
            "Des numéros d'ordre à partir de un, sans lacune.",
            "Numérotez-les à nouveau, ou ôtez les numéros d'ordre.",
        ),
    ),
    "TR14": says(
        en=(
            "Container {strange} of this item is not among those of the shipment.",
            "A container that the shipment names.",
            "Add it to the shipment, or correct it here.",
        ),
        fr=(
            "Le conteneur {strange} de cet article n'est pas parmi ceux de l'envoi.",
            "Un conteneur que l'envoi nomme.",
            "Ajoutez-le à l'envoi, ou corrigez-le ici.",
        ),
    ),
    "TR15": says(
        en=(
            "The seal number {found} is too long or has hidden characters.",
            "At most 35 characters, all of which can be seen.",
            "Take the number from the seal.",
        ),
        fr=(
            "Le numéro de scellé {found} est trop long ou a des caractères cachés.",
            "Au plus 35 caractères, tous visibles.",
            "Relevez le numéro sur le scellé.",
        ),
    ),
    "TR16": says(
        en=(
            "A seal is named twice on the same container.",
            "Each seal once.",
            "Leave out the second, or correct its number.",
        ),
        fr=(
            "Un scellé est nommé deux fois sur le même conteneur.",
            "Chaque scellé une fois.",
            "Ôtez le second, ou corrigez son numéro.",
        ),
    ),
    "TR17": says(
        en=(
            "Office {office} does not look after the place {found}.",
            "A place of that office: {locations}.",
            "Correct the place, or choose the office that looks after it.",
        ),
        fr=(
            "Le bureau {office} ne surveille pas le lieu {found}.",
            "Un lieu de ce bureau : {locations}.",
            "Corrigez le lieu, ou choisissez le bureau qui le surveille.",
        ),
    ),
    "TR18": says(
        en=(
            "Office {office} does not receive goods by mode of transport {mode}.",
            "An office that receives that mode.",
            "Choose the office where the goods really arrive, or correct the mode.",
        ),
        fr=(
            "Le bureau {office} ne reçoit pas de marchandises par le mode {mode}.",
            "Un bureau qui reçoit ce mode.",
            "Choisissez le bureau où arrivent les marchandises, ou corrigez le mode.",
        ),
    ),
    "TR19": says(
        en=(
            "There is no kind of place {found}.",
            "A designated, B authorised, C approved or D other.",
            "Choose one of these letters.",
        ),
        fr=(
            "Il n'y a pas de nature de lieu {found}.",
            "A désigné, B autorisé, C agréé ou D autre.",
            "Choisissez l'une de ces lettres.",
        ),
    ),
    "TR20": says(
        en=(
            "There is no way {found} of naming a place.",
            "A letter from T to Z, such as U for a UN/LOCODE.",
            "Choose the letter that says how the place is named.",
        ),
        fr=(
            "Il n'y a pas de mode de désignation {found}.",
            "Une lettre de T à Z, par exemple U pour un UN/LOCODE.",
            "Choisissez la lettre qui dit comment le lieu est désigné.",
        ),
    ),
    "TR21": says(
        en=(
            "The goods are said to stand in {found}.",
            "{country}, where customs can examine them.",
            "Write the place in {country} where they are presented.",
        ),
        fr=(
            "Les marchandises seraient en {found}.",
            "{country}, où la douane peut les examiner.",
            "Indiquez le lieu en {country} où elles sont présentées.",
        ),
    ),
    "TR22": says(
        en=(
            "The route goes through the unknown country {found}.",
            "A country code of two letters (ISO 3166).",
            "Correct the country.",
        ),
        fr=(
            "L'itinéraire passe par le pays inconnu {found}.",
            "Un code de pays de deux lettres (ISO 3166).",
            "Corrigez le pays.",
        ),
    ),
    "TR23": says(
        en=(
            "The countries on the way are not numbered 1, 2, 3 in order.",
            "Sequence numbers from one without gaps.",
            "Number them again in the order of the journey.",
        ),
        fr=(
            "Les pays traversés ne sont pas numérotés 1, 2, 3 dans l'ordre.",
            "Des numéros d'ordre à partir de un, sans lacune.",
            "Numérotez-les à nouveau dans l'ordre du voyage.",
        ),
    ),
    "TR24": says(
        en=(
            "There is no way {found} of paying freight.",
            "A letter of schedule 19, such as A for cash or H for a credit transfer.",
            "Choose how the freight is paid.",
        ),
        fr=(
            "Il n'y a pas de mode de paiement du fret {found}.",
            "Une lettre de l'annexe 19, par exemple A en espèces ou H par virement.",
            "Choisissez comment le fret est payé.",
        ),
    ),
    "TR25": says(
        en=(
            "{found} is not a place of loading.",
            "A country and three capitals or digits, such as NOBGO (UN/LOCODE).",
            "Look up the place's code, or give its name instead.",
        ),
        fr=(
            "{found} n'est pas un lieu de chargement.",
            "Un pays et trois majuscules ou chiffres, par exemple NOBGO (UN/LOCODE).",
            "Cherchez le code du lieu, ou donnez plutôt son nom.",
        ),
    ),
}
