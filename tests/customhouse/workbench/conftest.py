"""Somebody who opens a page of the workbench."""

from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.base import BaseStorage
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import translation

from customhouse.accounts.actor import Actor

Opened = Callable[..., HttpResponse]


class Unkept(BaseStorage):
    """Messages that nobody keeps: each page of a test stands alone."""

    def _get(self, *args: object, **options: object) -> tuple[list[object], bool]:
        return [], True

    def _store(self, messages: object, *args: object, **options: object) -> list[object]:
        return []


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def opened(rf: RequestFactory) -> Opened:
    """Give who opens a page: the view, the actor, what they send."""

    def ask(
        view: Callable[..., HttpResponse],
        by: Actor,
        *,
        post: dict[str, object] | None = None,
        **named: object,
    ) -> HttpResponse:
        request = rf.get("/") if post is None else rf.post("/", post)
        request.actor, request.session = by, {}
        request._messages = Unkept(request)
        request.user = AnonymousUser()
        return view(request, **named)

    return ask
