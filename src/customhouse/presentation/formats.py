"""How values are written: each code with its label, number with its unit, time with its zone.

Every function returns markup that is safe to put into a page, in the current language.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache

from babel.dates import format_date, format_time, format_timedelta
from babel.numbers import format_decimal, format_percent
from django.utils import timezone
from django.utils.translation import gettext
from markupsafe import Markup, escape

from customhouse.presentation import labels, languages
from fondaco.units.money import Money
from fondaco.units.quantity import Quantity

Amount = Decimal | int
MINUS, NOTHING = "\u2212", Markup('<span class="soft">–</span>')
PLACES = {"JPY": 0, "XOF": 0, "XAF": 0, "KRW": 0, "ISK": 0, "TND": 3, "BHD": 3, "KWD": 3}
"""Decimal places of a currency where they are not two (ISO 4217)."""


def money(amount: Money | Amount | None, currency: str = "") -> Markup:
    """Write an amount with the places of its currency, and the currency after it."""
    if amount is None:
        return NOTHING
    if isinstance(amount, Money):
        amount, currency = amount.amount, amount.currency
    return Markup('<span class="money">{} <span class="currency">{}</span></span>').format(
        plain_money(amount, currency), currency
    )


def plain_money(amount: Amount, currency: str) -> str:
    """Write an amount as text, without its currency."""
    places = PLACES.get(currency, 2)
    return _decimal(amount, "#,##0" + ("." + "0" * places if places else ""))


def number(value: Amount | None, *, places: int | None = None) -> Markup:
    """Write a number with as many decimals as it has, or as many as asked."""
    if value is None:
        return NOTHING
    pattern = "#,##0.######" if places is None else "#,##0" + ("." + "0" * places if places else "")
    return Markup('<span class="whole">{}</span>').format(_decimal(value, pattern))


def percent(fraction: Decimal | None, *, places: int | None = None) -> Markup:
    """Write a fraction of one as a percentage: 0.065 is 6.5 %."""
    if fraction is None:
        return NOTHING
    pattern = "#,##0.####%" if places is None else "#,##0" + ("." + "0" * places if places else "")
    if languages.current() == "fr":
        pattern = pattern.replace("%", "\u00a0%") if "%" in pattern else pattern + "\u00a0%"
    elif "%" not in pattern:
        pattern += "%"
    text = format_percent(fraction, format=pattern, locale=languages.locale())
    return Markup('<span class="whole">{}</span>').format(text.replace("-", MINUS))


def mass(kilograms: Amount | None) -> Markup:
    """Write a mass in kilograms."""
    if kilograms is None:
        return NOTHING
    return Markup('<span class="whole">{}\u00a0<span class="unit">kg</span></span>').format(
        _decimal(kilograms, "#,##0.######")
    )


def quantity(value: Quantity | None) -> Markup:
    """Write a quantity with the name of its unit (UN/ECE Recommendation 20)."""
    if value is None:
        return NOTHING
    text = _decimal(value.value, "#,##0.######")
    if not value.unit:
        return Markup('<span class="whole">{}</span>').format(text)
    return Markup('<span class="whole">{}\u00a0<span class="unit">{}</span></span>').format(
        text, labels.unit(value.unit)
    )


def code(value: str | None, label: object = "") -> Markup:
    """Write a code and, after it, what it stands for."""
    if not value:
        return NOTHING
    if not label:
        return Markup('<span class="code">{}</span>').format(value)
    return Markup('<span class="code">{}</span> <span class="label">{}</span>').format(value, label)


def country(value: str | None) -> Markup:
    """Write a country by its name, its code after it."""
    if not value:
        return NOTHING
    name = labels.country(value)
    if name == value:
        return code(value)
    return Markup('{} <span class="code soft">{}</span>').format(name, value)


def commodity(value: str | None) -> Markup:
    """Write a commodity code in groups, so that the eye can follow it: 0101 21 00 00."""
    if not value:
        return NOTHING
    groups = [value[:4], *(value[place : place + 2] for place in range(4, len(value), 2))]
    return Markup('<span class="code">{}</span>').format("\u202f".join(groups))


def mrn(value: str | None, *, copy: bool = False) -> Markup:
    """Write a movement reference number, with a button that copies it where asked."""
    if not value:
        return NOTHING
    text = Markup('<span class="mrn">{}</span>').format(value)
    if not copy:
        return text
    button = Markup(
        '<button type="button" class="copy screen-only" data-copy="{}" data-copied="{}" hidden>'
        '{}<span class="govuk-visually-hidden"> {}</span></button>'
    )
    return text + button.format(value, gettext("Copied"), gettext("Copy"), value)


def digest(value: str | None) -> Markup:
    """Write the first characters of a digest; the whole of it on hover and when copied."""
    if not value:
        return NOTHING
    return Markup('<code title="{}">{}…</code>').format(value, value[:12])


def day(value: date | None) -> Markup:
    """Write a day, such as 21 November 2026."""
    if value is None:
        return NOTHING
    text = format_date(value, "d MMMM y", locale=languages.locale())
    return Markup('<time datetime="{}">{}</time>').format(value.isoformat(), text)


def moment(value: datetime | None, *, ago: bool = True, at: datetime | None = None) -> Markup:
    """Write an instant on the legal clock with its zone and, unless told not to, how long ago."""
    if value is None:
        return NOTHING
    local = timezone.localtime(value)
    text = f"{format_date(local, 'd MMM y', locale=languages.locale())}, {clock(local)}"
    shown = Markup('<time datetime="{}">{}</time>').format(
        local.isoformat(timespec="seconds"), text
    )
    if not ago:
        return shown
    return shown + Markup(' <span class="ago">({})</span>').format(since(value, at=at))


def clock(local: datetime) -> str:
    """Write the time of day and the zone: 14:03 CET."""
    zone = local.tzname() or ""
    zone = f"UTC{zone}" if zone[:1] in "+-" else zone
    return f"{format_time(local, 'HH:mm', locale=languages.locale())} {zone}"


def since(value: datetime, *, at: datetime | None = None) -> str:
    """Write how long ago an instant was, or how long until it comes."""
    span = value - (at or timezone.now())
    if abs(span) < timedelta(seconds=45):
        return gettext("just now")
    return format_timedelta(span, add_direction=True, locale=languages.locale())


def ago(value: datetime | None, *, at: datetime | None = None) -> Markup:
    """Write how long ago, with the instant itself for the machine and on hover."""
    if value is None:
        return NOTHING
    local = timezone.localtime(value)
    full = f"{format_date(local, 'd MMM y', locale=languages.locale())}, {clock(local)}"
    return Markup('<time datetime="{}" title="{}">{}</time>').format(
        local.isoformat(timespec="seconds"), full, since(value, at=at)
    )


def duration(span: timedelta | None) -> Markup:
    """Write a length of time in its largest unit that fits."""
    if span is None:
        return NOTHING
    text = format_timedelta(span, locale=languages.locale(), threshold=2)
    return Markup('<span class="whole">{}</span>').format(text)


def due(value: datetime | None, *, at: datetime | None = None) -> Markup:
    """Write a clock that runs: how long is left, or how long it is over."""
    if value is None:
        return NOTHING
    left = value - (at or timezone.now())
    text = format_timedelta(abs(left), locale=languages.locale(), threshold=1.5)
    if left < timedelta(0):
        kind, words = "late", gettext("%(time)s late") % {"time": text}
    else:
        kind = "soon" if left < timedelta(hours=1) else ""
        words = gettext("%(time)s left") % {"time": text}
    return Markup('<span class="clock {}">{}</span>').format(kind, words)


def size(octets: int) -> Markup:
    """Write the size of a file."""
    for unit, step in (("kB", 10**3), ("MB", 10**6)):
        if octets < step * 1000:
            pattern = "#,##0" if unit == "kB" else "#,##0.0"
            amount = (
                max(Decimal(octets) / step, Decimal(1)) if unit == "kB" else Decimal(octets) / step
            )
            return Markup('<span class="whole">{}\u00a0{}</span>').format(
                _decimal(amount, pattern), unit
            )
    return Markup('<span class="whole">{}\u00a0GB</span>').format(
        _decimal(Decimal(octets) / 10**9, "#,##0.0")
    )


def either(value: object) -> Markup:
    """Write a text, or a dash where there is none."""
    return escape(value) if value not in (None, "") else NOTHING


def _decimal(value: Amount, pattern: str) -> str:
    return _formatted(Decimal(value), pattern, languages.current())


@lru_cache(maxsize=4096)
def _formatted(value: Decimal, pattern: str, language: str) -> str:
    text = format_decimal(value, format=pattern, locale=languages.locale(), numbering_system="latn")
    return text.replace("-", MINUS)


FILTERS: dict[str, Callable[..., object]] = {
    "money": money,
    "number": number,
    "percent": percent,
    "mass": mass,
    "quantity": quantity,
    "code": code,
    "country": country,
    "commodity": commodity,
    "mrn": mrn,
    "digest": digest,
    "day": day,
    "moment": moment,
    "ago": ago,
    "duration": duration,
    "due": due,
    "file_size": size,
    "either": either,
}
"""The filters of every template."""
