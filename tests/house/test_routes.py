"""Every route says who may use it: a role, a key's scope, or in so many words the public."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from typing import Any

import pytest

SIGN_IN = ("allauth.", "django.contrib.auth.views", "django.views.i18n")
"""Views that others wrote and that must be open: one cannot need a role to sign in."""


def _routes(resolver: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from _routes(pattern, route)
        else:
            yield route, pattern.callback


@pytest.fixture(scope="module")
def routes() -> list[tuple[str, Any]]:
    """Return every route of the building with its view."""
    if importlib.util.find_spec("customhouse.urls") is None:
        pytest.skip("the building has no routes yet")
    django = pytest.importorskip("django")
    from django.core.exceptions import ImproperlyConfigured
    from django.urls import get_resolver

    try:
        django.setup()
    except ImproperlyConfigured as missing:
        pytest.skip(f"the building's settings are not given here: {missing}")
    return list(_routes(get_resolver("customhouse.urls")))


def test_every_route_names_who_may_use_it(routes: list[tuple[str, Any]]) -> None:
    silent = [
        route
        for route, view in routes
        if not getattr(view, "roles", None) and not view.__module__.startswith(SIGN_IN)
    ]
    assert silent == []


def test_no_route_is_there_twice(routes: list[tuple[str, Any]]) -> None:
    seen = [route for route, _ in routes]
    assert sorted(route for route in set(seen) if seen.count(route) > 1) == []
