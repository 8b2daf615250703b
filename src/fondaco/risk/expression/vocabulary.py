"""The names that an expression may use, and what each stands for."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

import msgspec

from fondaco.legal.wording import Wording
from fondaco.risk.expression.types import Type


class Scope(StrEnum):
    """Where an element stands: once in the declaration, or in each goods item."""

    HEADER = "header"
    ITEM = "item"


class Element(msgspec.Struct, frozen=True):
    """A data element that officers may write about, by name, type and label."""

    name: str
    type: Type
    label: Wording


class Reading(msgspec.Struct, frozen=True):
    """The reading of one element: which, and at which place of its row it stands."""

    element: Element
    scope: Scope
    place: int

    @property
    def type(self) -> Type:
        """The element's type."""
        return self.element.type


class Vocabulary:
    """All elements and lists that expressions are checked against.

    Item elements bear names that start with ``item.``; the order of the elements
    is the order of the values in a row.

    >>> origin = Element("item.origin", Type.CODE, Wording("origin", "origine"))
    >>> Vocabulary([origin]).reading("item.origin").place
    0
    """

    def __init__(
        self,
        elements: Iterable[Element],
        *,
        lists: Mapping[str, tuple[str, ...]] | None = None,
        living: Iterable[str] = (),
    ) -> None:
        self.header: list[Element] = []
        self.items: list[Element] = []
        self.lists = dict(lists or {})
        self.living = frozenset(living)
        self._readings: dict[str, Reading] = {}
        for element in elements:
            self._add(element)

    def _add(self, element: Element) -> None:
        if element.name in self._readings:
            raise ValueError(f"found {element.name} twice, expected each element once")
        of_item = element.name.startswith("item.")
        row = self.items if of_item else self.header
        scope = Scope.ITEM if of_item else Scope.HEADER
        self._readings[element.name] = Reading(element, scope, len(row))
        row.append(element)

    def with_lists(
        self, lists: Mapping[str, tuple[str, ...]], *, living: Iterable[str] = ()
    ) -> "Vocabulary":
        """The same elements with these lists, and names of living ones that come with the facts."""
        return Vocabulary([*self.header, *self.items], lists=lists, living=living)

    def reading(self, name: str) -> Reading | None:
        """How the element of that name is read, None where there is none."""
        return self._readings.get(name)

    def names(self) -> list[str]:
        """Every element's name."""
        return list(self._readings)
