"""A proposal of selectivity as it is uploaded: a folder as a zip, or the files that change."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from fondaco.risk.entries import LARGEST_FILE

MOST_FILES = 100
LARGEST_BUNDLE = 8 * 1024 * 1024
"""Bytes that all files of a bundle may have together, unpacked."""

TOP = ("bundle.toml", "shares.toml", "lists.toml")


class ManyFiles(forms.ClearableFileInput):
    """A field into which several files may be put at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several uploaded files."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """Check each of them as one file is checked."""
        given = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(each, initial) for each in given]


class ProposalForm(forms.Form):
    """Files of selectivity, and why they should be in force."""

    files = FilesField(
        label=_("Files"),
        help_text=_(
            "The whole folder as one zip, or only the files that change (.toml); "
            "the others stay as they are in force."
        ),
        error_messages={"required": _("Choose a zip or the files that change.")},
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write it in a sentence.")},
    )

    def __init__(self, *args: Any, in_force: Mapping[str, bytes], **options: Any) -> None:
        super().__init__(*args, **options)
        self._in_force = in_force
        self.bundle: dict[str, bytes] = {}

    def clean_files(self) -> list[UploadedFile]:
        """Take the files apart; what they amount to is then in `bundle`."""
        given: list[UploadedFile] = self.cleaned_data["files"]
        if len(given) == 1 and (given[0].name or "").lower().endswith(".zip"):
            self.bundle = unpacked(given[0].read(LARGEST_BUNDLE + 1))
        else:
            self.bundle = dict(self._in_force) | _changed(given, self._in_force)
        return given


def unpacked(archive: bytes) -> dict[str, bytes]:
    """The files of selectivity in a zip, by their names in the bundle; ValidationError otherwise.

    Nothing is unpacked beyond the bounds, whatever the archive says of itself.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as opened:
            inside = [each for each in opened.infolist() if each.filename.endswith(".toml")]
            if not inside or len(inside) > MOST_FILES:
                raise forms.ValidationError(
                    _("The zip has %(count)s files in TOML; expected 2 to %(most)s."),
                    params={"count": len(inside), "most": MOST_FILES},
                )
            found = {}
            for each in inside:
                found[each.filename] = _read(opened, each)
                _check_together(found)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as reason:
        raise forms.ValidationError(
            _("The zip cannot be opened. Make it again, without a password.")
        ) from reason
    return _below_their_folder(found)


def _check_together(found: Mapping[str, bytes]) -> None:
    if sum(map(len, found.values())) > LARGEST_BUNDLE:
        raise forms.ValidationError(_("The files are too large together: at most 8 MB."))


def _read(opened: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with opened.open(entry) as file:
        content = file.read(LARGEST_FILE + 1)
    return _small(content, entry.filename)


def _small(content: bytes, name: str) -> bytes:
    if len(content) > LARGEST_FILE:
        raise forms.ValidationError(
            _("%(name)s is too large: at most 1 MB each."), params={"name": name}
        )
    return content


def _below_their_folder(found: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files by their names below the folder in which `bundle.toml` stands."""
    tops = [PurePosixPath(name).parent for name in found if name.endswith("bundle.toml")]
    if len(tops) != 1:
        raise forms.ValidationError(_("The zip has no bundle.toml, or more than one."))
    return {
        (path.relative_to(tops[0]) if path.is_relative_to(tops[0]) else path).as_posix(): content
        for path, content in ((PurePosixPath(name), content) for name, content in found.items())
    }


def _changed(given: Sequence[UploadedFile], in_force: Mapping[str, bytes]) -> dict[str, bytes]:
    """Single files under the names they have in the bundle; a new one is a file of profiles."""
    known = {PurePosixPath(name).name: name for name in in_force}
    found = {}
    for each in given:
        name = PurePosixPath((each.name or "").replace("\\", "/")).name
        if not name.endswith(".toml"):
            raise forms.ValidationError(
                _("%(name)s is neither a zip nor a file in TOML."), params={"name": name}
            )
        place = known.get(name) or (name if name in TOP else f"profiles/{name}")
        found[place] = _small(each.read(LARGEST_FILE + 1), name)
    return found
