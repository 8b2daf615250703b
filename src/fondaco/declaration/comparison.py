"""What differs between two versions of a declaration, element by element.

>>> from fondaco.declaration.document import Document
>>> old, new = Document(kind="IMD", office="XFLAN001"), Document(kind="IMA", office="XFLAN001")
>>> [(each.path, each.before, each.after) for each in differences(old, new)]
[('kind', 'IMD', 'IMA')]
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec

from fondaco.declaration.document import Document, GoodsItem
from fondaco.declaration.elements import join, pointer_of
from fondaco.declaration.structure import COMPOSITES, PartField, fields_of

LONGEST_TOLD = 100
"""Characters of a part that a difference tells."""


class Difference(msgspec.Struct, frozen=True, gc=False):
    """One element that is not the same in both: as text, None where it is absent.

    A part that only one version has is one difference, told by what it begins with.
    An item that was taken out has its old place in the path, any other its new one.
    """

    path: str
    pointer: str
    before: str | None
    after: str | None


def differences(old: Document, new: Document) -> tuple[Difference, ...]:
    """Every difference, in the order of the document; numbers are compared by their value."""
    return tuple(_of_parts(old, new, path=""))


def _of_parts(old: object, new: object, *, path: str) -> Iterator[Difference]:
    kind: type = type(old)
    for field in fields_of(kind):
        before, after = getattr(old, field.name), getattr(new, field.name)
        here = join(path, field.name)
        if field.is_many:
            yield from _of_lists(field, before, after, path=here)
        else:
            yield from _of_values(before, after, path=here)


def _of_values(before: object, after: object, *, path: str) -> Iterator[Difference]:
    if isinstance(before, COMPOSITES) and isinstance(after, COMPOSITES):
        yield from _of_parts(before, after, path=path)
    elif not _is_same(before, after):
        yield Difference(path, pointer_of(path), _told(before), _told(after))


def _of_lists(
    field: PartField, before: Sequence[object], after: Sequence[object], *, path: str
) -> Iterator[Difference]:
    for old_place, new_place in _pairs(field, before, after):
        old = before[old_place] if old_place is not None else None
        new = after[new_place] if new_place is not None else None
        place = new_place if new_place is not None else old_place
        yield from _of_values(old, new, path=f"{path}[{place}]")


def _pairs(
    field: PartField, before: Sequence[object], after: Sequence[object]
) -> Iterator[tuple[int | None, int | None]]:
    # Goods items keep their number when others are taken out; other lists go by position.
    old = {key: place for place, key in enumerate(_keys(field, before))}
    new = {key: place for place, key in enumerate(_keys(field, after))}
    for key in dict.fromkeys((*old, *new)):
        yield old.get(key), new.get(key)


def _keys(field: PartField, parts: Sequence[object]) -> Sequence[object]:
    if field.kind is GoodsItem:
        numbers = [part.number for part in parts if isinstance(part, GoodsItem)]
        if None not in numbers and len(set(numbers)) == len(numbers):
            return [f"item {number}" for number in numbers]
        return [f"item {place}" for place, _ in enumerate(parts, 1)]
    return range(len(parts))


def _is_same(before: object, after: object) -> bool:
    if isinstance(before, Decimal) and not before.is_finite():
        return str(before) == str(after)
    if isinstance(after, Decimal) and not after.is_finite():
        return False
    return before == after


def _told(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, COMPOSITES) and not hasattr(value, "currency"):
        told = ", ".join(map(str, _leaves(value)))
        return told if len(told) <= LONGEST_TOLD else f"{told[: LONGEST_TOLD - 1]}…"
    return str(value)


def _leaves(part: object) -> Iterator[object]:
    kind: type = type(part)
    for field in fields_of(kind):
        held = getattr(part, field.name)
        for each in held if field.is_many else (held,):
            if isinstance(each, COMPOSITES):
                yield from _leaves(each)
            elif each is not None:
                yield each
