"""What the public fills in: the goods of a calculation, a receipt to be checked."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from customhouse.enquiries.measures import countries_of
from customhouse.presentation import labels, languages
from fondaco.clearance.rulebook import LawOfTheDay
from fondaco.nomenclature.codes import compact

LARGEST_RECEIPT = 64 * 1024
"""Bytes: a receipt is a few thousand."""


def _amount(**options: Any) -> forms.DecimalField:
    return forms.DecimalField(
        min_value=Decimal(0), max_digits=18, decimal_places=6, localize=False, **options
    )


class CalculationForm(forms.Form):
    """The goods of one item, as far as duty and tax depend on them."""

    use_required_attribute = False

    code = forms.CharField(
        label=_("Commodity code"),
        max_length=14,
        help_text=_("All its digits. If you do not know it, look it up in the tariff first."),
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
    )
    origin = forms.ChoiceField(label=_("Country of origin"))
    preference = forms.ChoiceField(
        label=_("Preference"),
        required=False,
        help_text=_("Only with a proof of origin, which the calculation takes as given."),
    )
    value = _amount(label=_("Price of the goods"))
    currency = forms.ChoiceField(label=_("Currency"))
    term = forms.ChoiceField(
        label=_("Term of delivery"),
        help_text=_("It says whether carriage and insurance are in the price already."),
    )
    freight = _amount(
        label=_("Carriage to this country"),
        required=False,
        help_text=_("What the price leaves out, in the same currency."),
    )
    insurance = _amount(label=_("Insurance"), required=False)
    mass = _amount(label=_("Net mass, kg"), required=False)
    quantity = _amount(
        label=_("Quantity"),
        required=False,
        help_text=_("In the supplementary unit of the code, where it has one."),
    )
    on = forms.DateField(
        label=_("Day"),
        required=False,
        help_text=_("Law and exchange rates of this day; today where it is empty."),
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def __init__(self, *args: Any, day: LawOfTheDay, **options: Any) -> None:
        super().__init__(*args, **options)
        self.day = day
        language = languages.current()
        terms, agreements = day.valuation.terms, day.tariff.agreements
        self._offer("origin", [("", ""), *countries_of(day)])
        self._offer(
            "preference",
            [
                ("", _("none")),
                *((each.preference, each.name.said(language)) for each in agreements.values()),
            ],
        )
        self._offer(
            "currency",
            [(code, f"{code} – {labels.currency(code)}") for code in sorted(day.exchange_rates)],
        )
        self._offer(
            "term", [(code, f"{code} – {each.name.said(language)}") for code, each in terms.items()]
        )

    def clean_code(self) -> str:
        """The digits of the code."""
        return compact(self.cleaned_data["code"])

    def _offer(self, name: str, choices: list[Any]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]


class ReceiptForm(forms.Form):
    """A receipt, pasted or as a file."""

    use_required_attribute = False

    text = forms.CharField(
        label=_("The receipt"),
        required=False,
        strip=False,
        max_length=LARGEST_RECEIPT,
        help_text=_("All of it, from its first line to the signature."),
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
    )
    file = forms.FileField(label=_("or its file"), required=False, max_length=200)

    def clean(self) -> dict[str, Any]:
        """The text of the receipt, from whichever of the two was given, under `receipt`."""
        given = super().clean() or {}
        upload = given.get("file")
        if upload is not None and upload.size > LARGEST_RECEIPT:
            raise forms.ValidationError(_("This file is too large for a receipt."))
        try:
            text = upload.read().decode() if upload is not None else given.get("text", "")
        except UnicodeDecodeError:
            raise forms.ValidationError(_("This file is not text, so it is no receipt.")) from None
        if not text.strip() and not self.errors:
            raise forms.ValidationError(_("Paste a receipt, or choose its file."))
        return given | {"receipt": text.replace("\r\n", "\n")}


def day_asked(text: str) -> date | None:
    """The day that an address asks for; None where it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
