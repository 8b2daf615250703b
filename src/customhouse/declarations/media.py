"""Which files are taken as supporting documents, told by their content."""

from customhouse.declarations.problems import Unfit

LARGEST = 10 * 1024 * 1024
"""Bytes in one file."""
MOST_FILES = 50
"""Files on one declaration."""

_SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
)
_FORBIDDEN_IN_PDF = (b"/JavaScript", b"/JS ", b"/Launch", b"/EmbeddedFile", b"/RichMedia")


def recognise(content: bytes) -> str:
    """The media type of a file, by its first bytes; Unfit for what is not taken.

    >>> recognise(b"%PDF-1.7 ...")
    'application/pdf'
    """
    if len(content) > LARGEST:
        raise Unfit(
            found=f"a file of {len(content):,} bytes",
            expected=f"at most {LARGEST:,} bytes",
            mend="scan with fewer dots, or split the file",
        )
    for signature, media_type in _SIGNATURES:
        if content.startswith(signature):
            _refuse_active(content, media_type)
            return media_type
    raise Unfit(
        found=f"a file that begins with {content[:8]!r}",
        expected="a PDF document, or a PNG or JPEG picture",
        mend="save or print the document as PDF",
    )


def _refuse_active(content: bytes, media_type: str) -> None:
    if media_type != "application/pdf":
        return
    for mark in _FORBIDDEN_IN_PDF:
        if mark in content:
            raise Unfit(
                found=f"a PDF that carries {mark.decode().strip('/ ')}",
                expected="a PDF of pages only",
                mend="print the document to PDF again, without scripts or attachments",
            )


def safe_name(name: str) -> str:
    """A file name fit to be shown and offered again: no path, no control characters.

    >>> safe_name("..\\\\..\\\\invoice\\x00.pdf")
    'invoice.pdf'
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(letter for letter in last if letter.isprintable())[:120] or "document"
