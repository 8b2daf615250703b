"""Reading law from the files of a bundle: every entry typed, dated and cited, every flaw kept.

>>> class Rate(Entry, frozen=True, kw_only=True):
...     currency: str
...     rate: Decimal
>>> reader = Reader({
...     "acts.csv": b"title,fr,journal,from\\nCustoms Act 2025,Loi,2025/L 3,2025-01-01\\n",
...     "rates.csv": b"currency,rate,from,by,journal\\n"
...                  b'EUR,10.9,2026-01-01,"Customs Act 2025, s. 7",2026/L 1\\n'
...                  b"USD,,2026-01-01,,2026/L 1\\n"})
>>> [(row.place, row.entry.currency, row.entry.rate) for row in reader.table("rates.csv", Rate)]
[('row 2', 'EUR', Decimal('10.9'))]
>>> print(*reader.flaws, sep="\\n")
rates.csv, row 3: an entry does not say which law gives it force: found no by, expected a by
rates.csv, row 3: an entry cannot be read: found no rate, expected a rate
"""

import csv
import io
import tomllib
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

import msgspec

from fondaco.legal.bundle import Bundle
from fondaco.legal.citation import Citation
from fondaco.legal.dated import Provision, Timeline
from fondaco.legal.flaw import Flaw, FlawKind


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every entry of law says of itself: from when, until when, and by what act."""

    since: date = msgspec.field(name="from")
    until: date | None = None
    by: str
    journal: str


class Act(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An act of law: its title as citations give it, its French title, where it was published."""

    title: str
    fr: str
    journal: str
    since: date = msgspec.field(name="from")


E = TypeVar("E", bound=msgspec.Struct)
E_co = TypeVar("E_co", bound=msgspec.Struct, covariant=True)
D = TypeVar("D", bound=Entry)
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Placed(msgspec.Struct, Generic[E_co], frozen=True):
    """An entry and where it stands."""

    file: str
    place: str
    entry: E_co


class Reader:
    """Reads the files of one bundle and gathers everything that is wrong with them."""

    def __init__(self, bundle: Bundle) -> None:
        self.bundle = bundle
        self.flaws: list[Flaw] = []
        self._citations: dict[tuple[str, str], Citation] = {}
        self._documents: dict[str, dict[str, object]] = {}
        self._asked: set[str] = {"acts.csv"}
        acts = [row.entry for row in self.table("acts.csv", Act)]
        self.acts: Mapping[str, Act] = {act.title: act for act in acts}

    def flaw(self, at: "Placed[E]", kind: FlawKind, *, found: object, expected: str) -> None:
        """Keep a flaw found in an entry that was read."""
        self.flaws.append(Flaw(at.file, at.place, kind, str(found), expected))

    def refuse(self, file: str, place: str, kind: FlawKind, found: str, expected: str) -> None:
        """Keep a flaw found at a place that is no entry."""
        self.flaws.append(Flaw(file, place, kind, found, expected))

    def table(self, file: str, row: type[E]) -> list[Placed[E]]:
        """The rows of a CSV file; an empty cell counts as not given."""
        lines = csv.reader(io.StringIO(self._text(file), newline=""))
        names = next(lines, [])
        fields = msgspec.structs.fields(row)
        known, required = (
            {field.encode_name for field in fields},
            {field.encode_name for field in fields if field.required},
        )
        if not (required <= set(names) <= known and len(set(names)) == len(names)):
            if names:
                expected = ", ".join(sorted(required)) + " and no more than " + ", ".join(known)
                self.refuse(file, "row 1", FlawKind.COLUMNS, ", ".join(names), expected)
            return []
        given = ((lines.line_num, cells) for cells in lines if any(cells))
        rows = (self._row(file, f"row {number}", cells, names, row) for number, cells in given)
        return [placed for placed in rows if placed is not None]

    def document(self, file: str) -> dict[str, object]:
        """A TOML file as it stands; empty where it cannot be read."""
        known = self._documents.get(file)
        if known is None:
            known = self._documents[file] = self._toml(file)
        return known

    def entry(self, file: str, place: str, given: object, kind: type[E]) -> Placed[E] | None:
        """One entry of a TOML file as its type; None, and a flaw kept, where it does not fit."""
        if isinstance(given, dict) and not self._is_whole(file, place, given, kind):
            return None
        try:
            return Placed(file, place, msgspec.convert(given, kind, strict=False))
        except msgspec.ValidationError as reason:
            self.refuse(file, place, FlawKind.UNREADABLE_ROW, str(reason), kind.__name__)
            return None

    def entries(self, file: str, name: str, kind: type[E]) -> list[Placed[E]]:
        """Every entry of a TOML file's list of tables."""
        listed = self.document(file).get(name, [])
        if not isinstance(listed, list):
            self.refuse(file, name, FlawKind.UNREADABLE, "something else", f"[[{name}]] tables")
            return []
        found = (
            self.entry(file, f"{name} {number}", given, kind)
            for number, given in enumerate(listed, 1)
        )
        return [placed for placed in found if placed is not None]

    def only(self, file: str, names: Iterable[str]) -> None:
        """Note the subjects of a TOML file that are strange to it."""
        for name in sorted(set(self.document(file)) - set(names)):
            self.refuse(file, name, FlawKind.STRANGE_ENTRY, name, ", ".join(names))

    def values(self, file: str, name: str, kind: type[E]) -> list[Placed[E]]:
        """The dated ``values`` of one subject of a TOML file."""
        subject = self.document(file).get(name)
        listed = subject.get("values") if isinstance(subject, dict) and len(subject) == 1 else None
        if not isinstance(listed, list):
            self.refuse(file, name, FlawKind.UNREADABLE, "something else", "a list of values")
            return []
        found = (
            self.entry(file, f"{name}, value {number}", given, kind)
            for number, given in enumerate(listed, 1)
        )
        return [placed for placed in found if placed is not None]

    def citation(self, at: Placed[D]) -> Citation:
        """The act and article that an entry names; one shared value for each."""
        key = (at.entry.by, at.entry.journal)
        known = self._citations.get(key)
        if known is None:
            act, _, article = at.entry.by.partition(", ")
            known = self._citations[key] = Citation(act, article, at.entry.journal)
            if act not in self.acts:
                self.flaw(at, FlawKind.UNKNOWN_ACT, found=act, expected="an act of acts.csv")
            if not article:
                self.flaw(at, FlawKind.NO_CITATION, found=at.entry.by, expected="an act, article")
        return known

    def provision(self, value: V, at: Placed[D]) -> Provision[V]:
        """The value with the days and the citation of its entry."""
        entry = at.entry
        if entry.until is not None and entry.until <= entry.since:
            self.flaw(
                at, FlawKind.ENDS_EARLY, found=entry.until, expected=f"a day after {entry.since}"
            )
        return Provision(value, entry.since, self.citation(at), entry.until)

    def timelines(
        self,
        rows: Iterable[Placed[D]],
        *,
        key: Callable[[D], K],
        value: Callable[[Placed[D]], V | None],
        continuous: bool = False,
    ) -> dict[K, Timeline[V]]:
        """The entries of each key in the order of their days, overlaps (and gaps) kept as flaws.

        An entry whose ``value`` is None was refused by whoever made the value.
        """
        gathered: dict[K, list[Provision[V]]] = {}
        file = ""
        for at in rows:
            file, made = at.file, value(at)
            if made is not None:
                gathered.setdefault(key(at.entry), []).append(self.provision(made, at))
        lines = {name: Timeline(provisions) for name, provisions in gathered.items()}
        for name, line in lines.items():
            self._check(file, name, line, continuous=continuous)
        return lines

    def finish(self) -> None:
        """Note the files that nobody asked for."""
        for name in sorted(set(self.bundle) - self._asked):
            self.refuse(name, "the whole", FlawKind.STRANGE_FILE, name, "a file of the bundle")

    def _check(self, file: str, name: object, line: Timeline[V], *, continuous: bool) -> None:
        for earlier, later in line.overlaps():
            found = f"one from {earlier.since} and one from {later.since}"
            self.refuse(file, str(name), FlawKind.OVERLAP, found, "one at a time")
        for first, after in line.gaps() if continuous else ():
            found = f"none from {first} up to {after}"
            self.refuse(file, str(name), FlawKind.GAP, found, "one on every day")

    def _row(
        self, file: str, place: str, cells: list[str], names: list[str], kind: type[E]
    ) -> Placed[E] | None:
        if len(cells) != len(names):
            found, expected = f"{len(cells)} cells", f"{len(names)}"
            self.refuse(file, place, FlawKind.UNREADABLE_ROW, found, expected)
            return None
        given = {name: cell for name, cell in zip(names, cells, strict=True) if cell}
        return self.entry(file, place, given, kind)

    def _is_whole(self, file: str, place: str, given: Mapping[str, object], kind: type[E]) -> bool:
        missing = [name for name in _required(kind) if given.get(name) in (None, "")]
        for name in missing:
            cites = name in ("by", "journal")
            why = FlawKind.NO_CITATION if cites else FlawKind.UNREADABLE_ROW
            self.refuse(file, place, why, f"no {name}", f"a {name}")
        return not missing

    def _toml(self, file: str) -> dict[str, object]:
        try:
            return tomllib.loads(self._text(file), parse_float=Decimal)
        except tomllib.TOMLDecodeError as reason:
            self.refuse(file, "the whole", FlawKind.UNREADABLE, str(reason), "TOML")
            return {}

    def _text(self, file: str) -> str:
        self._asked.add(file)
        if file not in self.bundle:
            self.refuse(file, "the whole", FlawKind.MISSING_FILE, "nothing", file)
            return ""
        try:
            return self.bundle[file].decode()
        except UnicodeDecodeError as reason:
            self.refuse(file, f"byte {reason.start}", FlawKind.UNREADABLE, "not text", "UTF-8")
            return ""


def _required(kind: type[msgspec.Struct]) -> Iterator[str]:
    known = _REQUIRED.get(kind)
    if known is None:
        fields = msgspec.structs.fields(kind)
        known = _REQUIRED[kind] = tuple(field.encode_name for field in fields if field.required)
    return iter(known)


_REQUIRED: dict[type[msgspec.Struct], tuple[str, ...]] = {}
