"""Untrusted text from the officers' pages, turned into plain values."""

from django import forms
from django.utils.translation import gettext_lazy as _

from fondaco.declaration.document import Document

CHANNELS = (
    ("green", _("Green: release without a check")),
    ("blue", _("Blue: release now, audit later")),
    ("yellow", _("Yellow: check the documents")),
)
FOUND = (
    ("shipment.items[{}].commodity_code", _("commodity code")),
    ("shipment.items[{}].origin", _("origin")),
    ("shipment.items[{}].net_mass", _("net mass")),
    ("shipment.items[{}].gross_mass", _("gross mass")),
    ("shipment.items[{}].supplementary_quantity.value", _("supplementary quantity")),
    ("shipment.items[{}].invoice_amount.amount", _("price")),
)
"""What an officer may find to be otherwise, by path, for each goods item."""


def _remarks() -> forms.CharField:
    rows = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(label=_("Remarks"), required=False, max_length=2000, widget=rows)


class QuestionForm(forms.Form):
    """A question to the declarant."""

    text = forms.CharField(
        label=_("Question to the declarant"),
        help_text=_("The goods wait until it is answered."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class RemarksForm(forms.Form):
    """What a check of documents ends with."""

    remarks = forms.CharField(
        label=_("Remarks"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ReasonForm(forms.Form):
    """A reason, which every decision on another's request has."""

    reason = forms.CharField(label=_("Reason"), max_length=2000)


class LowerForm(forms.Form):
    """A request to control less: two people and a cited power."""

    channel = forms.ChoiceField(label=_("Channel asked for"), choices=CHANNELS)
    power = forms.CharField(
        label=_("Power"), help_text=_("The act and article that allow it."), max_length=200
    )
    reason = forms.CharField(label=_("Reason"), max_length=2000)


class PassForm(forms.Form):
    """To whom a file goes, and why."""

    officer = forms.TypedChoiceField(label=_("Officer"), coerce=int)
    reason = forms.CharField(label=_("Reason"), max_length=500)

    def __init__(self, *args: object, officers: list[tuple[int, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["officer"].choices = officers  # type: ignore[attr-defined]


class FindingsForm(forms.Form):
    """What was found where it is not as declared: one field per element, empty where it is."""

    place = forms.CharField(label=_("Where"), max_length=100)
    remarks = forms.CharField(
        label=_("Remarks"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: object, document: Document, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.document = document
        for path, label, declared in elements(document):
            self.fields[path] = forms.CharField(
                label=label, required=False, max_length=40, help_text=declared
            )

    def differences(self) -> list[tuple[str, str, str]]:
        """Path, declared and found, of every element that is not as declared."""
        return [
            (path, declared, self.cleaned_data[path].strip())
            for path, _label, declared in elements(self.document)
            if self.cleaned_data[path].strip() not in ("", declared)
        ]


def elements(document: Document) -> list[tuple[str, object, str]]:
    """The elements that can be found otherwise: path, label, and what was declared."""
    return [
        (path.format(number), label, _declared(item, path.partition("].")[2]))
        for number, item in enumerate(document.items)
        for path, label in FOUND
        if _declared(item, path.partition("].")[2])
    ]


def _declared(item: object, way: str) -> str:
    for name in way.split("."):
        item = getattr(item, name, None)
    return "" if item is None else str(item)
