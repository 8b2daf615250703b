"""Tells whether customs sent a notice."""

import base64
import hashlib
import hmac
import time


def is_ours(body: bytes, headers: dict[str, str], secret: str) -> bool:
    """Whether customs sent this, within the last five minutes."""
    sent = headers["webhook-timestamp"]
    if not sent.isdigit() or abs(time.time() - int(sent)) > 300:
        return False
    signed = f"{headers['webhook-id']}.{sent}.".encode() + body
    key = base64.b64decode(secret.removeprefix("whsec_"))
    expected = base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()
    return any(
        hmac.compare_digest(f"v1,{expected}", given)
        for given in headers["webhook-signature"].split()
    )
