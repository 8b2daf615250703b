"""A risk profile: what officers look for, why they may, for how long, and what they want done."""

from datetime import date

import msgspec

from fondaco.legal.citation import Citation
from fondaco.legal.wording import Wording
from fondaco.risk.channel import Channel, Method
from fondaco.risk.expression import tree
from fondaco.risk.expression.environment import Value
from fondaco.risk.reason import Known, said
from fondaco.units.period import Period

WHOLE = 1_000_000
"""All of it, in parts per million."""


class ProfileCase(msgspec.Struct, frozen=True):
    """A declaration that a profile must hit, or must leave alone.

    ``hits`` names the items that must be hit, by their place from one; for a profile
    on the whole declaration it says whether the declaration must be hit. ``lists``
    are what the living lists hold in this case.
    """

    name: str
    header: dict[str, Value]
    items: tuple[dict[str, Value], ...]
    lists: dict[str, tuple[str, ...]]
    hits: bool | tuple[int, ...]


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """One profile, checked.

    A profile wishes a channel for what it hits, or adds to its score (parts per
    million), or both; it acts on ``share`` parts per million of its hits. A mandatory
    one acts always: the law itself orders that control. ``basis`` is the law that
    lets officers look for this; by the day of ``review`` somebody must ask whether
    it still finds anything.
    """

    id: str
    title: Wording
    expression: tree.Expression
    channel: Channel | None
    score: int
    share: int
    methods: tuple[Method, ...]
    mandatory: bool
    owner: str
    basis: Citation
    in_force: Period
    review: date
    cases: tuple[ProfileCase, ...]


class Hit(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """What a profile found: the items by their numbers (none for the whole declaration), and why.

    ``values`` are those that made the profile true.
    """

    profile: str
    title: Wording
    values: tuple[Known, ...]
    share: int
    items: tuple[int, ...] = ()
    channel: Channel | None = None
    score: int = 0
    mandatory: bool = False
    methods: tuple[Method, ...] = ()

    @property
    def reason(self) -> Wording:
        """Why the profile hit, in words."""
        return said(self.values)
