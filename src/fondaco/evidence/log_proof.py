"""A proof that a log holds an entry: one text file, checked offline (C2SP tlog-proof)."""

import base64
import re
from collections.abc import Sequence

import msgspec

from fondaco.evidence.checkpoint import Checkpoint, opened
from fondaco.evidence.merkle import HASH_BYTES
from fondaco.evidence.note import Malformed, Note, PublicKey, note_of, signers, unbase64
from fondaco.evidence.proof import Proof, is_included

HEADER = "c2sp.org/tlog-proof@v1"


class LogProof(msgspec.Struct, frozen=True):
    """Where an entry stands, the way from it to the root, and the signed root."""

    index: int
    proof: Proof
    checkpoint: Note
    extra: bytes = b""
    """Whatever helps the reader; nobody signed it."""

    def __str__(self) -> str:
        lines = [HEADER]
        if self.extra:
            lines.append(f"extra {base64.b64encode(self.extra).decode()}")
        lines.append(f"index {self.index}")
        lines += [base64.b64encode(each).decode() for each in self.proof]
        return "".join(f"{line}\n" for line in lines) + f"\n{self.checkpoint}"


def log_proof_of(text: str) -> LogProof:
    """The proof in a text from outside. Raises Malformed; proves nothing before it is checked."""
    head, blank, note = text.partition("\n\n")
    header, *lines = head.split("\n")
    if header != HEADER or not blank:
        raise Malformed(
            f"found {header[:80]!r}, expected {HEADER}, the proof, a blank line, a note"
        )
    extra = b""
    if lines and lines[0].startswith("extra "):
        extra = unbase64(lines.pop(0).removeprefix("extra "))
    if not lines or not re.fullmatch(r"index (0|[1-9][0-9]{0,18})", lines[0], re.ASCII):
        raise Malformed("expected a line with 'index' and a whole number without zeros ahead")
    proof = tuple(map(unbase64, lines[1:]))
    if any(len(each) != HASH_BYTES for each in proof) or len(proof) > 64:
        raise Malformed(f"expected at most 64 hashes of {HASH_BYTES} bytes, one a line")
    return LogProof(int(lines[0].removeprefix("index ")), proof, note_of(note), extra)


def proven(
    claim: LogProof,
    *,
    leaf: bytes,
    log: PublicKey,
    witnesses: Sequence[PublicKey],
    quorum: int,
) -> Checkpoint | None:
    """The checkpoint under which the entry with this leaf hash stands in this log, or None.

    At least ``quorum`` of the trusted witnesses must have cosigned: without them the operator of
    a log can show one history to one and another to others.
    """
    checkpoint = opened(claim.checkpoint, log=log)
    seen_by = {witness.public for witness in signers(claim.checkpoint, witnesses)}
    if checkpoint is None or len(seen_by) < quorum:
        return None
    stands = is_included(
        leaf,
        index=claim.index,
        size=checkpoint.size,
        proof=claim.proof,
        root=checkpoint.root,
    )
    return checkpoint if stands else None
