"""The words of the rules on requests to amend or to invalidate."""

from fondaco.declaration.rules.texts.wording import says

TEXTS = {
    "AM01": says(
        en=(
            "The request does not say which declaration it is about.",
            "The declaration's master reference number.",
            "Write the number that customs gave when the declaration was lodged.",
        ),
        fr=(
            "La demande ne dit pas de quelle déclaration il s'agit.",
            "Le numéro de référence maître de la déclaration.",
            "Écrivez le numéro que la douane a donné au dépôt de la déclaration.",
        ),
    ),
    "AM02": says(
        en=(
            "{found} is not a master reference number.",
            "Eighteen characters, of which the last is a check digit.",
            "Compare it with the acknowledgement: a character may be wrong.",
        ),
        fr=(
            "{found} n'est pas un numéro de référence maître.",
            "Dix-huit caractères, dont le dernier est une clé.",
            "Comparez avec l'accusé de réception : un caractère est peut-être faux.",
        ),
    ),
    "AM03": says(
        en=(
            "There is no request of type {found}.",
            "COR to amend the declaration, INV to have it invalidated, GPR to present the goods.",
            "Choose one of the three.",
        ),
        fr=(
            "Il n'y a pas de demande de type {found}.",
            "COR pour modifier la déclaration, INV pour la faire invalider, GPR pour présenter.",
            "Choisissez l'un des trois.",
        ),
    ),
    "AM04": says(
        en=(
            "The request's own reference, {found}, is missing or cannot be used.",
            "1 to 22 letters, digits, full stops, dashes or strokes, without blanks.",
            "Give the request a reference of its own.",
        ),
        fr=(
            "La référence de la demande, {found}, manque ou ne peut pas servir.",
            "1 à 22 lettres, chiffres, points, tirets ou barres, sans espaces.",
            "Donnez à la demande une référence qui lui soit propre.",
        ),
    ),
    "AM05": says(
        en=(
            "The request names no change.",
            "At least one change, with its reason.",
            "Say what is to be changed, or why the declaration is to be invalidated.",
        ),
        fr=(
            "La demande ne nomme aucune modification.",
            "Au moins une modification, avec son motif.",
            "Dites ce qui doit changer, ou pourquoi invalider la déclaration.",
        ),
    ),
    "AM06": says(
        en=(
            "A change has no reason.",
            "The code of a reason for every change.",
            "Add the code.",
        ),
        fr=(
            "Une modification n'a pas de motif.",
            "Le code d'un motif pour chaque modification.",
            "Ajoutez le code.",
        ),
    ),
    "AM07": says(
        en=(
            "A change points at nothing that a declaration has: {pointer}.",
            "Pointers of the WCO Data Model that lead to an element.",
            "Correct the classes and the element.",
        ),
        fr=(
            "Une modification renvoie à ce qu'aucune déclaration n'a : {pointer}.",
            "Des renvois du modèle de données de l'OMD qui mènent à une donnée.",
            "Corrigez les classes et l'élément.",
        ),
    ),
    "AM08": says(
        en=(
            "The same element is changed twice: {repeated}.",
            "One change for each element.",
            "Leave out the second.",
        ),
        fr=(
            "La même donnée est modifiée deux fois : {repeated}.",
            "Une modification par donnée.",
            "Ôtez la seconde.",
        ),
    ),
    "AM09": says(
        en=(
            "The request does not say in words why it is made.",
            "A statement with the reason.",
            "Add one sentence that says why.",
        ),
        fr=(
            "La demande ne dit pas en toutes lettres pourquoi elle est faite.",
            "Une mention avec le motif.",
            "Ajoutez une phrase qui dit pourquoi.",
        ),
    ),
    "AM10": says(
        en=(
            "The reason is too long or has hidden characters.",
            "At most 512 characters, all of which can be seen.",
            "Shorten the reason, or write it again by hand.",
        ),
        fr=(
            "Le motif est trop long ou a des caractères cachés.",
            "Au plus 512 caractères, tous visibles.",
            "Abrégez le motif, ou écrivez-le à nouveau, à la main.",
        ),
    ),
    "AM11": says(
        en=(
            "A change points at what no request can change: {fixed}.",
            "Changes of what the declaration says of the goods and their parties.",
            "Have the declaration invalidated, and lodge another.",
        ),
        fr=(
            "Une modification vise ce qu'aucune demande ne peut changer : {fixed}.",
            "Des modifications de ce que la déclaration dit des marchandises et des personnes.",
            "Faites invalider la déclaration, et déposez-en une autre.",
        ),
    ),
}
