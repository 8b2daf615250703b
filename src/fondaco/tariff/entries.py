"""The entries of the tariff's files, as their columns are; lists have a space between two."""

from decimal import Decimal

from fondaco.legal.reading import Entry
from fondaco.tariff.measure import FeeUnit


class GoodsEntry(Entry, frozen=True, kw_only=True):
    """What every entry on goods names: the code they lie in, or ``all``."""

    code: str


class DutyEntry(GoodsEntry, frozen=True, kw_only=True):
    """duties.csv: the duty on goods of any origin."""

    rate: str


class PreferenceEntry(GoodsEntry, frozen=True, kw_only=True):
    """preferential_duties.csv: the duty that an agreement gives."""

    agreement: str
    rate: str


class AgreementEntry(Entry, frozen=True, kw_only=True):
    """agreements.csv: with whom, how it is claimed, which proofs of origin serve."""

    agreement: str
    preference: str
    area: str
    documents: str
    en: str
    fr: str


class RemedyEntry(GoodsEntry, frozen=True, kw_only=True):
    """trade_remedies.csv: a duty on top for goods from an area."""

    charge: str
    area: str
    rate: str
    en: str
    fr: str


class ExciseEntry(GoodsEntry, frozen=True, kw_only=True):
    """excise.csv: a duty on goods of a kind, wherever they are made."""

    charge: str
    rate: str


class TaxRateEntry(Entry, frozen=True, kw_only=True):
    """vat_rates.csv: one rate of value added tax; goods are exempt where it has no rate."""

    category: str
    rate: str | None = None
    en: str
    fr: str


class TaxEntry(GoodsEntry, frozen=True, kw_only=True):
    """vat.csv: which rate of value added tax goods bear."""

    category: str


class FeeEntry(GoodsEntry, frozen=True, kw_only=True):
    """fees.csv: a fee, what it is due for, and in words the cost it covers."""

    fee: str
    charge: str
    unit: FeeUnit
    amount: Decimal
    en: str
    fr: str


class RequirementEntry(GoodsEntry, frozen=True, kw_only=True):
    """requirements.csv: a document for goods from an area; ``documents`` are alternatives."""

    requirement: str
    area: str
    documents: str
    en: str
    fr: str


class SupplementaryUnitEntry(GoodsEntry, frozen=True, kw_only=True):
    """supplementary_units.csv: the unit to count goods in beside their mass, or ``none``."""

    unit: str
