"""The catalogue's entries for a goods item, its origins and its procedures."""

from fondaco.declaration.elements.entry import Entry, entry

GOODS_ITEM: dict[str, Entry] = {
    "number": entry(
        ("006", "1/6", "n..5", "1"),
        en=("Item number", "Items are counted from one, without gaps."),
        fr=("Numéro d'article", "Les articles se comptent à partir de un, sans lacune."),
    ),
    "commodity_code": entry(
        ("23A/21A[1,2]/145", "6/14", "n..10", "090121"),
        en=("Commodity code", "The code of the goods in the customs tariff."),
        fr=("Code des marchandises", "Le code des marchandises dans le tarif douanier."),
    ),
    "additional_codes": entry(
        ("23A/21A[n+2]", "6/16, 6/17", "", "X100"),
        en=("Additional codes", "Codes that single out goods within the commodity code."),
        fr=("Codes additionnels", "Codes qui distinguent des marchandises sous un même code."),
    ),
    "description": entry(
        ("23A/137", "6/8", "an..512", "Roasted coffee beans in bags of one kilogram"),
        en=("Description", "What the goods are, in words that let them be classified."),
        fr=("Désignation", "Ce que sont les marchandises, assez clairement pour les classer."),
    ),
    "procedure": entry(
        ("70A[1]/166", "1/10", "an4", "4000"),
        en=("Procedure", "The procedure asked for and the one before it, two digits each."),
        fr=("Régime", "Le régime demandé et le précédent, deux chiffres chacun."),
    ),
    "additional_procedures": entry(
        ("70A[n+1]/166", "1/11", "an3", "000"),
        en=("Additional procedures", "Codes of reliefs and special cases."),
        fr=("Régimes complémentaires", "Codes de franchises et de cas particuliers."),
    ),
    "origin": entry(
        ("92A[1]/063", "5/15", "a2", "BR"),
        en=("Country of origin", "Where the goods were grown, dug or made."),
        fr=("Pays d'origine", "Où les marchandises ont été cultivées, extraites ou fabriquées."),
    ),
    "preferential_origin": entry(
        ("92A[2]/063", "5/16", "an..4", "NO"),
        en=("Preferential origin", "The country whose agreement gives a lower duty."),
        fr=("Origine préférentielle", "Le pays dont l'accord donne un droit plus bas."),
    ),
    "dispatch_country": entry(
        ("95B/062", "5/14", "a2", "NO"),
        en=("Country of dispatch", "The country this item was sent from, where items differ."),
        fr=("Pays d'expédition", "Le pays d'expédition de cet article, si les articles diffèrent."),
    ),
    "destination_country": entry(
        ("99B/465", "5/8", "a2", "XF"),
        en=("Country of destination", "The country where this item will be used, if items differ."),
        fr=(
            "Pays de destination",
            "Le pays d'utilisation de cet article, si les articles diffèrent.",
        ),
    ),
    "gross_mass": entry(
        ("23A/65A/126", "6/5", "n..16,6", "1250.5"),
        en=("Gross mass (kg)", "The mass of the goods with their packing, in kilograms."),
        fr=("Masse brute (kg)", "La masse des marchandises avec leur emballage, en kilogrammes."),
    ),
    "net_mass": entry(
        ("23A/65A/128", "6/1", "n..16,6", "1200"),
        en=("Net mass (kg)", "The mass of the goods without any packing, in kilograms."),
        fr=("Masse nette (kg)", "La masse des marchandises sans emballage, en kilogrammes."),
    ),
    "supplementary_quantity": entry(
        ("23A/65A/130", "6/2", "n..16,6", "500 NAR"),
        en=("Supplementary quantity", "The quantity in the unit that the tariff asks for."),
        fr=("Unités supplémentaires", "La quantité dans l'unité que demande le tarif."),
    ),
    "invoice_amount": entry(
        ("23A/79A/112", "4/14", "n..16,2", "3080.00"),
        en=("Item price", "The price of this item on the invoice, and its currency."),
        fr=("Prix de l'article", "Le prix de cet article sur la facture, et sa monnaie."),
    ),
    "valuation_method": entry(
        ("41A/122", "4/16", "n1", "1"),
        en=("Valuation method", "1 where the value is the price paid, otherwise 2 to 6."),
        fr=("Méthode d'évaluation", "1 si la valeur est le prix payé, sinon 2 à 6."),
    ),
    "valuation_indicators": entry(
        ("39B/188", "4/13", "n4", "0000"),
        en=(
            "Valuation indicators",
            "Four answers, 1 for yes: related parties, limits on use, conditions, resale proceeds.",
        ),
        fr=(
            "Indicateurs d'évaluation",
            "Quatre réponses, 1 pour oui : liens, limites d'usage, conditions, produit de revente.",
        ),
    ),
    "charges": entry(
        ("41A/58B[n]", "4/9", "", "AI 40.00 XFC"),
        en=("Additions and deductions", "What is added to this item's price, or taken off it."),
        fr=("Ajouts et déductions", "Ce qui s'ajoute au prix de cet article, ou s'en retranche."),
    ),
    "customs_value": entry(
        ("108", "4/18", "n..16,2", "3300.00"),
        en=("Customs value", "The value for duty as you work it out; customs works it out again."),
        fr=("Valeur en douane", "La valeur selon votre calcul ; la douane la calcule à son tour."),
    ),
    "statistical_value": entry(
        ("114", "8/6", "n..16,2", "3300.00"),
        en=("Statistical value", "The value at the border, for statistics."),
        fr=("Valeur statistique", "La valeur à la frontière, pour la statistique."),
    ),
    "taxes": entry(
        ("23A/50A[n]", "4/3", "", "A00"),
        en=("Duties and taxes", "Each duty or tax, the preference claimed, how it will be paid."),
        fr=("Droits et taxes", "Chaque droit ou taxe, la préférence demandée, le paiement."),
    ),
    "packages": entry(
        ("93A[n]", "6/9", "", "20 BX"),
        en=("Packages", "How the goods are packed."),
        fr=("Colis", "Comment les marchandises sont emballées."),
    ),
    "equipment": entry(
        ("23A/31B[n]", "7/10", "", "CSQU3054383"),
        en=("Containers of this item", "Which containers hold this item."),
        fr=("Conteneurs de l'article", "Quels conteneurs renferment cet article."),
    ),
    "documents": entry(
        ("02A[n]", "2/3", "", "N935 INV-2026-118"),
        en=("Supporting documents", "Invoices, licences, certificates for this item."),
        fr=("Documents d'accompagnement", "Factures, licences, certificats pour cet article."),
    ),
    "statements": entry(
        ("03A[n]", "2/2", "", "00500"),
        en=("Additional information", "What else customs should know of this item."),
        fr=("Mentions spéciales", "Ce que la douane doit encore savoir de cet article."),
    ),
    "previous_documents": entry(
        ("99A[n]", "2/1", "", "Z 705 BGO2026-4417"),
        en=("Previous documents", "The documents under which this item came here."),
        fr=("Documents précédents", "Les documents sous couvert desquels l'article est là."),
    ),
    "transaction_nature": entry(
        ("103", "8/5", "n..2", "11"),
        en=("Nature of transaction", "Sale, return, gift, hire, processing, where items differ."),
        fr=("Nature de la transaction", "Vente, retour, don, location, si les articles diffèrent."),
    ),
    "consignee": entry(
        ("27A", "3/10", "", ""),
        en=("Consignee", "Who this item is sent to, where items differ."),
        fr=("Destinataire", "Celui à qui cet article est envoyé, si les articles diffèrent."),
    ),
    "consignor": entry(
        ("30A", "3/8", "", ""),
        en=("Consignor", "Who sends this item, where items differ."),
        fr=("Expéditeur", "Celui qui envoie cet article, si les articles diffèrent."),
    ),
    "tax_parties": entry(
        ("55B[n]", "3/40", "", ""),
        en=("Parties to the tax", "Who accounts for the value added tax on this item."),
        fr=("Redevables de la taxe", "Qui rend compte de la taxe sur cet article."),
    ),
    "other_procedures": entry(
        ("70A[n+1]", "1/10", "", ""),
        en=("Other procedure codes", "Procedure codes that are not written as two and two digits."),
        fr=(
            "Autres codes de régime",
            "Codes de régime qui ne s'écrivent pas en deux fois deux chiffres.",
        ),
    ),
    "other_origins": entry(
        ("92A[n+2]", "5/15", "", ""),
        en=("Other origins", "A country of origin of another kind, or its region."),
        fr=("Autres origines", "Un pays d'origine d'une autre nature, ou sa région."),
    ),
    "destination_region": entry(
        ("99B/477", "5/9", "an..9", "XF-02"),
        en=("Region of destination", "The region where this item will be used."),
        fr=("Région de destination", "La région où cet article sera utilisé."),
    ),
    "dangerous_goods": entry(
        ("23A/12C[n]/506", "6/12", "n4", "1987"),
        en=("Dangerous goods number", "The United Nations number of dangerous goods."),
        fr=("Numéro de marchandises dangereuses", "Le numéro ONU des marchandises dangereuses."),
    ),
    "reference": entry(
        ("35B/009", "2/4", "an..35", "6XF100000016-ORDER77"),
        en=("Unique consignment reference", "The number that follows this item everywhere."),
        fr=("Numéro de référence unique d'envoi", "Le numéro qui suit cet article partout."),
    ),
    "unique_reference": entry(
        ("35B/016", "2/4", "an..35", "6XF100000016-ORDER77"),
        en=("Reference given by another", "This item's number, where somebody else gave it."),
        fr=("Référence donnée par un autre", "Le numéro de cet article, si un autre l'a donné."),
    ),
    "buyer": entry(
        ("16A", "3/27", "", ""),
        en=("Buyer", "Who bought this item, where items differ."),
        fr=("Acheteur", "Celui qui a acheté cet article, si les articles diffèrent."),
    ),
    "seller": entry(
        ("09B", "3/25", "", ""),
        en=("Seller", "Who sold this item, where items differ."),
        fr=("Vendeur", "Celui qui a vendu cet article, si les articles diffèrent."),
    ),
    "mutual_recognition_parties": entry(
        ("16C[n]", "3/37", "", ""),
        en=("Trusted traders in the chain", "Traders recognised by another country's customs."),
        fr=("Opérateurs agréés de la chaîne", "Opérateurs reconnus par la douane d'un autre pays."),
    ),
}

ORIGIN_CLAIM: dict[str, Entry] = {
    "country": entry(
        ("063", "5/15", "an..4", "BR"),
        en=("Country", "The country of origin."),
        fr=("Pays", "Le pays d'origine."),
    ),
    "region": entry(
        ("066", "5/15", "an..9", "BR-SP"),
        en=("Region", "The region of origin."),
        fr=("Région", "La région d'origine."),
    ),
    "kind": entry(
        ("501", "5/15", "an..3", "1"),
        en=("Kind of origin", "Which rule of origin is meant, by its code."),
        fr=("Nature de l'origine", "La règle d'origine visée, par son code."),
    ),
}

PROCEDURE_CODES: dict[str, Entry] = {
    "current": entry(
        ("166", "1/10", "an..7", "1"),
        en=("Procedure asked for", "The procedure asked for, as the message wrote it."),
        fr=("Régime demandé", "Le régime demandé, tel que le message l'a écrit."),
    ),
    "previous": entry(
        ("161", "1/10", "an..7", "1"),
        en=("Procedure before", "The procedure before, as the message wrote it."),
        fr=("Régime précédent", "Le régime précédent, tel que le message l'a écrit."),
    ),
}
