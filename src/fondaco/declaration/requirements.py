"""Which elements a declaration must have, may have, or may not have: a table of numbered rows.

The columns are the data sets of the Revised Kyoto Convention, General Annex 3.11 to 3.14: the
full import declaration, and the simplified one that a later declaration completes. An
element below a part is asked for only where the part is there; what is not in the
table may be given or left out. Which rows are in force is said by the bundle of law
(``rules.csv``), with the article that says so.
"""

from enum import StrEnum

import msgspec

from fondaco.declaration import document as parts


class DataSet(StrEnum):
    """Which column of the table a declaration is held to."""

    FULL = "full import declaration"
    SIMPLIFIED = "simplified import declaration"


class Presence(StrEnum):
    """What the table says of an element."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    BARRED = "not allowed"


class Requirement(msgspec.Struct, frozen=True):
    """One row of the table: an element of a kind of part, and what each data set says of it."""

    number: str
    part: type
    element: str
    full: Presence
    simplified: Presence

    def presence(self, data_set: DataSet) -> Presence:
        """What the row says in that column."""
        return self.full if data_set is DataSet.FULL else self.simplified


_SIMPLIFIED_KINDS = frozenset(("IMB", "IMC", "IME", "IMF"))


def data_set_of(kind: str | None) -> DataSet:
    """The column for a declaration type; the full one where the type is missing or unknown.

    >>> data_set_of("IMA").value, data_set_of("IMC").value
    ('full import declaration', 'simplified import declaration')
    """
    return DataSet.SIMPLIFIED if kind in _SIMPLIFIED_KINDS else DataSet.FULL


_WORDS = {"R": Presence.REQUIRED, "O": Presence.OPTIONAL, "-": Presence.BARRED}


def _row(number: str, part: type, element: str, columns: str) -> Requirement:
    full, simplified = (_WORDS[each] for each in columns.split())
    return Requirement(number, part, element, full, simplified)


# number, part, element, columns (full, simplified: R required, O optional, - not allowed)
TABLE: tuple[Requirement, ...] = (
    _row("RQ01", parts.Document, "kind", "R R"),
    _row("RQ02", parts.Document, "local_reference", "R R"),
    _row("RQ03", parts.Document, "mrn", "- -"),
    _row("RQ04", parts.Document, "office", "R R"),
    _row("RQ05", parts.Document, "item_count", "R O"),
    _row("RQ06", parts.Document, "package_count", "R O"),
    _row("RQ07", parts.Document, "invoice_amount", "R O"),
    _row("RQ08", parts.Document, "declarant", "R R"),
    _row("RQ09", parts.Document, "declarant.identifier", "R R"),
    _row("RQ10", parts.Document, "exporter", "R O"),
    _row("RQ11", parts.Document, "border_transport", "R O"),
    _row("RQ12", parts.Document, "border_transport.mode", "R R"),
    _row("RQ13", parts.Document, "exit_office", "- -"),
    _row("RQ14", parts.Document, "changes", "- -"),
    _row("RQ15", parts.Document, "shipment", "R R"),
    _row("RQ16", parts.Representative, "identifier", "R R"),
    _row("RQ17", parts.Representative, "status", "R R"),
    _row("RQ18", parts.AuthorisationHolder, "identifier", "R R"),
    _row("RQ19", parts.AuthorisationHolder, "category", "R R"),
    _row("RQ20", parts.Guarantee, "kind", "R R"),
    _row("RQ21", parts.Shipment, "importer", "R R"),
    _row("RQ22", parts.Shipment, "importer.identifier", "R R"),
    _row("RQ23", parts.Shipment, "trade_terms", "R O"),
    _row("RQ24", parts.TradeTerms, "condition", "R R"),
    _row("RQ25", parts.Shipment, "containerised", "R O"),
    _row("RQ26", parts.Shipment, "arrival_transport", "R O"),
    _row("RQ27", parts.Shipment, "arrival_transport.identifier", "R O"),
    _row("RQ28", parts.Shipment, "arrival_transport.identifier_kind", "R O"),
    _row("RQ29", parts.Shipment, "goods_location", "R O"),
    _row("RQ30", parts.Location, "identifier", "R R"),
    _row("RQ31", parts.Location, "kind", "R R"),
    _row("RQ32", parts.Location, "qualifier", "R R"),
    _row("RQ33", parts.Location, "country", "R R"),
    _row("RQ34", parts.Shipment, "exits_at", "- -"),
    _row("RQ35", parts.Shipment, "items", "R R"),
    _row("RQ36", parts.Equipment, "identifier", "R R"),
    _row("RQ37", parts.Seal, "identifier", "R R"),
    _row("RQ38", parts.RoutingCountry, "country", "R R"),
    _row("RQ39", parts.GoodsItem, "number", "R R"),
    _row("RQ40", parts.GoodsItem, "commodity_code", "R R"),
    _row("RQ41", parts.GoodsItem, "description", "R R"),
    _row("RQ42", parts.GoodsItem, "procedure", "R R"),
    _row("RQ43", parts.GoodsItem, "origin", "R O"),
    _row("RQ44", parts.GoodsItem, "gross_mass", "R O"),
    _row("RQ45", parts.GoodsItem, "net_mass", "R O"),
    _row("RQ46", parts.GoodsItem, "invoice_amount", "R O"),
    _row("RQ47", parts.GoodsItem, "valuation_method", "R O"),
    _row("RQ48", parts.GoodsItem, "packages", "R R"),
    _row("RQ49", parts.GoodsItem, "taxes", "R O"),
    _row("RQ50", parts.Packaging, "kind", "R R"),
    _row("RQ51", parts.SupportingDocument, "kind", "R R"),
    _row("RQ52", parts.SupportingDocument, "identifier", "R R"),
    _row("RQ53", parts.PreviousDocument, "category", "R R"),
    _row("RQ54", parts.PreviousDocument, "kind", "R R"),
    _row("RQ55", parts.PreviousDocument, "identifier", "R R"),
    _row("RQ56", parts.DeclaredTax, "kind", "R O"),
    _row("RQ57", parts.DeclaredTax, "payment_method", "R O"),
    _row("RQ58", parts.RoleParty, "identifier", "R R"),
    _row("RQ59", parts.RoleParty, "role", "R R"),
)
