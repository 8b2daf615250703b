"""One call of a webhook: signed, to a checked address, no redirect, within a limited time."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from datetime import datetime

import msgspec
from django.conf import settings
from standardwebhooks.webhooks import Webhook

from customhouse.post.address_guard import AddressRefused, Resolve, Target, checked

SECONDS = 15.0
"""How long the other side may take for everything; Standard Webhooks says 15 to 30."""
MOST_READ = 1024


class Letter(msgspec.Struct, frozen=True):
    """What is sent: the same id and bytes at every attempt, signed anew with each secret."""

    url: str
    message_id: str
    body: bytes
    secrets: tuple[str, ...]


class Result(msgspec.Struct, frozen=True):
    """What came of one attempt: the status, or the trouble in words."""

    status: int | None
    milliseconds: int
    trouble: str = ""

    @property
    def is_delivered(self) -> bool:
        """Whether the other side took it: any 2xx. A redirect is not followed and counts as no."""
        return self.status is not None and 200 <= self.status < 300

    @property
    def is_gone(self) -> bool:
        """Whether the other side wants nothing more (410)."""
        return self.status == http.client.GONE


def send(letter: Letter, *, at: datetime, resolve: Resolve | None = None) -> Result:
    """Call the webhook once."""
    began = time.monotonic()
    try:
        target = checked(
            letter.url,
            resolve=resolve,
            may_reach_loopback=settings.WEBHOOKS_MAY_REACH_LOOPBACK,
        )
        status, trouble = _post(target, letter, at=at), ""
    except AddressRefused as refused:
        status, trouble = None, str(refused)
    except ssl.SSLError as failed:
        status, trouble = None, f"no trusted connection: {failed.reason or failed}"
    except (OSError, http.client.HTTPException) as failed:
        status, trouble = None, _in_words(failed)
    return Result(status, round((time.monotonic() - began) * 1000), trouble)


def headers(letter: Letter, *, at: datetime) -> dict[str, str]:
    """Return the headers of Standard Webhooks 1.0.0, one signature for each secret."""
    signatures = [
        Webhook(secret).sign(letter.message_id, at, letter.body.decode())
        for secret in letter.secrets
    ]
    return {
        "Content-Type": "application/cloudevents+json; charset=utf-8",
        "User-Agent": "Fondaco-Webhooks/1",
        "webhook-id": letter.message_id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": " ".join(signatures),
    }


def _post(target: Target, letter: Letter, *, at: datetime) -> int:
    connection = _Connection(target)
    # The timeout of a socket is for one silence; a slow drip of bytes is ended by this.
    end = threading.Timer(SECONDS, connection.cut)
    end.daemon = True
    end.start()
    try:
        connection.request("POST", target.path, letter.body, headers(letter, at=at))
        answer = connection.getresponse()
        answer.read(MOST_READ)
        return answer.status
    except (OSError, http.client.HTTPException) as failed:
        if connection.is_cut:
            raise TimeoutError from failed
        raise
    finally:
        end.cancel()
        connection.close()


class _Connection(http.client.HTTPConnection):
    """A connection to the address that was checked, under the name that was asked for."""

    def __init__(self, target: Target) -> None:
        super().__init__(target.host, target.port, timeout=SECONDS)
        self._target = target
        self.is_cut = False

    def connect(self) -> None:
        """Connect to the checked address; with TLS, to whoever proves the name."""
        place = (self._target.address, self._target.port)
        plain = socket.create_connection(place, timeout=SECONDS)
        self.sock = plain
        if self._target.is_encrypted:
            trusted = ssl.create_default_context()
            self.sock = trusted.wrap_socket(plain, server_hostname=self._target.host)

    def cut(self) -> None:
        """End the call from another thread."""
        self.is_cut = True
        if self.sock is not None:
            try:
                self.sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                return


def _in_words(failed: Exception) -> str:
    if isinstance(failed, TimeoutError):
        return f"no answer within {SECONDS:.0f} s"
    return f"{type(failed).__name__}: {failed}"[:300]
