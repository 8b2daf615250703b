"""The selection: into which channel a consignment falls, why, and how likely that was."""

from collections.abc import Sequence

import msgspec

from fondaco.legal.wording import Wording
from fondaco.risk.channel import Channel as Channel
from fondaco.risk.channel import Method
from fondaco.risk.profile import WHOLE, Hit
from fondaco.risk.sampling import (
    Demand,
    Shares,
    Step,
    Stratum,
    at,
    chances,
    propensity,
    schedule,
    severer,
)

_METHODS = {method: place for place, method in enumerate(Method)}

_AT_RANDOM = Wording("Selected at random", "Sélectionné au hasard")
_BEFORE = Wording(
    "The same consignment was selected before", "Le même envoi a été sélectionné auparavant"
)


class Selection(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was chosen for one consignment, and all that is needed to measure it later.

    ``propensity_ppm`` is the exact probability, in parts per million of all draws,
    that this declaration would have been selected (any channel but green);
    ``at_random`` says that it belongs to the uniform random share, whatever else
    selected it as well; ``steps`` is what each draw would have led to.
    """

    channel: Channel
    stratum: Stratum
    propensity_ppm: int
    draw: int
    steps: tuple[Step, ...]
    score: int = 0
    hits: tuple[Hit, ...] = ()
    methods: tuple[Method, ...] = ()
    at_random: bool = False

    @property
    def reasons(self) -> tuple[Wording, ...]:
        """Why, in words: each hit's title and values, then chance, then what was before."""
        found = [
            Wording(f"{hit.title.en}: {hit.reason.en}", f"{hit.title.fr} : {hit.reason.fr}")
            for hit in self.hits
        ]
        if self.at_random:
            found.append(_AT_RANDOM)
        if self.stratum is Stratum.EARLIER:
            found.append(_BEFORE)
        return tuple(found)

    @property
    def method(self) -> str | None:
        """The most thorough examination wanted, by its code; None where none is."""
        return max(self.methods, key=_METHODS.__getitem__).value if self.methods else None

    @property
    def chances(self) -> dict[Channel, int]:
        """The parts per million of all draws that lead to each channel."""
        return chances(self.steps)

    def never_below(self, previous: "Selection") -> "Selection":
        """This selection and an earlier one of the same consignment: the channel never falls.

        Nobody rolls again, so both must have the same draw: ValueError where they have not.
        The probability is again exact: that either of the two would have selected it. Of an
        earlier one that was only `kept`, chances are not known; it is a floor and no more, so
        where this selection reaches it by itself, this one stands as it is.
        """
        if self.draw != previous.draw:
            raise ValueError(
                f"found the draws {previous.draw} and {self.draw} for one consignment, "
                "expected the first to be kept"
            )
        if (
            previous.stratum is Stratum.EARLIER
            and self.channel.severity >= previous.channel.severity
        ):
            return self
        steps = severer(previous.steps, self.steps)
        own = {hit.profile for hit in self.hits}
        hits = self.hits + tuple(hit for hit in previous.hits if hit.profile not in own)
        return _selected(
            steps,
            draw=self.draw,
            score=max(self.score, previous.score),
            hits=hits,
            methods={*self.methods, *previous.methods},
        )


def kept(channel: Channel, *, draw: int) -> Selection:
    """An earlier selection of which only channel and draw were kept, as something to stay above.

    >>> kept(Channel.YELLOW, draw=17).stratum.value
    'earlier'
    """
    stratum = Stratum.UNSELECTED if channel is Channel.GREEN else Stratum.EARLIER
    methods = _LEAST.get(channel, ())
    return _selected((Step(WHOLE, channel, stratum),), draw=draw, score=0, hits=(), methods=methods)


_LEAST = {Channel.YELLOW: (Method.DOCUMENTS,), Channel.RED: (Method.OPEN,)}
"""What a control of a channel comes to where nothing else is known of it."""


def choose(
    hits: Sequence[Hit],
    *,
    draw: int,
    shares: Shares,
    thresholds: "Sequence[Threshold]" = (),
) -> Selection:
    """The selection that hits, scores and chance amount to."""
    score = min(WHOLE, sum([hit.score for hit in hits]))
    reached = [threshold for threshold in thresholds if score >= threshold.score]
    steps = schedule([*_demands(hits), *map(_demand, reached)], shares=shares)
    methods = {method for threshold in reached for method in threshold.methods}
    methods.update([method for hit in hits if draw < hit.share for method in hit.methods])
    if at(steps, draw=draw).at_random:
        methods.update(shares.methods)
    return _selected(steps, draw=draw, score=score, hits=tuple(hits), methods=methods)


class Threshold(msgspec.Struct, frozen=True, gc=False):
    """The score, in parts per million, from which a channel is called for, and how to examine."""

    score: int
    channel: Channel
    methods: tuple[Method, ...]


def _demands(hits: Sequence[Hit]) -> list[Demand]:
    return [
        Demand(hit.channel, hit.share, hit.mandatory) for hit in hits if hit.channel is not None
    ]


def _demand(threshold: Threshold) -> Demand:
    return Demand(threshold.channel)


def _selected(
    steps: tuple[Step, ...],
    *,
    draw: int,
    score: int,
    hits: tuple[Hit, ...],
    methods: "set[Method] | tuple[Method, ...]",
) -> Selection:
    step = at(steps, draw=draw)
    controlled = step.channel in (Channel.YELLOW, Channel.RED)
    return Selection(
        channel=step.channel,
        stratum=step.stratum,
        propensity_ppm=propensity(steps),
        draw=draw,
        steps=steps,
        score=score,
        hits=hits,
        methods=tuple(sorted(methods, key=_METHODS.__getitem__)) if controlled else (),
        at_random=step.at_random,
    )
