"""Values worked out where a written function first needs them, and not at all where it does not.

>>> lines = ["if origin in LISTED:", " if mass > LIMIT: hit()"]
>>> for line in placed(lines, {"origin": "item.origin", "mass": "item.mass"}): print(line)
origin = item.origin
if origin in LISTED:
 mass = item.mass
 if mass > LIMIT: hit()
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

_NAMES = re.compile(r"\b[a-z]\w*").findall


class _Line(msgspec.Struct):
    """A line, and the lines further in that follow it."""

    text: str
    below: list["_Line"]


def placed(lines: Iterable[str], definitions: Mapping[str, str]) -> list[str]:
    """The lines, and before each what it names of the definitions, once.

    A definition comes after those that it names itself. What several lines name stands before
    the first of them; what a loop names stands before the loop.
    """
    return [*_Placing(definitions).lines(_nested([*lines]), known=frozenset(), depth=0)]


class _Placing:
    """The definitions, each with all that it rests on."""

    def __init__(self, definitions: Mapping[str, str]) -> None:
        self._definitions = definitions
        self._whole: dict[str, frozenset[str]] = {}
        for name, source in definitions.items():
            self._whole[name] = self._named(source) | {name}

    def lines(self, nodes: Sequence[_Line], *, known: frozenset[str], depth: int) -> Iterator[str]:
        """The lines of one depth and below, where so much is defined already."""
        later = [frozenset[str]()]
        for node in reversed(nodes):
            later.append(later[-1] | self._needs(node))
        for node, after in zip(nodes, reversed(later[:-1]), strict=True):
            below = self._needed_below(node)
            now = self._named(node.text) | (below if _is_loop(node) else below & after)
            for name in self._definitions:
                if name in now - known:
                    yield f"{' ' * depth}{name} = {self._definitions[name]}"
            known |= now
            yield f"{' ' * depth}{node.text}"
            yield from self.lines(node.below, known=known, depth=depth + 1)

    def _needs(self, node: _Line) -> frozenset[str]:
        return self._named(node.text) | self._needed_below(node)

    def _needed_below(self, node: _Line) -> frozenset[str]:
        none: frozenset[str] = frozenset()
        return none.union(*map(self._needs, node.below))

    def _named(self, source: str) -> frozenset[str]:
        none: frozenset[str] = frozenset()
        return none.union(*(self._whole[each] for each in _NAMES(source) if each in self._whole))


def _is_loop(node: _Line) -> bool:
    return node.text.startswith("for ")


def _nested(lines: Sequence[str]) -> list[_Line]:
    """The lines by how far in they stand; the first stands furthest out."""
    found: list[_Line] = []
    ways: list[tuple[int, list[_Line]]] = [(-1, found)]
    for line in lines:
        text = line.lstrip()
        depth = len(line) - len(text)
        while ways[-1][0] >= depth:
            ways.pop()
        node = _Line(text, [])
        ways[-1][1].append(node)
        ways.append((depth, node.below))
    return found
