"""The selectivity bundle: confidential profiles, lists and shares, checked, compiled, and named.

A bundle comes as files by name, so that the core needs no disk. Nothing of it is
put in force while anything is wrong with it: `load` names every fault at once.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import localcontext
from functools import cached_property

from fondaco.legal import bundle
from fondaco.legal.wording import Wording
from fondaco.risk.assembly import DatedShares, assemble
from fondaco.risk.elements import VOCABULARY
from fondaco.risk.entries import read
from fondaco.risk.environment import Consignment
from fondaco.risk.expression.compile import Hit as Found
from fondaco.risk.expression.compile import Program
from fondaco.risk.expression.environment import Rows
from fondaco.risk.expression.types import EXACT
from fondaco.risk.expression.vocabulary import Vocabulary
from fondaco.risk.problem import SelectivityRefused
from fondaco.risk.profile import Hit, Profile
from fondaco.risk.reason import Explainer, Known
from fondaco.risk.sampling import Shares
from fondaco.risk.selection import Selection, Threshold, choose
from fondaco.risk.written_rows import written_rows


def load(files: Mapping[str, bytes]) -> "Selectivity":
    """The bundle in these files; SelectivityRefused where anything is wrong, naming all of it.

    The digest is over the files' bytes, as for a bundle of law.
    """
    written = read(files)
    made = assemble(written)
    if made.problems or written.bundle is None:
        raise SelectivityRefused(made.problems)
    return Selectivity(
        digest=bundle.digest(files),
        title=written.bundle.title.wording,
        published=written.bundle.published,
        profiles=made.profiles,
        shares=made.shares,
        thresholds=made.thresholds,
        vocabulary=made.vocabulary,
    )


class _Day:
    """The profiles in force from one day to the next change, and their programs."""

    def __init__(self, profiles: tuple[Profile, ...], vocabulary: Vocabulary) -> None:
        self.profiles, self._vocabulary = profiles, vocabulary
        self._expressions = [profile.expression for profile in profiles]
        self.explainers = tuple(Explainer(expression) for expression in self._expressions)

    def hits(self, known: Rows) -> list[Found]:
        """Every hit, read from the declaration itself where that is at hand; in `EXACT`."""
        if isinstance(known, Consignment):
            return self._on_declarations.hits_in(known, known.shipment.items, known.lists)
        return self._on_rows.hits_in(known.header, known.items, known.lists)

    @cached_property
    def _on_rows(self) -> Program:
        return Program(self._expressions, vocabulary=self._vocabulary)

    @cached_property
    def _on_declarations(self) -> Program:
        return Program(self._expressions, vocabulary=self._vocabulary, sources=written_rows())


class Selectivity:
    """A bundle in use. It holds no state but its own compiled programs."""

    def __init__(
        self,
        *,
        digest: str,
        title: Wording,
        published: date,
        profiles: Sequence[Profile],
        shares: Mapping[str | None, Sequence[DatedShares]],
        thresholds: Sequence[Threshold],
        vocabulary: Vocabulary,
    ) -> None:
        self.digest = digest
        self.title = title
        self.published = published
        self.profiles = tuple(profiles)
        self.thresholds = tuple(thresholds)
        self.vocabulary = vocabulary
        self._shares = shares
        self._changes = sorted(
            {day for each in profiles for day in (each.in_force.start, each.in_force.end) if day}
        )
        self._days: dict[int, _Day] = {}

    def select(
        self,
        environment: Rows,
        *,
        on: date,
        draw: int,
        previous: Selection | None = None,
    ) -> Selection:
        """The selection of one declaration on its tax point, ``draw`` in parts per million.

        A previous selection of the same consignment is never gone below; ValueError
        where its draw is another, because nobody rolls again. LookupError where the
        bundle has no shares for the day.
        """
        chosen = choose(
            self.hits(environment, on=on),
            draw=draw,
            shares=self.shares_of(environment.header[_OFFICE], on=on),
            thresholds=self.thresholds,
        )
        return chosen if previous is None else chosen.never_below(previous)

    def hits(self, environment: Rows, *, on: date) -> tuple[Hit, ...]:
        """What every profile in force on the day finds, each profile once, with its reasons."""
        day = self._on(on)
        found: dict[int, list[int]] = {}
        with localcontext(EXACT):
            for number, item in day.hits(environment):
                items = found.setdefault(number, [])
                if item is not None:
                    items.append(item)
            return tuple(
                [
                    _hit(
                        day.profiles[number],
                        environment=environment,
                        items=items,
                        values=day.explainers[number].values(environment, items=items),
                    )
                    for number, items in found.items()
                ]
            )

    def with_profiles(self, profiles: Sequence[Profile]) -> "Selectivity":
        """The same lists and shares with other profiles, to rehearse drafts: never in force.

        Its digest says so: it is empty, because no files stand behind it.
        """
        return Selectivity(
            digest="",
            title=self.title,
            published=self.published,
            profiles=profiles,
            shares=self._shares,
            thresholds=self.thresholds,
            vocabulary=self.vocabulary,
        )

    def overdue(self, on: date) -> tuple[Profile, ...]:
        """The profiles in force whose day of review has passed: they go on until somebody asks."""
        return tuple(each for each in self.profiles if on in each.in_force and each.review < on)

    def shares_of(self, office: object, *, on: date) -> Shares:
        """What chance sends where at an office on a day; LookupError where nothing is laid down."""
        named = office if isinstance(office, str) else None
        for dated in (*self._shares.get(named, ()), *self._shares[None]):
            if on in dated.in_force:
                return dated.shares
        raise LookupError(f"found no shares in force on {on}, expected some for every office")

    def _on(self, on: date) -> _Day:
        place = bisect_right(self._changes, on)
        day = self._days.get(place)
        if day is None:
            active = tuple(profile for profile in self.profiles if on in profile.in_force)
            day = self._days[place] = _Day(active, self.vocabulary)
        return day


_OFFICE = next(
    place for place, each in enumerate(VOCABULARY.header) if each.name == "declaration.office"
)
_NUMBER = next(place for place, each in enumerate(VOCABULARY.items) if each.name == "item.number")


def _hit(
    profile: Profile,
    *,
    environment: Rows,
    items: Sequence[int],
    values: tuple[Known, ...],
) -> Hit:
    rows = environment.items
    numbers = [rows[item][_NUMBER] for item in items]
    return Hit(
        profile=profile.id,
        title=profile.title,
        values=values,
        items=tuple(number for number in numbers if isinstance(number, int)),
        channel=profile.channel,
        score=profile.score,
        share=profile.share,
        mandatory=profile.mandatory,
        methods=profile.methods,
    )
