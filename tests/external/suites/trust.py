"""Records, digests and signatures against vectors of others.

Merkle proofs of transparency-dev, a complete log written by Tessera, the RFC 8785 examples, the
Ed25519 edge cases of C2SP/CCTV, and the eddsa-jcs-2022 examples of the W3C.
"""

from __future__ import annotations

import base64
import json
from functools import partial
from hashlib import sha256
from pathlib import Path

from fondaco.evidence.audit import flaws
from fondaco.evidence.canonical import canonical, canonical_of_json
from fondaco.evidence.checkpoint import Checkpoint, opened, reason_not_to_sign
from fondaco.evidence.ed25519 import is_signed
from fondaco.evidence.log import EMPTY_TREE, grown
from fondaco.evidence.log_proof import LogProof, log_proof_of, proven
from fondaco.evidence.merkle import leaf_hash, leaf_hashes
from fondaco.evidence.note import note_of, public_key
from fondaco.evidence.proof import (
    consistency_proof,
    inclusion_proof,
    is_consistent,
    is_included,
)
from fondaco.evidence.tile import Tile, entries_of, tile_at, tiles_of
from tests.external.suites import Report, Tally

FOLDER = "trust"

# Published with the log, in SOURCES.md beside the data.
TESSERA_KEY = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx"

# What these mark must not be accepted (RFC 8032 forbids the spellings; small orders are no keys).
REFUSED_FLAGS = {"low_order_A", "non_canonical_A", "non_canonical_R", "low_order_residue"}


def run(data: Path) -> Report:
    """Every vector in the trust folder that concerns records."""
    tally, trust = Tally("trust"), data / FOLDER
    _merkle(tally, trust / "transparency-dev-merkle" / "testdata")
    _tessera(tally, trust / "tessera-testdata" / "testdata" / "log")
    _canonical(tally, trust / "rfc8785-jcs")
    _ed25519(tally, trust / "cctv_ed25519" / "ed25519" / "ed25519vectors.json")
    _eddsa_jcs(tally, trust / "w3c-vc-di-eddsa")
    tally.skip(1, "the webhook vector concerns the post desk, which signs what leaves")
    return tally.report()


def _merkle(tally: Tally, folder: Path) -> None:
    for kind, holds in (("inclusion", _inclusion_holds), ("consistency", _consistency_holds)):
        paths = sorted((folder / kind).rglob("*.json"))
        for path in paths:
            vector = json.loads(path.read_text("utf-8"))
            reason = (
                f"{vector['desc']}: expected to be {'refused' if vector['wantErr'] else 'held'}"
            )
            case = f"merkle {path.relative_to(folder)}"
            tally.check(case, holds(vector) != vector["wantErr"], reason)
        tally.note(f"merkle {kind}: {len(paths)} vectors")
    subtrees = [*folder.glob("subtree*/**/*.json")]
    tally.skip(len(subtrees), "proofs about subtrees, which no part of ours uses")


def _inclusion_holds(vector: dict) -> bool:  # type: ignore[type-arg]
    return is_included(
        _hash(vector["leafHash"]),
        index=vector["leafIdx"],
        size=vector["treeSize"],
        proof=[_hash(each) for each in vector["proof"] or ()],
        root=_hash(vector["root"]),
    )


def _consistency_holds(vector: dict) -> bool:  # type: ignore[type-arg]
    return is_consistent(
        [_hash(each) for each in vector["proof"] or ()],
        older=vector["size1"],
        older_root=_hash(vector["root1"]),
        newer=vector["size2"],
        newer_root=_hash(vector["root2"]),
    )


def _hash(text: str | None) -> bytes:
    return base64.b64decode(text or "")


def _tessera(tally: Tally, log: Path) -> None:
    key = public_key(TESSERA_KEY)
    signed: dict[int, Checkpoint] = {}

    def read(tile: Tile) -> bytes:
        return (log / str(tile)).read_bytes()

    def read_entries(tile: Tile) -> bytes:
        return (log / tile.entries).read_bytes()

    def check_checkpoint(path: Path) -> str:
        checkpoint = opened(note_of(path.read_bytes()), log=key)
        if checkpoint is None:
            return "its signature does not hold"
        if path.suffix and checkpoint.size != int(path.suffix[1:]):
            return f"found size {checkpoint.size}, expected {path.suffix[1:]}"
        signed[checkpoint.size] = checkpoint
        return "; ".join(flaws(checkpoint, read=read, read_entries=read_entries))

    for path in sorted(log.glob("checkpoint*")):
        tally.attempt(f"tessera {path.name}", partial(check_checkpoint, path))
    tally.note(f"tessera: {len(signed)} checkpoints, sizes {min(signed)} to {max(signed)}")
    _tessera_entries(tally, log)
    _tessera_rebuilt(tally, log, max(signed))
    _tessera_proofs(tally, log, signed)


def _tessera_entries(tally: Tally, log: Path) -> None:
    """Every entry of every bundle is the one whose hash stands in the tile beside it."""

    def check(path: Path) -> str:
        tile = tile_at(f"tile/0/{path.relative_to(log / 'tile' / 'entries')}")
        hashed = leaf_hashes(entries_of(path.read_bytes()))
        if len(hashed) != 32 * tile.width:
            return f"found {len(hashed) // 32} entries, expected {tile.width}"
        return "" if hashed == (log / str(tile)).read_bytes() else "an entry is not the hashed one"

    for path in sorted(path for path in (log / "tile" / "entries").rglob("*") if path.is_file()):
        tally.attempt(f"tessera {path.relative_to(log)}", partial(check, path))


def _tessera_rebuilt(tally: Tally, log: Path, size: int) -> None:
    """The same entries, appended one by one by us, give the same files under the same names."""
    (last,) = (tile for tile in tiles_of(size) if tile.level == 0)
    entries = entries_of((log / last.entries).read_bytes())
    tree, ours = EMPTY_TREE, dict[str, bytes]()
    for entry in entries:
        growth = grown(tree, leaf_hash(entry))
        tree = growth.tree
        ours |= {str(tile): data for tile, data in growth.tiles}
    theirs = {
        str(path.relative_to(log)): path.read_bytes()
        for path in (log / "tile").rglob("*")
        if path.is_file() and "entries" not in path.parts
    }
    for path in sorted(ours.keys() | theirs.keys()):
        tally.check(f"tessera rebuilt {path}", ours.get(path) == theirs.get(path), "not the same")
    state = json.loads((log / ".state" / "treeState").read_text("utf-8"))
    told = (state["size"], _hash(state["root"]))
    tally.check("tessera rebuilt state", told == (tree.size, tree.root), "another size or root")


def _tessera_proofs(tally: Tally, log: Path, signed: dict[int, Checkpoint]) -> None:
    """Every entry is proven under every checkpoint, and every checkpoint from every earlier one."""
    key = public_key(TESSERA_KEY)

    def read(tile: Tile) -> bytes:
        return (log / str(tile)).read_bytes()

    def check_growth(older: int, newer: int) -> str:
        proof = consistency_proof(older, newer=newer, read=read)
        return reason_not_to_sign(signed[newer], published=signed[older], proof=proof) or ""

    def check_entry(index: int, size: int) -> str:
        note = note_of((log / f"checkpoint.{size}").read_bytes())
        proof = inclusion_proof(index, size=size, read=read)
        claim = log_proof_of(str(LogProof(index, proof, note)))
        leaf = read(Tile(0, 0, size))[32 * index : 32 * (index + 1)]
        held = proven(claim, leaf=leaf, log=key, witnesses=(), quorum=0)
        return "" if held == signed[size] else "its proof does not lead to the checkpoint"

    for newer in sorted(signed):
        for older in range(newer + 1):
            tally.attempt(
                f"tessera growth {older} to {newer}",
                partial(check_growth, older, newer),
            )
        for index in range(newer):
            tally.attempt(
                f"tessera entry {index} of {newer}",
                partial(check_entry, index, newer),
            )


def _canonical(tally: Tally, folder: Path) -> None:
    for path in sorted((folder / "input").glob("*.json")):
        document = path.read_bytes()
        expected = bytes.fromhex((folder / "outhex" / path.stem).with_suffix(".txt").read_text())
        tally.attempt(f"rfc8785 {path.stem}", partial(_as_json, document, expected))
        tally.attempt(f"rfc8785 {path.stem}, as ours", partial(_as_ours, document, expected))
    tally.note("rfc8785: each document as JSON of others, and as a value of ours without floats")


def _as_json(document: bytes, expected: bytes) -> str:
    found = canonical_of_json(document)
    return "" if found == expected else f"found {found!r}, expected {expected!r}"


def _as_ours(document: bytes, expected: bytes) -> str:
    """Our values have no floats: a document with one must be refused, any other spelled alike."""
    value = json.loads(document)
    has_floats = json.loads(document, parse_float=str) != value
    try:
        found = canonical(value)
    except TypeError as refused:
        return "" if has_floats and "found the float" in str(refused) else str(refused)
    return "" if found == expected and not has_floats else f"found {found!r}"


def _ed25519(tally: Tally, path: Path) -> None:
    accepted = 0
    vectors = json.loads(path.read_text("utf-8"))
    for vector in vectors:
        flags = set(vector["flags"] or ())
        expected = not flags & REFUSED_FLAGS
        held = is_signed(
            vector["msg"].encode(),
            bytes.fromhex(vector["sig"]),
            public=bytes.fromhex(vector["key"]),
        )
        accepted += held
        tally.check(
            f"ed25519 {vector['number']}",
            held == expected,
            f"{'accepted' if held else 'refused'} in spite of {sorted(flags)}",
        )
    tally.note(f"ed25519: {accepted} of {len(vectors)} accepted, the rest rightly refused")


def _eddsa_jcs(tally: Tally, folder: Path) -> None:
    example = folder / "eddsa-jcs-2022"
    for source, spelled, hashed in (
        (folder / "unsigned.json", "canonDocJCS.txt", "docHashJCS.txt"),
        (example / "proofConfigJCS.json", "proofCanonJCS.txt", "proofHashJCS.txt"),
    ):
        found = canonical_of_json(source.read_bytes())
        expected = (example / spelled).read_text("utf-8").strip().encode()
        tally.check(f"eddsa-jcs {spelled}", found == expected, f"found {found!r}")
        told = (example / hashed).read_text().strip()
        tally.check(f"eddsa-jcs {hashed}", sha256(found).hexdigest() == told, "another digest")
    message = bytes.fromhex((example / "combinedHashJCS.txt").read_text())
    signature = bytes.fromhex((example / "sigHexJCS.txt").read_text())
    pair = json.loads((folder / "keyPair.json").read_text("utf-8"))
    public = _unbase58(pair["publicKeyMultibase"].removeprefix("z"))[2:]
    holds = is_signed(message, signature, public=public)
    tally.check("eddsa-jcs signature", holds, "the signature does not hold")
    forged = is_signed(message + b"!", signature, public=public)
    tally.check("eddsa-jcs forged", not forged, "a signature over other bytes holds")


def _unbase58(text: str) -> bytes:
    digits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
    number = 0
    for letter in text:
        number = number * 58 + digits.index(letter)
    return number.to_bytes(34, "big")
