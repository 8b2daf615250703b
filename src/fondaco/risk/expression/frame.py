"""The names in a written function: of constants, and of what is read once from a row."""

from collections.abc import Mapping
from typing import Protocol


class Constants:
    """The values that a written function names instead of spelling them out."""

    def __init__(self) -> None:
        self.named: dict[str, object] = {}
        self._names: dict[tuple[str, object], str] = {}

    def name(self, value: object) -> str:
        """The name of a value, the same for the same value of the same type."""
        key = (type(value).__name__, value)
        if key not in self._names:
            self._names[key] = f"K{len(self._names)}"
            self.named[self._names[key]] = value
        return self._names[key]


class Sources(Protocol):
    """How the value of each element is read, as source; what else that names comes before it."""

    constants: Mapping[str, object]

    def of_header(self) -> dict[str, str]:
        """The values of the ``header``: h0, h1 and so on in the order of the vocabulary."""

    def of_item(self, letter: str) -> dict[str, str]:
        """The values of an ``item``, whose ``number`` counts from zero, with that letter."""


class FromRows:
    """Values read from rows in which they stand ready."""

    constants: Mapping[str, object] = {}

    def __init__(self, *, header: int, items: int) -> None:
        self._header, self._items = header, items

    def of_header(self) -> dict[str, str]:
        """Each value at its place of the header's row."""
        return {f"h{place}": f"header[{place}]" for place in range(self._header)}

    def of_item(self, letter: str) -> dict[str, str]:
        """Each value at its place of the item's row."""
        return {f"{letter}{place}": f"item[{place}]" for place in range(self._items)}


class Frame:
    """The names of what is read of one kind of row: values, prefixes of them, small letters."""

    def __init__(self, letter: str, *, values: Mapping[str, str]) -> None:
        self._letter, self._values = letter, values
        self._derived: dict[str, str] = {}

    def value(self, place: int) -> str:
        """The name of the value at a place."""
        return f"{self._letter}{place}"

    def prefix(self, place: int, *, length: int) -> str:
        """The name of the first characters of the text at a place; None where it is missing."""
        value = self.value(place)
        return self._derive(f"{value}_{length}", f"{value} and {value}[:{length}]")

    def lower(self, place: int) -> str:
        """The name of the text at a place in small letters; None where it is missing."""
        value = self.value(place)
        return self._derive(f"{value}_lower", f"{value} and {value}.lower()")

    def _derive(self, name: str, source: str) -> str:
        self._derived[name] = source
        return name

    def definitions(self) -> dict[str, str]:
        """Every name with its source; one that names another comes after it."""
        return {**self._values, **self._derived}
