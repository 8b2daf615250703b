"""The words of the rules on the declaration as a whole."""

from fondaco.declaration.rules.texts.wording import says

TEXTS = {
    "DE01": says(
        en=(
            "The function of this message is {found}, which lodges nothing.",
            "Function 9, which lodges a declaration.",
            "Write 9, or send a request to amend with function 13.",
        ),
        fr=(
            "La fonction de ce message est {found}, qui ne dépose rien.",
            "La fonction 9, qui dépose une déclaration.",
            "Écrivez 9, ou envoyez une demande de modification avec la fonction 13.",
        ),
    ),
    "DE02": says(
        en=(
            "There is no declaration type {found}.",
            "A type from the law's list, such as IMA for an import with the goods here.",
            "Choose the type that says what you declare and whether the goods have arrived.",
        ),
        fr=(
            "Il n'y a pas de type de déclaration {found}.",
            "Un type de la liste légale, par exemple IMA à l'importation, marchandises présentes.",
            "Choisissez le type qui dit ce que vous déclarez et si les marchandises sont là.",
        ),
    ),
    "DE03": says(
        en=(
            "The local reference number {found} cannot be used.",
            "1 to 22 letters, digits, full stops, dashes or strokes, without blanks.",
            "Shorten it, or leave out the other characters.",
        ),
        fr=(
            "Le numéro de référence local {found} ne peut pas servir.",
            "1 à 22 lettres, chiffres, points, tirets ou barres, sans espaces.",
            "Raccourcissez-le, ou ôtez les autres caractères.",
        ),
    ),
    "DE04": says(
        en=(
            "The date of acceptance asked for, {found}, is not a date.",
            "Year, month and day, such as 2026-11-21.",
            "Write the date in that form, or leave it out.",
        ),
        fr=(
            "La date d'acceptation demandée, {found}, n'est pas une date.",
            "Année, mois et jour, par exemple 2026-11-21.",
            "Écrivez la date ainsi, ou ne l'indiquez pas.",
        ),
    ),
    "DE05": says(
        en=(
            "The date of acceptance asked for, {found}, lies in the future.",
            "Today or an earlier day.",
            "Leave the date out, or lodge the declaration before arrival under type IMD.",
        ),
        fr=(
            "La date d'acceptation demandée, {found}, est dans l'avenir.",
            "Aujourd'hui ou un jour passé.",
            "Ne l'indiquez pas, ou déposez la déclaration avant l'arrivée sous le type IMD.",
        ),
    ),
    "DE06": says(
        en=(
            "The date of acceptance asked for, {found}, is more than 180 days ago.",
            "A day in the last 180 days.",
            "Correct the date; for older goods ask the customs office how to declare them.",
        ),
        fr=(
            "La date d'acceptation demandée, {found}, remonte à plus de 180 jours.",
            "Un jour des 180 derniers jours.",
            "Corrigez la date ; pour des marchandises plus anciennes, consultez le bureau.",
        ),
    ),
    "DE07": says(
        en=(
            "The date of issue, {found}, is not a date gone by.",
            "The day on which the declaration was drawn up, such as 2026-11-20.",
            "Write year, month and day, not later than today.",
        ),
        fr=(
            "La date d'établissement, {found}, n'est pas une date passée.",
            "Le jour où la déclaration a été établie, par exemple 2026-11-20.",
            "Écrivez année, mois et jour, pas plus tard qu'aujourd'hui.",
        ),
    ),
    "DE08": says(
        en=(
            "There is no customs office {found}.",
            "The code of an office from the law's list.",
            "Look up the office where the goods are presented and write its code.",
        ),
        fr=(
            "Il n'y a pas de bureau de douane {found}.",
            "Le code d'un bureau de la liste légale.",
            "Cherchez le bureau où sont présentées les marchandises et écrivez son code.",
        ),
    ),
    "DE09": says(
        en=(
            "There is no supervising office {found}.",
            "The code of an office from the law's list.",
            "Take the office from your authorisation, or leave it out for home use.",
        ),
        fr=(
            "Il n'y a pas de bureau de contrôle {found}.",
            "Le code d'un bureau de la liste légale.",
            "Reprenez le bureau de votre autorisation, ou ne l'indiquez pas.",
        ),
    ),
    "DE10": says(
        en=(
            "There is no office of presentation {found}.",
            "The code of an office from the law's list.",
            "Leave it out where it is the customs office of the declaration itself.",
        ),
        fr=(
            "Il n'y a pas de bureau de présentation {found}.",
            "Le code d'un bureau de la liste légale.",
            "Ne l'indiquez pas si c'est le bureau de la déclaration.",
        ),
    ),
    "DE11": says(
        en=(
            "The number of items is given as {found}, but there are {items}.",
            "{items}, the number of goods items in the declaration.",
            "Correct the number, or add the items that are missing.",
        ),
        fr=(
            "Le nombre d'articles indiqué est {found}, mais il y en a {items}.",
            "{items}, le nombre d'articles de la déclaration.",
            "Corrigez le nombre, ou ajoutez les articles qui manquent.",
        ),
    ),
    "DE12": says(
        en=(
            "The total of packages is given as {found}, but the items have {packages}.",
            "{packages}, the sum of the packages of all items.",
            "Correct the total, or the number of packages of an item.",
        ),
        fr=(
            "Le total des colis indiqué est {found}, mais les articles en ont {packages}.",
            "{packages}, la somme des colis de tous les articles.",
            "Corrigez le total, ou le nombre de colis d'un article.",
        ),
    ),
    "DE13": says(
        en=(
            "The total amount invoiced is {found}, but the prices add up to {prices}.",
            "{prices}, the sum of the prices of all items.",
            "Correct the total, or the price of an item.",
        ),
        fr=(
            "Le montant total facturé est {found}, mais la somme des prix est {prices}.",
            "{prices}, la somme des prix de tous les articles.",
            "Corrigez le total, ou le prix d'un article.",
        ),
    ),
    "DE14": says(
        en=(
            "The total gross mass is {found} kg, but the items weigh {masses} kg.",
            "{masses} kg, the sum of the gross masses of all items.",
            "Correct the total or an item's gross mass, or leave the total out.",
        ),
        fr=(
            "La masse brute totale est {found} kg, mais les articles pèsent {masses} kg.",
            "{masses} kg, la somme des masses brutes de tous les articles.",
            "Corrigez le total ou la masse d'un article, ou n'indiquez pas le total.",
        ),
    ),
    "DE15": says(
        en=(
            "The total gross mass, {found}, is not a mass.",
            "Kilograms, not below zero, with at most sixteen digits and six decimals.",
            "Write the mass in kilograms, with a point before the decimals.",
        ),
        fr=(
            "La masse brute totale, {found}, n'est pas une masse.",
            "Des kilogrammes, pas moins de zéro, au plus seize chiffres et six décimales.",
            "Écrivez la masse en kilogrammes, avec un point avant les décimales.",
        ),
    ),
    "DE16": says(
        en=(
            "The declaration has {items} items.",
            "At most 999 items.",
            "Spread the goods over several declarations.",
        ),
        fr=(
            "La déclaration a {items} articles.",
            "Au plus 999 articles.",
            "Répartissez les marchandises sur plusieurs déclarations.",
        ),
    ),
    "DE17": says(
        en=(
            "The items ask for different procedures: {procedures}.",
            "One procedure for all items; the procedure before may differ.",
            "Make one declaration for each procedure asked for.",
        ),
        fr=(
            "Les articles demandent des régimes différents : {procedures}.",
            "Un seul régime pour tous les articles ; le régime précédent peut différer.",
            "Faites une déclaration par régime demandé.",
        ),
    ),
    "DE18": says(
        en=(
            "The same authorisation of the same holder is named twice.",
            "Each holder once for each kind of authorisation.",
            "Leave out the second.",
        ),
        fr=(
            "La même autorisation du même titulaire est nommée deux fois.",
            "Chaque titulaire une fois par nature d'autorisation.",
            "Ôtez la seconde.",
        ),
    ),
    "DE19": says(
        en=(
            "Document {repeated} is named twice for the whole declaration.",
            "Each document once.",
            "Leave out the second, or correct its number.",
        ),
        fr=(
            "Le document {repeated} est nommé deux fois pour toute la déclaration.",
            "Chaque document une fois.",
            "Ôtez le second, ou corrigez son numéro.",
        ),
    ),
    "GU01": says(
        en=(
            "There is no kind of guarantee {found}.",
            "A code of schedule 16, such as 1 for a comprehensive guarantee.",
            "Choose the kind of the guarantee you rely on.",
        ),
        fr=(
            "Il n'y a pas de nature de garantie {found}.",
            "Un code de l'annexe 16, par exemple 1 pour une garantie globale.",
            "Choisissez la nature de la garantie que vous invoquez.",
        ),
    ),
    "GU02": says(
        en=(
            "The guarantee is not named.",
            "The number customs gave it, or the guarantor's own.",
            "Write the number, or kind 0 where the guarantee is waived.",
        ),
        fr=(
            "La garantie n'est pas nommée.",
            "Le numéro que la douane lui a donné, ou celui du garant.",
            "Écrivez le numéro, ou la nature 0 en cas de dispense.",
        ),
    ),
    "GU03": says(
        en=(
            "The guarantee reference {found} is too long or has hidden characters.",
            "At most 70 characters, all of which can be seen.",
            "Write the reference again by hand.",
        ),
        fr=(
            "La référence de garantie {found} est trop longue ou a des caractères cachés.",
            "Au plus 70 caractères, tous visibles.",
            "Écrivez la référence à nouveau, à la main.",
        ),
    ),
    "EX01": says(
        en=(
            "An agreed rate of exchange is given for the unknown currency {found}.",
            "A currency code of three letters (ISO 4217).",
            "Correct the currency, or leave the rate out: customs has its own.",
        ),
        fr=(
            "Un taux de change convenu vise la monnaie inconnue {found}.",
            "Un code de monnaie de trois lettres (ISO 4217).",
            "Corrigez la monnaie, ou ôtez le taux : la douane a le sien.",
        ),
    ),
    "EX02": says(
        en=(
            "The agreed rate of exchange, {found}, is not a rate.",
            "A number above zero, with at most six decimals.",
            "Correct the rate, or leave it out: customs has its own.",
        ),
        fr=(
            "Le taux de change convenu, {found}, n'est pas un taux.",
            "Un nombre supérieur à zéro, avec au plus six décimales.",
            "Corrigez le taux, ou ôtez-le : la douane a le sien.",
        ),
    ),
}
