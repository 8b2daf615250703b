"""The catalogue's entries for packages, codes and taxes of an item, for money and quantities."""

from fondaco.declaration.elements.entry import Entry, entry

PACKAGING: dict[str, Entry] = {
    "number": entry(
        ("006", "", "n..5", "1"),
        en=("Sequence number", "Kinds of package are counted from one."),
        fr=("Numéro d'ordre", "Les sortes de colis se comptent à partir de un."),
    ),
    "kind": entry(
        ("141", "6/9", "an2", "BX"),
        en=("Kind of package", "Box, drum, pallet, by its code (UN/ECE Recommendation 21)."),
        fr=("Sorte de colis", "Caisse, fût, palette, par son code (recommandation 21 CEE-ONU)."),
    ),
    "quantity": entry(
        ("144", "6/10", "n..8", "20"),
        en=("Number of packages", "How many packages of this kind; none for goods in bulk."),
        fr=("Nombre de colis", "Combien de colis de cette sorte ; aucun pour le vrac."),
    ),
    "marks": entry(
        ("142", "6/11", "an..512", "ADLER 1-20"),
        en=("Marks", "The marks and numbers on the packages."),
        fr=("Marques", "Les marques et numéros des colis."),
    ),
    "material": entry(
        ("344", "", "an..256", "wood"),
        en=("Packing material", "What the packing is made of."),
        fr=("Matière de l'emballage", "De quoi l'emballage est fait."),
    ),
    "length": entry(
        ("367", "", "n..15", "120 CMT"),
        en=("Length", "The length of one package, with its unit."),
        fr=("Longueur", "La longueur d'un colis, avec son unité."),
    ),
    "width": entry(
        ("368", "", "n..15", "80 CMT"),
        en=("Width", "The width of one package, with its unit."),
        fr=("Largeur", "La largeur d'un colis, avec son unité."),
    ),
    "height": entry(
        ("402", "", "n..15", "90 CMT"),
        en=("Height", "The height of one package, with its unit."),
        fr=("Hauteur", "La hauteur d'un colis, avec son unité."),
    ),
    "volume": entry(
        ("395", "", "n..16,6", "0.864 MTQ"),
        en=("Volume", "The volume of one package, with its unit."),
        fr=("Volume", "Le volume d'un colis, avec son unité."),
    ),
}

ADDITIONAL_CODE: dict[str, Entry] = {
    "code": entry(
        ("145", "6/16, 6/17", "an..4", "X100"),
        en=("Additional code", "The code itself."),
        fr=("Code additionnel", "Le code lui-même."),
    ),
    "kind": entry(
        ("337", "6/16, 6/17", "an..3", "GN"),
        en=("Kind of code", "Which list the code comes from."),
        fr=("Nature du code", "La liste d'où vient le code."),
    ),
}

DECLARED_TAX: dict[str, Entry] = {
    "kind": entry(
        ("113", "4/3", "an3", "A00"),
        en=("Kind of tax", "The code of the duty, tax or fee."),
        fr=("Nature de la taxe", "Le code du droit, de la taxe ou de la redevance."),
    ),
    "preference": entry(
        ("164", "4/17", "n3", "100"),
        en=("Preference", "100 where no lower duty is claimed, otherwise the code of the claim."),
        fr=("Préférence", "100 si aucun droit réduit n'est demandé, sinon le code de la demande."),
    ),
    "quota": entry(
        ("401", "8/1", "an..17", "091234"),
        en=("Quota", "The number of the tariff quota claimed."),
        fr=("Contingent", "Le numéro du contingent tarifaire demandé."),
    ),
    "payment_method": entry(
        ("94A/107", "4/8", "a1", "E"),
        en=("Method of payment", "A at once, E on the deferment account, and so on."),
        fr=("Mode de paiement", "A tout de suite, E sur le compte de paiement différé, etc."),
    ),
    "payable": entry(
        ("94A/378", "4/6", "n..16,2", "120.00"),
        en=("Payable amount", "What is to be paid, as you work it out."),
        fr=("Montant à payer", "Ce qui est à payer, selon votre calcul."),
    ),
    "assessed": entry(
        ("94A/120", "4/7", "n..16,2", "120.00"),
        en=("Assessed amount", "What the tax comes to, as you work it out."),
        fr=("Montant liquidé", "Ce que vaut la taxe, selon votre calcul."),
    ),
    "base": entry(
        ("129", "4/4", "n..16,6", "500 LTR"),
        en=("Tax base", "What the tax is worked out on, with its unit."),
        fr=("Base d'imposition", "Ce sur quoi la taxe est calculée, avec son unité."),
    ),
    "ad_valorem_base": entry(
        ("116", "4/4", "n..16,2", "3300.00"),
        en=("Tax base in value", "The value that the tax is worked out on."),
        fr=("Base d'imposition en valeur", "La valeur sur laquelle la taxe est calculée."),
    ),
    "deduction": entry(
        ("111", "4/7", "n..16,2", "10.00"),
        en=("Reduction", "What is taken off the tax."),
        fr=("Réduction", "Ce qui est retranché de la taxe."),
    ),
    "rate": entry(
        ("115", "4/5", "n..17,3", "6.5"),
        en=("Rate of tax", "The rate as you work it out; customs works it out again."),
        fr=("Taux de la taxe", "Le taux selon votre calcul ; la douane le calcule à son tour."),
    ),
}

MONEY: dict[str, Entry] = {
    "amount": entry(
        ("", "", "n..16,2", "3080.00"),
        en=("amount", "The amount, with a point before the decimals."),
        fr=("montant", "Le montant, avec un point avant les décimales."),
    ),
    "currency": entry(
        ("", "", "a3", "XFC"),
        en=("currency", "The currency, by its code of three letters (ISO 4217)."),
        fr=("monnaie", "La monnaie, par son code de trois lettres (ISO 4217)."),
    ),
}

QUANTITY: dict[str, Entry] = {
    "value": entry(
        ("", "", "n..16,6", "500"),
        en=("quantity", "How many, with a point before the decimals."),
        fr=("quantité", "Combien, avec un point avant les décimales."),
    ),
    "unit": entry(
        ("", "", "an..4", "NAR"),
        en=("unit", "The unit, by its code (UN/ECE Recommendation 20)."),
        fr=("unité", "L'unité, par son code (recommandation 20 de la CEE-ONU)."),
    ),
}
