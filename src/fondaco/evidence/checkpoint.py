"""The signed statement of a log's size and root (C2SP tlog-checkpoint)."""

import base64
import re
from collections.abc import Sequence

import msgspec

from fondaco.evidence.merkle import EMPTY_ROOT, HASH_BYTES
from fondaco.evidence.note import Malformed, Note, PublicKey, Signer, sign, signers, unbase64
from fondaco.evidence.proof import is_consistent


class Checkpoint(msgspec.Struct, frozen=True):
    """Which log, how many entries, and the root over them.

    >>> print(Checkpoint("customs.example/record", 0, EMPTY_ROOT), end="")
    customs.example/record
    0
    47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=
    """

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The text of the note, as it is signed."""
        root = base64.b64encode(self.root).decode()
        return "".join(f"{line}\n" for line in (self.origin, self.size, root, *self.extensions))


def signed(checkpoint: Checkpoint, *, by: Signer) -> Note:
    """The checkpoint signed by the log's key. Ask ``reason_not_to_sign`` first.

    Raises ValueError for a checkpoint that would read as another one, or names another log.
    """
    if checkpoint_of(str(checkpoint)) != checkpoint or checkpoint.origin != by.key.name:
        raise ValueError(f"found {checkpoint}, expected one line each, for the log {by.key.name}")
    return sign(str(checkpoint), by=(by,))


def checkpoint_of(text: str) -> Checkpoint:
    """The checkpoint in a note's text. Raises Malformed; says nothing about who signed it."""
    lines = text.removesuffix("\n").split("\n")
    if not text.endswith("\n") or len(lines) < 3 or not all(lines):
        raise Malformed("expected three lines or more, none empty: origin, size, root")
    origin, size, root, *extensions = lines
    if not re.fullmatch(r"0|[1-9][0-9]{0,18}", size, re.ASCII):
        raise Malformed(
            f"found the size {size[:80]!r}, expected a whole number without zeros ahead"
        )
    decoded = unbase64(root)
    if len(decoded) != HASH_BYTES:
        raise Malformed(f"found a root of {len(decoded)} bytes, expected {HASH_BYTES}")
    return Checkpoint(origin, int(size), decoded, tuple(extensions))


def opened(note: Note, *, log: PublicKey) -> Checkpoint | None:
    """The checkpoint, where the log's own key signed it and it speaks of that log; else None.

    Raises Malformed for a signed text that is not a checkpoint.
    """
    if log not in signers(note, (log,)):
        return None
    checkpoint = checkpoint_of(note.text)
    return checkpoint if checkpoint.origin == log.name else None


def reason_not_to_sign(
    proposed: Checkpoint, *, published: Checkpoint | None, proof: Sequence[bytes]
) -> str | None:
    """Why a log or witness must not put its name under a checkpoint, or None where it may.

    ``published`` is the last one signed, kept apart from the database: restoring a database may
    give a log that forgot entries it has answered for, and signing that would be a lie. The
    proof shows that the proposed tree begins with the published one; it is empty for the first
    checkpoint, for the same size again, and where the published log was still empty.
    """
    if any(each and each.size == 0 and each.root != EMPTY_ROOT for each in (proposed, published)):
        return "found a checkpoint of no entries, expected the root of an empty log"
    if published is None:
        return None
    if proposed.origin != published.origin:
        return f"found the log {proposed.origin}, expected {published.origin}"
    if proposed.size < published.size:
        return (
            f"found {proposed.size} entries, but {published.size} were published: "
            "restore the entries that are missing before the log goes on"
        )
    if published.size == 0:
        # An empty log is the beginning of every log: there is nothing to prove (is_consistent is
        # false from size zero), and the witness protocol demands that the proof be empty.
        return "found a proof from an empty log, expected none" if proof else None
    if is_consistent(
        proof,
        older=published.size,
        older_root=published.root,
        newer=proposed.size,
        newer_root=proposed.root,
    ):
        return None
    return (
        f"the tree of {proposed.size} entries is not shown to begin with the {published.size} that "
        "were published: an entry was changed, or the proof is of other trees"
    )
