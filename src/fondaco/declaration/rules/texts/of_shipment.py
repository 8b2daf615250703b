"""The words of the rules on the shipment."""

from fondaco.declaration.rules.texts.wording import says

TEXTS = {
    "SH01": says(
        en=(
            "There is no delivery term {found}.",
            "An Incoterms rule from the law's list, such as FOB or CIF.",
            "Take the term from the contract of sale.",
        ),
        fr=(
            "Il n'y a pas de condition de livraison {found}.",
            "Une règle Incoterms de la liste légale, par exemple FOB ou CIF.",
            "Reprenez la condition du contrat de vente.",
        ),
    ),
    "SH02": says(
        en=(
            "The delivery term names no place.",
            "The place up to which the seller pays, such as NLRTM.",
            "Add the place that stands behind the term in the contract.",
        ),
        fr=(
            "La condition de livraison ne nomme pas de lieu.",
            "Le lieu jusqu'où paie le vendeur, par exemple NLRTM.",
            "Ajoutez le lieu qui suit la condition dans le contrat.",
        ),
    ),
    "SH03": says(
        en=(
            "The goods were sent from the unknown country {found}.",
            "A country code of two letters (ISO 3166).",
            "Correct the country of dispatch.",
        ),
        fr=(
            "Les marchandises viennent du pays inconnu {found}.",
            "Un code de pays de deux lettres (ISO 3166).",
            "Corrigez le pays d'expédition.",
        ),
    ),
    "SH04": says(
        en=(
            "The goods are destined for the unknown country {found}.",
            "A country code of two letters (ISO 3166).",
            "Correct the country of destination.",
        ),
        fr=(
            "Les marchandises sont destinées au pays inconnu {found}.",
            "Un code de pays de deux lettres (ISO 3166).",
            "Corrigez le pays de destination.",
        ),
    ),
    "SH05": says(
        en=(
            "The country of dispatch is not given once for all goods.",
            "One country for the whole shipment, or one for each item, not both.",
            "Give it for the shipment, or for every item where items differ.",
        ),
        fr=(
            "Le pays d'expédition n'est pas donné une fois pour toutes les marchandises.",
            "Un pays pour tout l'envoi, ou un par article, pas les deux.",
            "Donnez-le pour l'envoi, ou pour chaque article si les articles diffèrent.",
        ),
    ),
    "SH06": says(
        en=(
            "The country of destination is not given once for all goods.",
            "One country for the whole shipment, or one for each item, not both.",
            "Give it for the shipment, or for every item where items differ.",
        ),
        fr=(
            "Le pays de destination n'est pas donné une fois pour toutes les marchandises.",
            "Un pays pour tout l'envoi, ou un par article, pas les deux.",
            "Donnez-le pour l'envoi, ou pour chaque article si les articles diffèrent.",
        ),
    ),
    "SH07": says(
        en=(
            "The nature of the transaction is not given once for all goods.",
            "One code for the whole shipment, or one for each item, not both.",
            "Give it for the shipment, or for every item where items differ.",
        ),
        fr=(
            "La nature de la transaction n'est pas donnée une fois pour toutes les marchandises.",
            "Un code pour tout l'envoi, ou un par article, pas les deux.",
            "Donnez-la pour l'envoi, ou pour chaque article si les articles diffèrent.",
        ),
    ),
    "SH08": says(
        en=(
            "There is no nature of transaction {found}.",
            "A code from the law's list, such as 11 for a sale.",
            "Choose the code that says why the goods come.",
        ),
        fr=(
            "Il n'y a pas de nature de transaction {found}.",
            "Un code de la liste légale, par exemple 11 pour une vente.",
            "Choisissez le code qui dit pourquoi viennent les marchandises.",
        ),
    ),
    "SH09": says(
        en=(
            "There is no nature of transaction {found}.",
            "A code from the law's list, such as 11 for a sale.",
            "Choose the code that says why this item comes.",
        ),
        fr=(
            "Il n'y a pas de nature de transaction {found}.",
            "Un code de la liste légale, par exemple 11 pour une vente.",
            "Choisissez le code qui dit pourquoi vient cet article.",
        ),
    ),
    "SH10": says(
        en=(
            "Goods declared for import are destined for {found}.",
            "{country}, where they are imported.",
            "Correct the country, or declare the goods for transit.",
        ),
        fr=(
            "Des marchandises déclarées à l'importation sont destinées à {found}.",
            "{country}, où elles sont importées.",
            "Corrigez le pays, ou déclarez les marchandises en transit.",
        ),
    ),
    "SH11": says(
        en=(
            "Goods declared for import were sent from {found} itself.",
            "The other country they were sent from.",
            "Correct the country of dispatch.",
        ),
        fr=(
            "Des marchandises déclarées à l'importation viennent de {found} même.",
            "L'autre pays d'où elles ont été expédiées.",
            "Corrigez le pays d'expédition.",
        ),
    ),
    "SH12": says(
        en=(
            "{found} is not a unique consignment reference.",
            "A digit for the year, a country, and up to 32 characters.",
            "Correct it, or leave it out.",
        ),
        fr=(
            "{found} n'est pas un numéro de référence unique d'envoi.",
            "Un chiffre pour l'année, un pays, et au plus 32 caractères.",
            "Corrigez-le, ou ôtez-le.",
        ),
    ),
    "SH13": says(
        en=(
            "The customs warehouse is not named.",
            "The number of the warehouse the goods go into or come from.",
            "Add it, or correct the procedure.",
        ),
        fr=(
            "L'entrepôt douanier n'est pas nommé.",
            "Le numéro de l'entrepôt où vont ou d'où viennent les marchandises.",
            "Ajoutez-le, ou corrigez le régime.",
        ),
    ),
    "SH14": says(
        en=(
            "Warehouse {found} is named, but no item goes into one or comes out of one.",
            "No warehouse.",
            "Leave it out, or correct the procedure.",
        ),
        fr=(
            "L'entrepôt {found} est nommé, mais aucun article n'y entre ni n'en sort.",
            "Aucun entrepôt.",
            "Ôtez-le, ou corrigez le régime.",
        ),
    ),
    "SH15": says(
        en=(
            "The kind of warehouse, {found}, is unknown or stands without a warehouse.",
            "A letter from R to Z, beside the warehouse's number.",
            "Correct the letter, or leave it out.",
        ),
        fr=(
            "La nature de l'entrepôt, {found}, est inconnue ou sans entrepôt.",
            "Une lettre de R à Z, à côté du numéro de l'entrepôt.",
            "Corrigez la lettre, ou ôtez-la.",
        ),
    ),
    "SH16": says(
        en=(
            "The items are not numbered 1, 2, 3 in order.",
            "Item numbers from one without gaps.",
            "Number the items again.",
        ),
        fr=(
            "Les articles ne sont pas numérotés 1, 2, 3 dans l'ordre.",
            "Des numéros d'article à partir de un, sans lacune.",
            "Numérotez les articles à nouveau.",
        ),
    ),
    "SH17": says(
        en=(
            "The prices of the items are in several currencies: {currencies}.",
            "One currency for all items, as on the invoice.",
            "Make one declaration for each currency invoiced.",
        ),
        fr=(
            "Les prix des articles sont en plusieurs monnaies : {currencies}.",
            "Une monnaie pour tous les articles, comme sur la facture.",
            "Faites une déclaration par monnaie facturée.",
        ),
    ),
    "SH18": says(
        en=(
            "Two items are the same in every respect.",
            "Each of the goods once.",
            "Leave out the second, unless the goods really came twice.",
        ),
        fr=(
            "Deux articles sont identiques en tout point.",
            "Chaque marchandise une fois.",
            "Ôtez le second, sauf si les marchandises sont vraiment venues deux fois.",
        ),
    ),
    "SH19": says(
        en=(
            "The name of the place of loading, {found}, is too long or has hidden characters.",
            "At most 256 characters, all of which can be seen.",
            "Write the name again by hand.",
        ),
        fr=(
            "Le nom du lieu de chargement, {found}, est trop long ou a des caractères cachés.",
            "Au plus 256 caractères, tous visibles.",
            "Écrivez le nom à nouveau, à la main.",
        ),
    ),
}
