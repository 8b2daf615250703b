"""Stands in for curl where there is none: as much of it as our examples use, and no more."""

from __future__ import annotations

import argparse
import base64
import sys
import urllib.error
import urllib.request
from pathlib import Path


def main() -> None:
    """Send one request, and write the answer where it is wanted."""
    asked = _parser().parse_args()
    headers = dict(each.split(": ", 1) for each in asked.header)
    if asked.user:
        headers["Authorization"] = "Basic " + base64.b64encode(asked.user.encode()).decode()
    request = urllib.request.Request(asked.address, _body(asked), headers)  # noqa: S310
    try:
        with urllib.request.urlopen(request) as answer:  # noqa: S310 - an address of a test
            content = answer.read()
    except urllib.error.HTTPError as refused:
        content = refused.read()
    if asked.output:
        Path(asked.output).write_bytes(content)
    else:
        sys.stdout.buffer.write(content)


def _body(asked: argparse.Namespace) -> bytes | None:
    if asked.data_binary:
        return Path(asked.data_binary.removeprefix("@")).read_bytes()
    return "&".join(asked.data).encode() if asked.data else None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser()
    parser.add_argument("address")
    parser.add_argument("-s", "-S", action="count")
    parser.add_argument("-o", "--output")
    parser.add_argument("-u", "--user")
    parser.add_argument("-H", "--header", action="append", default=[])
    parser.add_argument("-d", "--data", action="append", default=[])
    parser.add_argument("--data-binary")
    return parser


if __name__ == "__main__":
    main()
