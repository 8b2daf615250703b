#!/usr/bin/env python3
"""Check a receipt offline: `verify_receipt.py RECEIPT KEY`.

KEY is the log's public key, as the customs house publishes it at /log/key. Needs Python 3 and the
package `cryptography`, and nothing of ours. A receipt is a C2SP tlog-proof whose "extra" holds what
was recorded. It is good when (1) the log's key signed the checkpoint, (2) the entry leads to the
checkpoint's root, and (3) the entry seals exactly what the receipt says was recorded.
"""

import base64
import hashlib
import json
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


class Refused(Exception):
    """Why the receipt is not good."""


def signed_checkpoint(note, key_text):
    """Return the size and root of a checkpoint (C2SP tlog-checkpoint) that the key signed."""
    name, key_id, typed = key_text.strip().split("+", 2)
    typed = base64.b64decode(typed, validate=True)
    if hashlib.sha256(name.encode() + b"\n" + typed).digest()[:4].hex() != key_id:
        raise Refused("the key is damaged: copy it again")
    text, _, signatures = note.rpartition("\n\n")
    text += "\n"
    for line in signatures.splitlines():
        _, signer, value = line.split(" ")
        value = base64.b64decode(value)
        if signer == name and value[:4].hex() == key_id and typed[0] == 1:
            Ed25519PublicKey.from_public_bytes(typed[1:]).verify(value[4:], text.encode())
            origin, size, root = text.split("\n")[:3]
            if origin != name:
                raise Refused(f"the checkpoint is of another log: {origin}")
            return int(size), base64.b64decode(root)
    raise Refused("the log's key did not sign the checkpoint")


def root_from(leaf, index, size, path):
    """Return the root that the path leads to (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        raise Refused("the entry is outside the log")
    place, last, known = index, size - 1, leaf
    for beside in path:
        if last == 0:
            raise Refused("the path is too long")
        if place & 1 or place == last:
            known = hashlib.sha256(b"\x01" + beside + known).digest()
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            known = hashlib.sha256(b"\x01" + known + beside).digest()
        place, last = place >> 1, last >> 1
    if last:
        raise Refused("the path is too short")
    return known


def plain(value):
    """Return the canonical form (RFC 8785) of a value of text, whole numbers, lists and objects."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        inside = (f"{plain(name)}:{plain(value[name])}" for name in names)
        return "{" + ",".join(inside) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(plain, value)) + "]"
    if isinstance(value, float):
        raise Refused("a number with a fraction cannot stand in a record")
    return json.dumps(value, ensure_ascii=False)


def entry_of(opened):
    """Return the log entry that seals what the receipt says was recorded."""
    head = {name: opened[name] for name in opened if name not in ("payload", "salt")}
    content = plain(head) + "\n" + plain(opened["payload"])
    salt = bytes.fromhex(opened["salt"])
    if len(salt) != 32:
        raise Refused("the salt must have 32 bytes")
    seal = "sha256:" + hashlib.sha256(salt + content.encode()).hexdigest()
    day = opened["at"][:10] + "T00:00:00Z"
    entry = {"actor": "", "commitment": seal, "object": "", "time": day, "type": "record"}
    return plain(entry).encode()


def verified(receipt, key_text):
    """Return what was recorded, its place and the log's size, or raise Refused."""
    head, _, note = receipt.partition("\n\n")
    header, extra, index, *path = head.split("\n")
    if header != "c2sp.org/tlog-proof@v1" or not extra.startswith("extra "):
        raise Refused("this is not a receipt")
    opened = json.loads(base64.b64decode(extra[len("extra ") :], validate=True))
    index = int(index[len("index ") :])
    size, root = signed_checkpoint(note, key_text)
    leaf = hashlib.sha256(b"\x00" + entry_of(opened)).digest()
    if root_from(leaf, index, size, [base64.b64decode(each) for each in path]) != root:
        raise Refused("the log does not hold what this receipt says")
    return {"record": opened, "index": index, "size": size}


def main():
    """Print what was recorded and end with 0, or say why not and end with 1."""
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    with open(sys.argv[1], encoding="utf-8", newline="\n") as file:
        receipt = file.read()
    try:
        found = verified(receipt, sys.argv[2])
    except (Refused, InvalidSignature, ValueError, KeyError, TypeError, IndexError) as refused:
        print(f"NOT GOOD: {refused or 'the signature does not hold'}", file=sys.stderr)
        return 1
    print(json.dumps(found, indent=1, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
