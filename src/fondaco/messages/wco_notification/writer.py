"""Writing an answer as a response message that is valid against the published schema."""

from lxml import etree

from fondaco.messages.problem import Problem, Unwritable, quoted
from fondaco.messages.wco_notification.answer import Answer, Post
from fondaco.messages.wco_notification.table import POST, RESPONSE
from fondaco.messages.wco_xml.forms import Misfit
from fondaco.messages.wco_xml.table import META_DATA

_PREFIXES = {
    "md": "urn:wco:datamodel:WCO:DocumentMetaData-DMS:2",
    None: RESPONSE.namespace.strip("{}"),
    "ds": "urn:wco:datamodel:WCO:Response_DS:DMS:2",
}


def write(answer: Answer, *more: Answer) -> bytes:
    """The answers as one RES message; Unwritable where XML cannot carry all of it."""
    post = Post(model_version="3.6", type_name="RES", answers=(answer, *more))
    # The stubs of lxml do not know the default namespace, whose prefix is None.
    root = etree.Element(META_DATA + "MetaData", nsmap=_PREFIXES)  # type: ignore[arg-type]
    try:
        POST.write(post, root)
    except (Misfit, ValueError) as reason:
        raise Unwritable([Problem("not-carried", "", quoted(str(reason)))]) from None
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)
