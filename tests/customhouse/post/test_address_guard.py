"""Webhooks never reach a network of ours, however the address is spelled or resolved."""

from __future__ import annotations

import ipaddress

import pytest

from customhouse.post.address_guard import AddressRefused, checked, parsed

INSIDE = """
127.0.0.1 127.0.0.2 127.1.2.3 127.255.255.255 0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1
100.127.255.255 169.254.0.1 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.170
192.0.2.1 192.88.99.1 192.168.0.1 192.168.255.255 198.18.0.1 198.19.255.255 198.51.100.7
203.0.113.9 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
:: ::1 ::2 ::127.0.0.1 ::10.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254
::ffff:192.168.1.1 ::ffff:8.8.8.8 ::ffff:0:127.0.0.1 64:ff9b::7f00:1 64:ff9b::a00:1
64:ff9b:1::7f00:1 100::1 2001::1 2001:0:7f00:1:: 2001:db8::1 2001:10::1 2001:20::1 2001:2::1
2002:7f00:1:: 2002:a00:1:: 2002:c0a8:101:: 3fff::1 4000::1 5f00::1 fc00::1 fd00::1
fd12:3456:789a::1 fe80::1 fe80::1%eth0 fe80::a9fe:a9fe feb0::1 fec0::1 fec0:0:0:ffff::1
ff00::1 ff02::1 ff05::2 ffff::1 8000::1 1::1
""".split()  # noqa: SIM905 - a table is easier to read

OUTSIDE = ["93.184.216.34", "8.8.8.8", "1.1.1.1", "2606:4700::1111", "2a00:1450:4001:81b::200e"]

SPELLINGS = """
2130706433 017700000001 0x7f000001 0x7F.1 0x7f.0.0.1 0177.0.0.1 0177.0.0.01 127.1 127.0.1 127.0x1
0 0x0 00000 1 10.1 0xa9fea9fe 2852039166 0251.0376.0251.0376 0xa9.0xfe.0xa9.0xfe 169.16689662
127.0.0.1. 127.1. 2130706433. 0x7f000001. 00000177.0.0.1 127.00.00.01 3232235777 0xc0a80101
192.168.257 10.65536 172.1048577 0300.0250.1.1 012.0.0.1 0xa000001 167772161 0x0a.0.0.1
""".split()  # noqa: SIM905 - a table is easier to read

ODD = [
    "http://hooks.example.com/",
    "ftp://hooks.example.com/",
    "file:///etc/passwd",
    "gopher://hooks.example.com/",
    "javascript:alert(1)",
    "https://",
    "https:///path",
    "//hooks.example.com/",
    "hooks.example.com",
    "https://user@hooks.example.com/",
    "https://user:word@hooks.example.com/",
    "https://@hooks.example.com/",
    "https://hooks.example.com#@127.0.0.1/",
    "https://hooks.example.com/#fragment",
    "https://127.0.0.1\\@hooks.example.com/",
    "https://hooks.example.com\\.127.0.0.1/",
    "https://hooks.example.com /",
    "https://hooks.example.com/\r\nHost: inside",
    "https://hooks.example.com/a\x00b",
    "https://hooks.example.com/\t",
    "https://hooks.example.com:22/",
    "https://hooks.example.com:25/",
    "https://hooks.example.com:0/",
    "https://hooks.example.com:99999/",
    "https://hooks.example.com:-1/",
    "https://hooks.example.com:4a/",
    "https://①②⑦.⓪.⓪.①/",
    "https://１２７.0.0.1/",
    "https://ⓛocalhost/",
    "https://hooks。example。com/",
    "https://%31%32%37.0.0.1/",
    "https://127.0.0.1%2f@hooks.example.com/",
    "https://hooks.example.com%00.evil/",
    "https://-hooks.example.com/",
    "https://hooks-.example.com/",
    "https://hooks..example.com/",
    "https://.example.com/",
    "https://ho_oks.example.com/",
    "https://hooks.example.com,127.0.0.1/",
    "https://[::1/",
    "https://[::1]x/",
    "https://[v1.x]/",
    "https://[127.0.0.1]/",
    "https://" + "a" * 64 + ".example.com/",
    "https://" + "a." * 130 + "com/",
    "https://hooks.example.com/" + "a" * 2001,
]

NAMES = ["localhost", "localhost.", "ip6-localhost", "metadata.google.internal", "db", "inside.lan"]


def never(host: str, port: int) -> list[str]:
    raise AssertionError(f"{host} was looked up although its address is refused as it stands")


def as_url(address: str) -> str:
    return f"https://[{address}]/" if ":" in address else f"https://{address}/"


def test_the_corpus_is_as_large_as_promised():
    cases = 4 * len(INSIDE) + len(SPELLINGS) + len(ODD) + len(NAMES)
    assert cases >= 200


@pytest.mark.parametrize("address", INSIDE)
def test_an_address_inside_is_refused_as_a_literal(address):
    literal = as_url(address.replace("%", "%25"))
    with pytest.raises(AddressRefused):
        checked(literal, resolve=lambda host, port: [address], may_reach_loopback=False)


@pytest.mark.parametrize("address", INSIDE)
def test_a_name_that_leads_inside_is_refused(address):
    with pytest.raises(AddressRefused, match="not on the internet"):
        checked(
            "https://hooks.example.com/",
            resolve=lambda host, port: [address],
            may_reach_loopback=False,
        )


@pytest.mark.parametrize("address", INSIDE)
def test_one_address_inside_among_others_is_enough_to_refuse(address):
    for addresses in ([OUTSIDE[0], address], [address, OUTSIDE[0]]):
        with pytest.raises(AddressRefused):
            checked(
                "https://hooks.example.com/",
                resolve=lambda host, port, found=addresses: found,
                may_reach_loopback=False,
            )


@pytest.mark.parametrize("host", SPELLINGS)
def test_an_address_in_disguise_is_refused_before_it_is_looked_up(host):
    with pytest.raises(AddressRefused, match="expected a name"):
        checked(f"https://{host}/", resolve=never, may_reach_loopback=True)


@pytest.mark.parametrize("url", ODD)
def test_an_odd_url_is_refused_before_it_is_looked_up(url):
    with pytest.raises(AddressRefused):
        checked(url, resolve=never, may_reach_loopback=False)


@pytest.mark.parametrize("name", NAMES)
def test_names_of_the_inside_lead_nowhere(name):
    inside = {"localhost": "127.0.0.1", "localhost.": "127.0.0.1", "ip6-localhost": "::1"}
    address = inside.get(name, "10.0.0.5")
    with pytest.raises(AddressRefused):
        checked(f"https://{name}/", resolve=lambda host, port: [address], may_reach_loopback=False)


@pytest.mark.parametrize("address", OUTSIDE)
def test_the_open_internet_is_reached_at_the_address_that_was_checked(address):
    calls = []

    def once(host: str, port: int) -> list[str]:
        calls.append(host)
        return [address] if len(calls) == 1 else ["127.0.0.1"]

    target = checked("https://hooks.example.com:8443/a?b=c", resolve=once, may_reach_loopback=False)
    assert (target.address, target.port, target.path) == (address, 8443, "/a?b=c")
    assert (target.host, target.is_encrypted, calls) == (
        "hooks.example.com",
        True,
        ["hooks.example.com"],
    )


def test_in_a_demonstration_loopback_alone_is_allowed():
    for url in ("http://localhost:8000/hook", "https://127.0.0.1/", "http://[::1]:9000/"):
        host = parsed(url, may_reach_loopback=True).hostname
        address = host if host != "localhost" else "127.0.0.1"
        assert checked(
            url, resolve=lambda host, port, there=address: [there], may_reach_loopback=True
        )
    for address in ("10.0.0.1", "169.254.169.254", "::ffff:127.0.0.1", "0.0.0.0"):  # noqa: S104
        with pytest.raises(AddressRefused):
            checked("http://inside/", resolve=lambda h, p, a=address: [a], may_reach_loopback=True)


def test_a_name_without_an_address_is_refused():
    with pytest.raises(AddressRefused, match="no address"):
        checked("https://hooks.example.com/", resolve=lambda h, p: [], may_reach_loopback=False)
    with pytest.raises(AddressRefused, match="cannot be found"):
        checked("https://nothing.invalid/", may_reach_loopback=False)


def test_every_network_that_is_not_global_is_refused_at_its_edges():
    for network in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "fc00::/7"):
        block = ipaddress.ip_network(network)
        for edge in (block[0], block[-1]):
            with pytest.raises(AddressRefused):
                checked(
                    "https://hooks.example.com/",
                    resolve=lambda h, p, there=str(edge): [there],
                    may_reach_loopback=False,
                )
