"""The sign-ins and keys of the demonstration, in a file that its owner alone reads."""

from __future__ import annotations

import os
from pathlib import Path
from random import SystemRandom

import msgspec
from django.conf import settings

from customhouse.demonstration import names

FILE = "sign-ins.json"
_WORDS = 4


class KeptSignIn(msgspec.Struct, frozen=True):
    """A person's address and password."""

    role: str
    name: str
    organisation: str
    address: str
    password: str


class KeptKey(msgspec.Struct, frozen=True):
    """An organisation's key, with its secret."""

    name: str
    organisation: str
    trader_identifier: str
    public_id: str
    secret: str


class Kept(msgspec.Struct, frozen=True):
    """All that was given out at set-up."""

    sign_ins: tuple[KeptSignIn, ...] = ()
    keys: tuple[KeptKey, ...] = ()


def path() -> Path:
    """Return where the file is."""
    return Path(settings.STATE) / FILE


def read() -> Kept:
    """Return what was kept; nothing where there is no file."""
    if not path().exists():
        return Kept()
    return msgspec.json.decode(path().read_bytes(), type=Kept)


def write(kept: Kept) -> None:
    """Keep it, for our own eyes only; the old file stands until the new one is whole."""
    fresh = path().with_suffix(f".{os.getpid()}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(msgspec.json.format(msgspec.json.encode(kept), indent=1))
    fresh.replace(path())


def new_password() -> str:
    """Return a password of made-up words, easy to type and hard to guess (over 60 bits)."""
    dice = SystemRandom()
    words = [names.coined(dice) for _ in range(_WORDS)]
    return "-".join(words) + f"-{dice.randrange(1000):03}"
