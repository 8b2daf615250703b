"""The words of the rules on goods items."""

from fondaco.declaration.rules.texts.wording import says

TEXTS = {
    "GI01": says(
        en=(
            "{found} is not a commodity code.",
            "Six, eight or ten digits without points or blanks.",
            "Look the goods up in the tariff and write the code in digits.",
        ),
        fr=(
            "{found} n'est pas un code de marchandises.",
            "Six, huit ou dix chiffres, sans points ni espaces.",
            "Cherchez les marchandises dans le tarif et écrivez le code en chiffres.",
        ),
    ),
    "GI02": says(
        en=(
            "The tariff has no code {found} under which goods can be declared.",
            "A code that the tariff lists to its last digit, in force on the day.",
            "Look the goods up in the tariff and write the full code.",
        ),
        fr=(
            "Le tarif n'a pas de code {found} sous lequel on puisse déclarer.",
            "Un code que le tarif donne jusqu'au dernier chiffre, en vigueur ce jour-là.",
            "Cherchez les marchandises dans le tarif et écrivez le code complet.",
        ),
    ),
    "GI03": says(
        en=(
            "The description {found} is too short to say anything.",
            "At least four characters, and words that let the goods be classified.",
            "Say what the goods are, of what, and for what.",
        ),
        fr=(
            "La désignation {found} est trop courte pour dire quelque chose.",
            "Au moins quatre caractères, et des mots qui permettent de classer.",
            "Dites ce que sont les marchandises, de quoi et pour quoi faire.",
        ),
    ),
    "GI04": says(
        en=(
            "The description is too long or has hidden characters: {found}.",
            "At most 512 characters, all of which can be seen.",
            "Shorten the description, or write it again by hand.",
        ),
        fr=(
            "La désignation est trop longue ou a des caractères cachés : {found}.",
            "Au plus 512 caractères, tous visibles.",
            "Abrégez la désignation, ou écrivez-la à nouveau, à la main.",
        ),
    ),
    "GI05": says(
        en=(
            "The description {found} would do for any goods.",
            "Words that tell these goods from others.",
            "Say what the goods are, of what, and for what.",
        ),
        fr=(
            "La désignation {found} conviendrait à n'importe quelles marchandises.",
            "Des mots qui distinguent ces marchandises des autres.",
            "Dites ce que sont les marchandises, de quoi et pour quoi faire.",
        ),
    ),
    "GI06": says(
        en=(
            "There is no procedure {found}.",
            "A procedure from the law's list, such as 4000 for release for home use.",
            "Choose the procedure asked for and the one before it.",
        ),
        fr=(
            "Il n'y a pas de régime {found}.",
            "Un régime de la liste légale, par exemple 4000 pour la mise à la consommation.",
            "Choisissez le régime demandé et celui qui le précède.",
        ),
    ),
    "GI07": says(
        en=(
            "Procedure {found} cannot stand on a declaration of type {kind}.",
            "A procedure for that type of declaration.",
            "Correct the procedure, or the type of the declaration.",
        ),
        fr=(
            "Le régime {found} ne peut pas figurer sur une déclaration de type {kind}.",
            "Un régime de ce type de déclaration.",
            "Corrigez le régime, ou le type de la déclaration.",
        ),
    ),
    "GI08": says(
        en=(
            "There is no additional procedure {strange}.",
            "Codes from the law's list, or 000 where there is nothing special.",
            "Correct the code, or leave it out.",
        ),
        fr=(
            "Il n'y a pas de régime complémentaire {strange}.",
            "Des codes de la liste légale, ou 000 s'il n'y a rien de particulier.",
            "Corrigez le code, ou ôtez-le.",
        ),
    ),
    "GI09": says(
        en=(
            "Additional procedure {repeated} is named twice.",
            "Each code once.",
            "Leave out the second.",
        ),
        fr=(
            "Le régime complémentaire {repeated} est nommé deux fois.",
            "Chaque code une fois.",
            "Ôtez le second.",
        ),
    ),
    "GI10": says(
        en=(
            "The goods originate in the unknown country {found}.",
            "A country code of two letters (ISO 3166).",
            "Write where the goods were grown, dug or made.",
        ),
        fr=(
            "Les marchandises sont originaires du pays inconnu {found}.",
            "Un code de pays de deux lettres (ISO 3166).",
            "Écrivez où les marchandises ont été cultivées, extraites ou fabriquées.",
        ),
    ),
    "GI11": says(
        en=(
            "The preferential origin {found} is unknown.",
            "A country code of two letters, or a group of four digits.",
            "Take it from the proof of origin.",
        ),
        fr=(
            "L'origine préférentielle {found} est inconnue.",
            "Un code de pays de deux lettres, ou un groupe de quatre chiffres.",
            "Reprenez-la de la preuve d'origine.",
        ),
    ),
    "GI12": says(
        en=(
            "Preference {preference} is claimed, but the origin it rests on is not named.",
            "The country or group whose agreement gives the preference.",
            "Add the preferential origin, or claim no preference (100).",
        ),
        fr=(
            "La préférence {preference} est demandée sans l'origine qui la fonde.",
            "Le pays ou le groupe dont l'accord donne la préférence.",
            "Ajoutez l'origine préférentielle, ou ne demandez pas de préférence (100).",
        ),
    ),
    "GI13": says(
        en=(
            "A preferential origin, {found}, is named, but the preference is {preference}.",
            "A preference that rests on an origin, or no preferential origin.",
            "Claim the preference, or leave the preferential origin out.",
        ),
        fr=(
            "Une origine préférentielle, {found}, est nommée, mais la préférence est {preference}.",
            "Une préférence fondée sur une origine, ou pas d'origine préférentielle.",
            "Demandez la préférence, ou ôtez l'origine préférentielle.",
        ),
    ),
    "GI14": says(
        en=(
            "This item was sent from the unknown country {found}.",
            "A country code of two letters (ISO 3166).",
            "Correct the country of dispatch.",
        ),
        fr=(
            "Cet article vient du pays inconnu {found}.",
            "Un code de pays de deux lettres (ISO 3166).",
            "Corrigez le pays d'expédition.",
        ),
    ),
    "GI15": says(
        en=(
            "This item is destined for the unknown country {found}.",
            "A country code of two letters (ISO 3166).",
            "Correct the country of destination.",
        ),
        fr=(
            "Cet article est destiné au pays inconnu {found}.",
            "Un code de pays de deux lettres (ISO 3166).",
            "Corrigez le pays de destination.",
        ),
    ),
    "GI16": says(
        en=(
            "The tariff asks for a quantity in {unit}, and none is given.",
            "The quantity in {unit}.",
            "Add the supplementary quantity.",
        ),
        fr=(
            "Le tarif demande une quantité en {unit}, et aucune n'est donnée.",
            "La quantité en {unit}.",
            "Ajoutez les unités supplémentaires.",
        ),
    ),
    "GI17": says(
        en=(
            "The supplementary quantity is {found}, but the tariff asks for {unit}.",
            "A quantity in {unit}.",
            "Give the quantity in {unit}, or leave the unit to the tariff.",
        ),
        fr=(
            "Les unités supplémentaires sont {found}, mais le tarif demande des {unit}.",
            "Une quantité en {unit}.",
            "Donnez la quantité en {unit}, ou laissez l'unité au tarif.",
        ),
    ),
    "GI18": says(
        en=(
            "A supplementary quantity, {found}, is given, but the tariff asks for none.",
            "No supplementary quantity.",
            "Leave it out, or check the commodity code.",
        ),
        fr=(
            "Des unités supplémentaires, {found}, sont données sans que le tarif en demande.",
            "Pas d'unités supplémentaires.",
            "Ôtez-les, ou vérifiez le code des marchandises.",
        ),
    ),
    "GI19": says(
        en=(
            "{found} is not an additional code.",
            "Two to four capitals and digits.",
            "Take the code from the tariff.",
        ),
        fr=(
            "{found} n'est pas un code additionnel.",
            "Deux à quatre majuscules et chiffres.",
            "Reprenez le code du tarif.",
        ),
    ),
    "GI20": says(
        en=(
            "Additional code {repeated} is named twice.",
            "Each code once.",
            "Leave out the second.",
        ),
        fr=(
            "Le code additionnel {repeated} est nommé deux fois.",
            "Chaque code une fois.",
            "Ôtez le second.",
        ),
    ),
    "GI21": says(
        en=(
            "{strange} is not a number of dangerous goods.",
            "Four digits, such as 1987.",
            "Take the number from the dangerous goods declaration.",
        ),
        fr=(
            "{strange} n'est pas un numéro de marchandises dangereuses.",
            "Quatre chiffres, par exemple 1987.",
            "Reprenez le numéro de la déclaration de marchandises dangereuses.",
        ),
    ),
    "GI22": says(
        en=(
            "The goods come from procedure {previous}, but no document of it is named.",
            "The declaration or record under which the goods were there.",
            "Add the previous document, or write 00 as the procedure before.",
        ),
        fr=(
            "Les marchandises viennent du régime {previous}, mais aucun document n'en est nommé.",
            "La déclaration ou l'écriture sous laquelle les marchandises y étaient.",
            "Ajoutez le document précédent, ou écrivez 00 comme régime précédent.",
        ),
    ),
}
