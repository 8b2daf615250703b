"""Files on the page that begins a declaration: what cannot be read is told, and kept nowhere."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from customhouse.accounts.models import Person
from customhouse.declarations.models import Draft
from customhouse.settings.database import as_system
from tests.customhouse.exchange.hostile import LINES, REFUSED

pytestmark = pytest.mark.database

TOLD_BY_CONTENT = ("JSON as XML", "XML as JSON")
"""What a page takes: it goes by what a file holds, and nobody says what that should be."""


def test_a_hostile_file_is_refused_on_the_page(house_in, subtests):
    house = house_in("green")
    browser = Client(raise_request_exception=False)
    with as_system():
        browser.force_login(Person.objects.get(id=house.importer.person_id))
    for name, (given, _) in REFUSED.items():
        if given.kind == LINES or name in TOLD_BY_CONTENT:
            continue
        with subtests.test(name):
            file = SimpleUploadedFile("declaration.xml", given.body)
            answer = browser.post("/declarations/new/file", {"file": file})

            assert answer.status_code == 422
            assert b"root:" not in answer.content
            with as_system():
                assert Draft.objects.count() == 0
