"""The small forms: an answer, a reason, a document, a way to pay."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from customhouse.declarations import media
from customhouse.revenue.terms import Purpose

LONGEST_TEXT = 4000


def _text(label: object, **options: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": options.pop("rows", 4)}),
        **options,
    )


class AnswerForm(forms.Form):
    """An answer to a question."""

    prefix = "answer"
    answer = _text(
        _("Your answer"), error_messages={"required": _("Write the answer before you send it.")}
    )


class ReasonForm(forms.Form):
    """A reason, always in words."""

    reason = _text(_("Reason"), error_messages={"required": _("Give the reason in a sentence.")})


class AttachmentForm(forms.Form):
    """A supporting document."""

    prefix = "attachment"
    file = forms.FileField(
        label=_("Document"),
        help_text=_("A PDF, or a PNG or JPEG picture, up to 10 MB."),
        error_messages={
            "required": _("Choose the document to attach."),
            "empty": _("This file is empty. Choose another."),
        },
        max_length=255,
    )
    kind = forms.CharField(
        label=_("What it is"),
        max_length=4,
        required=False,
        help_text=_("Its code in the list of documents, such as N935 for the invoice."),
    )

    def clean_file(self) -> Any:
        """Refuse what is too large before it is read."""
        file = self.cleaned_data["file"]
        if file.size > media.LARGEST:
            raise forms.ValidationError(_("The file is larger than 10 MB. Split it."))
        return file


class PayForm(forms.Form):
    """Pay, or secure with a deposit."""

    way = forms.ChoiceField(
        label=_("How do you want to settle it?"),
        widget=forms.RadioSelect,
        choices=[
            ("debt", _("Pay now")),
            ("deposit", _("Leave a deposit as security, and pay later")),
        ],
        initial="debt",
        error_messages={"required": _("Choose how to settle it.")},
    )

    @property
    def purpose(self) -> Purpose:
        """What the money is for."""
        return Purpose(self.cleaned_data["way"])
