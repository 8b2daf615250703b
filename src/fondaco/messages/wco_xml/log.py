"""What is found while a message is read: problems that refuse it, and notes that do not."""

from collections.abc import Iterable
from difflib import get_close_matches

from lxml import etree

from fondaco.messages.problem import MOST_PROBLEMS, Problem, quoted

_INSTANCE = "{http://www.w3.org/2001/XMLSchema-instance}"


class Log:
    """The problems and notes of one message so far, of each at most as many as are told."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.notes: list[Problem] = []

    def problem(
        self, code: str, element: etree._Element, *, found: str | None = None, **values: str
    ) -> None:
        """Keep a problem at the element; what was found there is its name unless said."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(_at(element, code, found, values))

    def note(
        self, code: str, element: etree._Element, *, found: str | None = None, **values: str
    ) -> None:
        """Keep a note at the element."""
        if len(self.notes) < MOST_PROBLEMS:
            self.notes.append(_at(element, code, found, values))

    def missing(self, tag: str, element: etree._Element) -> None:
        """Keep that an element lacks another without which it says nothing."""
        self.problem("missing", element, found="none", name=local(tag))

    def unknown_element(self, element: etree._Element, known: Iterable[str]) -> None:
        """Keep that an element does not belong where it stands."""
        if len(self.problems) < MOST_PROBLEMS:
            tag = etree.QName(element.tag)
            names = {local(name) for name in known}
            foreign = tag.localname in names and f" of the namespace {tag.namespace or 'none'}"
            near = get_close_matches(tag.localname[:80], names, n=1) if not foreign else []
            self.problem(
                "unknown-element",
                element,
                found=tag.localname + (foreign or ""),
                nearest=f" ({near[0]}?)" if near else "",
            )

    def unkept_attribute(self, name: str, element: etree._Element) -> None:
        """Note an attribute that has no place in a declaration; those of the schema's have none."""
        if len(self.notes) < MOST_PROBLEMS and not name.startswith(_INSTANCE):
            self.note("attribute-not-kept", element, found=f"{name}={element.get(name)}")


def path_of(element: etree._Element) -> str:
    """Where an element stands, by names from the root, with its place among its like.

    >>> tree = etree.fromstring("<a xmlns='urn:x'><b/><b><c/></b></a>")
    >>> path_of(tree[1][0])
    'a/b[2]/c'
    """
    steps = []
    step: etree._Element | None = element
    while step is not None:
        steps.append(local(step.tag) + _place(step))
        step = step.getparent()
    return "/".join(reversed(steps))


def _place(element: etree._Element) -> str:
    before = sum(1 for _ in element.itersiblings(element.tag, preceding=True))
    alone = before == 0 and next(element.itersiblings(element.tag), None) is None
    return "" if alone else f"[{before + 1}]"


def local(tag: str) -> str:
    """A tag without its namespace."""
    return tag.rpartition("}")[2]


def _at(element: etree._Element, code: str, found: str | None, values: dict[str, str]) -> Problem:
    shown = local(element.tag) if found is None else found
    line = {"line": str(element.sourceline)}
    return Problem(code, quoted_path(path_of(element)), quoted(shown), values | line)


def quoted_path(path: str) -> str:
    """A path no longer than a reader can take in: a stranger chooses its names."""
    return path if len(path) <= 400 else path[:400] + "…"
