"""A figure: what was promised, what was measured, and the floor measured beside it."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Figure:
    """One promise with its measurement; ``floor`` is what the machine does with next to no work.

    What nothing is promised of is measured to be known.
    """

    name: str
    measured: float
    unit: str
    promised: float | None
    at_least: bool = True
    floor: float | None = None
    floor_is: str = ""

    @property
    def is_kept(self) -> bool:
        """Whether the promise is kept."""
        if self.promised is None:
            return True
        if self.at_least:
            return self.measured >= self.promised
        return self.measured <= self.promised


def table(figures: Iterable[Figure]) -> str:
    """The figures as a table for people."""
    rows = [("", "measured", "promised", "kept", "floor", "ratio", "what the floor is")]
    for each in figures:
        rows.append(
            (
                each.name,
                f"{each.measured:,.0f} {each.unit}",
                *_promise(each),
                f"{each.floor:,.0f}" if each.floor else "",
                f"{each.measured / each.floor:.2f}" if each.floor else "",
                each.floor_is,
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def _promise(figure: Figure) -> tuple[str, str]:
    if figure.promised is None:
        return "", ""
    sign = "≥" if figure.at_least else "≤"
    return f"{sign} {figure.promised:,.0f}", "yes" if figure.is_kept else "NO"


def as_json(figures: Iterable[Figure], *, machine: dict[str, str]) -> str:
    """The figures as JSON, with the machine they were measured on."""
    told = [{**asdict(each), "kept": each.is_kept} for each in figures]
    return json.dumps({"machine": machine, "figures": told}, indent=1)
