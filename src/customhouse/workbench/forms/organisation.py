"""What an organisation's people keep themselves: mandates, keys, webhooks."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from customhouse.accounts.authority import SCOPES
from fondaco.parties.mandate import Representation
from fondaco.units.period import Period


class MandateForm(forms.Form):
    """A mandate to declare for us."""

    prefix = "mandate"
    representative = forms.CharField(
        label=_("Representative’s identifier"),
        max_length=17,
        error_messages={"required": _("Give the identifier of whom you let declare for you.")},
    )
    representation = forms.ChoiceField(
        label=_("How"),
        widget=forms.RadioSelect,
        choices=[
            (Representation.DIRECT.value, _("In our name: we alone owe the debt")),
            (Representation.INDIRECT.value, _("In their own name: both of us owe the debt")),
        ],
        initial=Representation.DIRECT.value,
    )
    start = forms.DateField(label=_("From"), widget=forms.DateInput(attrs={"type": "date"}))
    end = forms.DateField(
        label=_("Until, not including"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("Empty: until you end it."),
    )

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["start"].initial = on

    def clean(self) -> dict[str, Any]:
        """Refuse a mandate that ends before it begins."""
        cleaned = super().clean() or {}
        start, end = cleaned.get("start"), cleaned.get("end")
        if start and end and end <= start:
            self.add_error("end", _("It must end after it begins."))
        return cleaned

    @property
    def period(self) -> Period:
        """From when to when."""
        return Period(self.cleaned_data["start"], self.cleaned_data["end"])


class KeyForm(forms.Form):
    """A key for a program."""

    prefix = "key"
    name = forms.CharField(
        label=_("Name"),
        max_length=80,
        help_text=_("Which program will use it, so that you know what stops when you revoke it."),
        error_messages={"required": _("Give the key a name.")},
    )
    scopes = forms.MultipleChoiceField(
        label=_("What it may do"),
        widget=forms.CheckboxSelectMultiple,
        choices=list(SCOPES.items()),
        error_messages={"required": _("Choose at least one thing that the key may do.")},
    )


class WebhookForm(forms.Form):
    """An address that is told of what happens."""

    prefix = "webhook"
    url = forms.URLField(
        label=_("Address"),
        max_length=500,
        assume_scheme="https",
        help_text=_("It is called with a signed message whenever something happens."),
        error_messages={"required": _("Give the address to call.")},
    )
