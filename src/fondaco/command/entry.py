"""The commands of `fondaco`: check a declaration at home, pack and name a bundle of law."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from fondaco.command import check, law_bundle
from fondaco.legal.bundle import digest
from fondaco.legal.flaw import LawRefused


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; answers 0 for in order, 1 where something is found, 2 where it cannot."""
    given = _parser().parse_args(arguments)
    try:
        code: int = given.run(given)
    except (OSError, ValueError, LookupError, LawRefused) as trouble:
        print(f"fondaco: {trouble}", file=sys.stderr)
        return 2
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="fondaco", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    checking = commands.add_parser("check", help="judge a declaration as customs would")
    checking.add_argument("file", type=Path, help="a declaration in JSON or WCO XML")
    checking.add_argument("--law", type=Path, required=True, help="a packed bundle, or its folder")
    checking.add_argument("--on", type=date.fromisoformat, help="the tax point, such as 2026-11-21")
    checking.add_argument("--language", choices=("en", "fr"), default="en")
    checking.add_argument("--json", action="store_true", help="print the decision as JSON")
    checking.set_defaults(run=check.run)
    packing = commands.add_parser("pack", help="pack a folder of law into one file")
    packing.add_argument("folder", type=Path)
    packing.add_argument("to", type=Path)
    packing.set_defaults(run=_pack)
    naming = commands.add_parser("digest", help="print the digest that names a bundle")
    naming.add_argument("law", type=Path)
    naming.set_defaults(run=_digest)
    return parser


def _pack(given: argparse.Namespace) -> int:
    law_bundle.write(given.folder, to=given.to)
    print(digest(law_bundle.load(given.to)))
    return 0


def _digest(given: argparse.Namespace) -> int:
    print(digest(law_bundle.load(given.law)))
    return 0
