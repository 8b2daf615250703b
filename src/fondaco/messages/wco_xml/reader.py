"""Reading a declaration in XML: the whole of it, or every problem that keeps it from being read."""

import msgspec
from lxml import etree

from fondaco.declaration.document import Document
from fondaco.messages.hardened_xml import parse
from fondaco.messages.problem import Problem, Unreadable, quoted
from fondaco.messages.wco_xml.envelope import Envelope
from fondaco.messages.wco_xml.log import Log
from fondaco.messages.wco_xml.parts import DECLARATION
from fondaco.messages.wco_xml.table import DOCUMENT, MESSAGE, META_DATA

WRAPPERS = "{http://uk/gov/hmrc/mdg/declarationmanagement/"
"""The namespaces in which the UK's own systems put a message into another."""


class Reading(msgspec.Struct, frozen=True):
    """A declaration that was read, and all that was noted on the way."""

    document: Document
    warnings: tuple[Problem, ...] = ()


def read(data: bytes) -> Reading:
    """The declaration that the bytes say; Unreadable, with every problem, where they say none.

    An element that a declaration does not have is a problem, never passed over; an
    attribute, an empty element or a converted unit is noted.

    >>> read(b"<order/>")
    Traceback (most recent call last):
    ...
    fondaco.messages.problem.Unreadable: order: found order, expected a WCO declaration: MetaData \
or Declaration, in their namespaces: send a DEC message of the WCO Data Model 3.6
    """
    log = Log()
    document = _document(_message(parse(data), log), log)
    if document is None or log.problems:
        raise Unreadable(log.problems)
    return Reading(document, tuple(log.notes))


def _message(root: etree._Element, log: Log) -> etree._Element:
    """The message inside the UK's transport wrapper, where there is one."""
    if not root.tag.startswith(WRAPPERS):
        return root
    log.note("wrapper-not-kept", root)
    inside = list(root.iter(META_DATA + "MetaData"))
    # Of two messages in one wrapper another reader might take the other.
    return inside[0] if len(inside) == 1 else root


def _document(message: etree._Element, log: Log) -> Document | None:
    if message.tag == META_DATA + "MetaData":
        return _inside(message, log)
    if message.tag == DECLARATION + "Declaration":
        found = DOCUMENT.read(message, log)
        _look_for_function(message, log)
        return found if isinstance(found, Document) else None
    name = etree.QName(message.tag)
    shown = f"{name.localname} of {name.namespace}" if name.namespace else name.localname
    log.problem("unknown-root", message, found=quoted(shown))
    return None


def _inside(message: etree._Element, log: Log) -> Document | None:
    declaration = message.find(DECLARATION + "Declaration")
    if declaration is None:
        last = message[-1].tag if len(message) else "nothing"
        log.problem("no-declaration", message, found=quoted(last))
        return None
    envelope = MESSAGE.read(message, log)
    assert isinstance(envelope, Envelope)
    _look_for_function(declaration, log)
    if envelope.type_name not in (None, "DEC") or envelope.model_version not in (None, "3.6"):
        shown = f"{envelope.type_name} of model {envelope.model_version}"
        log.note("other-model", message, found=quoted(shown))
    return envelope.declaration


def _look_for_function(declaration: etree._Element, log: Log) -> None:
    """A message must say what it is for: a document would take silence for an original."""
    if not declaration.findtext(DECLARATION + "FunctionCode", "").strip():
        log.problem("missing", declaration, found="none", name="FunctionCode")
