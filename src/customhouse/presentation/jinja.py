"""The template environment: ours is strict about names, govuk-frontend's components are not."""

from __future__ import annotations

from typing import Any

from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils.translation import gettext, ngettext, npgettext, pgettext
from jinja2 import ChainableUndefined, Environment, PackageLoader, PrefixLoader, StrictUndefined
from jinja2 import Template as JinjaTemplate

from customhouse.presentation import assets, charts, fields, formats, labels

COMPONENTS = "govuk_frontend_jinja"


class House(Environment):
    """Our environment; a template of the components is loaded in their own, tolerant one."""

    def __init__(self, **options: Any) -> None:
        # Unoptimised: a filter on a constant would be worked out once, in the first language.
        super().__init__(**options | {"undefined": StrictUndefined, "optimized": False})
        self.components = Environment(
            loader=PrefixLoader({COMPONENTS: PackageLoader(COMPONENTS)}),
            undefined=ChainableUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def get_template(
        self,
        name: Any,
        parent: str | None = None,
        globals: Any = None,  # noqa: A002 - Jinja's own name
    ) -> JinjaTemplate:
        """Return a template of ours, or one of the components by their prefix."""
        if isinstance(name, str) and name.startswith(f"{COMPONENTS}/"):
            return self.components.get_template(name)
        return super().get_template(name, parent, globals)


def environment(**options: Any) -> Environment:
    """Make the environment that Django's Jinja2 backend asks for."""
    extensions = ["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"]
    house = House(
        **options | {"extensions": extensions, "trim_blocks": True, "lstrip_blocks": True}
    )
    house.install_gettext_callables(  # type: ignore[attr-defined]
        gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext
    )
    house.globals.update(
        url=address,
        asset=assets.address,
        described=fields.described,
        faults=fields.faults,
        get_messages=get_messages,
        charts=charts,
        labels=labels,
    )
    house.filters.update(formats.FILTERS)
    return house


def address(route: str, *parts: object, **named: object) -> str:
    """Return the address of a route by its name."""
    return reverse(route, args=parts or None, kwargs=named or None)
