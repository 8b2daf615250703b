"""A declaration read value by value, and by a program, says what its rows say."""

from datetime import date
from decimal import Decimal, localcontext
from pathlib import Path

import msgspec
from hypothesis import HealthCheck, given, settings

from fondaco.assessment.statement import Assessment, ItemValue, Line
from fondaco.declaration.document import Document
from fondaco.legal.citation import Citation
from fondaco.risk.elements import VOCABULARY
from fondaco.risk.environment import Consignment, environment, known
from fondaco.risk.expression.types import EXACT
from fondaco.risk.features import Features
from tests.fondaco.declaration.strategies import DOCUMENTS, spoilt
from tests.fondaco.risk.synthetic import selectivity

ACT = Citation("Customs Act 2025", "s. 1")
ON = date(2026, 11, 21)
FEATURES = Features(
    lodged_on=ON,
    arrived_on=None,
    importer_declarations_90_days=3,
    importer_irregularities_365_days=200,
    importer_known_days=12,
    importer_value_90_days=Decimal("120.50"),
    importer_authorisations=("DPO",),
)
KEPT = msgspec.json.decode(
    (Path(__file__).parents[3] / "cases/five-items.json").read_bytes(), type=Document
)
MANY = selectivity(200)
any_document = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def bill(document):
    """A bill of the document's items, whatever they are."""
    numbers = [item.number or place for place, item in enumerate(document.items, 1)]
    if not numbers:
        return None
    values = tuple(ItemValue(each, "1", (), Decimal(each * 7000 + 1)) for each in numbers)
    ten = Decimal(10)
    lines = [Line(each, "A00", "M", ten, "XFC", ten, ten, ACT) for each in (*numbers, 0)]
    return Assessment("XFC", values, tuple(lines), (), ten * len(lines))


def both(document):
    """The declaration to be read value by value, and its rows."""
    given = {"features": FEATURES, "assessment": bill(document), "on": ON, "lists": {}}
    return known(document, **given), environment(document, **given)


@any_document
@given(document=DOCUMENTS | spoilt(KEPT))
def test_each_value_read_by_itself_is_the_one_in_the_row(document):
    asked, rows = both(document)

    assert isinstance(asked, Consignment)
    with localcontext(EXACT):
        header = [asked.header[place] for place in range(len(VOCABULARY.header))]
        items = [[item[at] for at in range(len(VOCABULARY.items))] for item in asked.items]
    assert repr(header) == repr(list(rows.header))
    assert repr(items) == repr([list(row) for row in rows.items])


@any_document
@given(document=DOCUMENTS | spoilt(KEPT))
def test_a_declaration_is_selected_for_what_its_rows_are_selected_for(document):
    asked, rows = both(document)

    assert MANY.hits(asked, on=ON) == MANY.hits(rows, on=ON)


def test_profiles_hit_the_declaration_that_was_written_for_them():
    asked, rows = both(KEPT)
    hits = MANY.hits(asked, on=ON)

    assert {"SYN-8", "SYN-134"} <= {hit.profile for hit in hits}  # of the whole, and of item 3
    assert hits == MANY.hits(rows, on=ON)
