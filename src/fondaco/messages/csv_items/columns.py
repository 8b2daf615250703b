"""The columns that a spreadsheet of goods items may have, and the names they go by."""

import unicodedata
from collections.abc import Callable

import msgspec

from fondaco.declaration.elements import label
from fondaco.messages.csv_items.cells import (
    Cell,
    additional_codes,
    codes,
    decimal,
    documents,
    text,
    whole,
)

ITEM = "shipment.items[0]"


class Column(msgspec.Struct, frozen=True):
    """One column: its name, what its cells say, and the elements whose labels it goes by too."""

    name: str
    read: Callable[[Cell], object]
    elements: tuple[str, ...]

    def label(self, language: str) -> str:
        """What the column is called in the language."""
        return label(f"{ITEM}.{self.elements[0]}", language)

    def names(self) -> set[str]:
        """Everything that the first row may call the column, in its plainest form."""
        labels = {
            label(f"{ITEM}.{element}", language)
            for element in self.elements
            for language in ("en", "fr")
        }
        return {plain(each) for each in labels | {self.name}}


def _column(name: str, read: Callable[[Cell], object], *elements: str) -> Column:
    return Column(name, read, elements or (name,))


COLUMNS = (
    _column("number", whole),
    _column("commodity_code", text),
    _column("additional_codes", additional_codes),
    _column("description", text),
    _column("procedure", text),
    _column("additional_procedures", codes),
    _column("origin", text),
    _column("preferential_origin", text),
    _column("dispatch_country", text),
    _column("destination_country", text),
    _column("gross_mass", decimal),
    _column("net_mass", decimal),
    _column(
        "supplementary_quantity",
        decimal,
        "supplementary_quantity",
        "supplementary_quantity.value",
    ),
    _column("supplementary_unit", text, "supplementary_quantity.unit"),
    _column("invoice_amount", decimal, "invoice_amount", "invoice_amount.amount"),
    _column("invoice_currency", text, "invoice_amount.currency"),
    _column("statistical_value", decimal, "statistical_value", "statistical_value.amount"),
    _column("statistical_currency", text, "statistical_value.currency"),
    _column("valuation_method", text),
    _column("valuation_indicators", text),
    _column("transaction_nature", text),
    _column("reference", text),
    _column("dangerous_goods", codes),
    _column("preference", text, "taxes[0].preference"),
    _column("quota", text, "taxes[0].quota"),
    _column("payment_method", text, "taxes[0].payment_method"),
    _column("package_kind", text, "packages[0].kind"),
    _column("package_quantity", decimal, "packages[0].quantity"),
    _column("package_marks", text, "packages[0].marks"),
    _column("documents", documents),
)


def plain(name: str) -> str:
    """A name without what two people may write differently: case, accents, spaces, units.

    >>> plain(" Désignation "), plain("NET_MASS"), plain("Net mass (kg)")
    ('designation', 'net mass', 'net mass')
    """
    bare = unicodedata.normalize("NFKD", name.partition("(")[0]).replace("’", "'")
    letters = "".join(each for each in bare if not unicodedata.combining(each))
    return " ".join(letters.casefold().replace("_", " ").replace(":", " ").split())


NUMBERS = frozenset(column.name for column in COLUMNS if column.read in (decimal, whole))
"""The columns that hold numbers."""

BY_NAME = {name: column for column in COLUMNS for name in column.names()}
"""Each column by everything it may be called."""


def template(language: str) -> bytes:
    """An empty spreadsheet with the columns named in the language, for a trader to fill in.

    >>> template("fr").decode("utf-8-sig").split(";")[1]
    'Code des marchandises'
    """
    # With a byte order mark, for without it a spreadsheet takes the file for another encoding.
    return (";".join(column.label(language) for column in COLUMNS) + "\r\n").encode("utf-8-sig")
