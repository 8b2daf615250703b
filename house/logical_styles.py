"""Turns left and right in finished style sheets into start and end, so that one serves both ways.

govuk-frontend is written for languages read from left to right. Everything a browser lays out by
the side of the page is renamed to its logical twin (CSS Logical Properties, level 1); in English
nothing changes, in Arabic the page is mirrored.
"""

from __future__ import annotations

import re

SIDES = {"left": "start", "right": "end"}
BOXES = re.compile(r"(?<=[{;])(margin|padding|border)-(left|right)(-width|-color|-style)?(?=:)")
PLACES = re.compile(r"(?<=[{;])(left|right)(?=:)")
VALUES = re.compile(r"(?<=[{;])(text-align|float|clear):(left|right)(?=[;}!])")


def logical(sheet: str) -> str:
    """Return the sheet with its sides named by the direction of reading.

    >>> logical("a{margin-left:1px;left:0;text-align:right;float:left}")
    'a{margin-inline-start:1px;inset-inline-start:0;text-align:end;float:inline-start}'
    """
    sheet = BOXES.sub(lambda found: f"{found[1]}-inline-{SIDES[found[2]]}{found[3] or ''}", sheet)
    sheet = PLACES.sub(lambda found: f"inset-inline-{SIDES[found[1]]}", sheet)
    return VALUES.sub(_value, sheet)


def _value(found: re.Match[str]) -> str:
    side = SIDES[found[2]]
    return f"{found[1]}:{side if found[1] == 'text-align' else f'inline-{side}'}"
