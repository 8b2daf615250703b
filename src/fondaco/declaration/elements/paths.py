"""Paths into a declaration: taking them apart, putting them together, following them."""

import re

from fondaco.declaration.document import Document

_STEP = re.compile(r"(\w+)(?:\[(\d*)\])?")

Found = object
"""Whatever stands at a path: a part, a list of parts, a plain value, or None."""


def steps_of(path: str) -> tuple[tuple[str, int | None], ...]:
    """The names on the way, each with the index into it where the path gives one.

    >>> steps_of("shipment.items[2].net_mass")
    (('shipment', None), ('items', 2), ('net_mass', None))

    LookupError where it is not written as a path.
    """
    steps = []
    for written in path.split(".") if path else ():
        found = _STEP.fullmatch(written)
        if found is None:
            raise LookupError(f"found {path!r}, expected a path such as shipment.items[0].origin")
        steps.append((found[1], int(found[2]) if found[2] else None))
    return tuple(steps)


def join(path: str, name: str) -> str:
    """The path of a field of what stands at the path; an empty path is the whole.

    >>> join("", "kind"), join("shipment.items[0]", "origin")
    ('kind', 'shipment.items[0].origin')
    """
    return f"{path}.{name}" if path and name else path or name


def pattern_of(path: str) -> str:
    """The path with its indexes left out.

    >>> pattern_of("shipment.items[2].packages[0]"), pattern_of("shipment.items[].origin")
    ('shipment.items[].packages', 'shipment.items[].origin')
    """
    return re.sub(r"\[\d+\]", "[]", path).removesuffix("[]")


def value_at(document: Document, path: str) -> Found:
    """What stands there; None where something on the way is absent or the index is too high.

    >>> value_at(Document(kind="IMA"), "kind"), value_at(Document(), "shipment.items[7].origin")
    ('IMA', None)
    """
    value: object = document
    for name, index in steps_of(path):
        value = getattr(value, name, None)
        if index is not None:
            held = value if isinstance(value, tuple) else ()
            value = held[index] if index < len(held) else None
    return value
