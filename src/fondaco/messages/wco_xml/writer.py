"""Writing a declaration in XML, so that reading it gives the same declaration again."""

from collections.abc import Iterator

import msgspec
from lxml import etree

from fondaco.declaration.document import Document
from fondaco.messages.problem import Problem, Unwritable, quoted
from fondaco.messages.wco_xml.envelope import Envelope
from fondaco.messages.wco_xml.forms import Misfit
from fondaco.messages.wco_xml.reader import read
from fondaco.messages.wco_xml.table import MESSAGE, META_DATA

# The stubs of lxml do not know the default namespace, whose prefix is None.
_PREFIXES = {
    "md": "urn:wco:datamodel:WCO:DocumentMetaData-DMS:2",
    None: "urn:wco:datamodel:WCO:DEC-DMS:2",
    "ds": "urn:wco:datamodel:WCO:Declaration_DS:DMS:2",
}


def write(document: Document) -> bytes:
    """The declaration as a DEC message; Unwritable where XML cannot carry all of it.

    What is written is read again before it is handed out, so that nothing is ever lost.
    """
    envelope = Envelope(model_version="3.6", type_name="DEC", declaration=document)
    root = etree.Element(META_DATA + "MetaData", nsmap=_PREFIXES)  # type: ignore[arg-type]
    try:
        MESSAGE.write(envelope, root)
    except (Misfit, ValueError) as reason:
        raise Unwritable([Problem("not-carried", "", quoted(str(reason)))]) from None
    written = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    differences = list(_differences(document, read(written).document, ""))
    if differences:
        raise Unwritable(differences)
    return written


def _differences(meant: object, read_back: object, path: str) -> Iterator[Problem]:
    """The places where two documents differ."""
    if meant == read_back:
        return
    if isinstance(meant, msgspec.Struct) and type(meant) is type(read_back):
        for name in meant.__struct_fields__:
            place = f"{path}.{name}" if path else name
            yield from _differences(getattr(meant, name), getattr(read_back, name), place)
    elif isinstance(meant, tuple) and isinstance(read_back, tuple) and len(meant) == len(read_back):
        for number, (one, other) in enumerate(zip(meant, read_back, strict=True)):
            yield from _differences(one, other, f"{path}[{number}]")
    else:
        yield Problem("not-carried", path, quoted(str(meant)))
