"""Growing the log: one writer takes what was recorded into the tree and signs how far it came."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings

from customhouse.records import published, tiles
from customhouse.settings.database import as_system, execute
from fondaco.evidence.checkpoint import Checkpoint, reason_not_to_sign, signed
from fondaco.evidence.log import Tree, grown, leaf_hashes
from fondaco.evidence.merkle import HASH_BYTES
from fondaco.evidence.note import Note
from fondaco.evidence.proof import Proof, consistency_proof

WRITER = 0x666F6E6461636F
"""The advisory lock that the one writer of the log holds ("fondaco")."""
AT_ONCE = 20_000

_PENDING = """
SELECT pending.record_id, record.leaf
FROM pending_leaf AS pending JOIN record ON record.id = pending.record_id
ORDER BY pending.record_id LIMIT %s
"""
_LEAVES = """
INSERT INTO leaf (index, record_id, hash)
SELECT * FROM unnest(%b::bigint[], %b::bigint[], %b::bytea[])
"""


def integrate(*, most: int = AT_ONCE) -> int:
    """Take recorded facts into the log; answers how many. Nothing where another process does it.

    The log's order is that of the records' numbers among those committed by now. Raises LogRefused
    where the log is shorter than what was published: nothing may be put in place of what is lost.
    """
    with as_system():
        if not _is_writer():
            return 0
        waiting = execute(_PENDING, (most,)).fetchall()
        if not waiting:
            return 0
        numbers = [number for number, _ in waiting]
        tree = tiles.tree()
        _refuse_shorter(tree)
        hashes = leaf_hashes(bytes(leaf) for _, leaf in waiting)
        growth = grown(tree, hashes)
        tiles.store(growth.tiles)
        execute(
            _LEAVES,
            (
                list(range(tree.size, growth.tree.size)),
                numbers,
                [hashes[at : at + HASH_BYTES] for at in range(0, len(hashes), HASH_BYTES)],
            ),
        )
        execute("DELETE FROM pending_leaf WHERE record_id = ANY(%s)", (numbers,))
    return len(numbers)


def sign(*, at: datetime) -> Note | None:
    """Sign and publish a checkpoint where the log has grown and the last is ten seconds old.

    Raises LogRefused where the log is not the continuation of the last checkpoint published, as
    after a database was restored to an earlier day: what was answered for is never unsaid.
    """
    with as_system():
        if not _is_writer():
            return None
        tree, last = tiles.tree(), _last_signed()
        _refuse_shorter(tree)
        if last is not None and not _is_due(tree, last, at=at):
            return None
        if last is None:
            published.make_key()
        elif published.last_checkpoint() is None:
            raise published.LogRefused(
                "the database has checkpoints and the state folder has none: bring back "
                f"{settings.STATE}/{published.CHECKPOINT} before the log goes on"
            )
        note = _signed(tree)
        published.publish(note)
        execute(
            "INSERT INTO checkpoint (size, root, note, at) VALUES (%s, %s, %s, %s)",
            (tree.size, tree.root, str(note), at),
        )
    return note


def _is_writer() -> bool:
    (is_ours,) = execute("SELECT pg_try_advisory_xact_lock(%s)", (WRITER,)).fetchone() or (False,)
    return bool(is_ours)


def _last_signed() -> tuple[int, datetime] | None:
    return execute("SELECT size, at FROM checkpoint ORDER BY size DESC LIMIT 1").fetchone()


def _refuse_shorter(tree: Tree) -> None:
    before = published.last_checkpoint()
    if before is not None and tree.size < before[1].size:
        raise published.LogRefused(
            f"found {tree.size} entries, but {before[1].size} were published: "
            "restore the entries that are missing before the log goes on"
        )


def _is_due(tree: Tree, last: tuple[int, datetime], *, at: datetime) -> bool:
    size, signed_at = last
    return tree.size != size and at - signed_at >= timedelta(seconds=settings.CHECKPOINT_SECONDS)


def _signed(tree: Tree) -> Note:
    signer = published.signer()
    proposed = Checkpoint(settings.LOG_ORIGIN, tree.size, tree.root)
    before = published.last_checkpoint()
    reason = reason_not_to_sign(
        proposed,
        published=before[1] if before else None,
        proof=_proof(before[1].size if before else 0, tree=tree),
    )
    if reason is not None:
        raise published.LogRefused(reason)
    return signed(proposed, by=signer)


def _proof(older: int, *, tree: Tree) -> Proof:
    if not 0 < older <= tree.size:
        return ()
    return consistency_proof(older, newer=tree.size, read=tiles.read)
