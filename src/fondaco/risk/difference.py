"""How two bundles of selectivity differ, entry by entry, for the person who is to approve one.

>>> shares = "[[shares]]\\nfrom = 2026-01-01\\nrandom = {{ red = {} }}\\nmethods = ['open']\\n"
>>> old, new = ({"shares.toml": shares.format(parts).encode()} for parts in (5000, 9000))
>>> [change] = differences(old, new)
>>> change.subject, change.name, change.element, change.before, change.after
('shares', 'every other office, from 2026-01-01', 'random', 'red: 5000', 'red: 9000')
"""

from collections.abc import Iterator, Mapping

import msgspec

from fondaco.risk.entries import Entry, read

Told = Mapping[str, object]


class Change(msgspec.Struct, frozen=True):
    """One difference: of what, where in it, and the text before and after.

    ``element`` is empty where the whole entry is new (no ``before``) or gone (no ``after``). Of a
    set of values only those that came or went are told.
    """

    subject: str
    name: str
    element: str
    before: str | None
    after: str | None


def differences(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> tuple[Change, ...]:
    """Every entry that came, went or was changed, in the order of profiles, lists, shares, bundle.

    Files are those of `fondaco.risk.bundle.load`; what cannot be read is passed over.
    """
    old, new = _entries(before), _entries(after)
    keys = [*old, *(key for key in new if key not in old)]
    order = sorted(keys, key=lambda key: (_SUBJECTS.index(key[0]), key[1]))
    return tuple(change for key in order for change in _changes(key, old.get(key), new.get(key)))


_SUBJECTS = ("profile", "list", "shares", "bundle")
Key = tuple[str, str]


def _entries(files: Mapping[str, bytes]) -> dict[Key, Told]:
    written = read(files)
    found: dict[Key, Told] = {}
    for _, profile in written.profiles:
        found["profile", profile.id] = _told(profile)
    for _, listed in written.lists:
        found["list", listed.name] = _told(listed)
    for share in written.shares:
        office = share.office or "every other office"
        found["shares", f"{office}, from {share.since}"] = _told(share)
    if written.bundle is not None:
        found["bundle", "bundle"] = _told(written.bundle)
    return found


def _told(entry: Entry) -> Told:
    told: dict[str, object] = msgspec.to_builtins(entry)
    return told


def _changes(key: Key, old: Told | None, new: Told | None) -> Iterator[Change]:
    subject, name = key
    if old is None or new is None:
        entry = old or new or {}
        whole = _text(entry.get("title") or entry.get("purpose") or name)
        yield Change(subject, name, "", whole if old else None, whole if new else None)
        return
    for element in dict.fromkeys((*old, *new)):
        given, wanted = old.get(element), new.get(element)
        if given == wanted:
            continue
        if isinstance(given, list) and isinstance(wanted, list):
            gone = [each for each in given if each not in wanted]
            come = [each for each in wanted if each not in given]
            given, wanted = gone or None, come or None
        yield Change(subject, name, element, _some(given), _some(wanted))


def _some(value: object) -> str | None:
    return None if value is None else _text(value)


def _text(value: object) -> str:
    """A value as a person reads it: what belongs together on one line."""
    if isinstance(value, dict):
        return "; ".join(f"{name}: {_text(each)}" for name, each in value.items())
    if isinstance(value, list):
        return ", ".join(
            f"({_text(each)})" if isinstance(each, dict) else str(each) for each in value
        )
    return " ".join(str(value).split())
