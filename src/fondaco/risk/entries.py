"""The files of a selectivity bundle as they are written: TOML, and the entries in them."""

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, TypeVar

import msgspec

from fondaco.legal.wording import Wording
from fondaco.risk.channel import Channel, Method
from fondaco.risk.problem import Problem

LARGEST_FILE = 1_048_576
"""Bytes that one file of a bundle may have."""

Parts = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]
Text = Annotated[str, msgspec.Meta(min_length=1, max_length=400)]
Name = Annotated[str, msgspec.Meta(pattern=r"^[A-Z][A-Z0-9-]{2,31}$")]


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An entry of a file: no stranger is passed over in silence."""


class Said(Entry, frozen=True, kw_only=True):
    """A text in both languages; neither may be wanting."""

    en: Text
    fr: Text

    @property
    def wording(self) -> Wording:
        """The text as the rest of the core has it."""
        return Wording(self.en, self.fr)


class Basis(Entry, frozen=True, kw_only=True):
    """The law that lets officers look for something."""

    act: Text
    article: Text


class CaseEntry(Entry, frozen=True, kw_only=True):
    """A case of a profile: values by element name."""

    name: Text
    header: dict[str, object] = {}
    items: list[dict[str, object]] = []
    lists: dict[str, list[str]] = {}
    hits: bool | list[int]


class ProfileEntry(Entry, frozen=True, kw_only=True):
    """A profile as its owner wrote it."""

    id: Name
    title: Said
    expression: str
    channel: Channel | None = None
    score: Parts = 0
    share: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)] = 1_000_000
    methods: list[Method] = []
    mandatory: bool = False
    owner: Text
    basis: Basis
    since: date = msgspec.field(name="from")
    until: date
    review: date
    case: list[CaseEntry]


class ListEntry(Entry, frozen=True, kw_only=True):
    """A named list; a living one is kept by the administration and has no values here."""

    name: Text
    purpose: Said
    owner: Text
    living: bool = False
    values: list[Text] = []


class ShareEntry(Entry, frozen=True, kw_only=True):
    """What chance sends where, at one office or (no office named) at all others."""

    office: Text | None = None
    since: date = msgspec.field(name="from")
    until: date | None = None
    random: dict[Channel, Parts]
    methods: list[Method]
    exploration: dict[Channel, Parts] = {}


class ThresholdEntry(Entry, frozen=True, kw_only=True):
    """The score from which a channel is called for."""

    score: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]
    channel: Channel
    methods: list[Method] = []


class BundleFile(Entry, frozen=True, kw_only=True):
    """bundle.toml: whose bundle this is, from when, and from what scores it acts."""

    title: Said
    published: date
    thresholds: list[ThresholdEntry] = []


class SharesFile(Entry, frozen=True, kw_only=True):
    """shares.toml."""

    shares: list[ShareEntry]


class ListsFile(Entry, frozen=True, kw_only=True):
    """A file of named lists."""

    list: list[ListEntry]


class ProfilesFile(Entry, frozen=True, kw_only=True):
    """A file of profiles."""

    profile: list[ProfileEntry]


class Files(msgspec.Struct, frozen=True):
    """All files of a bundle, each entry with the name of its file; whatever could be read."""

    bundle: BundleFile | None
    shares: tuple[ShareEntry, ...]
    lists: tuple[tuple[str, ListEntry], ...]
    profiles: tuple[tuple[str, ProfileEntry], ...]
    problems: tuple[Problem, ...]


def read(files: Mapping[str, bytes]) -> Files:
    """The entries of all files, and what could not be read.

    ``bundle.toml`` and ``shares.toml`` must be there; every other file is
    ``lists.toml`` or stands in ``profiles/``.
    """
    problems: list[Problem] = []
    bundle = shares = None
    lists: list[tuple[str, ListEntry]] = []
    profiles: list[tuple[str, ProfileEntry]] = []
    for file in sorted({*files, "bundle.toml", "shares.toml"}):
        match file:
            case "bundle.toml":
                bundle = _file(files, file, BundleFile, problems)
            case "shares.toml":
                shares = _file(files, file, SharesFile, problems)
            case "lists.toml":
                lists = _each(files, file, "list", ListEntry, problems)
            case _ if file.startswith("profiles/") and file.endswith(".toml"):
                profiles += _each(files, file, "profile", ProfileEntry, problems)
            case _:
                problems.append(Problem(file, _WHOLE, file, _A_FILE))
    entries = tuple(shares.shares) if shares else ()
    return Files(bundle, entries, tuple(lists), tuple(profiles), tuple(problems))


_WHOLE = "the whole"
_A_FILE = Wording(
    "bundle.toml, shares.toml, lists.toml or a file in profiles/",
    "bundle.toml, shares.toml, lists.toml ou un fichier de profiles/",
)
_TOML = Wording("a text in TOML, in UTF-8", "un texte TOML, en UTF-8")

E = TypeVar("E", bound=Entry)


def _file(
    files: Mapping[str, bytes], file: str, kind: type[E], problems: list[Problem]
) -> E | None:
    """A whole file as its type."""
    written = _toml(files, file, problems)
    return None if written is None else _as(kind, written, file, _WHOLE, problems)


def _each(
    files: Mapping[str, bytes], file: str, name: str, kind: type[E], problems: list[Problem]
) -> list[tuple[str, E]]:
    """The entries of a file one by one, so that one wrong entry does not hide the next."""
    written = _toml(files, file, problems) or {}
    listed = written.get(name, [])
    if not isinstance(listed, list) or set(written) - {name}:
        expected = Wording(f"nothing but [[{name}]] tables", f"rien que des tables [[{name}]]")
        problems.append(Problem(file, _WHOLE, ", ".join(written), expected))
        return []
    found = []
    for number, given in enumerate(listed, 1):
        label = given.get("id") or given.get("name") if isinstance(given, dict) else None
        entry = _as(kind, given, file, str(label or f"{name} {number}"), problems)
        if entry is not None:
            found.append((file, entry))
    return found


def _as(kind: type[E], given: object, file: str, place: str, problems: list[Problem]) -> E | None:
    try:
        return msgspec.convert(given, kind)
    except msgspec.ValidationError as reason:
        what, _, where = str(reason).partition(" - at ")
        expected = Wording(
            f"an entry that fits its form ({what})", f"une entrée conforme à sa forme ({what})"
        )
        problems.append(Problem(file, place, where.strip("`") or "this entry", expected))
        return None


def _toml(
    files: Mapping[str, bytes], file: str, problems: list[Problem]
) -> dict[str, object] | None:
    body = files.get(file)
    if body is None or len(body) > LARGEST_FILE:
        found = "nothing" if body is None else f"{len(body)} bytes"
        expected = Wording(
            f"a file of at most {LARGEST_FILE} bytes", f"un fichier d'au plus {LARGEST_FILE} octets"
        )
        problems.append(Problem(file, _WHOLE, found, expected))
        return None
    try:
        return tomllib.loads(body.decode(), parse_float=Decimal)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError, ValueError) as reason:
        problems.append(Problem(file, _WHOLE, str(reason), _TOML))
        return None
