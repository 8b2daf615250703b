"""The data elements that officers may write about, in the order in which they are read.

The names are the officers'; each element's label is how it is read back in words.
`environment` gives their values in this same order.
"""

from fondaco.legal.wording import Wording
from fondaco.risk.expression.types import Type
from fondaco.risk.expression.vocabulary import Element, Vocabulary

CODE, TEXT, NUMBER, MONEY = Type.CODE, Type.TEXT, Type.NUMBER, Type.MONEY
MASS, DATE, YES_NO, SET = Type.MASS, Type.DATE, Type.YES_NO, Type.SET

HEADER = (
    ("declaration.kind", CODE, "kind of declaration", "type de déclaration"),
    ("declaration.office", CODE, "office", "bureau"),
    ("declarant", CODE, "declarant", "déclarant"),
    ("declarant.name", TEXT, "name of the declarant", "nom du déclarant"),
    ("representative", CODE, "representative", "représentant"),
    ("representation", CODE, "kind of representation", "mode de représentation"),
    ("importer", CODE, "importer", "importateur"),
    ("importer.name", TEXT, "name of the importer", "nom de l'importateur"),
    ("importer.country", CODE, "country of the importer", "pays de l'importateur"),
    ("exporter", CODE, "exporter", "exportateur"),
    ("exporter.name", TEXT, "name of the exporter", "nom de l'exportateur"),
    ("exporter_country", CODE, "country of the exporter", "pays de l'exportateur"),
    ("seller", CODE, "seller", "vendeur"),
    ("seller.name", TEXT, "name of the seller", "nom du vendeur"),
    ("seller_country", CODE, "country of the seller", "pays du vendeur"),
    ("carrier", CODE, "carrier", "transporteur"),
    ("transport.mode", CODE, "mode of transport", "mode de transport"),
    ("transport.nationality", CODE, "nationality of the transport", "nationalité du transport"),
    ("transport.identifier", TEXT, "means of transport", "moyen de transport"),
    ("dispatch_country", CODE, "country of dispatch", "pays d'expédition"),
    ("destination_country", CODE, "country of destination", "pays de destination"),
    ("route", SET, "countries on the route", "pays de l'itinéraire"),
    ("trade_terms", CODE, "delivery term", "condition de livraison"),
    ("containerised", YES_NO, "in containers", "en conteneurs"),
    ("containers", NUMBER, "number of containers", "nombre de conteneurs"),
    ("item_count", NUMBER, "number of items", "nombre d'articles"),
    ("package_count", NUMBER, "number of packages", "nombre de colis"),
    ("total_gross_mass", MASS, "total gross mass", "masse brute totale"),
    ("total_value", MONEY, "total customs value", "valeur en douane totale"),
    ("total_charges", MONEY, "total duties and taxes", "total des droits et taxes"),
    ("invoice_total", NUMBER, "invoice total", "total de la facture"),
    ("invoice_currency", CODE, "invoice currency", "monnaie de la facture"),
    ("documents", SET, "documents of the declaration", "documents de la déclaration"),
    ("authorisations", SET, "authorisations relied on", "autorisations invoquées"),
    ("judged_on", DATE, "tax point", "date du fait générateur"),
    ("lodged_on", DATE, "day of lodgement", "jour du dépôt"),
    ("arrived_on", DATE, "day of arrival", "jour d'arrivée"),
    ("arrival_declared", YES_NO, "arrival declared", "arrivée déclarée"),
    (
        "importer.declarations_90_days",
        NUMBER,
        "importer's declarations in 90 days",
        "déclarations de l'importateur en 90 jours",
    ),
    (
        "importer.irregularities_365_days",
        NUMBER,
        "importer's irregularities in 365 days",
        "irrégularités de l'importateur en 365 jours",
    ),
    (
        "importer.value_90_days",
        MONEY,
        "value imported in 90 days",
        "valeur importée en 90 jours",
    ),
    (
        "importer.known_days",
        NUMBER,
        "days since the importer's first declaration",
        "jours depuis la première déclaration de l'importateur",
    ),
    (
        "importer.registered_days",
        NUMBER,
        "days since the importer's registration",
        "jours depuis l'inscription de l'importateur",
    ),
    (
        "importer.authorisations",
        SET,
        "authorisations the importer holds",
        "autorisations de l'importateur",
    ),
)

ITEM = (
    ("item.number", NUMBER, "item number", "numéro d'article"),
    ("item.commodity", CODE, "commodity code", "code marchandise"),
    ("item.additional_codes", SET, "additional codes", "codes additionnels"),
    ("item.description", TEXT, "description", "désignation"),
    ("item.procedure", CODE, "procedure", "régime"),
    ("item.additional_procedures", SET, "additional procedures", "régimes additionnels"),
    ("item.origin", CODE, "country of origin", "pays d'origine"),
    (
        "item.preferential_origin",
        CODE,
        "country of preferential origin",
        "pays d'origine préférentielle",
    ),
    ("item.dispatch_country", CODE, "item's country of dispatch", "pays d'expédition de l'article"),
    ("item.gross_mass", MASS, "gross mass", "masse brute"),
    ("item.net_mass", MASS, "net mass", "masse nette"),
    ("item.supplementary_quantity", NUMBER, "supplementary quantity", "unités supplémentaires"),
    ("item.supplementary_unit", CODE, "supplementary unit", "unité supplémentaire"),
    ("item.price", NUMBER, "price", "prix"),
    ("item.currency", CODE, "currency of the price", "monnaie du prix"),
    ("item.valuation_method", CODE, "valuation method", "méthode d'évaluation"),
    ("item.customs_value", MONEY, "customs value", "valeur en douane"),
    ("item.charges", MONEY, "duties and taxes", "droits et taxes"),
    ("item.value_per_kilogram", NUMBER, "value per kilogram", "valeur par kilogramme"),
    ("item.value_per_unit", NUMBER, "value per supplementary unit", "valeur par unité"),
    ("item.preference", CODE, "preference claimed", "préférence demandée"),
    ("item.quota", CODE, "quota claimed", "contingent demandé"),
    ("item.packages", NUMBER, "packages", "colis"),
    ("item.package_kinds", SET, "kinds of packages", "types de colis"),
    ("item.documents", SET, "documents of the item", "documents de l'article"),
    ("item.statements", SET, "additional statements", "mentions spéciales"),
    ("item.dangerous_goods", SET, "dangerous goods numbers", "numéros de matières dangereuses"),
    ("item.transaction_nature", CODE, "nature of transaction", "nature de la transaction"),
)

VOCABULARY = Vocabulary(
    Element(name, kind, Wording(english, french)) for name, kind, english, french in HEADER + ITEM
)
"""All of them; a bundle adds the names of its lists."""
