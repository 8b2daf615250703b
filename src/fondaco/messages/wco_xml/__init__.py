"""Declarations in the XML of the WCO Data Model 3.6, in the dialect of the UK's CDS.

One table says where each element of the XML stands in a ``Document``; it is used for
reading and for writing, so that the two cannot disagree.

>>> reading = read(write(Document(kind="IMA", local_reference="2026-0001")))
>>> reading.document.local_reference, reading.warnings
('2026-0001', ())
"""

from fondaco.declaration.document import Document
from fondaco.messages.wco_xml.reader import Reading, read
from fondaco.messages.wco_xml.writer import write

__all__ = ["Document", "Reading", "read", "write"]
