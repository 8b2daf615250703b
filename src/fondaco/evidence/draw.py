"""Chance that can be checked: drawn from a secret that was committed to before anyone was drawn.

The commitment to the day's secret stands in the log before the day begins. When the secret is
published afterwards, an outsider draws again and finds the same numbers, with any HMAC tool:

    HMAC-SHA-256(secret, "fondaco/draw/v1\\n" purpose "\\n" attempt "\\n" subject)

read as its first four bytes, big-endian; attempts count from 0, and the first whose number lies
below the largest multiple of the range that fits in 32 bits is taken modulo the range.
"""

import hmac
from enum import StrEnum
from itertools import count

from fondaco.evidence.canonical import digest_of_bytes

SECRET_BYTES = 32
ONE_MILLION = 1_000_000


class Purpose(StrEnum):
    """What is drawn. Draws for different purposes tell nothing about each other."""

    SELECTION = "selection"
    """Whether a consignment falls into a random share."""
    RESELECTION = "reselection"
    """Whether a consignment is selected blindly a second time, which nobody can cancel."""
    EXAMINER = "examiner"
    """Which officer examines."""


def draw(secret: bytes, subject: str, *, purpose: Purpose) -> int:
    """A number from 0 to 999,999 (parts per million), each as likely as every other.

    A subject is selected for a share of ``n`` parts per million where the draw is below ``n``.

    >>> draw(bytes(32), "26DD00000000000018", purpose=Purpose.SELECTION)
    648787
    """
    return pick(secret, subject, purpose=purpose, among=ONE_MILLION)


def pick(secret: bytes, subject: str, *, purpose: Purpose, among: int) -> int:
    """One of ``among`` places counted from zero, each as likely as every other.

    Raises ValueError for a secret of another length than 32 bytes, a range beyond 32 bits, or
    text that is no purpose.

    >>> pick(bytes(32), "26DD00000000000018", purpose=Purpose.EXAMINER, among=3)
    2
    """
    _refuse_secret(secret)
    if not 1 <= among <= 2**32:
        raise ValueError(f"found {among} places to pick among, expected 1 to 2^32")
    fair = 2**32 - 2**32 % among  # beyond this the low numbers would come up once too often
    chosen = Purpose(purpose)  # a misspelled purpose would draw other numbers, and nobody notice
    numbers = (_number(secret, subject, chosen, attempt) for attempt in count())
    return next(number for number in numbers if number < fair) % among


def commit(secret: bytes) -> str:
    """What is published before the secret is used; it tells nothing about the draws."""
    _refuse_secret(secret)
    return digest_of_bytes(b"fondaco/draw-secret/v1\n" + secret)


def opens(commitment: str, secret: bytes) -> bool:
    """Whether this is the secret that was committed to.

    >>> opens(commit(bytes(32)), bytes(32))
    True
    """
    return len(secret) == SECRET_BYTES and hmac.compare_digest(commit(secret), commitment)


def _number(secret: bytes, subject: str, purpose: Purpose, attempt: int) -> int:
    message = f"fondaco/draw/v1\n{purpose}\n{attempt}\n{subject}".encode()
    return int.from_bytes(hmac.digest(secret, message, "sha256")[:4], "big")


def _refuse_secret(secret: bytes) -> None:
    if len(secret) != SECRET_BYTES:
        raise ValueError(
            f"found a secret of {len(secret)} bytes, expected {SECRET_BYTES} random ones"
        )
