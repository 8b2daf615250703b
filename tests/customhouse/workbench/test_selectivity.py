"""Two people change selectivity on pages: files up, flaws in words, differences, approval."""

import io
import zipfile

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import ValidationError

from customhouse.settings.database import as_system
from customhouse.targeting import queries
from customhouse.workbench.forms import selectivity as form
from customhouse.workbench.pages import selectivity as pages
from tests.customhouse import world

pytestmark = pytest.mark.database


@pytest.fixture
def house(in_channel):
    """An office with the demonstration's selectivity in force."""
    made = in_channel("green")
    world.select(world.selectivity_files())
    return made


def zipped(files, *, within="selectivity/", method=zipfile.ZIP_DEFLATED):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(within + name, content)
    return made.getvalue()


def upload(name, content):
    return SimpleUploadedFile(name, content)


def given(*files, reason="The season changes"):
    return {"files": list(files), "reason": reason}


def lists(**changes):
    content = world.selectivity_files()["lists.toml"]
    for old, new in changes.values():
        assert old in content
        content = content.replace(old, new)
    return content


LONGER = (b'["L014"]', b'["L014", "C400"]')


def proposed():
    with as_system():
        return queries.proposals()


def test_changed_files_are_proposed_and_a_supervisor_puts_them_in_force(opened, house):
    changed = upload("lists.toml", lists(timber=LONGER))

    answer = opened(pages.propose, house.analyst, post=given(changed))
    (waiting,) = proposed()
    assert (answer.status_code, waiting.reason) == (302, "The season changes")

    page = opened(pages.proposal, house.supervisor, digest=waiting.digest).content.decode()
    assert "1 difference from what is in force" in page
    assert "timber licences" in page and "<ins>C400</ins>" in page
    assert "Put it in force" in page

    opened(pages.approve, house.supervisor, post={}, digest=waiting.digest)
    with as_system():
        assert queries.newest_digest() == waiting.digest
    assert proposed() == ()


def test_a_whole_folder_is_proposed_as_a_zip(opened, house):
    files = dict(world.selectivity_files())
    del files["profiles/excise.toml"]

    opened(pages.propose, house.analyst, post=given(upload("new.zip", zipped(files))))

    (waiting,) = proposed()
    page = opened(pages.proposal, house.analyst, digest=waiting.digest).content.decode()
    assert page.count("taken out") == 3
    assert "Put it in force" not in page
    with as_system():
        assert queries.files_of(waiting.digest) == files


def test_flaws_are_told_in_words_and_nothing_is_kept(opened, house):
    wrong = upload("lists.toml", lists(proofs=(b'"U165"', b'"U110"')))

    answer = opened(pages.propose, house.analyst, post=given(wrong))

    assert answer.status_code == 422
    assert "lists.toml, proofs of origin: found U110" in answer.content.decode()
    assert proposed() == ()


def test_what_is_in_force_already_is_told(opened, house):
    same = upload("lists.toml", world.selectivity_files()["lists.toml"])

    answer = opened(pages.propose, house.analyst, post=given(same))

    assert "This is in force already" in answer.content.decode()


def test_several_files_may_be_chosen_by_who_may_propose(opened, house):
    for person, may in ((house.analyst, True), (house.supervisor, False)):
        text = opened(pages.proposals, person).content.decode()
        assert ('type="file"' in text and 'multiple="multiple"' in text) is may


def test_two_files_change_at_once(opened, house):
    shares = world.selectivity_files()["shares.toml"]
    files = (upload("lists.toml", lists(timber=LONGER)), upload("shares.toml", shares + b"\n# x\n"))

    opened(pages.propose, house.analyst, post=given(*files))

    (waiting,) = proposed()
    with as_system():
        assert queries.files_of(waiting.digest)["shares.toml"].endswith(b"# x\n")


def test_without_files_or_reason_nothing_is_proposed(opened, house):
    for post in ({"reason": "x"}, given(upload("lists.toml", b""), reason="x"), {"files": []}):
        assert opened(pages.propose, house.analyst, post=post).status_code == 422
    assert proposed() == ()


def test_only_an_analyst_proposes_and_only_a_supervisor_approves(opened, house):
    changed = upload("lists.toml", lists(timber=LONGER))
    with pytest.raises(PermissionDenied):
        opened(pages.propose, house.supervisor, post=given(changed))
    changed.seek(0)
    opened(pages.propose, house.analyst, post=given(changed))
    (waiting,) = proposed()

    for person in (house.analyst, house.officer, house.importer):
        with pytest.raises(PermissionDenied):
            opened(pages.approve, person, post={}, digest=waiting.digest)
    for person in (house.officer, house.importer):
        with pytest.raises(PermissionDenied):
            opened(pages.proposal, person, digest=waiting.digest)
    assert proposed() == (waiting,)


def test_a_proposal_that_is_not_there_is_not_found(opened, house):
    for view, post in ((pages.proposal, None), (pages.approve, {})):
        assert opened(view, house.supervisor, post=post, digest="sha256:00").status_code == 404


BUNDLE = {"bundle.toml": b"x", "shares.toml": b"y"}
BAD = [
    b"no zip at all",
    zipped({"notes.txt": b"hello"}),
    zipped({"shares.toml": b"y"}),
    zipped(BUNDLE | {"old/bundle.toml": b"x"}),
    zipped(BUNDLE | {f"profiles/{n}.toml": b"z" for n in range(100)}),
    zipped(BUNDLE | {"lists.toml": b" " * 1_048_577}),
    zipped(BUNDLE | {f"profiles/{n}.toml": b" " * 1_000_000 for n in range(9)}),
    zipped(BUNDLE)[:-30],
]


@pytest.mark.parametrize("archive", BAD, ids=range(len(BAD)))
def test_a_zip_that_is_none_or_too_large_is_refused(archive):
    with pytest.raises(ValidationError):
        form.unpacked(archive)


@pytest.mark.parametrize("within", ["", "selectivity/", "a/b/"])
def test_the_files_of_a_zip_are_named_below_their_folder(within):
    files = BUNDLE | {"profiles/new.toml": b"z"}

    assert form.unpacked(zipped(files, within=within)) == files


def test_a_single_file_takes_its_place_and_a_new_one_is_of_profiles():
    in_force = {"bundle.toml": b"", "profiles/excise.toml": b""}
    given_files = [upload(name, b"1") for name in ("excise.toml", "new.toml", "lists.toml")]

    found = form._changed(given_files, in_force)

    assert set(found) == {"profiles/excise.toml", "profiles/new.toml", "lists.toml"}
    with pytest.raises(ValidationError):
        form._changed([upload("rules.csv", b"1")], in_force)
