"""Requests to amend or to invalidate a declaration, and what an amendment makes of it.

A request names each change by a pointer of the WCO Data Model and carries the new
values in a partial declaration of the same form (function 13; type COR to amend, INV
to invalidate, GPR to present the goods), as the UK's Customs Declaration Service takes it.
"""

from collections.abc import Iterator, Sequence

import msgspec

from fondaco.declaration.comparison import Difference, differences
from fondaco.declaration.document import Document, GoodsItem, Part, Pointer
from fondaco.declaration.elements import path_of, steps_of

__all__ = [
    "AMEND",
    "FIXED",
    "INVALIDATE",
    "PRESENT",
    "REQUEST",
    "Difference",
    "amended",
    "carried",
    "differences",
    "is_amendment",
    "is_cancellation",
    "is_presentation",
    "is_request",
    "targets",
]

REQUEST = "13"
AMEND, INVALIDATE, PRESENT = "COR", "INV", "GPR"
"""Types of request: to amend, to invalidate, and to say that the goods are here."""

FIXED = frozenset(("function", "mrn", "local_reference", "changes", "submitter", "statements"))
"""What a request says of itself, and so cannot change in the declaration."""


class AmendmentRefused(ValueError):  # noqa: N818 - it is the request that is refused
    """A change that cannot be made; the rules on requests say so first, with a finding."""


def is_request(document: Document) -> bool:
    """Whether the message asks for something to be done to a declaration already lodged."""
    return document.function == REQUEST


def is_cancellation(document: Document) -> bool:
    """Whether the message asks customs to invalidate a declaration.

    >>> is_cancellation(Document(function="13", kind="INV", mrn="26XF000000000001R7"))
    True
    """
    return document.function == REQUEST and document.kind == INVALIDATE


def is_amendment(document: Document) -> bool:
    """Whether the message asks customs to amend a declaration."""
    return document.function == REQUEST and document.kind == AMEND


def is_presentation(document: Document) -> bool:
    """Whether the message says that the goods of a declaration lodged before are here."""
    return document.function == REQUEST and document.kind == PRESENT


def targets(request: Document) -> tuple[tuple[str, str | None], ...]:
    """The pointer of every change, and the path it leads to: None where it leads nowhere.

    In such a path the index of a goods item is its number less one, wherever the item stands.

    >>> from fondaco.declaration.document import Change
    >>> way = Pointer(section="42A"), Pointer(section="67A"), Pointer(section="41A", element="117")
    >>> targets(Document(changes=(Change(reason="21", pointers=way),)))
    (('42A/67A/41A/117', 'shipment.freight'),)
    """
    return tuple(_target(change.pointers) for change in request.changes if change.pointers)


def carried(request: Document, path: str) -> object:
    """What the request carries at the path of a change: items by number, None for nothing.

    A list that shows only the one part it changes is read as showing it in its place.
    """
    return _taken(request, _way(path))


def amended(original: Document, request: Document) -> Document:
    """The declaration with every change of the request made to it.

    A change that points at an element gives it the value in the request, or none where
    the request has none there; one that points at a part replaces, adds or removes it.
    Items are counted again from one where one was removed. AmendmentRefused where a
    change points nowhere or at what cannot be changed.
    """
    removed: list[tuple[Step, ...]] = []
    document: object = original
    for pointer, path in targets(request):
        if path is None or not path or steps_of(path)[0][0] in FIXED:
            raise AmendmentRefused(f"found a change of {pointer}, expected one of the goods' data")
        way = _way(path)
        value = _taken(request, way)
        if value is None and way[-1][1] is not None:
            removed.append(way)  # removed last, so that other places keep their meaning
        else:
            document = _put(document, way, request, value)
    for way in sorted(removed, key=lambda steps: steps[-1][1] or 0, reverse=True):
        document = _put(document, way, request, None)
    assert isinstance(document, Document)
    return document


Step = tuple[str, int | None]


def _target(pointers: Sequence[Pointer]) -> tuple[str, str | None]:
    pointer = "/".join(_written(pointers))
    try:
        return pointer, path_of(pointer)
    except LookupError:
        return pointer, None


def _written(pointers: Sequence[Pointer]) -> Iterator[str]:
    for step in pointers:
        yield f"{step.section}[{step.occurrence}]" if step.occurrence else f"{step.section}"
        if step.element:
            yield step.element


def _way(path: str) -> tuple[Step, ...]:
    return tuple(steps_of(path))


def _place(parts: Sequence[object], index: int) -> int | None:
    # Items go by their number, everything else by position.
    numbers = [part.number for part in parts if isinstance(part, GoodsItem)]
    if numbers and None not in numbers:
        return numbers.index(index + 1) if index + 1 in numbers else None
    return index if index < len(parts) else None


def _taken(request: Document, way: Sequence[Step]) -> object:
    value: object = request
    for depth, (name, index) in enumerate(way):
        value = getattr(value, name, None)
        if index is not None:
            parts = value if isinstance(value, tuple) else ()
            place = _place(parts, index)
            if place is None and len(parts) == 1 and depth < len(way) - 1:
                place = 0  # the request shows only the one part it changes
            value = parts[place] if place is not None else None
    return None if value == () else value


def _put(part: object, way: Sequence[Step], request: Document, value: object) -> object:
    # The part with the value at the end of the way; parts on the way that are not there
    # yet are taken over from the request whole.
    return _put_below(part, way, done=(), request=request, value=value)


def _put_below(
    part: object, way: Sequence[Step], *, done: tuple[Step, ...], request: Document, value: object
) -> object:
    (name, index), rest = way[0], way[1:]
    assert isinstance(part, Part)
    held = getattr(part, name)
    here = (*done, (name, index))
    if index is None:
        new = _next(held, rest, here=here, request=request, value=value)
        return msgspec.structs.replace(part, **{name: () if new is None and held == () else new})
    place = _place(held, index)
    if place is None:
        added = _taken(request, here) if rest else value
        return msgspec.structs.replace(part, **{name: (*held, *_if_given(added))})
    new = _next(held[place], rest, here=here, request=request, value=value)
    listed = (*held[:place], *_if_given(new), *held[place + 1 :])
    return msgspec.structs.replace(part, **{name: _counted(listed) if new is None else listed})


def _next(
    held: object,
    rest: Sequence[Step],
    *,
    here: tuple[Step, ...],
    request: Document,
    value: object,
) -> object:
    if not rest:
        return value
    if held is None:
        return _taken(request, here)
    return _put_below(held, rest, done=here, request=request, value=value)


def _if_given(value: object) -> tuple[object, ...]:
    return () if value is None else (value,)


def _counted(parts: tuple[object, ...]) -> tuple[object, ...]:
    if not all(isinstance(part, GoodsItem) for part in parts):
        return parts
    return tuple(
        msgspec.structs.replace(part, number=number)
        for number, part in enumerate(parts, 1)
        if isinstance(part, GoodsItem)
    )
