"""What pages show beside a declaration is in the reader's language."""

import pytest
from django.utils import translation

from customhouse.declarations.actions.lodge import lodge
from customhouse.declarations.entry import Lodgement
from customhouse.declarations.queries.file import file_of
from customhouse.declarations.shown import law_of, required
from customhouse.settings.database import as_customs
from tests.customhouse import world

pytestmark = pytest.mark.database


def test_the_law_that_requires_a_document_is_cited_in_the_readers_language(in_channel):
    house = in_channel("green")
    lodgement = Lodgement(world.declaration())
    (answer,) = lodge(lodgements=[lodgement], by=house.importer, at=world.AT)

    with as_customs():
        found = file_of(answer.mrn, for_customs=True)
        cited = {}
        for language in ("en", "fr"):
            with translation.override(language):
                cited[language] = [each["law"] for each in required(found, law_of(found))]

    assert len(cited["en"]) == len(cited["fr"]) >= 1
    assert all("sch." in each or "s." in each for each in cited["en"])
    assert not set(cited["en"]) & set(cited["fr"])
