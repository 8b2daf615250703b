"""Where each role can go from any page: the links of the masthead, in the order of the day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Place(NamedTuple):
    """A link of the masthead: the route it leads to, its words, who sees it."""

    route: str
    words: str | Promise
    roles: frozenset[str]


class Link(NamedTuple):
    """A link as a page shows it."""

    address: str
    words: str | Promise
    is_here: bool


def _place(route: str, words: Promise, *roles: str) -> Place:
    return Place(route, words, frozenset(roles))


TRADING = ("trader", "broker")
PLACES = (
    _place("desk", _("Desk"), *TRADING),
    _place("declarations", _("Declarations"), *TRADING),
    _place("account", _("Account"), *TRADING),
    _place("people", _("Mandates and keys"), *TRADING),
    _place("today", _("Today"), "officer", "supervisor"),
    _place("files", _("All files"), "officer", "supervisor", "auditor"),
    _place("supervision", _("Stuck and overdue"), "supervisor"),
    _place("rules", _("Rules"), "analyst", "supervisor"),
    _place("overview", _("Live overview"), "officer", "supervisor", "analyst", "auditor"),
    _place("tariff", _("Tariff"), "public", "analyst", *TRADING),
    _place("calculator", _("Calculator"), "public", *TRADING),
    _place("receipt", _("Check a receipt"), "public"),
)


def links(roles: Iterable[str], *, here: str) -> list[Link]:
    """Return the links for these roles; `here` is the path of the page being shown.

    A route that no desk has brought yet is left out.
    """
    held = frozenset(roles) or frozenset({"public"})
    found = []
    for place in PLACES:
        if place.roles.isdisjoint(held):
            continue
        try:
            target = reverse(place.route)
        except NoReverseMatch:
            continue
        found.append(Link(target, place.words, here.startswith(target)))
    return found
