"""Every template compiles; a name that is not there is an error; texts are translated."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.template import engines
from jinja2 import UndefinedError

from customhouse.presentation import catalogues, collecting

ROOT = Path(__file__).resolve().parents[3]
TEMPLATES = ROOT / "src" / "customhouse" / "templates"
NAMES = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html"))


@pytest.mark.parametrize("name", NAMES)
def test_a_template_compiles(name: str) -> None:
    assert engines["jinja2"].env.get_template(name).name == name


def test_our_templates_are_strict_and_the_components_are_not() -> None:
    env = engines["jinja2"].env
    with pytest.raises(UndefinedError):
        env.from_string("{{ nobody.said_so }}").render()
    component = (
        '{% from "govuk_frontend_jinja/components/button/macro.html" import govukButton %}'
        '{{ govukButton({"text": "<Pay>"}) }}'
    )
    assert "&lt;Pay&gt;" in env.from_string(component).render()


@pytest.mark.parametrize("name", NAMES)
def test_no_template_has_inline_script_style_or_handler(name: str) -> None:
    text = (TEMPLATES / name).read_text()
    assert not re.search(r"<script(?![^>]*\bsrc=)", text)
    assert not re.search(r"\sstyle=|\son[a-z]+=\"|<style", text)


@pytest.mark.parametrize("name", NAMES)
def test_every_text_of_a_template_is_marked_for_translation(name: str) -> None:
    text = re.sub(r"{% block body_class %}.*", " ", (TEMPLATES / name).read_text())
    text = re.sub(
        r"{#.*?#}|{%.*?%}|{{.*?}}|<code>.*?</code>|<!doctype html>", " ", text, flags=re.S
    )
    text = re.sub(r"<svg.*?</svg>|<[^>]*>|&[a-z]+;", " ", text, flags=re.S)
    bare = [
        word for word in re.findall(r"[^\W\d_]{2,}", text) if word not in {"Fondaco", "min", "XFC"}
    ]
    assert bare == []


def test_the_pseudo_language_leaves_what_programs_fill_in() -> None:
    said = catalogues.accented("Pay <b>%(amount)s</b> %{count} {minutes} now &amp; here")
    for kept in ("<b>", "%(amount)s", "</b>", "%{count}", "{minutes}", "&amp;"):
        assert kept in said
    assert len(said) > 1.3 * len("Pay now here")


def test_the_catalogues_hold_exactly_the_texts_that_are_said() -> None:
    said = {(each.id, each.context) for each in collecting.collected() if each.id}
    for source in catalogues.SOURCES.glob("*/LC_MESSAGES/django.po"):
        with source.open("rb") as file:
            held = {(each.id, each.context) for each in read_po(file) if each.id}
        assert said == held, "run `python -m customhouse.presentation.collecting`"


def test_every_text_is_translated(tmp_path: Path) -> None:
    assert catalogues.compile_all(tmp_path) == []
