"""The mark that every route bears: who may use it. A test of the house looks for it everywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

PUBLIC = frozenset({"public"})
"""The roles of a route that is for everyone."""


def public(view: Callable[..., Any]) -> Callable[..., Any]:
    """Let everyone in; the view opens its own transaction where it reads what is not public."""
    view.roles = PUBLIC  # type: ignore[attr-defined]
    return view
