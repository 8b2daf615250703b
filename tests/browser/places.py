"""Every page that someone can come to, in each state that changes what it shows."""

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
SUPERVISOR = _places("supervisor", "/today", "/supervision", "/files/{examined}", "/rules/changes")
ANALYST = _places("analyst", "/rules", "/rules/try", "/rules/changes", "/rules/{rule}", "/overview")
PLACES = TRADER + STRANGER + OFFICER + SUPERVISOR + ANALYST
PUBLIC = _places(
    "",
    "/",
    "/help",
    "/status",
    "/accessibility",
    "/developers",
    "/display",
    "/account/login/",
    "/account/password/reset/",
    "/account/signup/",
    "/nothing-here",
    "/gallery",
    "/gallery?message=1",
    "/gallery?q=nothing+has+this+name",
    "/gallery?sort=-owed&page=3",
    "/gallery/fault/400",
    "/gallery/fault/403",
    "/gallery/fault/409",
    "/gallery/fault/500",
    "/tariff",
    "/tariff?q=roasted+coffee",
    "/tariff?q=nothing+has+this+name&on=soon",
    "/tariff/0901",
    "/tariff/2204210000?on=2026-11-21",
    "/law",
    "/law/rules?on=2026-06-30",
    "/calculator",
    "/calculator?code=2204210000&origin=NO&preference=300&value=1000&currency=EUR&term=FOB"
    "&freight=100&mass=500&quantity=400",
    "/calculator?code=22&origin=&value=twelve",
    "/receipt",
)
"""What opens without a sign-in, the faults and the gallery of components among them."""
