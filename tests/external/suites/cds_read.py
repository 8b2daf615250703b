"""The UK's published CDS messages are read whole, written valid, and read back equal.

Every declaration, amendment and cancellation that ``declaration_xsd_validation.csv`` lists; every
other XML file beside them, which must be refused in words; messages made from the schema, each
element alone and all at once; and the hostile files of the tariff folder.
"""

from __future__ import annotations

import csv
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from fondaco.declaration.elements import element
from fondaco.messages import wco_xml
from fondaco.messages.problem import Unreadable
from fondaco.messages.wco_xml.grammar import Folded, Inside, Instant, Leaf, Node, Several, Single
from fondaco.messages.wco_xml.table import DOCUMENT
from tests.external.suites import Report, Tally, _schema

FOLDER = "declarations/cds"
TARIC = "tariff/taric/tamato_examples"
LONGEST_REFUSAL = 1.0
"""Seconds within which a hostile message is refused."""


def run(data: Path) -> Report:
    """Read, write and read again everything of the folder, and print what was lost or refused."""
    tally = Tally("cds-read")
    folder = data / FOLDER
    schema = etree.XMLSchema(etree.parse(str(folder / "xsd" / "customs" / "wrapper_submit.xsd")))
    listed = list(csv.DictReader((folder / "declaration_xsd_validation.csv").open()))
    _listed_messages(tally, folder / "samples", listed, schema)
    _other_messages(tally, folder / "samples", {row["file"] for row in listed})
    _made_messages(tally, folder / "xsd" / "wco" / "declaration", schema)
    if (data / TARIC).is_dir():
        _hostile_messages(tally, data / TARIC)
    else:
        tally.skip(1, f"there is no {TARIC}")
    return tally.report()


def _listed_messages(
    tally: Tally, samples: Path, listed: list[dict[str, str]], schema: etree.XMLSchema
) -> None:
    counts: Counter[str] = Counter()
    noted: Counter[str] = Counter()
    for row in listed:
        path = samples / row["file"]
        if not path.is_file():
            tally.skip(1, f"{row['file']} is listed and not there")
            continue
        kind = "declarations" if row["function_code"] == "9" else "amendments and cancellations"
        misses = len(tally.report().misses)
        valid = row["valid_against_submit_xsd"] == "True"
        tally.attempt(
            row["file"],
            lambda path=path, valid=valid: _wrong_with(path.read_bytes(), schema, valid, noted),
        )
        counts[kind, len(tally.report().misses) == misses] += 1
    for kind in ("declarations", "amendments and cancellations"):
        read, of = counts[kind, True], counts[kind, True] + counts[kind, False]
        tally.note(f"{kind} read, written valid and read back equal: {read} of {of}")
    for code, count in sorted(noted.items()):
        tally.note(f"noted while reading: {code}: {count}")


def _wrong_with(
    data: bytes, schema: etree.XMLSchema, valid: bool, noted: Counter[str] | None = None
) -> str:
    """What went wrong with one message, empty where nothing did."""
    try:
        reading = wco_xml.read(data)
    except Unreadable as refusal:
        return f"not read: {refusal}"
    if noted is not None:
        noted.update(warning.code for warning in reading.warnings)
    written = wco_xml.write(reading.document)
    if wco_xml.read(written).document != reading.document:
        return "read back as another declaration"
    if valid and not schema.validate(etree.fromstring(written)):
        return f"written invalid: {schema.error_log[0].message}"
    before, after = _schema.values_in(data), _schema.values_in(written)
    lost, added = before - after, after - before
    return f"lost {lost}, added {added}" if lost or added else ""


def _other_messages(tally: Tally, samples: Path, listed: set[str]) -> None:
    codes: Counter[str] = Counter()
    for path in sorted(samples.rglob("*.xml")) + sorted(samples.rglob("*.XML")):
        name = str(path.relative_to(samples))
        if name in listed:
            continue
        wrong, refusal = _refused_in_words(path.read_bytes())
        tally.check(name, not wrong, wrong)
        if refusal is not None:
            codes[refusal.code] += 1
            if refusal.code not in ("no-declaration", "unknown-root"):
                tally.note(f"refused: {name}: {refusal}")
    for code, count in sorted(codes.items()):
        tally.note(f"other messages refused as {code}: {count}")


def _refused_in_words(data: bytes) -> tuple[str, Unreadable | None]:
    """What is wrong with how a message that is no declaration is refused, and the refusal."""
    begun = time.perf_counter()
    try:
        wco_xml.read(data)
    except Unreadable as refusal:
        if time.perf_counter() - begun > LONGEST_REFUSAL:
            return "refused too late", refusal
        for problem in refusal.problems:
            if not all((problem.expected(word), problem.mend(word)) for word in ("en", "fr")):
                return f"{problem.code} says nothing", refusal
        return "", refusal
    except Exception as error:
        return f"{type(error).__name__} instead of a refusal: {error}", None
    return "read, though it is no declaration", None


def _made_messages(tally: Tally, folder: Path, schema: etree.XMLSchema) -> None:
    tree, values = _schema.declaration(folder), _schema.Values(folder)
    leaves = list(tree.leaves())
    said, published = list(_paths(DOCUMENT.nodes, ())), [leaf.path[1:] for leaf in leaves]
    _pointers(tally, tree)
    tally.check("the table is the schema", said == published, f"{set(said) ^ set(published)}")
    for name, only in _choices(leaves):
        data = _schema.message(tree, values, only=only)
        if name.endswith("ChargeDeduction/ChargesTypeCode"):
            wrong, _ = _refused_in_words(data)
            tally.check(f"{name}, without its amount, is refused", not wrong, wrong)
        else:
            tally.attempt(name, lambda data=data: _wrong_with_made(data, schema))
    tally.note(f"elements of the schema, each in a message of its own: {len(leaves)}")


def _paths(nodes: tuple[Node, ...], above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Every value that the table carries, in the order in which it writes them."""
    for node in nodes:
        path = (*above, node.tag.rpartition("}")[2])
        if isinstance(node, Single | Several | Folded):
            yield from _paths(node.shape.nodes, path)
        elif isinstance(node, Inside):
            yield from _paths(node.nodes, path)
        else:
            yield path


def _pointers(tally: Tally, tree: _schema.Element) -> None:
    """Whether the catalogue's pointer of each element is that of its place in the schema."""
    numbers = {element.path[1:]: element.number for element in tree.all()}
    published: dict[str, set[str]] = {}
    for field, path in _fields(DOCUMENT.nodes, (), ""):
        steps = [numbers[path[:length]] for length in range(len(path) + 1)]
        published.setdefault(field, set()).add("/".join(steps))
    for field, pointers in published.items():
        said = re.sub(r"\[[^\]]*\]", "", element(field.replace("[]", "[0]")).pointer)
        tally.check(f"pointer of {field}", said in pointers, f"{said} is none of {pointers}")
    tally.note(f"elements whose pointers were compared with the schema: {len(published)}")


def _fields(
    nodes: tuple[Node, ...], above: tuple[str, ...], part: str
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each element of a document with its place in the schema; folded ones have several."""
    for node in nodes:
        path = (*above, node.tag.rpartition("}")[2])
        if isinstance(node, Inside):
            yield from _fields(node.nodes, path, part)
        elif isinstance(node, Single | Several):
            yield f"{part}{node.field}", path
            inner = f"{part}{node.field}." if isinstance(node, Single) else f"{part}{node.field}[]."
            yield from _fields(node.shape.nodes, path, inner)
        elif isinstance(node, Leaf | Instant):
            yield f"{part}{node.field}", path


def _choices(leaves: list[_schema.Element]) -> Iterator[tuple[str, _schema.Element | None]]:
    yield "made: everything", None
    for leaf in leaves:
        yield f"made: {'/'.join(leaf.path)}", leaf


def _wrong_with_made(data: bytes, schema: etree.XMLSchema) -> str:
    if not schema.validate(etree.fromstring(data)):
        return f"made invalid: {schema.error_log[0].message}"
    noted: Counter[str] = Counter()
    return _wrong_with(data, schema, True, noted) or f"noted {noted}" * bool(noted)


def _hostile_messages(tally: Tally, folder: Path) -> None:
    files = sorted(folder.rglob("*.xml"))
    for path in files:
        wrong, _ = _refused_in_words(path.read_bytes())
        tally.check(f"{TARIC}/{path.name}", not wrong, wrong)
    tally.note(f"files of {TARIC} refused in words: {len(files)}")
