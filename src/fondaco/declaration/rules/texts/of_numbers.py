"""The words of the rules on masses, quantities, money and value."""

from fondaco.declaration.rules.texts.wording import says

TEXTS = {
    "MA01": says(
        en=(
            "The gross mass {found} is not a mass.",
            "Kilograms with at most sixteen digits, six of them decimals.",
            "Write the mass in kilograms, with a point before the decimals.",
        ),
        fr=(
            "La masse brute {found} n'est pas une masse.",
            "Des kilogrammes, au plus seize chiffres dont six décimales.",
            "Écrivez la masse en kilogrammes, avec un point avant les décimales.",
        ),
    ),
    "MA02": says(
        en=(
            "The net mass {found} is not a mass.",
            "Kilograms with at most sixteen digits, six of them decimals.",
            "Write the mass in kilograms, with a point before the decimals.",
        ),
        fr=(
            "La masse nette {found} n'est pas une masse.",
            "Des kilogrammes, au plus seize chiffres dont six décimales.",
            "Écrivez la masse en kilogrammes, avec un point avant les décimales.",
        ),
    ),
    "MA03": says(
        en=(
            "The net mass is {found} kg.",
            "More than zero kilograms.",
            "Weigh the goods without their packing and write that mass.",
        ),
        fr=(
            "La masse nette est {found} kg.",
            "Plus de zéro kilogramme.",
            "Pesez les marchandises sans emballage et écrivez cette masse.",
        ),
    ),
    "MA04": says(
        en=(
            "The net mass, {found} kg, is more than the gross mass, {gross} kg.",
            "At most {gross} kg.",
            "Correct one of the two; for goods in bulk they may be equal.",
        ),
        fr=(
            "La masse nette, {found} kg, dépasse la masse brute, {gross} kg.",
            "Au plus {gross} kg.",
            "Corrigez l'une des deux ; pour le vrac elles peuvent être égales.",
        ),
    ),
    "MA05": says(
        en=(
            "The supplementary quantity is {found}, but the net mass is {net} kg.",
            "{net} kg, the net mass.",
            "Correct one of the two.",
        ),
        fr=(
            "Les unités supplémentaires sont {found}, mais la masse nette est {net} kg.",
            "{net} kg, la masse nette.",
            "Corrigez l'une des deux.",
        ),
    ),
    "QU01": says(
        en=(
            "The quantity {found} is not a quantity.",
            "A number of at most sixteen digits, six of them decimals.",
            "Write the quantity with a point before the decimals.",
        ),
        fr=(
            "La quantité {found} n'est pas une quantité.",
            "Un nombre d'au plus seize chiffres, dont six décimales.",
            "Écrivez la quantité avec un point avant les décimales.",
        ),
    ),
    "QU02": says(
        en=(
            "The quantity is {found}.",
            "More than zero.",
            "Write the quantity, or leave it out where there is none.",
        ),
        fr=(
            "La quantité est {found}.",
            "Plus de zéro.",
            "Écrivez la quantité, ou ôtez-la s'il n'y en a pas.",
        ),
    ),
    "QU03": says(
        en=(
            "There is no unit {found}.",
            "A unit from the law's list, such as NAR for pieces or LTR for litres.",
            "Correct the unit, or leave it to the tariff.",
        ),
        fr=(
            "Il n'y a pas d'unité {found}.",
            "Une unité de la liste légale, par exemple NAR pour des pièces ou LTR.",
            "Corrigez l'unité, ou laissez-la au tarif.",
        ),
    ),
    "MO01": says(
        en=(
            "The amount {found} is not an amount of money.",
            "A number of at most sixteen digits, two of them decimals.",
            "Write the amount with a point before the decimals.",
        ),
        fr=(
            "Le montant {found} n'est pas une somme d'argent.",
            "Un nombre d'au plus seize chiffres, dont deux décimales.",
            "Écrivez le montant avec un point avant les décimales.",
        ),
    ),
    "MO02": says(
        en=(
            "The amount {found} is negative.",
            "Zero or more; what is taken off has a code of its own.",
            "Write the amount without its sign, under the code of a deduction if it is one.",
        ),
        fr=(
            "Le montant {found} est négatif.",
            "Zéro ou plus ; ce qui se déduit a son propre code.",
            "Écrivez le montant sans signe, sous le code d'une déduction si c'en est une.",
        ),
    ),
    "MO03": says(
        en=(
            "There is no currency {found}.",
            "A currency code of three letters (ISO 4217).",
            "Correct the currency.",
        ),
        fr=(
            "Il n'y a pas de monnaie {found}.",
            "Un code de monnaie de trois lettres (ISO 4217).",
            "Corrigez la monnaie.",
        ),
    ),
    "VA01": says(
        en=(
            "There is no valuation method {found}.",
            "1 where the value is the price paid, otherwise 2 to 6.",
            "Choose the first method that can be applied to these goods.",
        ),
        fr=(
            "Il n'y a pas de méthode d'évaluation {found}.",
            "1 si la valeur est le prix payé, sinon 2 à 6.",
            "Choisissez la première méthode applicable à ces marchandises.",
        ),
    ),
    "VA02": says(
        en=(
            "The valuation indicators are {found}.",
            "Four digits, each 0 for no or 1 for yes.",
            "Answer the four questions: related parties, limits, conditions, resale.",
        ),
        fr=(
            "Les indicateurs d'évaluation sont {found}.",
            "Quatre chiffres, chacun 0 pour non ou 1 pour oui.",
            "Répondez aux quatre questions : liens, limites, conditions, revente.",
        ),
    ),
    "VA03": says(
        en=(
            "The value is the price paid, but the valuation indicators are missing.",
            "Four digits, each 0 for no or 1 for yes.",
            "Answer the four questions: related parties, limits, conditions, resale.",
        ),
        fr=(
            "La valeur est le prix payé, mais les indicateurs d'évaluation manquent.",
            "Quatre chiffres, chacun 0 pour non ou 1 pour oui.",
            "Répondez aux quatre questions : liens, limites, conditions, revente.",
        ),
    ),
    "VA04": says(
        en=(
            "The value is the price paid, but the price is {found}.",
            "A price of more than zero.",
            "Write the price; goods that cost nothing are valued by another method.",
        ),
        fr=(
            "La valeur est le prix payé, mais le prix est {found}.",
            "Un prix supérieur à zéro.",
            "Écrivez le prix ; ce qui ne coûte rien s'évalue par une autre méthode.",
        ),
    ),
    "VA05": says(
        en=(
            "The price is {found}, but the total is in {currency}.",
            "A price in {currency}.",
            "Correct the currency of the price or of the total.",
        ),
        fr=(
            "Le prix est {found}, mais le total est en {currency}.",
            "Un prix en {currency}.",
            "Corrigez la monnaie du prix ou du total.",
        ),
    ),
    "VA06": says(
        en=(
            "The value is the price paid, but no invoice is named.",
            "The invoice on which the value is declared, such as N935.",
            "Add the invoice to the documents of this item or of the declaration.",
        ),
        fr=(
            "La valeur est le prix payé, mais aucune facture n'est nommée.",
            "La facture d'après laquelle la valeur est déclarée, par exemple N935.",
            "Ajoutez la facture aux documents de l'article ou de la déclaration.",
        ),
    ),
    "VA07": says(
        en=(
            "The customs value is {found}.",
            "A value in {currency}.",
            "Convert it at the customs rate, or leave it out: customs works it out.",
        ),
        fr=(
            "La valeur en douane est {found}.",
            "Une valeur en {currency}.",
            "Convertissez-la au taux douanier, ou ôtez-la : la douane la calcule.",
        ),
    ),
    "VA08": says(
        en=(
            "The statistical value is {found}.",
            "A value in {currency}.",
            "Convert it at the customs rate, or leave it out.",
        ),
        fr=(
            "La valeur statistique est {found}.",
            "Une valeur en {currency}.",
            "Convertissez-la au taux douanier, ou ôtez-la.",
        ),
    ),
    "VA09": says(
        en=(
            "There is no addition or deduction {found}.",
            "A code from the law's list, such as AK for freight.",
            "Choose the code that says what the amount is for.",
        ),
        fr=(
            "Il n'y a pas d'ajout ni de déduction {found}.",
            "Un code de la liste légale, par exemple AK pour le fret.",
            "Choisissez le code qui dit à quoi sert le montant.",
        ),
    ),
    "VA10": says(
        en=(
            "An addition or deduction is named twice for the shipment: {repeated}.",
            "Each kind once in each currency.",
            "Add the two amounts up, or leave one out.",
        ),
        fr=(
            "Un ajout ou une déduction est nommé deux fois pour l'envoi : {repeated}.",
            "Chaque nature une fois par monnaie.",
            "Additionnez les deux montants, ou ôtez-en un.",
        ),
    ),
    "VA11": says(
        en=(
            "An addition or deduction is named twice for this item: {repeated}.",
            "Each kind once in each currency.",
            "Add the two amounts up, or leave one out.",
        ),
        fr=(
            "Un ajout ou une déduction est nommé deux fois pour cet article : {repeated}.",
            "Chaque nature une fois par monnaie.",
            "Additionnez les deux montants, ou ôtez-en un.",
        ),
    ),
    "VA12": says(
        en=(
            "{repeated} is given both for the shipment and for this item.",
            "An amount for the shipment, or amounts for its items.",
            "Leave out one of the two, so that nothing is counted twice.",
        ),
        fr=(
            "{repeated} est donné à la fois pour l'envoi et pour cet article.",
            "Un montant pour l'envoi, ou des montants pour ses articles.",
            "Ôtez l'un des deux, pour que rien ne soit compté deux fois.",
        ),
    ),
}
