"""The nomenclature of a day: what lies in what, and what can be declared."""

from datetime import date

from fondaco.legal.wording import Wording
from fondaco.nomenclature.tree import Nomenclature, NomenclatureLine
from tests.fondaco import demonstration_law

ON = date(2026, 11, 21)


def nomenclature(*codes: str) -> Nomenclature:
    return Nomenclature((NomenclatureLine(code, Wording(code)) for code in codes), digits=10)


def test_a_subheading_is_declared_with_zeros():
    goods = nomenclature("84", "8471", "847130")
    assert list(goods.declarable) == ["8471300000"]
    assert goods.line("8471300000").text.en == "847130"


def test_a_subheading_with_national_lines_is_declared_by_one_of_them():
    goods = nomenclature("85", "8507", "850760", "8507600010", "8507600090")
    assert list(goods.declarable) == ["8507600010", "8507600090"]
    assert goods.line("8507600000") is None
    assert [line.code for line in goods.children("850760")] == ["8507600010", "8507600090"]
    assert [line.code for line in goods.path("8507600010")] == [
        "85",
        "8507",
        "850760",
        "8507600010",
    ]


def test_headings_and_chapters_cannot_be_declared():
    assert not nomenclature("84", "8471").declarable


def test_the_whole_harmonized_system_is_there_with_names_in_two_languages():
    goods = demonstration_law.on(ON).nomenclature

    assert len(goods.children()) == 97
    assert len(goods.declarable) == 5_614
    assert all(chapter.text.language("fr") == "fr" for chapter in goods.children())
    assert goods.line("8471").text.said("fr").startswith("Machines automatiques")
    asses = goods.line("0101300000").text
    assert (asses.said("fr"), asses.language("fr")) == ("Asses; live", "en")


def test_every_line_lies_in_a_heading_of_a_chapter():
    goods = demonstration_law.on(ON).nomenclature
    for code in goods.declarable:
        assert [len(line.code) for line in goods.path(code)][:3] == [2, 4, 6]
