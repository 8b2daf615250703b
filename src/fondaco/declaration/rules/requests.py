"""Rules on a request to amend a declaration or to have it invalidated (function 13)."""

from fondaco.declaration.amendment import AMEND, FIXED, INVALIDATE, PRESENT, targets
from fondaco.declaration.document import Document
from fondaco.declaration.elements import steps_of
from fondaco.declaration.rules.case import Case
from fondaco.declaration.rules.shapes import is_plain, is_without_repeats, repeated
from fondaco.identifiers import mrn
from fondaco.identifiers.reference import is_local_reference
from fondaco.legal.rule import Shown, rule

LONGEST_REASON = 512


@rule("AM01", element="mrn")
def declaration_is_named(document: Document, case: Case) -> bool:
    """A request names the declaration it is about by its master reference number."""
    return bool(document.mrn)


@rule("AM02", element="mrn")
def declaration_number_is_right(document: Document, case: Case) -> bool:
    """The master reference number has eighteen characters and a right check digit."""
    return not document.mrn or mrn.is_valid(document.mrn)


@rule("AM03", element="kind")
def request_is_known(document: Document, case: Case) -> bool:
    """A request asks to amend (COR), to invalidate (INV), or says the goods are here (GPR)."""
    return document.kind in (AMEND, INVALIDATE, PRESENT)


@rule("AM04", element="local_reference")
def request_has_its_own_reference(document: Document, case: Case) -> bool:
    """A request has a reference of its own, of 1 to 22 characters."""
    return is_local_reference(document.local_reference or "")


@rule("AM05", element="changes")
def changes_are_named(document: Document, case: Case) -> bool:
    """A request to amend or to invalidate names at least one change."""
    return bool(document.changes) or document.kind == PRESENT


@rule("AM06", element="changes")
def changes_have_reasons(document: Document, case: Case) -> bool:
    """Every change has a reason."""
    return all(change.reason for change in document.changes)


def _unknown(document: Document, case: Case) -> Shown:
    return {"pointer": next(pointer for pointer, path in targets(document) if path is None)}


@rule("AM07", element="changes", shows=_unknown)
def changes_point_at_elements(document: Document, case: Case) -> bool:
    """Every change of an amendment points at an element of the declaration."""
    return document.kind != AMEND or all(path is not None for _, path in targets(document))


def _repeated(document: Document, case: Case) -> Shown:
    return {"repeated": repeated(path for _, path in targets(document))}


@rule("AM08", element="changes", shows=_repeated)
def elements_are_changed_once(document: Document, case: Case) -> bool:
    """No element is changed twice in one request."""
    return is_without_repeats(path for _, path in targets(document))


def _fixed(document: Document) -> list[str]:
    named = [steps_of(path)[0][0] for _, path in targets(document) if path]
    return [name for name in named if name in FIXED]


def _fixed_shown(document: Document, case: Case) -> Shown:
    return {"fixed": _fixed(document)[0]}


@rule("AM11", element="changes", shows=_fixed_shown)
def changes_are_of_the_declaration(document: Document, case: Case) -> bool:
    """No request changes what it says of itself: its function, its references, its sender."""
    return not _fixed(document)


@rule("AM09", element="statements")
def reasons_are_said_in_words(document: Document, case: Case) -> bool:
    """A request to amend or to invalidate says in words why it is made."""
    return document.kind == PRESENT or any(statement.text for statement in document.statements)


@rule("AM10", element="statements")
def reasons_are_plain(document: Document, case: Case) -> bool:
    """The reason has at most 512 characters and none that are hidden."""
    return all(is_plain(each.text or "", longest=LONGEST_REASON) for each in document.statements)
