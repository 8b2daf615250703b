"""The command line: a thin edge that may read files."""

from fondaco.command.entry import main

__all__ = ["main"]
