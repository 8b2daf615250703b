"""Charts drawn on the server as SVG: no script, no style attribute, each with its table.

Positions along the time axis are percentages and heights are pixels, so that a chart fits a phone
and a wall without its letters being stretched. Colour comes from classes and never stands alone:
every series is named in the key and in the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from itertools import count

from markupsafe import Markup, escape

from customhouse.presentation import formats

Value = Decimal | int
HEIGHT, HEAD, FOOT = 220, 18, 24
PLOT = HEIGHT - HEAD - FOOT
LABELS_AT_MOST = 7
FEW_BARS = 12
_numbers = count(1)


@dataclass(frozen=True, kw_only=True)
class Series:
    """One named row of values, and the class that colours it (`s1` to `s4`, `channel-red`)."""

    name: str
    values: Sequence[Value | None]
    colour: str = "s1"


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A finished chart: its drawing, and the table that says the same."""

    title: str
    says: str
    drawing: Markup
    key: Sequence[Series]
    across: str
    labels: Sequence[str]
    unit: str
    totals: bool = False


def bars(
    *,
    title: str,
    says: str,
    across: str,
    labels: Sequence[str],
    series: Sequence[Series],
    unit: str = "",
) -> Chart:
    """Draw bars along an axis; several series stand on one another."""
    top = _top([sum(each.values[place] or 0 for each in series) for place in range(len(labels))])
    drawn = _grid(top) + _stacks(series, top=top, places=len(labels)) + _foot(labels)
    return Chart(
        title=title,
        says=says,
        drawing=_drawing(drawn, title=title, says=says),
        key=series,
        across=across,
        labels=labels,
        unit=unit,
        totals=len(series) > 1,
    )


def lines(
    *,
    title: str,
    says: str,
    across: str,
    labels: Sequence[str],
    series: Sequence[Series],
    unit: str = "",
    target: Value | None = None,
) -> Chart:
    """Draw lines along an axis, and a dashed one for a target; a missing value breaks the line."""
    values = [value for each in series for value in each.values if value is not None]
    top = _top([*values, target or 0])
    drawn = _grid(top) + _targets(target, top=top)
    for each in series:
        drawn += _line(each, top=top)
    return Chart(
        title=title,
        says=says,
        drawing=_drawing(drawn + _foot(labels), title=title, says=says),
        key=series,
        across=across,
        labels=labels,
        unit=unit,
    )


def bar(value: Value, *, most: Value, colour: str = "s1") -> Markup:
    """Draw one bar for a cell of a table, whose number stands beside it."""
    share = Decimal(value) / Decimal(most) * 100 if most else Decimal(0)
    return Markup(
        '<svg class="bar" width="100%" height="12" aria-hidden="true" focusable="false">'
        '<rect width="{}%" height="12" class="{}"/></svg>'
    ).format(_short(share), colour)


def mark(colour: str) -> Markup:
    """Draw the small square of a key."""
    return Markup(
        '<svg width="12" height="12" aria-hidden="true" focusable="false">'
        '<rect width="12" height="12" class="{}"/></svg>'
    ).format(colour)


def _drawing(inside: Markup, *, title: str, says: str) -> Markup:
    number = next(_numbers)
    return Markup(
        '<svg role="img" width="100%" height="{height}" aria-labelledby="chart-{n}-t chart-{n}-d">'
        '<title id="chart-{n}-t">{title}</title><desc id="chart-{n}-d">{says}</desc>{inside}</svg>'
    ).format(height=HEIGHT, n=number, title=title, says=says, inside=inside)


def _grid(top: Decimal) -> Markup:
    drawn = Markup()
    for step in range(1, 5):
        height = _height(top * step / 4, top=top)
        drawn += Markup('<line class="grid" x1="0" x2="100%" y1="{0}" y2="{0}"/>').format(height)
        if step % 2 == 0:
            text = formats.number(_trimmed(top * step / 4)).striptags()
            drawn += Markup('<text x="0" y="{}">{}</text>').format(height - 5, text)
    return drawn + Markup('<line class="axis" x1="0" x2="100%" y1="{0}" y2="{0}"/>').format(
        HEAD + PLOT
    )


def _stacks(series: Sequence[Series], *, top: Decimal, places: int) -> Markup:
    drawn, width = Markup(), Decimal(100) / max(places, 1)
    for place in range(places):
        floor = Decimal(0)
        for each in series:
            value = Decimal(each.values[place] or 0)
            if value > 0:
                drawn += _bar(
                    each.colour, value, floor=floor, top=top, at=width * place, width=width
                )
            floor += value
        if floor and places <= FEW_BARS:
            drawn += Markup(
                '<text class="value" text-anchor="middle" x="{}%" y="{}">{}</text>'
            ).format(
                _short(width * place + width / 2),
                _height(floor, top=top) - 5,
                formats.number(_trimmed(floor)).striptags(),
            )
    return drawn


def _bar(
    colour: str, value: Decimal, *, floor: Decimal, top: Decimal, at: Decimal, width: Decimal
) -> Markup:
    upper, lower = _height(floor + value, top=top), _height(floor, top=top)
    return Markup('<rect class="{}" x="{}%" width="{}%" y="{}" height="{}"/>').format(
        colour,
        _short(at + width * Decimal("0.14")),
        _short(width * Decimal("0.72")),
        upper,
        max(lower - upper - (1 if floor else 0), 1),
    )


def _line(series: Series, *, top: Decimal) -> Markup:
    """Draw in a box of 100 by the plot's height, stretched sideways only."""
    runs: list[list[str]] = [[]]
    step = Decimal(100) / max(len(series.values), 1)
    for place, value in enumerate(series.values):
        if value is None:
            runs.append([])
            continue
        runs[-1].append(
            f"{_short(step * place + step / 2)},{_height(Decimal(value), top=top) - HEAD}"
        )
    drawn = Markup().join(
        Markup('<polyline class="{}" points="{}" vector-effect="non-scaling-stroke"/>').format(
            series.colour, " ".join(run if len(run) > 1 else run * 2)
        )
        for run in runs
        if run
    )
    return Markup(
        '<svg x="0" y="{}" width="100%" height="{}" viewBox="0 0 100 {}"'
        ' preserveAspectRatio="none">{}</svg>'
    ).format(HEAD, PLOT, PLOT, drawn)


def _targets(target: Value | None, *, top: Decimal) -> Markup:
    if target is None:
        return Markup()
    height = _height(Decimal(target), top=top)
    return Markup(
        '<line class="target" x1="0" x2="100%" y1="{0}" y2="{0}"/>'
        '<text text-anchor="end" x="100%" y="{1}">{2}</text>'
    ).format(height, height - 5, formats.number(_trimmed(Decimal(target))).striptags())


def _foot(labels: Sequence[str]) -> Markup:
    if not labels:
        return Markup()
    every = -(-len(labels) // LABELS_AT_MOST)
    width = Decimal(100) / len(labels)
    return Markup().join(
        Markup('<text text-anchor="middle" x="{}%" y="{}">{}</text>').format(
            _short(width * place + width / 2), HEIGHT - 6, escape(label)
        )
        for place, label in enumerate(labels)
        if place % every == 0
    )


def _top(values: Sequence[Value]) -> Decimal:
    """Return a round number at or above every value: 4, 6, 8, 10, 20, 30, 40, 60 ..."""
    most = max([Decimal(value) for value in values] or [Decimal(0)])
    if most <= 4:
        return Decimal(4)
    power = Decimal(10) ** (most.adjusted())
    step = next(step for step in (Decimal(1), 2, 3, 4, 6, 8, 10) if most <= step * power)
    return (step * power).to_integral_value(rounding=ROUND_CEILING)


def _height(value: Decimal, *, top: Decimal) -> int:
    return HEAD + PLOT - round(value / top * PLOT)


def _short(value: Decimal) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _trimmed(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01")) if value % 1 else value.quantize(Decimal(1))


def total(chart: Chart, place: int) -> Value:
    """Return what the series come to together at one place of the axis."""
    return sum((each.values[place] or 0 for each in chart.key), start=Decimal(0))
