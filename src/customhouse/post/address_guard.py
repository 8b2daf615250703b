"""Where a webhook may go: a checked address on the open internet, never into a network of ours.

The name is resolved once, every address it has is checked, and the connection is made to a checked
address: a name that answers differently the second time gains nothing (ASVS 1.3.6).
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable
from urllib.parse import SplitResult, urlsplit

import msgspec
from django.utils.translation import gettext as _

Resolve = Callable[[str, int], list[str]]
"""Gives every address of a name, as text."""

LONGEST_URL = 2000

_NUMBER_LIKE = re.compile(r"(0[xX][0-9a-fA-F]*|[0-9]+)(\.(0[xX][0-9a-fA-F]*|[0-9]+))*\.?")
_NAME = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*", re.ASCII)

# All that is assigned for the open internet in IPv6 lies in 2000::/3 (RFC 4291); whatever carries
# an IPv4 address inside (mapped, translated, 6to4, Teredo) lies outside it or is named below.
_OPEN_IPV6 = ipaddress.IPv6Network("2000::/3")
_REFUSED = [
    ipaddress.ip_network(each) for each in ("192.88.99.0/24", "2001::/23", "2002::/16", "3fff::/20")
]


class AddressRefused(Exception):  # noqa: N818 - nothing has failed: we do not go there
    """Why a webhook does not go to an address, in words for its owner."""


class Target(msgspec.Struct, frozen=True):
    """A checked place to connect to."""

    host: str
    address: str
    port: int
    path: str
    is_encrypted: bool


def parsed(url: str, *, may_reach_loopback: bool = False) -> SplitResult:
    """Return the parts of a webhook's URL. Raises AddressRefused for one we would never call."""
    if len(url) > LONGEST_URL or not url.isascii() or re.search(r"[\x00-\x20\x7f\\]", url):
        raise AddressRefused(_("Write the address in plain characters, without spaces."))
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as refused:
        raise AddressRefused(_("This is not an address.")) from refused
    if parts.scheme != "https" and not (may_reach_loopback and parts.scheme == "http"):
        raise AddressRefused(_("The address must begin with https://."))
    if not parts.hostname or parts.username is not None or parts.password is not None:
        raise AddressRefused(_("Write the host alone, without a name or password before it."))
    if parts.fragment:
        raise AddressRefused(_("Leave out what follows the #."))
    if port is not None and port != 443 and port < 1024:
        raise AddressRefused(
            _("Found port %(port)s, expected 443, or 1024 and above.") % {"port": port}
        )
    _refuse_odd_host(parts.hostname)
    written = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    if parts.netloc.lower() != written + ("" if port is None else f":{port}"):
        raise AddressRefused(_("Write a host, and a port where it is not 443."))
    return parts


def checked(url: str, *, resolve: Resolve | None = None, may_reach_loopback: bool) -> Target:
    """Return the checked address that a URL leads to now.

    Raises AddressRefused where any address of the name is not on the open internet.
    """
    parts = parsed(url, may_reach_loopback=may_reach_loopback)
    is_encrypted = parts.scheme == "https"
    port = parts.port or (443 if is_encrypted else 80)
    host = str(parts.hostname).rstrip(".")
    addresses = (resolve or resolved)(host, port)
    if not addresses:
        raise AddressRefused(_("%(host)s has no address.") % {"host": host})
    for address in addresses:
        _refuse_inside(address, host=host, may_reach_loopback=may_reach_loopback)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(host, addresses[0], port, path, is_encrypted)


def resolved(host: str, port: int) -> list[str]:
    """Return every address of a name. Raises AddressRefused where it has none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise AddressRefused(_("%(host)s cannot be found.") % {"host": host}) from None
    return [str(where[0]) for _family, _kind, _protocol, _name, where in found]


def _refuse_odd_host(host: str) -> None:
    """Refuse what a resolver takes for an address although it does not look like one."""
    try:
        ipaddress.ip_address(host)
        return
    except ValueError:
        pass
    if _NUMBER_LIKE.fullmatch(host) or not _NAME.fullmatch(host.rstrip(".")) or len(host) > 253:
        raise AddressRefused(
            _("Found the host %(host)s, expected a name such as hooks.example.com.")
            % {"host": host}
        )


def _refuse_inside(address: str, *, host: str, may_reach_loopback: bool) -> None:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:  # with a zone, such as fe80::1%eth0
        raise _inside(host, address) from None
    if may_reach_loopback and found.is_loopback:
        return
    is_open = found.is_global and not (found.is_multicast or found.is_reserved)
    if found.version == 6:
        is_open = is_open and found in _OPEN_IPV6
    if not is_open or any(found in network for network in _REFUSED):
        raise _inside(host, address)


def _inside(host: str, address: str) -> AddressRefused:
    told = {"host": host, "address": address}
    return AddressRefused(_("%(host)s leads to %(address)s, which is not on the internet.") % told)
