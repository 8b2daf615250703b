"""What an officer does to a file: conclude, ask, report a difference, ask to lower, pass on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from customhouse.presentation import labels
from fondaco.declaration.document import GoodsItem

LONGEST_TEXT = 4000
DIFFERENCES = {
    "commodity_code": _("Commodity code"),
    "description": _("Description"),
    "origin": _("Country of origin"),
    "net_mass": _("Net mass (kg)"),
    "gross_mass": _("Gross mass (kg)"),
    "supplementary_quantity.value": _("Supplementary quantity"),
    "invoice_amount.amount": _("Price"),
}
"""What of an item can be found to differ."""


def _words(label: object, *, required: bool = True, rows: int = 3, hint: object = "") -> Any:
    return forms.CharField(
        label=label,
        max_length=LONGEST_TEXT,
        required=required,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": _("Write it in a sentence.")},
    )


def _power() -> Any:
    return forms.CharField(
        label=_("Power"),
        max_length=200,
        help_text=_("The act and article that allows it."),
        error_messages={"required": _("Cite the act and article.")},
    )


class ConcludeForm(forms.Form):
    """The result of a check of documents."""

    prefix = "conclude"
    result = forms.ChoiceField(
        label=_("Result"),
        widget=forms.RadioSelect,
        choices=[("conform", _("As declared")), ("irregular", _("Not as declared"))],
        error_messages={"required": _("Choose the result.")},
    )
    remarks = _words(_("Remarks"), required=False, rows=2)

    def clean(self) -> dict[str, Any]:
        """Ask for words where something is not as declared."""
        cleaned = super().clean() or {}
        if cleaned.get("result") == "irregular" and not cleaned.get("remarks", "").strip():
            self.add_error("remarks", _("Say what is not as declared."))
        return cleaned


class QuestionForm(forms.Form):
    """A question to the trader."""

    prefix = "question"
    text = _words(_("Question"))
    path = forms.ChoiceField(label=_("About"), required=False)

    def __init__(self, *args: Any, items: Sequence[GoodsItem] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        about: Any = self.fields["path"]
        about.choices = [("", _("The declaration")), *_places(items)]


class LowerForm(forms.Form):
    """A request to control a declaration less."""

    prefix = "lower"
    channel = forms.ChoiceField(label=_("Channel"))
    power = _power()
    reason = _words(_("Reason"), rows=2)

    def __init__(self, *args: Any, below: Sequence[str] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        lower: Any = self.fields["channel"]
        lower.choices = [(each, labels.channel(each)[0]) for each in below]


class SeizeForm(forms.Form):
    """Goods found prohibited or smuggled, and the power to seize them."""

    prefix = "seize"
    goods = _words(
        _("Goods"), rows=3, hint=_("Which goods, how many, where they were; the trader reads this.")
    )
    power = _power()


class EndSeizureForm(forms.Form):
    """What should become of seized goods."""

    prefix = "seizure"
    end = forms.ChoiceField(
        label=_("What becomes of the goods"),
        widget=forms.RadioSelect,
        choices=[("return", _("They are returned")), ("forfeit", _("They are forfeited"))],
        error_messages={"required": _("Choose what becomes of them.")},
    )
    power = _power()
    reason = _words(_("Reason"), rows=2)


class AnswerRequestForm(forms.Form):
    """The answer to a request."""

    answer = forms.ChoiceField(
        label=_("Answer"),
        widget=forms.RadioSelect,
        choices=[("granted", _("Grant it")), ("refused", _("Refuse it"))],
        error_messages={"required": _("Choose the answer.")},
    )
    reason = _words(_("Reason"), rows=2)


class PassForm(forms.Form):
    """A file passed to another officer."""

    prefix = "pass"
    to = forms.ChoiceField(
        label=_("Officer"), error_messages={"required": _("Choose the officer.")}
    )
    reason = _words(_("Reason"), rows=2)

    def __init__(
        self, *args: Any, officers: Sequence[tuple[int, str]] = (), **options: Any
    ) -> None:
        super().__init__(*args, **options)
        to: Any = self.fields["to"]
        to.choices = [(str(number), name) for number, name in officers]


class DifferenceForm(forms.Form):
    """What was found to differ, and where."""

    item = forms.ChoiceField(label=_("Item"))
    element = forms.ChoiceField(label=_("What differs"), choices=list(DIFFERENCES.items()))
    found = forms.CharField(
        label=_("What you found"),
        max_length=512,
        error_messages={"required": _("Write what you found.")},
    )
    remarks = _words(_("Remarks"), rows=3)

    def __init__(self, *args: Any, items: Sequence[GoodsItem] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        item: Any = self.fields["item"]
        item.choices = [
            (str(place), f"{each.number or place + 1} · {each.description or each.commodity_code}")
            for place, each in enumerate(items)
        ]

    @property
    def path(self) -> str:
        """The path of the element that differs."""
        return f"shipment.items[{self.cleaned_data['item']}].{self.cleaned_data['element']}"


def _places(items: Sequence[GoodsItem]) -> list[tuple[str, str]]:
    elements = ("commodity_code", "origin", "invoice_amount", "supplementary_quantity", "documents")
    return [
        (path, labels.where(path))
        for place, _item in enumerate(items)
        for path in (f"shipment.items[{place}].{element}" for element in elements)
    ]
