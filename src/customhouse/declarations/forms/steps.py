"""The steps of writing a declaration: their fields, with labels, help and law of the elements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise, lazy
from django.utils.translation import gettext_lazy as _

from customhouse.presentation import labels, languages
from fondaco.clearance.rulebook import LawOfTheDay
from fondaco.declaration.elements import ELEMENTS
from fondaco.identifiers.transport import KINDS

Choices = list[tuple[str, str]]
EMPTY = ("", "")
OFTEN_PACKED_IN = ("CT", "PK", "BX", "BG", "PX", "DR", "CS", "RO", "BE", "NE")
PAYMENT_METHODS = ("E", "H", "B", "A")
VEHICLES: dict[str, str | Promise] = {
    "10": _("Ship, by IMO number"),
    "11": _("Ship, by name"),
    "20": _("Wagon, by number"),
    "30": _("Road vehicle, by number plate"),
    "40": _("Flight, by number"),
    "41": _("Aircraft, by registration"),
    "80": _("Inland ship, by ENI number"),
    "81": _("Inland ship, by name"),
}


def _label(path: str) -> str:
    return ELEMENTS[path].label.said(languages.current())


def _help(path: str) -> str:
    return ELEMENTS[path].help.said(languages.current())


label_of, help_of = lazy(_label, str), lazy(_help, str)


def text(path: str, *, label: object = None, help_text: object = None, **options: Any) -> Any:
    """A field for an element, called and explained as the catalogue of elements has it."""
    form = ELEMENTS[path].format
    longest = int(form.lstrip("an.").split(",")[0] or 0) if form else 0
    options.setdefault("max_length", longest or None)
    options.setdefault("required", False)
    return forms.CharField(
        label=label or label_of(path),
        help_text=help_of(path) if help_text is None else help_text,
        **options,
    )


def choice(*, label: object, **options: Any) -> forms.ChoiceField:
    """A field whose choices the law of the day gives later."""
    options.setdefault("required", False)
    return forms.ChoiceField(label=label, choices=[EMPTY], **options)


class Step(forms.Form):
    """One step. Nothing is refused here but what has no form; the rules speak at the review."""

    use_required_attribute = False
    choices: ClassVar[Mapping[str, str]] = {}
    """Which list of the law a field chooses from."""

    def __init__(self, *args: Any, day: LawOfTheDay, own: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.day, self.own = day, own
        for name, source in self.choices.items():
            self.fields[name].choices = [EMPTY, *choices_of(source, day)]  # type: ignore[attr-defined]
        self.adapt()

    def adapt(self) -> None:
        """Fill in what only this step knows."""

    def empty(self) -> Step:
        """A row like this one with nothing in it, which scripts copy."""
        return type(self)(prefix="rows-__prefix__", day=self.day, own=self.own)


class Who(Step):
    """Whose goods, where they are presented, in whose name they are declared."""

    choices = {"office": "offices"}
    kind = forms.ChoiceField(
        label=_("Where are the goods?"),
        widget=forms.RadioSelect,
        required=False,
        choices=[("IMA", _("Here already")), ("IMD", _("Still on their way"))],
    )
    reference = text("local_reference")
    office = choice(label=label_of("office"), help_text=help_of("office"))
    acting = forms.ChoiceField(
        label=_("For whom do you declare?"),
        widget=forms.RadioSelect,
        required=False,
        choices=[
            ("", _("For ourselves: we are the importer")),
            ("2", _("For the importer, in its name (direct representation)")),
            ("3", _("For the importer, in our own name (indirect representation)")),
        ],
    )
    importer = text("shipment.importer.identifier", label=_("Importer’s identifier"))


class Sale(Step):
    """Who sold the goods, on what terms, and what was paid."""

    choices = {
        "country": "countries",
        "term": "delivery_terms",
        "nature": "transaction_natures",
        "dispatch": "countries",
        "currency": "currencies",
    }
    seller = text("exporter.name", label=_("Seller’s name"))
    line = text("exporter.address.line", label=_("Street and number"), help_text="")
    city = text("exporter.address.city", label=_("Town"), help_text="")
    postcode = text("exporter.address.postcode", label=_("Postcode"), help_text="", max_length=10)
    country = choice(label=_("Country"))
    dispatch = choice(
        label=label_of("shipment.dispatch_country"), help_text=help_of("shipment.dispatch_country")
    )
    nature = choice(label=label_of("shipment.transaction_nature"))
    term = choice(label=_("Delivery term"), help_text=_("The Incoterms rule of the sale."))
    place = text("shipment.trade_terms.location")
    invoice = forms.CharField(label=_("Invoice number"), max_length=35, required=False)
    currency = choice(label=_("Currency of the invoice"))
    freight = forms.CharField(
        label=_("Freight to the border, not in the price"),
        help_text=_("In the currency of the invoice; 0 where the price holds it."),
        max_length=20,
        required=False,
    )
    insurance = forms.CharField(
        label=_("Insurance, not in the price"),
        help_text=_("In the currency of the invoice; 0 where the price holds it."),
        max_length=20,
        required=False,
    )


class Transport(Step):
    """How the goods come, and where they are examined if they are."""

    choices = {
        "mode": "transport_modes",
        "nationality": "countries",
        "carried_kind": "previous_document_kinds",
    }
    mode = choice(label=_("How do the goods cross the border?"))
    vehicle_kind = forms.ChoiceField(
        label=_("What identifies the vehicle"),
        required=False,
        choices=[EMPTY, *((kind, VEHICLES.get(kind, kind)) for kind in KINDS)],
    )
    vehicle = text("border_transport.identifier", label=_("Its identity"))
    nationality = choice(label=_("Its nationality"))
    carried_kind = choice(label=_("Transport document"))
    carried_by = forms.CharField(label=_("Its number"), max_length=70, required=False)
    location = forms.ChoiceField(
        label=_("Where the goods are"), required=False, help_text=_("The place at the office.")
    )
    containers = forms.CharField(
        label=_("Containers"),
        help_text=_("One to a line, its seals after it. Leave it empty where there are none."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4000,
        required=False,
    )

    def adapt(self) -> None:
        """Offer the places of every office."""
        offices = self.day.code_books.offices.values()
        self.fields["location"].choices = [  # type: ignore[attr-defined]
            EMPTY,
            *(
                (place, f"{place} · {labels.said(o.name)}")
                for o in offices
                for place in o.locations
            ),
        ]


class Row(Step):
    """One row of goods."""

    choices = {"package_kind": "package_kinds", "preference": "preferences"}
    code = forms.CharField(label=_("Code"), max_length=16, required=False)
    description = forms.CharField(label=_("Description"), max_length=512, required=False)
    origin = forms.CharField(label=_("Origin"), max_length=2, required=False)
    gross = forms.CharField(label=_("Gross kg"), max_length=20, required=False)
    net = forms.CharField(label=_("Net kg"), max_length=20, required=False)
    quantity = forms.CharField(label=_("Quantity"), max_length=20, required=False)
    price = forms.CharField(label=_("Price"), max_length=20, required=False)
    packages = forms.CharField(label=_("Packages"), max_length=10, required=False)
    package_kind = choice(label=_("Kind"))
    marks = forms.CharField(label=_("Marks"), max_length=512, required=False)
    preference = choice(label=_("Preference"))

    def adapt(self) -> None:
        """Put the usual kinds of package first, and no preference before any."""
        kinds: Any = self.fields["package_kind"]
        known = dict(kinds.choices)
        first = [(code, known[code]) for code in OFTEN_PACKED_IN if code in known]
        rest = [
            (code, words) for code, words in kinds.choices if code and (code, words) not in first
        ]
        kinds.choices = [EMPTY, *first, *rest]
        preferences: Any = self.fields["preference"]
        preferences.choices = [each for each in preferences.choices if each != EMPTY]


class Papers(Step):
    """How the bill is settled."""

    payment = forms.ChoiceField(
        label=_("How will you settle the bill?"), widget=forms.RadioSelect, required=False
    )

    def adapt(self) -> None:
        """Offer the ways of payment that a page can carry out."""
        names = self.day.names.get("payment_methods", {})
        self.fields["payment"].choices = [  # type: ignore[attr-defined]
            (code, labels.said(names[code])) for code in PAYMENT_METHODS if code in names
        ]


class Paper(Step):
    """One document, for an item or for all."""

    choices = {"kind": "document_kinds"}
    item = forms.ChoiceField(label=_("For item"), required=False)
    kind = choice(label=_("Document"))
    number = forms.CharField(label=_("Number"), max_length=70, required=False)

    def __init__(self, *args: Any, count: int = 0, **options: Any) -> None:
        self._count = count
        super().__init__(*args, **options)

    def adapt(self) -> None:
        """Offer the items there are."""
        numbers = [(str(n), str(n)) for n in range(1, self._count + 1)]
        self.fields["item"].choices = [("0", _("all")), *numbers]  # type: ignore[attr-defined]


class FileForm(forms.Form):
    """A declaration in a file."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("WCO XML, or our JSON form, up to 4 MB."),
        error_messages={
            "required": _("Choose the file with the declaration."),
            "empty": _("This file is empty. Choose another."),
        },
    )


STEPS: Mapping[str, type[Step]] = {
    "who": Who,
    "sale": Sale,
    "transport": Transport,
    "papers": Papers,
}
ROWS: Mapping[str, type[Step]] = {"goods": Row, "papers": Paper}
ORDER = ("who", "sale", "transport", "goods", "papers", "review")
TITLES: Mapping[str, str | Promise] = {
    "who": _("Who and where"),
    "sale": _("The sale"),
    "transport": _("Transport"),
    "goods": _("Goods"),
    "papers": _("Papers and payment"),
    "review": _("Review"),
}


def choices_of(source: str, day: LawOfTheDay) -> Choices:
    """The choices of a list of the law, each with its code, in the order of their names."""
    if source == "offices":
        named: Iterable[tuple[str, str]] = (
            (code, labels.said(each.name)) for code, each in day.code_books.offices.items()
        )
        return sorted(named)
    if source == "delivery_terms":
        terms = day.valuation.terms.items()
        return [(code, f"{code} · {labels.said(each.name)}") for code, each in terms]
    names = day.names.get(source, {})
    found = [(code, labels.said(each)) for code, each in names.items()]
    if source in {"countries", "package_kinds"}:
        return sorted(((code, f"{name} ({code})") for code, name in found), key=_by_name)
    if source == "currencies":
        rated = set(day.exchange_rates)
        return sorted((code, f"{code} · {name}") for code, name in found if code in rated)
    return [(code, f"{code} · {name}") for code, name in found]


def _by_name(each: Sequence[str]) -> str:
    return each[1].casefold()
