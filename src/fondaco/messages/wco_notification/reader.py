"""Reading a response message: our own, or one that another administration sent."""

from lxml import etree

from fondaco.messages.hardened_xml import parse
from fondaco.messages.problem import Unreadable, quoted
from fondaco.messages.wco_notification.answer import Answer, Post
from fondaco.messages.wco_notification.table import POST
from fondaco.messages.wco_xml.log import Log
from fondaco.messages.wco_xml.table import META_DATA


def read(data: bytes) -> tuple[Answer, ...]:
    """The answers in a message; Unreadable, with every problem, where it holds none."""
    log = Log()
    root = parse(data)
    if root.tag != META_DATA + "MetaData":
        log.problem("unknown-root", root, found=quoted(etree.QName(root.tag).localname))
        raise Unreadable(log.problems)
    post = POST.read(root, log)
    if log.problems or not isinstance(post, Post):
        raise Unreadable(log.problems)
    return post.answers
