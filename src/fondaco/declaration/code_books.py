"""The code lists in force on one day, as the rules read them: plain sets and maps."""

from collections.abc import Mapping

import msgspec

from fondaco.procedures.codes import Procedure
from fondaco.territory.offices import Office


class CommodityInForce(msgspec.Struct, frozen=True, gc=False):
    """A declarable commodity code and what a declaration must say with it."""

    code: str
    supplementary_unit: str | None = None


class CodeBooks(msgspec.Struct, frozen=True):
    """Every list of codes a declaration may draw on, as in force on the day.

    ``identifier_prefixes`` are the country prefixes whose trader identifiers the
    administration itself issues and so can check digit by digit. Where a law lists none
    of the codes of the last five, it leaves them to their shape.
    """

    country: str
    currency: str
    commodities: Mapping[str, CommodityInForce]
    countries: frozenset[str]
    currencies: frozenset[str]
    units: frozenset[str]
    package_kinds: frozenset[str]
    transport_modes: frozenset[str]
    delivery_terms: frozenset[str]
    document_kinds: frozenset[str]
    additional_procedures: frozenset[str]
    preferences: frozenset[str]
    payment_methods: frozenset[str]
    valuation_methods: frozenset[str]
    charge_kinds: frozenset[str]
    procedures: Mapping[str, Procedure]
    offices: Mapping[str, Office]
    identifier_prefixes: frozenset[str] = frozenset()
    declaration_kinds: frozenset[str] = frozenset()
    previous_document_kinds: frozenset[str] = frozenset()
    transaction_natures: frozenset[str] = frozenset()
    authorisation_kinds: frozenset[str] = frozenset()
    tax_kinds: frozenset[str] = frozenset()
