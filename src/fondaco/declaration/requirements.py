"""Which elements a declaration must have, may have, or may not have: a table with its law.

The columns are the data sets of the Customs Procedures Order, schedule 15: the full
import declaration, and the simplified one that a later declaration completes. An
element below a part is asked for only where the part is there; what is not in the
table may be given or left out.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

import msgspec

from fondaco.declaration import document as parts
from fondaco.declaration.acts import START, order
from fondaco.legal.citation import Citation
from fondaco.units.period import Period


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
    in_force: Period
    citation: Citation

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


def requirements_on(day: date) -> Iterator[Requirement]:
    """The rows in force on the day, in the order of the table."""
    return (row for row in TABLE if day in row.in_force)


_WORDS = {"R": Presence.REQUIRED, "O": Presence.OPTIONAL, "-": Presence.BARRED}


def _row(number: str, part: type, element: str, columns: str, article: str) -> Requirement:
    full, simplified = (_WORDS[each] for each in columns.split())
    force = Period(START)
    return Requirement(number, part, element, full, simplified, force, order(article))


# number, part, element, columns (full, simplified: R required, O optional, - not allowed), law
TABLE: tuple[Requirement, ...] = (
    _row("RQ01", parts.Document, "kind", "R R", "sch. 15, line 1"),
    _row("RQ02", parts.Document, "local_reference", "R R", "sch. 15, line 2"),
    _row("RQ03", parts.Document, "mrn", "- -", "sch. 15, line 3"),
    _row("RQ04", parts.Document, "office", "R R", "sch. 15, line 4"),
    _row("RQ05", parts.Document, "item_count", "R O", "sch. 15, line 5"),
    _row("RQ06", parts.Document, "package_count", "R O", "sch. 15, line 6"),
    _row("RQ07", parts.Document, "invoice_amount", "R O", "sch. 15, line 7"),
    _row("RQ08", parts.Document, "declarant", "R R", "sch. 15, line 8"),
    _row("RQ09", parts.Document, "declarant.identifier", "R R", "sch. 15, line 8"),
    _row("RQ10", parts.Document, "exporter", "R O", "sch. 15, line 9"),
    _row("RQ11", parts.Document, "border_transport", "R O", "sch. 15, line 10"),
    _row("RQ12", parts.Document, "border_transport.mode", "R R", "sch. 15, line 10"),
    _row("RQ13", parts.Document, "exit_office", "- -", "sch. 15, line 11"),
    _row("RQ14", parts.Document, "changes", "- -", "sch. 15, line 12"),
    _row("RQ15", parts.Document, "shipment", "R R", "sch. 15, line 13"),
    _row("RQ16", parts.Representative, "identifier", "R R", "sch. 15, line 14"),
    _row("RQ17", parts.Representative, "status", "R R", "sch. 15, line 15"),
    _row("RQ18", parts.AuthorisationHolder, "identifier", "R R", "sch. 15, line 16"),
    _row("RQ19", parts.AuthorisationHolder, "category", "R R", "sch. 15, line 16"),
    _row("RQ20", parts.Guarantee, "kind", "R R", "sch. 15, line 17"),
    _row("RQ21", parts.Shipment, "importer", "R R", "sch. 15, line 18"),
    _row("RQ22", parts.Shipment, "importer.identifier", "R R", "sch. 15, line 18"),
    _row("RQ23", parts.Shipment, "trade_terms", "R O", "sch. 15, line 19"),
    _row("RQ24", parts.TradeTerms, "condition", "R R", "sch. 15, line 19"),
    _row("RQ25", parts.Shipment, "containerised", "R O", "sch. 15, line 20"),
    _row("RQ26", parts.Shipment, "arrival_transport", "R O", "sch. 15, line 21"),
    _row("RQ27", parts.Shipment, "arrival_transport.identifier", "R O", "sch. 15, line 21"),
    _row("RQ28", parts.Shipment, "arrival_transport.identifier_kind", "R O", "sch. 15, line 21"),
    _row("RQ29", parts.Shipment, "goods_location", "R O", "sch. 15, line 22"),
    _row("RQ30", parts.Location, "identifier", "R R", "sch. 15, line 22"),
    _row("RQ31", parts.Location, "kind", "R R", "sch. 15, line 22"),
    _row("RQ32", parts.Location, "qualifier", "R R", "sch. 15, line 22"),
    _row("RQ33", parts.Location, "country", "R R", "sch. 15, line 22"),
    _row("RQ34", parts.Shipment, "exits_at", "- -", "sch. 15, line 23"),
    _row("RQ35", parts.Shipment, "items", "R R", "sch. 15, line 24"),
    _row("RQ36", parts.Equipment, "identifier", "R R", "sch. 15, line 25"),
    _row("RQ37", parts.Seal, "identifier", "R R", "sch. 15, line 26"),
    _row("RQ38", parts.RoutingCountry, "country", "R R", "sch. 15, line 27"),
    _row("RQ39", parts.GoodsItem, "number", "R R", "sch. 15, line 28"),
    _row("RQ40", parts.GoodsItem, "commodity_code", "R R", "sch. 15, line 29"),
    _row("RQ41", parts.GoodsItem, "description", "R R", "sch. 15, line 30"),
    _row("RQ42", parts.GoodsItem, "procedure", "R R", "sch. 15, line 31"),
    _row("RQ43", parts.GoodsItem, "origin", "R O", "sch. 15, line 32"),
    _row("RQ44", parts.GoodsItem, "gross_mass", "R O", "sch. 15, line 33"),
    _row("RQ45", parts.GoodsItem, "net_mass", "R O", "sch. 15, line 34"),
    _row("RQ46", parts.GoodsItem, "invoice_amount", "R O", "sch. 15, line 35"),
    _row("RQ47", parts.GoodsItem, "valuation_method", "R O", "sch. 15, line 36"),
    _row("RQ48", parts.GoodsItem, "packages", "R R", "sch. 15, line 37"),
    _row("RQ49", parts.GoodsItem, "taxes", "R O", "sch. 15, line 38"),
    _row("RQ50", parts.Packaging, "kind", "R R", "sch. 15, line 37"),
    _row("RQ51", parts.SupportingDocument, "kind", "R R", "sch. 15, line 39"),
    _row("RQ52", parts.SupportingDocument, "identifier", "R R", "sch. 15, line 39"),
    _row("RQ53", parts.PreviousDocument, "category", "R R", "sch. 15, line 40"),
    _row("RQ54", parts.PreviousDocument, "kind", "R R", "sch. 15, line 40"),
    _row("RQ55", parts.PreviousDocument, "identifier", "R R", "sch. 15, line 40"),
    _row("RQ56", parts.DeclaredTax, "kind", "R O", "sch. 15, line 41"),
    _row("RQ57", parts.DeclaredTax, "payment_method", "R O", "sch. 15, line 42"),
    _row("RQ58", parts.RoleParty, "identifier", "R R", "sch. 15, line 43"),
    _row("RQ59", parts.RoleParty, "role", "R R", "sch. 15, line 43"),
)
