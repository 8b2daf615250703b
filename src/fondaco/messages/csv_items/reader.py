"""Reading a sheet: the items, or every cell that keeps them from being read."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

import msgspec

from fondaco.declaration.document import GoodsItem
from fondaco.messages.csv_items.cells import Cell, Unfit
from fondaco.messages.csv_items.columns import BY_NAME, NUMBERS, Column, plain
from fondaco.messages.csv_items.sheet import Row, rows_of
from fondaco.messages.problem import Problem, Unreadable, quoted

Values = dict[str, object]
"""What the cells of one row say, by column."""

Columns = list[Column | None]
"""The column that each place of a row means; None where it has no name, and must be empty."""


def read(data: bytes, *, encoding: str) -> tuple[GoodsItem, ...]:
    """The goods items of a sheet; Unreadable, with every problem, where a cell cannot be read.

    ``encoding`` is UTF-8 or what the sender declares, by its name in the IANA's register. The
    separator is the comma, semicolon or tab that the first row has most of. Decimals may stand
    after a comma where the separator is not one. Without a column of numbers, items are numbered
    by their place.
    """
    separator, rows = rows_of(data, encoding=encoding)
    (at, names), body = rows[0], rows[1:]
    columns = _columns(names, f"row {at}")
    comma = _decimal_comma(columns, body, separator)
    problems: list[Problem] = []
    read = [_values(row, columns, comma, problems) for row in body]
    if problems:
        raise Unreadable(problems)
    return tuple(_item({"number": place, **values}) for place, values in enumerate(read, 1))


def _columns(names: list[str], path: str) -> Columns:
    columns: Columns = [BY_NAME.get(plain(name)) for name in names]
    problems = list(_problems_of_names(names, columns, path))
    if not problems and all(column is None or column.name != _KEY for column in columns):
        problems.append(Problem("no-header", path, quoted(", ".join(names))))
    if problems:
        raise Unreadable(problems)
    return columns


_KEY = "commodity_code"
"""The column that a sheet of goods cannot do without: its name tells a header from goods."""


def _problems_of_names(names: list[str], columns: Columns, path: str) -> Iterator[Problem]:
    for place, (name, column) in enumerate(zip(names, columns, strict=True)):
        if column is None and name.strip():
            near = get_close_matches(plain(name)[:80], BY_NAME, n=1)
            nearest = f" ({BY_NAME[near[0]].name}?)" if near else ""
            yield Problem("unknown-column", path, quoted(name), {"nearest": nearest})
        elif column is not None and column in columns[:place]:
            yield Problem("repeated-column", path, quoted(name))


_GROUPS = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+")


def _decimal_comma(columns: Columns, body: Iterable[Row], separator: str) -> bool | None:
    """Whether the sheet's decimals stand after a comma; None where its commas may group digits."""
    if separator == ",":
        return False
    with_comma = [
        cell.strip()
        for _, cells in body
        for column, cell in zip(columns, cells, strict=False)
        if column is not None and column.name in NUMBERS and "," in cell
    ]
    if not with_comma:
        return False
    return None if all(_GROUPS.fullmatch(cell) for cell in with_comma) else True


def _values(row: Row, columns: Columns, comma: bool | None, problems: list[Problem]) -> Values:
    at, cells = row
    if len(cells) < len(columns) or any(cell.strip() for cell in cells[len(columns) :]):
        count = {"columns": str(len(columns))}
        problems.append(Problem("cells", f"row {at}", f"{len(cells)} cells", count))
        return {}
    values: Values = {}
    for column, cell in zip(columns, cells, strict=False):
        if not cell.strip():
            continue
        name = column.name if column is not None else "a column without name"
        try:
            if column is None:
                raise Unfit("unknown-column", nearest="")
            values[name] = column.read(Cell(cell, comma=comma))
        except Unfit as reason:
            place = f"row {at}, {name}"
            problems.append(Problem(reason.code, place, quoted(cell.strip()), reason.values))
    problems.extend(_halves(values, f"row {at}"))
    return values


_MONEY = {"invoice_amount": "invoice_currency", "statistical_value": "statistical_currency"}
_QUANTITY = {"supplementary_quantity": "supplementary_unit"}


def _halves(values: Mapping[str, object], row: str) -> Iterator[Problem]:
    """Amounts without their currency, and currencies and units without their number."""
    for number, unit in (_MONEY | _QUANTITY).items():
        if unit in values and number not in values:
            found = quoted(str(values[unit]))
            yield Problem("without-its-unit", f"{row}, {unit}", found, {"name": number})
        elif number in values and unit not in values and number in _MONEY:
            found = str(values[number])
            yield Problem("without-its-unit", f"{row}, {number}", found, {"name": unit})


_TAX = {"preference": "preference", "quota": "quota", "payment_method": "payment_method"}
_PACKAGE = {"package_kind": "kind", "package_quantity": "quantity", "package_marks": "marks"}


def _item(values: Values) -> GoodsItem:
    for amount, currency in _MONEY.items():
        if amount in values:
            values[amount] = {"amount": values[amount], "currency": values.pop(currency)}
    for quantity, unit in _QUANTITY.items():
        if quantity in values:
            values[quantity] = {"value": values[quantity], "unit": values.pop(unit, None)}
    tax, package = _taken(values, _TAX), _taken(values, _PACKAGE)
    if tax:
        values["taxes"] = (tax,)
    if package:
        values["packages"] = ({"number": 1, **package},)
    return msgspec.convert(values, GoodsItem)


def _taken(values: Values, names: Mapping[str, str]) -> Values:
    """The fields of a part that has columns of its own, taken out of the item's."""
    return {field: values.pop(name) for name, field in names.items() if name in values}
