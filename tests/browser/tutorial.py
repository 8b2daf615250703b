"""Follows a tutorial word for word: presses what is bold, types its tables, expects quotations.

The page is read as its reader reads it. What it says to press, to type, to run and to expect
stands there alone; this module adds nothing but where the server is, and its passwords.
"""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page
from playwright.sync_api import TimeoutError as TookTooLong

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 40.0
"""Seconds until what a page says must be so: receipts and payments follow within some."""
_TOKEN = re.compile(
    r"^> (?P<says>.+)$|^```sh\n(?P<run>[\s\S]*?)^```$"
    r"|^\| (?P<field>[^|\n]+) \| (?P<value>[^|\n]+) \|$"
    r"|\*\*(?P<press>[^*\n]+)\*\*|(?P<number>_its number_)",
    re.MULTILINE,
)
_ASIDE = re.compile(r"^!!! .*\n(?:\n|    .*\n)*", re.MULTILINE)
_MRN = re.compile(r"\b\d{2}[A-Z]{2}[0-9A-Z]{14}\b")
_SETS = re.compile(r"^(?:A|KEY)=.*$", re.MULTILINE)


class Differs(AssertionError):
    """A page or a command does not say what the tutorial says."""


class DrawnByChance(Exception):
    """Chance selected what the tutorial expects to be released; it tells the reader of that."""


@dataclass(frozen=True)
class Step:
    """One thing to do: `does` is press, number, fill, run or says."""

    does: str
    words: str
    value: str = ""


def steps(markdown: str) -> Iterator[Step]:
    """Every step of a tutorial, in the order of its text, from its first numbered part on."""
    _, _, told = _ASIDE.sub("", markdown).partition("\n## ")
    for found in _TOKEN.finditer(told):
        part = found.groupdict()
        if part["field"]:
            if part["field"] != "Field":
                yield Step("fill", part["field"].strip(), part["value"].strip().strip("`"))
            continue
        does = next(name for name in ("says", "run", "press", "number") if part[name])
        yield Step(does, part[does].strip())


@dataclass
class Reader:
    """Whoever follows: one browser, one terminal."""

    page: Page
    address: str
    passwords: Mapping[str, str]
    key: str
    home: Path
    printed: str = ""
    mrn: str = ""
    typed: dict[str, str] = field(default_factory=dict)

    def follow(self, markdown: str) -> int:
        """Do every step; answers how many there were, or raises where one cannot be followed."""
        count = 0
        self.page.goto(self.address)
        for count, step in enumerate(steps(markdown), 1):  # noqa: B007
            try:
                getattr(self, f"_{step.does}")(step)
            except (DrawnByChance, Differs):
                raise
            except Exception as trouble:
                raise Differs(f"{step} at {self.page.url}: {trouble}") from trouble
        return count

    def _press(self, step: Step) -> None:
        if step.words == "Receipt":
            self._save()
            return
        self._found(step.words).first.click()
        self.page.wait_for_load_state()
        self.printed = ""
        if number := _MRN.search(self.page.url):
            self.mrn = number[0]

    def _found(self, words: str) -> Locator:
        exactly = re.compile(rf"^\s*{re.escape(words)}(?:\s|$)")
        page = self.page
        main, whole = page.locator("main"), page.locator("body")
        for place in (main, whole):
            kinds = [
                *(place.get_by_role(role, name=words, exact=True) for role in ("button", "link")),
                place.locator("summary:visible, main a:visible").filter(has_text=exactly),
            ]
            for kind in kinds:
                if kind.count() and kind.first.is_visible():
                    return kind
        raise Differs(f"nothing to press is called {words!r} at {page.url}")

    def _save(self) -> None:
        there, until = self.page.url, time.monotonic() + PATIENCE
        while "receipt follows" in self._shown() and time.monotonic() < until:
            time.sleep(1)
            self.page.reload()
        while True:
            try:
                with self.page.expect_download(timeout=4000) as coming:
                    self._found("Receipt").first.click()
                break
            except TookTooLong:
                if "receipt follows" not in self._shown() or time.monotonic() > until:
                    raise
                self.page.goto(there)
        folder = self.home / "Downloads"
        folder.mkdir(exist_ok=True)
        coming.value.save_as(folder / coming.value.suggested_filename)

    def _number(self, step: Step) -> None:
        self.page.locator(f'main a[href$="{self.mrn}"]').first.click()
        self.page.wait_for_load_state()

    def _fill(self, step: Step) -> None:
        value = step.value
        if step.words == "Email address":
            self.typed["address"] = value
        if value == "as printed":
            value = self.passwords[self.typed["address"]]
        target = self._visible(self.page.get_by_label(step.words, exact=True))
        kind = target.evaluate("each => each.type || each.tagName.toLowerCase()")
        if kind == "file":
            target.set_input_files(ROOT / value)
        elif kind.startswith("select"):
            target.select_option(label=value)
        else:
            target.fill(value)

    def _visible(self, fields: Locator) -> Locator:
        for one in fields.all():
            if one.is_visible():
                return one
        raise Differs(f"no such field at {self.page.url}")

    def _run(self, step: Step) -> None:
        if not (script := _SETS.sub("", step.words).strip()):
            return
        environment = os.environ | {"A": self.address, "KEY": self.key, "no_proxy": "*"}
        environment["HOME"] = str(self.home)
        done = subprocess.run(
            ["bash", "-c", script], env=environment, cwd=ROOT, capture_output=True, text=True
        )
        self.printed = done.stdout + done.stderr

    def _says(self, step: Step) -> None:
        wanted = re.compile(r".+?".join(map(re.escape, _plain(step.words).split("…"))))
        until = time.monotonic() + PATIENCE
        while not wanted.search(_plain(self._shown())):
            if "as soon as" in step.words and "Under control" in self._shown():
                raise DrawnByChance(self.mrn)
            if self.printed or time.monotonic() > until:
                raise Differs(f"{step.words!r} is not in: {_plain(self._shown())[:3000]}")
            time.sleep(0.5)

    def _shown(self) -> str:
        shown: Any = self.printed or self.page.locator("main").inner_text()
        return str(shown)


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").split())
