"""The words of the rules on documents, statements, packages and taxes."""

from fondaco.declaration.rules.texts.wording import says

TEXTS = {
    "DO01": says(
        en=(
            "There is no kind of document {code}.",
            "A code of one letter or digit and three more, from the law's list.",
            "Choose the code of the document you hold.",
        ),
        fr=(
            "Il n'y a pas de nature de document {code}.",
            "Un code d'un caractère et de trois autres, de la liste légale.",
            "Choisissez le code du document que vous détenez.",
        ),
    ),
    "DO02": says(
        en=(
            "The document number {found} is too long or has hidden characters.",
            "At most 70 characters, all of which can be seen.",
            "Write the number again by hand.",
        ),
        fr=(
            "Le numéro de document {found} est trop long ou a des caractères cachés.",
            "Au plus 70 caractères, tous visibles.",
            "Écrivez le numéro à nouveau, à la main.",
        ),
    ),
    "DO03": says(
        en=(
            "Who issued the document is too long or has hidden characters: {found}.",
            "At most 70 characters, all of which can be seen.",
            "Write the name again by hand, shortened where it must be.",
        ),
        fr=(
            "Qui a délivré le document est trop long ou a des caractères cachés : {found}.",
            "Au plus 70 caractères, tous visibles.",
            "Écrivez le nom à nouveau, à la main, abrégé s'il le faut.",
        ),
    ),
    "DO04": says(
        en=(
            "There is no document status {found}.",
            "Two capitals, such as AC for a document attached.",
            "Correct the status, or leave it out.",
        ),
        fr=(
            "Il n'y a pas de situation de document {found}.",
            "Deux majuscules, par exemple AC pour un document joint.",
            "Corrigez la situation, ou ôtez-la.",
        ),
    ),
    "DO05": says(
        en=(
            "The date of the document, {found}, is not a date.",
            "Year, month and day, such as 2026-12-31.",
            "Write the date in that form.",
        ),
        fr=(
            "La date du document, {found}, n'est pas une date.",
            "Année, mois et jour, par exemple 2026-12-31.",
            "Écrivez la date ainsi.",
        ),
    ),
    "DO06": says(
        en=(
            "Document {repeated} is named twice for this item.",
            "Each document once.",
            "Leave out the second, or correct its number.",
        ),
        fr=(
            "Le document {repeated} est nommé deux fois pour cet article.",
            "Chaque document une fois.",
            "Ôtez le second, ou corrigez son numéro.",
        ),
    ),
    "DO07": says(
        en=(
            "There is no category {found} of previous documents.",
            "X for temporary storage, Y for a simplified declaration, Z for others.",
            "Choose one of these letters.",
        ),
        fr=(
            "Il n'y a pas de catégorie {found} de documents précédents.",
            "X pour le dépôt temporaire, Y pour une déclaration simplifiée, Z pour les autres.",
            "Choisissez l'une de ces lettres.",
        ),
    ),
    "DO08": says(
        en=(
            "There is no kind of previous document {found}.",
            "A code from the law's list, such as 705 for a bill of lading.",
            "Choose the code of the document under which the goods came.",
        ),
        fr=(
            "Il n'y a pas de nature de document précédent {found}.",
            "Un code de la liste légale, par exemple 705 pour un connaissement.",
            "Choisissez le code du document sous lequel sont venues les marchandises.",
        ),
    ),
    "DO09": says(
        en=(
            "The number {found} is too long or has hidden characters.",
            "At most 70 characters, all of which can be seen.",
            "Write the number again by hand.",
        ),
        fr=(
            "Le numéro {found} est trop long ou a des caractères cachés.",
            "Au plus 70 caractères, tous visibles.",
            "Écrivez le numéro à nouveau, à la main.",
        ),
    ),
    "DO10": says(
        en=(
            "The check digit of {found} does not fit the number.",
            "A master reference number as customs gave it.",
            "Compare it with the earlier declaration: a character may be wrong.",
        ),
        fr=(
            "La clé de {found} ne va pas avec le numéro.",
            "Un numéro de référence maître tel que la douane l'a donné.",
            "Comparez avec la déclaration précédente : un caractère est peut-être faux.",
        ),
    ),
    "DO11": says(
        en=(
            "Previous document {repeated} is named twice for this item.",
            "Each line of each document once.",
            "Leave out the second, or correct its line.",
        ),
        fr=(
            "Le document précédent {repeated} est nommé deux fois pour cet article.",
            "Chaque ligne de chaque document une fois.",
            "Ôtez le second, ou corrigez sa ligne.",
        ),
    ),
    "DO12": says(
        en=(
            "Previous document {repeated} is named twice for the shipment.",
            "Each line of each document once.",
            "Leave out the second, or correct its line.",
        ),
        fr=(
            "Le document précédent {repeated} est nommé deux fois pour l'envoi.",
            "Chaque ligne de chaque document une fois.",
            "Ôtez le second, ou corrigez sa ligne.",
        ),
    ),
    "DO13": says(
        en=(
            "A statement has neither a code nor words.",
            "A code, or words, or both.",
            "Say what customs should know, or leave the statement out.",
        ),
        fr=(
            "Une mention n'a ni code ni texte.",
            "Un code, un texte, ou les deux.",
            "Dites ce que la douane doit savoir, ou ôtez la mention.",
        ),
    ),
    "DO14": says(
        en=(
            "The statement is too long or has hidden characters: {found}.",
            "At most 512 characters, all of which can be seen.",
            "Shorten the statement, or write it again by hand.",
        ),
        fr=(
            "La mention est trop longue ou a des caractères cachés : {found}.",
            "Au plus 512 caractères, tous visibles.",
            "Abrégez la mention, ou écrivez-la à nouveau, à la main.",
        ),
    ),
    "DO15": says(
        en=(
            "{found} is not the code of a statement.",
            "Four or five capitals and digits, such as 00500.",
            "Correct the code, or say it in words.",
        ),
        fr=(
            "{found} n'est pas le code d'une mention.",
            "Quatre ou cinq majuscules et chiffres, par exemple 00500.",
            "Corrigez le code, ou dites-le en toutes lettres.",
        ),
    ),
    "PK01": says(
        en=(
            "There is no kind of package {found}.",
            "A code of two characters from the law's list, such as BX for a box.",
            "Choose the code of the packages as they are.",
        ),
        fr=(
            "Il n'y a pas de sorte de colis {found}.",
            "Un code de deux caractères de la liste légale, par exemple BX pour une caisse.",
            "Choisissez le code des colis tels qu'ils sont.",
        ),
    ),
    "PK02": says(
        en=(
            "The number of packages is {found}.",
            "A whole number of at most eight digits, not below zero.",
            "Count the packages and write how many there are.",
        ),
        fr=(
            "Le nombre de colis est {found}.",
            "Un nombre entier d'au plus huit chiffres, pas moins de zéro.",
            "Comptez les colis et écrivez combien il y en a.",
        ),
    ),
    "PK03": says(
        en=(
            "The packages are not counted.",
            "The number of packages, save for goods in bulk.",
            "Count the packages and write how many there are.",
        ),
        fr=(
            "Les colis ne sont pas comptés.",
            "Le nombre de colis, sauf pour le vrac.",
            "Comptez les colis et écrivez combien il y en a.",
        ),
    ),
    "PK04": says(
        en=(
            "Goods in bulk are said to have {found} packages.",
            "No number: goods in bulk are not packed.",
            "Leave the number out, or correct the kind of package.",
        ),
        fr=(
            "Des marchandises en vrac auraient {found} colis.",
            "Aucun nombre : le vrac n'est pas emballé.",
            "Ôtez le nombre, ou corrigez la sorte de colis.",
        ),
    ),
    "PK05": says(
        en=(
            "The packages have no marks.",
            "The marks and numbers on the packages, save for goods in bulk or unpacked.",
            "Write the marks; where there are none, write NO MARKS.",
        ),
        fr=(
            "Les colis n'ont pas de marques.",
            "Les marques et numéros des colis, sauf pour le vrac ou le non emballé.",
            "Écrivez les marques ; s'il n'y en a pas, écrivez SANS MARQUES.",
        ),
    ),
    "PK06": says(
        en=(
            "The marks are too long or have hidden characters: {found}.",
            "At most 512 characters, all of which can be seen.",
            "Shorten the marks, or write them again by hand.",
        ),
        fr=(
            "Les marques sont trop longues ou ont des caractères cachés : {found}.",
            "Au plus 512 caractères, tous visibles.",
            "Abrégez les marques, ou écrivez-les à nouveau, à la main.",
        ),
    ),
    "PK07": says(
        en=(
            "The packages of this item are not numbered 1, 2, 3 in order.",
            "Sequence numbers from one without gaps.",
            "Number them again, or leave the sequence numbers out.",
        ),
        fr=(
            "Les colis de cet article ne sont pas numérotés 1, 2, 3 dans l'ordre.",
            "Des numéros d'ordre à partir de un, sans lacune.",
            "Numérotez-les à nouveau, ou ôtez les numéros d'ordre.",
        ),
    ),
    "PK08": says(
        en=(
            "The same kind of package with the same marks is listed twice for this item.",
            "Each kind and marks once.",
            "Add the two numbers up, or correct the marks.",
        ),
        fr=(
            "La même sorte de colis aux mêmes marques figure deux fois pour cet article.",
            "Chaque sorte et marques une fois.",
            "Additionnez les deux nombres, ou corrigez les marques.",
        ),
    ),
    "PK09": says(
        en=(
            "No item has any package.",
            "At least one package in the declaration, save for goods in bulk.",
            "Count the packages; for goods in bulk choose a kind such as VO.",
        ),
        fr=(
            "Aucun article n'a de colis.",
            "Au moins un colis dans la déclaration, sauf pour le vrac.",
            "Comptez les colis ; pour le vrac choisissez une sorte comme VO.",
        ),
    ),
    "PK10": says(
        en=(
            "The total of packages is {found}.",
            "A whole number of at most eight digits, not below zero.",
            "Count the packages and write how many there are.",
        ),
        fr=(
            "Le total des colis est {found}.",
            "Un nombre entier d'au plus huit chiffres, pas moins de zéro.",
            "Comptez les colis et écrivez combien il y en a.",
        ),
    ),
    "TX11": says(
        en=(
            "The rate of tax is {found}.",
            "A number not below zero, with at most six decimals.",
            "Leave it out: customs works it out.",
        ),
        fr=(
            "Le taux de la taxe est {found}.",
            "Un nombre, pas moins de zéro, avec au plus six décimales.",
            "Ôtez-le : la douane le calcule.",
        ),
    ),
    "TX01": says(
        en=(
            "There is no duty or tax {found}.",
            "A code from the law's list, such as A00 for import duty.",
            "Choose the code, or leave the tax out: customs works out what is due.",
        ),
        fr=(
            "Il n'y a pas de droit ni de taxe {found}.",
            "Un code de la liste légale, par exemple A00 pour le droit d'entrée.",
            "Choisissez le code, ou ôtez la taxe : la douane calcule ce qui est dû.",
        ),
    ),
    "TX02": says(
        en=(
            "There is no preference {found}.",
            "100 where none is claimed, otherwise a code from the law's list.",
            "Take the code of the agreement whose proof of origin you hold.",
        ),
        fr=(
            "Il n'y a pas de préférence {found}.",
            "100 si aucune n'est demandée, sinon un code de la liste légale.",
            "Prenez le code de l'accord dont vous détenez la preuve d'origine.",
        ),
    ),
    "TX03": says(
        en=(
            "There is no method of payment {found}.",
            "A code from the law's list, such as A for cash or E for a deferment account.",
            "Choose how you will pay.",
        ),
        fr=(
            "Il n'y a pas de mode de paiement {found}.",
            "Un code de la liste légale, par exemple A en espèces ou E en paiement différé.",
            "Choisissez comment vous paierez.",
        ),
    ),
    "TX04": says(
        en=(
            "{found} is not the number of a tariff quota.",
            "Six digits, such as 091234.",
            "Take the number from the tariff.",
        ),
        fr=(
            "{found} n'est pas le numéro d'un contingent tarifaire.",
            "Six chiffres, par exemple 091234.",
            "Reprenez le numéro du tarif.",
        ),
    ),
    "TX05": says(
        en=(
            "The amount to be paid is {found}.",
            "An amount in {currency}.",
            "Leave it out: customs works it out.",
        ),
        fr=(
            "Le montant à payer est {found}.",
            "Un montant en {currency}.",
            "Ôtez-le : la douane le calcule.",
        ),
    ),
    "TX06": says(
        en=(
            "The amount assessed is {found}.",
            "An amount in {currency}.",
            "Leave it out: customs works it out.",
        ),
        fr=(
            "Le montant liquidé est {found}.",
            "Un montant en {currency}.",
            "Ôtez-le : la douane le calcule.",
        ),
    ),
    "TX07": says(
        en=(
            "Payment is deferred, but nobody is named who holds the authorisation for it.",
            "The holder of an authorisation of kind DPO.",
            "Add the holder, or choose another method of payment.",
        ),
        fr=(
            "Le paiement est différé, mais aucun titulaire de l'autorisation n'est nommé.",
            "Le titulaire d'une autorisation de nature DPO.",
            "Ajoutez le titulaire, ou choisissez un autre mode de paiement.",
        ),
    ),
    "TX08": says(
        en=(
            "The item does not say whether it claims a preference.",
            "A preference on the first duty of the item; 100 where none is claimed.",
            "Write the preference on the first duty.",
        ),
        fr=(
            "L'article ne dit pas s'il demande une préférence.",
            "Une préférence sur le premier droit de l'article ; 100 si aucune n'est demandée.",
            "Écrivez la préférence sur le premier droit.",
        ),
    ),
    "TX09": says(
        en=(
            "The item names a preference on a duty other than its first.",
            "One preference, on the first duty.",
            "Move the preference to the first duty, and leave it out elsewhere.",
        ),
        fr=(
            "L'article nomme une préférence sur un autre droit que le premier.",
            "Une préférence, sur le premier droit.",
            "Déplacez la préférence sur le premier droit, et ôtez-la ailleurs.",
        ),
    ),
    "TX10": says(
        en=(
            "Tax {repeated} is named twice with the same method of payment.",
            "Each duty or tax once for each method of payment.",
            "Leave out the second.",
        ),
        fr=(
            "La taxe {repeated} est nommée deux fois avec le même mode de paiement.",
            "Chaque droit ou taxe une fois par mode de paiement.",
            "Ôtez la seconde.",
        ),
    ),
    "RD01": says(
        en=(
            "The law requires a document that is not named: {documents}.",
            "One of {documents}, for this item or for the whole declaration.",
            "Obtain the document, or name the one that says the goods are exempt.",
        ),
        fr=(
            "La loi exige un document qui n'est pas nommé : {documents}.",
            "L'un de {documents}, pour l'article ou pour toute la déclaration.",
            "Procurez-vous le document, ou nommez celui qui dit l'exemption.",
        ),
    ),
}
