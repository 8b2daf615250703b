"""What traders answer when officers ask, and the paper that they send with it."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from customhouse.demonstration.values import Consignment

_ANSWERS = (
    "The document is attached. Please tell us if you need the original.",
    "See the attached statement of our supplier; the figures agree with the invoice.",
    "We have asked the manufacturer, whose answer is attached.",
)


def answer(dice: Random) -> str:
    """Return an answer in words."""
    return dice.choice(_ANSWERS)


def paper(consignment: Consignment) -> tuple[str, str, bytes]:
    """Return a document that the declarant sends: its name, its kind, its pages as PDF."""
    document = consignment.document
    invoice = next(each for each in consignment.papers if each.kind == "N935")
    total = document.invoice_amount
    seller = document.exporter.name if document.exporter else ""
    lines = [
        "COMMERCIAL INVOICE (specimen of the demonstration)",
        f"Number {invoice.number}",
        f"Seller: {seller}",
        f"Buyer: {document.importer}",
        *(f"{item.number}. {item.description}: {item.invoice_amount}" for item in document.items),
        f"Total: {total}",
    ]
    return f"invoice-{invoice.number}.pdf", invoice.kind, pdf(lines)


def pdf(lines: Sequence[str]) -> bytes:
    """Return one page of plain text as PDF (ISO 32000-1), the same bytes for the same lines.

    >>> pdf(["One (1) line"])[:8]
    b'%PDF-1.4'
    """
    shown = "".join(f"({_escaped(line)}) Tj T*\n" for line in lines)
    content = f"BT /F 10 Tf 14 TL 50 790 Td\n{shown}ET".encode("cp1252", "replace")
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    return _file(parts)


def _file(parts: Sequence[bytes]) -> bytes:
    body, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(parts) + 1
    return (
        body
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
        + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, len(body))
    )


def _escaped(text: str) -> str:
    return text[:110].replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
