"""What a problem with a message means: what was expected and how to mend it, by code.

Words in braces are values that the problem carries.
"""

import msgspec

from fondaco.legal.wording import Wording


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """What was expected, and how to mend it, in each language."""

    expected: Wording
    mend: Wording


def _of(expected: str, mend: str, attendu: str, remede: str) -> Sentence:
    return Sentence(Wording(expected, attendu), Wording(mend, remede))


_THE_WHOLE = {
    "empty": _of(
        "a message",
        "send the declaration in the body of the request",
        "un message",
        "envoyez la déclaration dans le corps de la requête",
    ),
    "too-large": _of(
        "at most {limit} bytes",
        "split the consignment, or send several messages",
        "au plus {limit} octets",
        "scindez l'envoi ou transmettez plusieurs messages",
    ),
    "encoding": _of(
        "text in {accepted}",
        "save the message in UTF-8 without a byte order mark, and declare no other encoding",
        "du texte en {accepted}",
        "enregistrez le message en UTF-8 sans marque d'ordre des octets et ne déclarez aucun"
        " autre codage",
    ),
    "too-deep": _of(
        "at most {limit} levels of elements, one inside the other",
        "check the program that wrote the message: a declaration is never that deep",
        "au plus {limit} niveaux d'éléments imbriqués",
        "vérifiez le programme qui a écrit le message : une déclaration n'est jamais aussi"
        " profonde",
    ),
    "too-many-elements": _of(
        "at most {limit} elements",
        "split the consignment over several declarations",
        "au plus {limit} éléments",
        "répartissez l'envoi sur plusieurs déclarations",
    ),
    "too-many-declarations": _of(
        "at most {limit} declarations in one batch",
        "send the rest in another batch",
        "au plus {limit} déclarations par lot",
        "envoyez le reste dans un autre lot",
    ),
    "forbidden-character": _of(
        "text without control characters",
        "remove the character; line ends and tabs are the only ones allowed",
        "du texte sans caractères de commande",
        "supprimez le caractère ; seuls les fins de ligne et les tabulations sont admis",
    ),
    "too-long-text": _of(
        "at most {limit} characters",
        "shorten the text, and put the rest in a supporting document",
        "au plus {limit} caractères",
        "abrégez le texte et placez le reste dans un document d'accompagnement",
    ),
}

_JSON = {
    "malformed-json": _of(
        "well-formed JSON (RFC 8259)",
        "mend the text at byte {byte}",
        "du JSON bien formé (RFC 8259)",
        "corrigez le texte à l'octet {byte}",
    ),
    "repeated-name": _of(
        "each name once in an object",
        "remove one of the two",
        "chaque nom une seule fois dans un objet",
        "supprimez l'un des deux",
    ),
    "unknown-name": _of(
        "one of the declaration's elements{nearest}",
        "correct the spelling of the name, or remove it",
        "l'un des éléments de la déclaration{nearest}",
        "corrigez l'orthographe du nom ou supprimez-le",
    ),
    "wrong-type": _of(
        "{kind}",
        "write the value in the form that the element takes",
        "{nature}",
        "écrivez la valeur sous la forme que prend l'élément",
    ),
}

_VALUES = {
    "missing": _of(
        "the element {name}",
        "add it: without it the rest of this part means nothing",
        "l'élément {name}",
        "ajoutez-le : sans lui le reste de cette partie ne signifie rien",
    ),
    "not-a-number": _of(
        "a number in digits, with a point before the decimals",
        "write it as 12.5, without unit, spaces or thousands separators",
        "un nombre en chiffres, avec un point avant les décimales",
        "écrivez 12.5, sans unité, ni espaces, ni séparateurs de milliers",
    ),
    "exponent": _of(
        "a number written out, without an exponent",
        "write 1000 for 1E3",
        "un nombre écrit en entier, sans exposant",
        "écrivez 1000 au lieu de 1E3",
    ),
    "number-too-long": _of(
        "at most 16 digits, of which at most 6 after the point",
        "round the number as the law says, or correct it",
        "au plus 16 chiffres, dont au plus 6 après la virgule",
        "arrondissez le nombre comme le prescrit la loi ou corrigez-le",
    ),
    "whole-number": _of(
        "a whole number from 0 to 99999",
        "write the number in digits, without decimals or sign",
        "un nombre entier de 0 à 99999",
        "écrivez le nombre en chiffres, sans décimales ni signe",
    ),
    "not-a-date": _of(
        "a day of the calendar, or a day and an instant",
        "write 20261121 (format 102) or 20261121093000Z (format 304)",
        "un jour du calendrier, ou un jour et un instant",
        "écrivez 20261121 (format 102) ou 20261121093000Z (format 304)",
    ),
    "unit": _of(
        "a mass in kilograms (KGM), or in a unit that gives kilograms exactly",
        "convert the mass to kilograms",
        "une masse en kilogrammes (KGM), ou dans une unité qui donne exactement des kilogrammes",
        "convertissez la masse en kilogrammes",
    ),
}

_XML = {
    "doctype": _of(
        "XML without a document type or entity declaration",
        "remove the DOCTYPE; none is ever needed here, and none is read",
        "du XML sans déclaration de type de document ni d'entité",
        "supprimez le DOCTYPE ; il n'est jamais nécessaire ici et n'est jamais lu",
    ),
    "malformed-xml": _of(
        "well-formed XML 1.0",
        "mend the text at line {line}, column {column}",
        "du XML 1.0 bien formé",
        "corrigez le texte à la ligne {line}, colonne {column}",
    ),
    "hyphens-in-comment": _of(
        "a comment without two hyphens in a row (XML 1.0, 2.5)",
        "take one hyphen out of the comment at line {line}, or remove the comment",
        "un commentaire sans deux traits d'union consécutifs (XML 1.0, 2.5)",
        "ôtez un trait d'union du commentaire à la ligne {line}, ou supprimez le commentaire",
    ),
    "unclosed": _of(
        "a whole message, every element closed",
        "send the message again; it breaks off at line {line}",
        "un message entier, chaque élément fermé",
        "renvoyez le message ; il s'interrompt à la ligne {line}",
    ),
    "mismatched-tags": _of(
        "each element closed by its own name",
        "mend the end tag at line {line}",
        "chaque élément fermé par son propre nom",
        "corrigez la balise fermante à la ligne {line}",
    ),
    "undeclared-prefix": _of(
        "a namespace for each prefix",
        "declare the prefix used at line {line}",
        "un espace de noms pour chaque préfixe",
        "déclarez le préfixe employé à la ligne {line}",
    ),
    "undefined-entity": _of(
        "only the entities of XML itself: &amp; &lt; &gt; &apos; &quot;",
        "write the character itself at line {line}",
        "les seules entités du XML : &amp; &lt; &gt; &apos; &quot;",
        "écrivez le caractère lui-même à la ligne {line}",
    ),
    "unknown-root": _of(
        "a WCO declaration: MetaData or Declaration, in their namespaces",
        "send a DEC message of the WCO Data Model 3.6",
        "une déclaration de l'OMD : MetaData ou Declaration, dans leurs espaces de noms",
        "envoyez un message DEC du modèle de données de l'OMD 3.6",
    ),
    "no-declaration": _of(
        "one Declaration inside MetaData",
        "put the declaration there; answers and other messages are not lodged",
        "une seule Declaration dans MetaData",
        "placez-y la déclaration ; les réponses et autres messages ne se déposent pas",
    ),
    "unknown-element": _of(
        "an element that this part of a declaration has{nearest}",
        "remove the element, or move it to where it belongs",
        "un élément que possède cette partie de la déclaration{nearest}",
        "supprimez l'élément ou placez-le là où il doit être",
    ),
    "repeated-element": _of(
        "the element once",
        "keep one of them",
        "l'élément une seule fois",
        "n'en gardez qu'un",
    ),
    "stray-text": _of(
        "elements only, no text between them",
        "remove the text, or put it into its element",
        "uniquement des éléments, sans texte entre eux",
        "supprimez le texte ou placez-le dans son élément",
    ),
    "nested-element": _of(
        "text only, no elements inside",
        "take the elements out",
        "uniquement du texte, sans éléments à l'intérieur",
        "retirez les éléments",
    ),
}

_NOTED = {
    "attribute-not-kept": _of(
        "no such attribute: it was not kept",
        "nothing, unless the attribute mattered",
        "pas d'attribut de ce nom : il n'a pas été conservé",
        "rien, à moins que l'attribut n'ait de l'importance",
    ),
    "empty-element": _of(
        "a value: the element was read as absent",
        "leave out elements that have no value",
        "une valeur : l'élément a été lu comme absent",
        "omettez les éléments sans valeur",
    ),
    "out-of-order": _of(
        "the order of the schema: the element was read all the same",
        "put the elements in the order of the schema; other administrations refuse this one",
        "l'ordre du schéma : l'élément a tout de même été lu",
        "placez les éléments dans l'ordre du schéma ; d'autres administrations refusent celui-ci",
    ),
    "unit-converted": _of(
        "kilograms: the mass was converted and reads {kilograms} KGM",
        "declare masses in kilograms",
        "des kilogrammes : la masse a été convertie et vaut {kilograms} KGM",
        "déclarez les masses en kilogrammes",
    ),
    "wrapper-not-kept": _of(
        "the declaration alone: the transport header around it was not kept",
        "nothing, unless the header mattered",
        "la déclaration seule : l'en-tête de transport qui l'entoure n'a pas été conservé",
        "rien, à moins que l'en-tête n'ait de l'importance",
    ),
    "other-model": _of(
        "a DEC message of the WCO Data Model 3.6: it was read as one",
        "correct the header, or check that the message was meant for this administration",
        "un message DEC du modèle de données de l'OMD 3.6 : il a été lu comme tel",
        "corrigez l'en-tête, ou vérifiez que le message était destiné à cette administration",
    ),
}

_WRITING = {
    "not-carried": _of(
        "something that this form of message can carry",
        "send the declaration in JSON, or leave the element out",
        "une chose que cette forme de message peut transporter",
        "envoyez la déclaration en JSON ou omettez l'élément",
    ),
}

_SPREADSHEET = {
    "no-header": _of(
        "a first row with the names of the columns, commodity_code among them",
        "put the names of the elements, or their English or French labels, in the first row",
        "une première ligne portant les noms des colonnes, dont commodity_code",
        "placez les noms des éléments, ou leurs libellés français ou anglais, en première ligne",
    ),
    "unknown-column": _of(
        "the name or label of an element of a goods item{nearest}",
        "correct the name of the column, or remove the column",
        "le nom ou le libellé d'un élément d'article{nearest}",
        "corrigez le nom de la colonne ou supprimez la colonne",
    ),
    "repeated-column": _of(
        "each column once",
        "remove one of the columns",
        "chaque colonne une seule fois",
        "supprimez l'une des colonnes",
    ),
    "cells": _of(
        "{columns} cells, as many as the first row names",
        "put quotation marks around cells that hold a separator or a line end",
        "{columns} cellules, autant que la première ligne en nomme",
        "mettez entre guillemets les cellules contenant un séparateur ou une fin de ligne",
    ),
    "ambiguous-number": _of(
        "a number that can be read in one way only",
        "write 1250 for twelve hundred and fifty, 1.250000 or 1.25 for one and a quarter",
        "un nombre qui ne peut se lire que d'une seule façon",
        "écrivez 1250 pour mille deux cent cinquante, 1.250000 ou 1.25 pour un et quart",
    ),
    "formula": _of(
        "a value, not a formula",
        "paste the values of the cells instead of the formulas, then save as CSV",
        "une valeur et non une formule",
        "collez les valeurs des cellules au lieu des formules, puis enregistrez en CSV",
    ),
    "document-cell": _of(
        "documents as CODE:IDENTIFIER:STATUS, separated by vertical bars",
        "write for example N935:INV-17:AC|C644:GB-2024",
        "des documents sous la forme CODE:IDENTIFIANT:STATUT, séparés par des barres verticales",
        "écrivez par exemple N935:FAC-17:AC|C644:GB-2024",
    ),
    "no-rows": _of(
        "at least one row of goods below the names",
        "add a row for each goods item",
        "au moins une ligne de marchandises sous les noms",
        "ajoutez une ligne par article",
    ),
    "too-many-rows": _of(
        "at most {limit} goods items in one declaration",
        "split the consignment over several declarations",
        "au plus {limit} articles par déclaration",
        "répartissez l'envoi sur plusieurs déclarations",
    ),
    "without-its-unit": _of(
        "a value in the column {name} beside it",
        "fill in both cells, or leave both empty",
        "une valeur dans la colonne {name} à côté",
        "remplissez les deux cellules ou laissez-les vides toutes deux",
    ),
}

SENTENCES: dict[str, Sentence] = {
    **_THE_WHOLE,
    **_JSON,
    **_VALUES,
    **_XML,
    **_NOTED,
    **_WRITING,
    **_SPREADSHEET,
}
