"""Secrets we give out: long, random, marked as ours; only their SHA-256 is kept."""

from __future__ import annotations

import hashlib
import secrets

LIVE, TEST, TOKEN = "fdc_live_", "fdc_test_", "fdc_token_"
ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ0123456789"
"""Base 32 without the letters that are mistaken for others when read aloud."""


def new_key(*, public_id: str, is_sandbox: bool) -> str:
    """Return a new key: `fdc_live_` or `fdc_test_`, its public part, 256 random bits."""
    return f"{TEST if is_sandbox else LIVE}{public_id}_{secrets.token_urlsafe(32)}"


def new_token() -> str:
    """Return a new access token."""
    return TOKEN + secrets.token_urlsafe(32)


def new_name(prefix: str, *, length: int = 12) -> str:
    """Return a random name such as `P-7Q2M...`: what the record calls a person or a key."""
    return prefix + "".join(secrets.choice(ALPHABET) for _ in range(length))


def new_salt() -> str:
    """Return a new salt for a person's sessions."""
    return secrets.token_urlsafe(16)


def digest(secret: str) -> bytes:
    """Return what is kept of a secret.

    A plain digest is enough for 256 random bits: there is nothing to guess.
    """
    return hashlib.sha256(secret.encode()).digest()


def looks_like_ours(secret: str) -> bool:
    """Say whether this can be a key or token of ours at all, before the database is asked."""
    return secret.startswith((LIVE, TEST, TOKEN)) and len(secret) < 120 and secret.isascii()
