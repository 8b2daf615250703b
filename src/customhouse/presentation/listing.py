"""Lists: what a list offers, what its address asks for, and what is shown of it.

A page describes its columns and filters once. Sorting, filtering and paging live in the address,
so that a list can be bookmarked and sent; the same columns give the file that is taken away.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import ceil
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from django.utils.functional import Promise

Row = TypeVar("Row")
Text = str | Promise

PAGE_SIZES = (25, 50, 100)
LONGEST_EXPORT = 50_000


@dataclass(frozen=True, kw_only=True)
class Column(Generic[Row]):
    """One column: its heading, what a page shows, and the plain value a file holds."""

    name: str
    heading: Text
    shows: Callable[[Row], object]
    holds: Callable[[Row], object]
    is_number: bool = False
    is_sortable: bool = False
    leads: bool = False


@dataclass(frozen=True, kw_only=True)
class Filter:
    """One filter: free text, or one of its choices; `kind` may be `date` too."""

    name: str
    label: Text
    choices: Sequence[tuple[str, Text]] = ()
    kind: str = "text"


@dataclass(frozen=True, kw_only=True)
class View:
    """A saved view: a name for filters that people come back to, with how many it holds."""

    name: str
    label: Text
    values: Mapping[str, str]
    count: int | None = None


@dataclass(frozen=True, kw_only=True)
class Listing(Generic[Row]):
    """A list as a page offers it."""

    name: str
    columns: Sequence[Column[Row]]
    sort: str
    descending: bool = False
    filters: Sequence[Filter] = ()
    views: Sequence[View] = ()
    page_size: int = PAGE_SIZES[0]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What an address asks of a list, every part of it known to be allowed."""

    sort: str
    descending: bool
    page: int
    page_size: int
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def offset(self) -> int:
        """How many rows come before this page."""
        return (self.page - 1) * self.page_size


@dataclass(frozen=True, kw_only=True)
class Shown(Generic[Row]):
    """One page of a list, ready for the template."""

    listing: Listing[Row]
    asked: Asked
    rows: Sequence[Row]
    count: int

    @property
    def last_page(self) -> int:
        """The number of the last page, at least one."""
        return max(1, ceil(self.count / self.asked.page_size))

    @property
    def pages(self) -> list[int | None]:
        """The pages to name: first, last, those near this one; None where some are left out."""
        near = {1, self.last_page, *range(self.asked.page - 1, self.asked.page + 2)}
        kept = sorted(page for page in near if 1 <= page <= self.last_page)
        named: list[int | None] = []
        for page in kept:
            if named and named[-1] is not None and page - named[-1] > 1:
                named.append(None)
            named.append(page)
        return named

    @property
    def first(self) -> int:
        """The number of the first row on this page."""
        return self.asked.offset + 1 if self.rows else 0

    @property
    def last(self) -> int:
        """The number of the last row on this page."""
        return self.asked.offset + len(self.rows)

    @property
    def is_filtered(self) -> bool:
        """Whether some filter is set."""
        return bool(self.asked.values)

    def address(self, **changes: Any) -> str:
        """Return the query of this list with some parts changed; a new sort goes to page 1."""
        return address(self.listing, self.asked, **changes)

    def sort_address(self, column: Column[Row]) -> str:
        """Return the query that sorts by a column, the other way round if it is sorted by it."""
        again = self.asked.sort == column.name
        return self.address(
            sort=column.name, descending=not self.asked.descending if again else False
        )

    def sorted_how(self, column: Column[Row]) -> str:
        """Return `ascending`, `descending` or `none`, as `aria-sort` has it."""
        if self.asked.sort != column.name:
            return "none"
        return "descending" if self.asked.descending else "ascending"

    def view_address(self, view: View) -> str:
        """Return the query of a saved view."""
        return "?" + urlencode(sorted(view.values.items()))

    def is_view(self, view: View) -> bool:
        """Whether this list shows exactly that saved view."""
        return dict(self.asked.values) == dict(view.values)


def read(listing: Listing[Row], query: Mapping[str, str]) -> Asked:
    """Read what an address asks of a list; what is unknown or impossible is left at its default."""
    sortable = {column.name for column in listing.columns if column.is_sortable}
    by = query.get("sort", "")
    descending = by.startswith("-")
    by = by.removeprefix("-")
    if by not in sortable:
        by, descending = listing.sort, listing.descending
    return Asked(
        sort=by,
        descending=descending,
        page=_whole(query.get("page", ""), default=1, most=100_000),
        page_size=_whole(query.get("rows", ""), default=listing.page_size, most=PAGE_SIZES[-1]),
        values=_values(listing, query),
    )


def show(
    listing: Listing[Row],
    asked: Asked,
    find: Callable[[Asked], tuple[Sequence[Row], int]],
) -> Shown[Row]:
    """Show a page of a list; a page after the last shows the last."""
    rows, count = find(asked)
    last = max(1, ceil(count / asked.page_size))
    if asked.page > last:
        asked = Asked(
            sort=asked.sort,
            descending=asked.descending,
            page=last,
            page_size=asked.page_size,
            values=asked.values,
        )
        rows, count = find(asked)
    return Shown(listing=listing, asked=asked, rows=rows, count=count)


def whole(asked: Asked) -> Asked:
    """Return the same question for every row there is, as a file holds them."""
    return Asked(
        sort=asked.sort,
        descending=asked.descending,
        page=1,
        page_size=LONGEST_EXPORT,
        values=asked.values,
    )


def address(listing: Listing[Row], asked: Asked, **changes: Any) -> str:
    """Return the query that asks the same with some parts changed."""
    sort = changes.get("sort", asked.sort)
    descending = changes.get("descending", asked.descending)
    query = dict(asked.values)
    query |= {name: value for name, value in changes.get("values", {}).items()}
    if (sort, descending) != (listing.sort, listing.descending):
        query["sort"] = f"-{sort}" if descending else sort
    if asked.page_size != listing.page_size:
        query["rows"] = str(asked.page_size)
    if (page := changes.get("page", 1)) > 1:
        query["page"] = str(page)
    if "format" in changes:
        query["format"] = changes["format"]
    return "?" + urlencode(sorted((name, value) for name, value in query.items() if value))


def _values(listing: Listing[Row], query: Mapping[str, str]) -> dict[str, str]:
    found = {}
    for each in listing.filters:
        value = query.get(each.name, "").strip().replace("\0", "")[:200]
        allowed = {choice for choice, _ in each.choices}
        if value and _may_be(value, each) and (not each.choices or value in allowed):
            found[each.name] = value
    return found


def _may_be(value: str, each: Filter) -> bool:
    """Whether a date is one; what somebody wrote into an address by hand need not be."""
    if each.kind != "date":
        return True
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _whole(text: str, *, default: int, most: int) -> int:
    if not (text.isascii() and text.isdigit()):
        return default
    return min(max(1, int(text[:9])), most)
