"""Whether the codes that a selectivity looks for exist in the law at all.

A profile that waits for a document nobody can declare finds nothing, or everything, for ever;
so a bundle with such a code is refused before it is put in force.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

import msgspec

from fondaco.declaration.code_books import CodeBooks
from fondaco.identifiers import trader
from fondaco.legal.wording import Wording
from fondaco.risk.bundle import Selectivity
from fondaco.risk.expression import tree
from fondaco.risk.expression.vocabulary import Reading
from fondaco.risk.problem import Problem, SelectivityRefused

Value = str | Decimal | date

_LISTS = {
    "countries": (
        "importer.country exporter_country seller_country transport.nationality dispatch_country "
        "destination_country route item.origin item.dispatch_country"
    ),
    "document_kinds": "documents item.documents",
    "authorisation_kinds": "authorisations importer.authorisations",
    "declaration_kinds": "declaration.kind",
    "offices": "declaration.office",
    "transport_modes": "transport.mode",
    "delivery_terms": "trade_terms",
    "currencies": "invoice_currency item.currency",
    "procedures": "item.procedure",
    "additional_procedures": "item.additional_procedures",
    "preferences": "item.preference",
    "units": "item.supplementary_unit",
    "valuation_methods": "item.valuation_method",
    "package_kinds": "item.package_kinds",
    "transaction_natures": "item.transaction_nature",
    "commodities": "item.commodity",
}
_LIST_OF = {element: name for name, elements in _LISTS.items() for element in elements.split()}
"""Which of the law's lists an element's codes are from; the other elements are not coded."""

_IDENTIFIERS = frozenset(
    ("declarant", "representative", "importer", "exporter", "seller", "carrier")
)
"""The elements that hold a trader's identifier."""


def check_codes(selectivity: Selectivity, books: CodeBooks) -> None:
    """Refuse a bundle that looks for codes the law does not have: SelectivityRefused, with each."""
    problems = strange_codes(selectivity, books)
    if problems:
        raise SelectivityRefused(problems)


def strange_codes(selectivity: Selectivity, books: CodeBooks) -> tuple[Problem, ...]:
    """A problem for each value that a coded element can never have, each once, by its place."""
    known = _Known(books)
    found: dict[tuple[str, str, str], Problem] = {}
    for profile in selectivity.profiles:
        for named in _looked_for(profile.expression.condition):
            place = named.list_name or profile.id
            file = "lists.toml" if named.list_name else "profiles"
            for value in known.strange(named):
                expected = known.expected(named.element)
                found.setdefault((file, place, value), Problem(file, place, value, expected))
    return tuple(found.values())


class _LookedFor(msgspec.Struct, frozen=True):
    """Values that one element is held against; beginnings only where it may start with them."""

    element: str
    values: tuple[Value, ...]
    list_name: str | None = None
    are_beginnings: bool = False


def _looked_for(node: object) -> Iterator[_LookedFor]:
    """Everything that an expression holds an element against, however deep it stands."""
    match node:
        case tree.Within(Reading() as reading, members) | tree.Overlaps(reading, members):
            yield _LookedFor(reading.element.name, members.values, members.list_name)
        case tree.StartsWith(Reading() as reading, members):
            yield _LookedFor(reading.element.name, members.values, members.list_name, True)
        case tree.Contains(Reading() as reading, tree.Literal(_, value)):
            yield _LookedFor(reading.element.name, (value,))
        case tree.Comparison(Reading() as reading, _, tree.Literal(_, value)):
            yield _LookedFor(reading.element.name, (value,))
        case tree.Comparison(tree.Literal(_, value), _, Reading() as reading):
            yield _LookedFor(reading.element.name, (value,))
    for part in _parts(node):
        yield from _looked_for(part)


def _parts(node: object) -> Iterable[object]:
    if isinstance(node, tuple):
        return node
    if isinstance(node, tree.Node):
        return [getattr(node, name) for name in node.__struct_fields__]
    return ()


class _Known:
    """The law's lists, in order."""

    def __init__(self, books: CodeBooks) -> None:
        self._books = books
        self._lists: Mapping[str, Sequence[str]] = {
            name: sorted(getattr(books, name)) for name in _LISTS
        }

    def strange(self, named: _LookedFor) -> Iterator[str]:
        """The values that the element never has; a list that the law leaves open has none."""
        if named.element in _IDENTIFIERS:
            return self._not(self._may_identify, named.values)
        codes = self._lists.get(_LIST_OF.get(named.element, ""), ())
        if not codes:
            return iter(())

        def exists(value: str) -> bool:
            place = bisect_left(codes, value)
            at = codes[place] if place < len(codes) else ""
            return at.startswith(value) if named.are_beginnings else at == value

        return self._not(exists, named.values)

    def expected(self, element: str) -> Wording:
        """What should have been found there."""
        name = _LIST_OF.get(element)
        if name is None:
            return Wording("a trader's identifier", "un identifiant d'opérateur")
        said = name.replace("_", " ")
        return Wording(f"a code of the law's list ({said})", f"un code de la liste légale ({said})")

    def _may_identify(self, value: str) -> bool:
        ours = value[:2] in self._books.identifier_prefixes
        return trader.is_valid(value, issued_by=value[:2]) if ours else trader.has_shape(value)

    @staticmethod
    def _not(holds: Callable[[str], bool], values: Iterable[Value]) -> Iterator[str]:
        return (value for value in values if isinstance(value, str) and not holds(value))
