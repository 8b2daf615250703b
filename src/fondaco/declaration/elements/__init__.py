"""The data elements of a declaration: where each stands, what it is called, how it is written.

A path names an element as the JSON form has it, a pointer as the WCO Data Model has
it. Indexes in paths count from zero as in JSON, occurrences in pointers from one.

>>> pointer_of("shipment.items[2].net_mass")
'42A/67A/68A[3]/23A/65A/128'
>>> path_of("42A/67A/68A[3]/23A/65A/128")
'shipment.items[2].net_mass'
>>> label("shipment.importer.identifier", "fr"), place("shipment.items[2].net_mass", "en")
('Importateur : identifiant', 'Goods item 3 › Net mass (kg)')
"""

from fondaco.declaration.elements.catalogue import ELEMENTS, Element, element
from fondaco.declaration.elements.paths import join, steps_of, value_at
from fondaco.declaration.elements.pointers import path_of, pointer_of
from fondaco.legal.wording import Wording

__all__ = [
    "ELEMENTS",
    "Element",
    "element",
    "help_text",
    "join",
    "label",
    "path_of",
    "place",
    "pointer_of",
    "steps_of",
    "value_at",
]


def label(path: str, language: str) -> str:
    """What the element is called; a shared part says whose it is. LookupError if unknown."""
    return element(path).label.said(language)


def help_text(path: str, language: str) -> str:
    """One sentence that says what to write there. LookupError if unknown."""
    return element(path).help.said(language)


def place(path: str, language: str) -> str:
    """The element with the numbered parts it stands in, as a reader would look for it."""
    names: list[str] = []
    so_far = ""
    for name, index in steps_of(path):
        so_far = join(so_far, name)
        if index is not None:
            names.append(f"{label(so_far, language)} {index + 1}")
            so_far = f"{so_far}[{index}]"
    if so_far and not so_far.endswith("]"):
        names.append(label(so_far, language))
    return " › ".join(names) or _WHOLE.said(language)


_WHOLE = Wording("The declaration", "La déclaration")
