"""What one cell of a spreadsheet says: text, a number, a list of codes, documents."""

import re
from decimal import Decimal

from fondaco.declaration.document import AdditionalCode, SupportingDocument
from fondaco.messages.characters import FORBIDDEN
from fondaco.messages.hardened_xml import LONGEST_TEXT
from fondaco.messages.numbers import OutOfRange, number

LARGEST_COUNT = 99_999


class Cell:
    """One cell, and how numbers are written in its sheet.

    ``comma`` says that the sheet's decimals stand after a comma, None that it cannot be told.
    """

    def __init__(self, text: str, *, comma: bool | None = False) -> None:
        self.written = text.strip()
        self.comma = comma


class Unfit(ValueError):  # noqa: N818 - the cell does not fit, nothing has failed
    """A cell that its column cannot hold; ``code`` and ``values`` are the problem's."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


# A spreadsheet's own way of writing a text of digits, so that it keeps its leading zeros.
_TEXT_OF_DIGITS = re.compile(r'="([^"]*)"')


def text(cell: Cell) -> str:
    """The cell as it is; a formula in it stays text.

    >>> text(Cell("=1+1")), text(Cell('="0101210000"'))
    ('=1+1', '0101210000')
    """
    if len(cell.written) > LONGEST_TEXT:
        raise Unfit("too-long-text", limit=str(LONGEST_TEXT))
    if FORBIDDEN.search(cell.written) is not None:
        raise Unfit("forbidden-character")
    match = _TEXT_OF_DIGITS.fullmatch(cell.written)
    return match[1] if match else cell.written


_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+")


def decimal(cell: Cell) -> Decimal:
    """The number in the cell, with a point or, in a sheet that has them, a comma.

    >>> decimal(Cell("12,5", comma=True))
    Decimal('12.5')
    >>> decimal(Cell("1,250", comma=None))
    Traceback (most recent call last):
    ...
    fondaco.messages.csv_items.cells.Unfit: ambiguous-number
    """
    written = text(cell)
    if written.startswith("="):
        raise Unfit("formula")
    if _GROUPED.fullmatch(written) and not cell.comma:
        raise Unfit("ambiguous-number")
    if cell.comma and "." in written and "," not in written:
        raise Unfit("ambiguous-number")
    try:
        return number(written.replace(",", ".") if cell.comma else written)
    except OutOfRange as reason:
        raise Unfit(reason.code) from None


def whole(cell: Cell) -> int:
    """The whole number in the cell."""
    value = decimal(cell)
    if value != int(value) or not 0 <= value <= LARGEST_COUNT:
        raise Unfit("whole-number")
    return int(value)


def codes(cell: Cell) -> tuple[str, ...]:
    """Codes separated by spaces.

    >>> codes(Cell("000 1CG"))
    ('000', '1CG')
    """
    return tuple(text(cell).split())


def additional_codes(cell: Cell) -> tuple[AdditionalCode, ...]:
    """Additional codes separated by spaces, each with its kind before a colon.

    >>> additional_codes(Cell("GN:VATZ"))[0].code
    'VATZ'
    """
    return tuple(_additional_code(each) for each in text(cell).split())


def _additional_code(written: str) -> AdditionalCode:
    kind, colon, code = written.partition(":")
    return AdditionalCode(code=code if colon else kind, kind=kind if colon else "")


_DOCUMENT = re.compile(r"([A-Z0-9])([A-Z0-9]{3})(?::(.*?))?(?::([A-Z]{2}))?", re.ASCII)


def documents(cell: Cell) -> tuple[SupportingDocument, ...]:
    """Supporting documents separated by bars, each as CODE:IDENTIFIER:STATUS.

    >>> first, second = documents(Cell("N935:INV-17:AC | C644"))
    >>> first.category, first.kind, first.identifier, first.status, second.kind
    ('N', '935', 'INV-17', 'AC', '644')
    """
    return tuple(_document(each.strip()) for each in text(cell).split("|"))


def _document(written: str) -> SupportingDocument:
    match = _DOCUMENT.fullmatch(written)
    if match is None:
        raise Unfit("document-cell")
    category, kind, identifier, status = match.groups()
    return SupportingDocument(
        category=category, kind=kind, identifier=identifier or None, status=status
    )
