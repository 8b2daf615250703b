"""The names in a written function: of constants, and of what is read once from a row."""

from collections.abc import Iterator


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


class Frame:
    """What is read of one kind of row: values, prefixes cut off them, texts in small letters."""

    def __init__(self, letter: str, *, width: int) -> None:
        self._letter = letter
        self._width = width
        self._places: set[int] = set()
        self._derived: dict[str, str] = {}

    def value(self, place: int) -> str:
        """The name of the value at a place."""
        self._places.add(place)
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

    def opening(self, row: str) -> Iterator[str]:
        """The lines that read it all from the row, each once."""
        if self._places:
            names = (
                f"{self._letter}{place}" if place in self._places else "_"
                for place in range(self._width)
            )
            yield f"({', '.join(names)},) = {row}"
        for name, source in self._derived.items():
            yield f"{name} = {source}"
