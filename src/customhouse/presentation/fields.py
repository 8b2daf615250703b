"""Form fields as govuk-frontend's components take them: label, help, fault, choices, value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.forms import BaseForm, BoundField, widgets
from django.utils.translation import gettext
from markupsafe import Markup, escape

Parameters = dict[str, Any]

WIDTHS = {2: 2, 3: 3, 4: 4, 5: 5, 10: 10, 20: 20, 30: 30}
AUTOCOMPLETE = {"email": "email", "login": "username"}


def described(bound: BoundField, *, optional: bool = True, **extra: Any) -> Parameters:
    """Return the parameters of the component that shows this field, and `component`, its name."""
    parameters: Parameters = {
        "component": _component(bound),
        "id": bound.id_for_label or bound.auto_id,
        "name": bound.html_name,
        "attributes": _attributes(bound),
    }
    if bound.errors:
        parameters["errorMessage"] = {
            "text": bound.errors[0],
            "visuallyHiddenText": gettext("Error"),
        }
    if bound.help_text:
        parameters["hint"] = {"text": str(bound.help_text)}
    parameters |= _shape(bound, optional=optional)
    return parameters | extra


def faults(form: BaseForm, *, labels: dict[str, str] | None = None) -> list[dict[str, str]]:
    """Return the entries of the error summary: each fault, linked to its field."""
    found: list[dict[str, str]] = [{"text": str(text)} for text in form.non_field_errors()]
    for bound in form:
        target = _first_id(bound)
        found += [{"text": str(text), "href": f"#{target}"} for text in bound.errors]
    return found


def _first_id(bound: BoundField) -> str:
    return f"{bound.auto_id}_0" if _component(bound) in {"radios", "checkboxes"} else bound.auto_id


def _component(bound: BoundField) -> str:
    widget = bound.field.widget
    named = (
        (widgets.CheckboxSelectMultiple, "checkboxes"),
        (widgets.RadioSelect, "radios"),
        (widgets.CheckboxInput, "checkbox"),
        (widgets.Select, "select"),
        (widgets.Textarea, "textarea"),
        (widgets.FileInput, "file"),
        (widgets.PasswordInput, "password"),
        (widgets.HiddenInput, "hidden"),
    )
    return next((name for kind, name in named if isinstance(widget, kind)), "input")


def _shape(bound: BoundField, *, optional: bool) -> Parameters:
    component = _component(bound)
    label = _label(bound, optional=optional)
    if component in {"radios", "checkboxes"}:
        return {
            "idPrefix": bound.auto_id,
            "classes": f"govuk-{component}--small",
            "fieldset": {"legend": {"html": label}},
            "items": list(_choices(bound)),
        }
    if component == "checkbox":
        item = {"value": "on", "text": bound.label, "checked": bool(bound.value())}
        return {"classes": "govuk-checkboxes--small", "items": [item | {"id": bound.auto_id}]}
    shape: Parameters = {"label": {"html": label}}
    if component == "select":
        shape["items"] = list(_choices(bound))
    elif component == "password":
        shape |= _password_texts() | {"autocomplete": bound.field.widget.attrs.get("autocomplete")}
    elif component != "file":
        shape["value"] = _value(bound)
    if component == "input":
        shape |= _input(bound)
    return shape


def _label(bound: BoundField, *, optional: bool) -> Markup:
    if bound.field.required or not optional:
        return escape(bound.label)
    return Markup('{} <span class="optional">({})</span>').format(bound.label, gettext("optional"))


def _value(bound: BoundField) -> str:
    value = bound.value()
    return "" if value is None else str(bound.field.prepare_value(value))


def _input(bound: BoundField) -> Parameters:
    kind = getattr(bound.field.widget, "input_type", "text")
    numeric = kind == "number"
    shape: Parameters = {"type": "text" if numeric else kind}
    if numeric:
        shape["inputmode"] = "decimal"
        shape["spellcheck"] = False
    longest = getattr(bound.field, "max_length", None)
    width = next((width for width in WIDTHS if longest and longest <= width), None)
    if width and "class" not in bound.field.widget.attrs:
        shape["classes"] = f"govuk-input--width-{width}"
    elif "class" in bound.field.widget.attrs:
        shape["classes"] = bound.field.widget.attrs["class"]
    if autocomplete := bound.field.widget.attrs.get("autocomplete") or AUTOCOMPLETE.get(bound.name):
        shape["autocomplete"] = autocomplete
    return shape


def _choices(bound: BoundField) -> Iterator[Parameters]:
    chosen = bound.value()
    selected = {str(each) for each in (chosen if isinstance(chosen, list | tuple) else [chosen])}
    for place, (value, text) in enumerate(bound.field.choices):  # type: ignore[attr-defined]
        item: Parameters = {"value": str(value), "text": str(text)}
        item["selected"] = item["checked"] = str(value if value is not None else "") in selected
        if _component(bound) != "select":
            item["id"] = f"{bound.auto_id}_{place}"
        yield item


def _attributes(bound: BoundField) -> Parameters:
    plain = {
        name: str(value)
        for name, value in bound.field.widget.attrs.items()
        if name.startswith(("data-", "list", "min", "max", "step")) and value
    }
    if bound.field.widget.attrs.get("multiple"):
        plain["multiple"] = "multiple"
    if longest := getattr(bound.field, "max_length", None):
        plain["maxlength"] = str(longest)
    return plain


def _password_texts() -> Parameters:
    return {
        "showPasswordText": gettext("Show"),
        "hidePasswordText": gettext("Hide"),
        "showPasswordAriaLabelText": gettext("Show the password"),
        "hidePasswordAriaLabelText": gettext("Hide the password"),
        "passwordShownAnnouncementText": gettext("The password is shown"),
        "passwordHiddenAnnouncementText": gettext("The password is hidden"),
    }
