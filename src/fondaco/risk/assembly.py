"""From the entries of a bundle to checked profiles, lists and shares, with every fault kept."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from fondaco.legal.citation import Citation
from fondaco.legal.wording import Wording
from fondaco.risk.channel import Channel
from fondaco.risk.elements import VOCABULARY
from fondaco.risk.entries import Files, ListEntry, ProfileEntry, ShareEntry, ThresholdEntry
from fondaco.risk.expression.checking import check
from fondaco.risk.expression.errors import ExpressionError
from fondaco.risk.expression.vocabulary import Vocabulary
from fondaco.risk.problem import Problem, of_expression
from fondaco.risk.profile import WHOLE, Profile
from fondaco.risk.profile_cases import cases, failures
from fondaco.risk.sampling import FLOOR, Share, Shares
from fondaco.risk.selection import Threshold
from fondaco.units.period import Period


class DatedShares(msgspec.Struct, frozen=True):
    """Shares and the days on which they hold."""

    in_force: Period
    shares: Shares


class Assembled(msgspec.Struct, frozen=True):
    """What a bundle comes to, and everything that is wrong with it."""

    vocabulary: Vocabulary
    profiles: tuple[Profile, ...]
    shares: dict[str | None, tuple[DatedShares, ...]]
    thresholds: tuple[Threshold, ...]
    problems: tuple[Problem, ...]


def assemble(files: Files) -> Assembled:
    """The bundle that the entries amount to."""
    problems = list(files.problems)
    vocabulary = _vocabulary(files.lists, problems)
    published = files.bundle.published if files.bundle else date.max
    problems += _repeated((file, entry.id) for file, entry in files.profiles)
    profiles = []
    for file, entry in files.profiles:
        problems += _misfits(entry, file=file, published=published)
        profile = _profile(entry, file=file, vocabulary=vocabulary, problems=problems)
        if profile is not None:
            problems += failures(profile, file=file, vocabulary=vocabulary)
            profiles.append(profile)
    entries = files.bundle.thresholds if files.bundle else ()
    thresholds = tuple(_threshold(each, problems) for each in entries)
    return Assembled(
        vocabulary,
        tuple(profiles),
        _shares(files.shares, published=published, problems=problems),
        thresholds,
        tuple(problems),
    )


def _vocabulary(lists: Sequence[tuple[str, ListEntry]], problems: list[Problem]) -> Vocabulary:
    problems += _repeated((file, entry.name) for file, entry in lists)
    for file, entry in lists:
        if entry.living is bool(entry.values):
            problems.append(Problem(file, entry.name, f"{len(entry.values)} values", _LIVING))
    return VOCABULARY.with_lists(
        {entry.name: tuple(sorted(set(entry.values))) for _, entry in lists if not entry.living},
        living=[entry.name for _, entry in lists if entry.living],
    )


_LIVING = Wording(
    "values in a list of the bundle, and none in a living list",
    "des valeurs dans une liste du paquet, et aucune dans une liste vivante",
)


def _repeated(named: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    named = list(named)
    for name, times in Counter(name for _, name in named).items():
        if times > 1:
            files = ", ".join(dict.fromkeys(file for file, each in named if each == name))
            expected = Wording("each name once", "chaque nom une seule fois")
            yield Problem(files, name, f"{name} {times} times", expected)


def _profile(
    entry: ProfileEntry, *, file: str, vocabulary: Vocabulary, problems: list[Problem]
) -> Profile | None:
    try:
        expression = check(entry.expression, vocabulary=vocabulary)
    except ExpressionError as fault:
        problems.append(of_expression(fault, file=file, place=f"{entry.id}, expression"))
        return None
    if entry.until <= entry.since:
        return None
    given = cases(entry, file=file, vocabulary=vocabulary, problems=problems)
    return Profile(
        id=entry.id,
        title=entry.title.wording,
        expression=expression,
        channel=entry.channel,
        score=entry.score,
        share=entry.share,
        methods=tuple(entry.methods),
        mandatory=entry.mandatory,
        owner=entry.owner,
        basis=Citation(entry.basis.act, entry.basis.article),
        in_force=Period(entry.since, entry.until),
        review=entry.review,
        cases=given,
    )


def _misfits(entry: ProfileEntry, *, file: str, published: date) -> Iterator[Problem]:
    """What in a profile does not go together."""

    def problem(found: object, english: str, french: str) -> Problem:
        return Problem(file, entry.id, str(found), Wording(english, french))

    if entry.until <= entry.since:
        yield problem(entry.until, f"an end after {entry.since}", f"une fin après {entry.since}")
    if entry.until <= published:
        yield problem(
            f"expired on {entry.until}",
            f"a profile that outlives the publication on {published}",
            f"un profil qui survit à la publication du {published}",
        )
    if not published < entry.review <= entry.until:
        yield problem(
            f"a review on {entry.review}",
            f"a review after {published} and not after {entry.until}",
            f"un réexamen après le {published} et au plus tard le {entry.until}",
        )
    if entry.channel is Channel.GREEN or (entry.channel is None and entry.score == 0):
        yield problem(
            "a profile without effect",
            "a channel above green, or a score",
            "un circuit au-dessus du vert, ou un score",
        )
    if entry.mandatory and (entry.channel is None or entry.share < WHOLE):
        yield problem(
            "a mandatory profile",
            "a channel, and all of its hits acted upon",
            "un circuit, et toutes ses touches suivies d'effet",
        )
    if entry.channel in _CONTROLLED and not entry.methods:
        yield problem(f"no methods for {entry.channel.value}", _METHODS.en, _METHODS_FR)


_CONTROLLED = (Channel.YELLOW, Channel.RED)
_METHODS_FR = "au moins un mode de contrôle"
_METHODS = Wording("at least one method of control", _METHODS_FR)


def _threshold(entry: ThresholdEntry, problems: list[Problem]) -> Threshold:
    if entry.channel in _CONTROLLED and not entry.methods:
        problems.append(Problem("bundle.toml", f"threshold {entry.score}", "none", _METHODS))
    return Threshold(entry.score, entry.channel, tuple(entry.methods))


_SHARES = Wording(
    f"a random red share of at least {FLOOR} with its methods, shares of at most {WHOLE} in all, "
    "and a period that does not end before it starts",
    f"une part aléatoire rouge d'au moins {FLOOR} avec ses modes de contrôle, des parts d'au plus "
    f"{WHOLE} en tout, et une période qui ne finit pas avant de commencer",
)


def _shares(
    entries: Sequence[ShareEntry], *, published: date, problems: list[Problem]
) -> dict[str | None, tuple[DatedShares, ...]]:
    dated: dict[str | None, list[DatedShares]] = {None: []}
    for number, entry in enumerate(entries, 1):
        try:
            made = DatedShares(Period(entry.since, entry.until), _share(entry))
        except ValueError:
            found = ", ".join(f"{name.value} {parts}" for name, parts in entry.random.items())
            problems.append(Problem("shares.toml", f"shares {number}", found, _SHARES))
            continue
        others = dated.setdefault(entry.office, [])
        if any(made.in_force.overlaps(other.in_force) for other in others):
            expected = Wording("one at a time", "une à la fois")
            problems.append(Problem("shares.toml", f"shares {number}", "an overlap", expected))
        others.append(made)
    if not _is_endless(dated[None], published):
        expected = Wording(
            f"shares without an office, from {published} for ever",
            f"des parts sans bureau, dès le {published} et sans fin",
        )
        problems.append(Problem("shares.toml", "every other office", "a gap", expected))
    return {office: tuple(each) for office, each in dated.items()}


def _is_endless(dated: Sequence[DatedShares], published: date) -> bool:
    """Whether some shares hold on every day from publication on."""
    day: date | None = published
    for each in sorted(dated, key=lambda each: each.in_force.start):
        if day is not None and day in each.in_force:
            day = each.in_force.end
    return bool(dated) and day is None


def _share(entry: ShareEntry) -> Shares:
    return Shares(
        random=_parts(entry.random),
        methods=tuple(entry.methods),
        exploration=_parts(entry.exploration),
    )


def _parts(shares: Mapping[Channel, int]) -> tuple[Share, ...]:
    """The severest channel first, so that a larger share of it only adds to who was taken."""
    ordered = sorted(shares, key=lambda channel: channel.severity, reverse=True)
    return tuple(Share(channel, shares[channel]) for channel in ordered)
