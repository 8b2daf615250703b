"""Every page that someone signed in can come to, in each state that changes what it shows."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """Who opens which path; `{name}` in it stands for what the inhabitants made."""

    who: str
    path: str


STEPS = ("who", "sale", "transport", "goods", "papers")
STATES = (
    "released",
    "registered",
    "owed",
    "payable",
    "documents",
    "asked",
    "examined",
    "irregular",
)


def _places(who: str, *paths: str) -> tuple[Place, ...]:
    return tuple(Place(who, path) for path in paths)


TRADER = _places(
    "trader",
    "/desk",
    "/declarations",
    "/declarations?view=released&sort=-owed",
    "/declarations?q=nothing+has+this+name",
    "/declarations/new",
    "/declarations/new?from={released}",
    *(f"/declarations/{{{state}}}" for state in STATES),
    "/declarations/{payable}/payment",
    "/declarations/{registered}/withdrawal",
    "/declarations/{released}/annulment",
    "/declarations/{released}/notice",
    "/declarations/{released}/release",
    *(f"/declarations/drafts/{{draft_empty}}/{step}" for step in STEPS),
    *(f"/declarations/drafts/{{draft_ready}}/{step}" for step in STEPS),
    "/declarations/drafts/{draft_ready}/review",
    "/declarations/drafts/{draft_faulty}/review",
    "/account",
    "/people",
)
STRANGER = _places("stranger", "/desk", "/declarations", "/account", "/people")
OFFICER = _places(
    "officer",
    "/today",
    "/files",
    *(f"/files/{{{state}}}" for state in STATES),
    "/files/{examined}/controls/{control}/result",
    "/overview",
)
SUPERVISOR = _places("supervisor", "/today", "/supervision", "/files/{examined}")
ANALYST = _places("analyst", "/rules", "/rules/try", "/rules/{rule}", "/overview")
PLACES = TRADER + STRANGER + OFFICER + SUPERVISOR + ANALYST
