"""Pointers of the WCO Data Model to paths of the JSON form, and back."""

import re
from functools import lru_cache

from fondaco.declaration.elements.catalogue import ELEMENTS, Element, element
from fondaco.declaration.elements.paths import steps_of

_STEP = re.compile(r"([0-9A-Z]+)(?:\[([0-9n+,]*)\])?")
_FIRST_OF_TWO = re.compile(r"(?<=\[\d),\d")
_COUNTED = re.compile(r"\[n(?:\+(\d))?\]")

_ALIASES = {"42A/67A/68A/70A/161": "42A/67A/68A/70A/166"}
"""Elements of the WCO Data Model that the declaration keeps in the same field as another."""


@lru_cache(maxsize=4096)
def pointer_of(path: str) -> str:
    """The pointer of an element; the declaration's own where the path is empty.

    >>> pointer_of("shipment.items[0].additional_procedures[0]")
    '42A/67A/68A[1]/70A[2]/166'
    >>> pointer_of("shipment.items"), pointer_of("")
    ('42A/67A/68A', '42A')

    LookupError where there is no such element.
    """
    if not path:
        return "42A"
    indexes = [index for _, index in steps_of(path) if index is not None]
    pointer = element(path).pointer
    for index in indexes:
        counted = _COUNTED.search(pointer)
        if counted is None:
            break
        start, end = counted.span()
        pointer = f"{pointer[:start]}[{index + 1 + int(counted[1] or 0)}]{pointer[end:]}"
    return _FIRST_OF_TWO.sub("", _COUNTED.sub("", pointer))


@lru_cache(maxsize=4096)
def path_of(pointer: str) -> str:
    """The path of an element; a class that may repeat and gives no occurrence means the first.

    >>> path_of("42A/67A/68A[1]/70A[2]/166"), path_of("42A/67A/68A/23A/65A/126")
    ('shipment.items[0].additional_procedures[0]', 'shipment.items[0].gross_mass')
    >>> path_of("42A/67A/68A"), path_of("42A")
    ('shipment.items', '')

    LookupError where the declaration has no such element.
    """
    given = _parse(pointer)
    bare = "/".join(step for step, _ in given)
    if bare == "42A":
        return ""
    for candidate, steps in (*_BY_BARE.get(bare, ()), *_BY_BARE.get(_ALIASES.get(bare, ""), ())):
        indexes = _indexes(given, steps)
        if indexes is not None:
            return _fill(candidate.path, indexes, is_whole_list=_is_whole_list(given, steps))
    raise LookupError(f"found {pointer!r}, expected the pointer of an element of a declaration")


Steps = tuple[tuple[str, str | None], ...]


def _parse(pointer: str) -> Steps:
    found = [_STEP.fullmatch(step) for step in pointer.split("/")]
    if any(step is None for step in found):
        raise LookupError(f"found {pointer!r}, expected a pointer such as 42A/67A/68A[1]/006")
    return tuple((step[1], step[2]) for step in found if step is not None)


def _indexes(given: Steps, expected: Steps) -> list[int] | None:
    # The index into each repeated class, or None where the pointer means another field.
    indexes = []
    for (_, occurrence), (_, wanted) in zip(given, expected, strict=True):
        if wanted is None:
            continue  # a class that cannot repeat: its occurrence says nothing
        number = int(occurrence) if occurrence and occurrence.isdigit() else 1
        if "n" not in wanted:
            if str(number) not in wanted.split(","):
                return None
            continue
        index = number - 1 - int(wanted.removeprefix("n").removeprefix("+") or 0)
        if index < 0 and not _is_whole_list(given, expected):
            return None
        indexes.append(index)
    return indexes


def _is_whole_list(given: Steps, expected: Steps) -> bool:
    counted = (expected[-1][1] or "").startswith("n")
    return counted and given[-1][1] is None


def _fill(path: str, indexes: list[int], *, is_whole_list: bool) -> str:
    inner = path.count("[]")
    for index in indexes[:inner]:
        path = path.replace("[]", f"[{index}]", 1)
    return path if is_whole_list or len(indexes) == inner else f"{path}[{indexes[-1]}]"


def _by_bare() -> dict[str, list[tuple[Element, Steps]]]:
    found: dict[str, list[tuple[Element, Steps]]] = {}
    for each in ELEMENTS.values():
        steps = _parse(each.pointer)
        # What has no number of its own shares its pointer with the part it stands in,
        # which comes first and so is the one a pointer means.
        found.setdefault("/".join(step for step, _ in steps), []).append((each, steps))
    return found


_BY_BARE = _by_bare()
