"""What a trader is told of each obstacle to a bill, and how to mend it, in both languages.

Words in braces are facts of the obstacle: its ``found`` and its ``values``.
"""

from collections.abc import Mapping

import msgspec

from fondaco.legal.wording import Wording
from fondaco.valuation.obstacle import Obstacle


class ObstacleText(msgspec.Struct, frozen=True):
    """What is wrong, and what to do about it."""

    wrong: Wording
    mend: Wording


def said(obstacle: Obstacle, *, language: str) -> tuple[str, str]:
    """What is wrong and how to mend it, with the facts of this obstacle.

    >>> from fondaco.legal.citation import Citation
    >>> found = Obstacle("CV02", "shipment.items[0].invoice_amount", Citation("Act", "s. 1"), "XAU")
    >>> said(found, language="en")[0]
    'Customs has published no exchange rate for XAU on this day.'
    """
    text, facts = TEXTS[obstacle.rule], {"found": obstacle.found, **obstacle.values}
    return text.wrong.said(language).format(**facts), text.mend.said(language).format(**facts)


def _text(wrong: str, tort: str, mend: str, remede: str) -> ObstacleText:
    return ObstacleText(Wording(wrong, tort), Wording(mend, remede))


TEXTS: Mapping[str, ObstacleText] = {
    "CV01": _text(
        "The item has no price, and its value rests on one.",
        "L'article n'a pas de prix, alors que sa valeur en dépend.",
        "State the price paid or payable for the item.",
        "Indiquez le prix payé ou à payer pour l'article.",
    ),
    "CV02": _text(
        "Customs has published no exchange rate for {found} on this day.",
        "La douane n'a publié aucun taux de change pour {found} à cette date.",
        "Use a currency of the customs exchange notice, or ask the tariff desk.",
        "Utilisez une monnaie de l'avis de change douanier, ou consultez le bureau du tarif.",
    ),
    "CV03": _text(
        "The valuation method “{found}” is not one that the law has.",
        "La méthode d'évaluation « {found} » n'existe pas dans la loi.",
        "Choose one of the methods 1 to 6.",
        "Choisissez une des méthodes 1 à 6.",
    ),
    "CV04": _text(
        "The addition or deduction “{found}” is not one that the law has.",
        "L'élément à ajouter ou à déduire « {found} » n'existe pas dans la loi.",
        "Choose a kind from the list of additions and deductions.",
        "Choisissez une sorte dans la liste des éléments à ajouter ou à déduire.",
    ),
    "CV05": _text(
        "The price under {term} leaves out the {part} that the customs value must hold.",
        "Le prix selon {term} ne comprend pas un élément que la valeur en douane doit comprendre "
        "({part}).",
        "Declare it as a charge of kind {kind}, as zero where there is none.",
        "Déclarez-le comme élément {kind}, à zéro s'il n'y en a pas.",
    ),
    "CV06": _text(
        "The term of delivery “{found}” is not one that the law has.",
        "La condition de livraison « {found} » n'existe pas dans la loi.",
        "State the Incoterms rule of the sale, such as FOB or CIF.",
        "Indiquez la règle Incoterms de la vente, par exemple FOB ou CIF.",
    ),
    "CV07": _text(
        "{found} is not an amount that can be reckoned with.",
        "{found} n'est pas un montant avec lequel on puisse calculer.",
        "Give an amount of zero or more, with at most six decimals and fifteen digits before them.",
        "Donnez un montant positif ou nul, de six décimales et quinze chiffres au plus.",
    ),
    "CV08": _text(
        "The deductions are more than the price: the value would be {found}.",
        "Les déductions dépassent le prix : la valeur serait de {found}.",
        "Check the deductions declared for the item.",
        "Vérifiez les éléments à déduire de l'article.",
    ),
    "CV09": _text(
        "A charge on the whole consignment cannot be shared over its items.",
        "Un élément commun à l'envoi ne peut être réparti entre ses articles.",
        "State the gross mass and the price of every item.",
        "Indiquez la masse brute et le prix de chaque article.",
    ),
    "CV10": _text(
        "The item has no customs value, and its valuation method starts from one.",
        "L'article n'a pas de valeur en douane, alors que sa méthode d'évaluation la suppose.",
        "Declare the customs value found by that method.",
        "Déclarez la valeur en douane trouvée par cette méthode.",
    ),
    "AS01": _text(
        "The commodity code “{found}” is not in the nomenclature on this day.",
        "Le code des marchandises « {found} » n'est pas dans la nomenclature à cette date.",
        "Find the code of the goods in the tariff and give all its digits.",
        "Cherchez le code des marchandises dans le tarif et donnez tous ses chiffres.",
    ),
    "AS02": _text(
        "The law has no rate of duty for {found}.",
        "La loi n'a pas de taux de droit pour {found}.",
        "Ask the tariff desk: this is a gap in the law.",
        "Consultez le bureau du tarif : c'est une lacune de la loi.",
    ),
    "AS03": _text(
        "A charge on these goods ({charge}) counts {units}, and no such quantity is declared.",
        "Un droit sur ces marchandises ({charge}) compte des {units}, et aucune quantité de ce "
        "genre n'est déclarée.",
        "Declare the quantity: mass as net mass, anything else as supplementary quantity or as "
        "the base of the charge.",
        "Déclarez la quantité : une masse comme masse nette, le reste comme unité supplémentaire "
        "ou comme base du droit.",
    ),
    "AS04": _text(
        "Goods from “{found}” cannot claim the preference {preference}.",
        "Les marchandises de « {found} » ne peuvent prétendre à la préférence {preference}.",
        "Claim the preference 100, or check the country of preferential origin.",
        "Demandez la préférence 100, ou vérifiez le pays d'origine préférentielle.",
    ),
    "AS05": _text(
        "The preference is claimed without proof of origin.",
        "La préférence est demandée sans preuve d'origine.",
        "Name one of these documents: {documents}; or claim the preference 100.",
        "Mentionnez un de ces documents : {documents} ; ou demandez la préférence 100.",
    ),
    "AS06": _text(
        "The agreement gives no preference {preference} on {code}.",
        "L'accord n'accorde pas de préférence {preference} pour {code}.",
        "Claim the preference 100.",
        "Demandez la préférence 100.",
    ),
    "AS08": _text(
        "The law has no rate of value added tax for {found}.",
        "La loi n'a pas de taux de taxe sur la valeur ajoutée pour {found}.",
        "Ask the tariff desk: this is a gap in the law.",
        "Consultez le bureau du tarif : c'est une lacune de la loi.",
    ),
    "AS09": _text(
        "The declaration has no goods items.",
        "La déclaration n'a pas d'articles.",
        "Declare at least one goods item.",
        "Déclarez au moins un article.",
    ),
}
