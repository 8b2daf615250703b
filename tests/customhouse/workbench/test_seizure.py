"""The officer's pages of a seizure: seized in the examination, ended by two people on the file."""

import pytest

from customhouse.declarations.actions.lodge import lodge
from customhouse.declarations.entry import Lodgement
from customhouse.declarations.models import Control, Declaration
from customhouse.declarations.pages import declaration as trader
from customhouse.settings.database import as_customs
from customhouse.workbench.pages import acts, file
from tests.customhouse import world

pytestmark = pytest.mark.database
GOODS, POWER = "40 kg of ivory under the tiles", "Customs Act 2025, s. 120(1)"


@pytest.fixture
def house(in_channel):
    return in_channel("red")


@pytest.fixture
def control(house):
    (answer,) = lodge(lodgements=[Lodgement(world.declaration())], by=house.importer, at=world.AT)
    with as_customs():
        return Control.objects.get(declaration_id=answer.mrn)


def drawn(house, control):
    return house.officer if control.officer_id == house.officer.person_id else house.colleague


def state_of(mrn):
    with as_customs():
        return Declaration.objects.get(mrn=mrn).state


def seize(opened, house, control, **changes):
    given = {"result": "prohibited", "seize-goods": GOODS, "seize-power": POWER} | changes
    mrn = control.declaration_id
    return opened(acts.examine, drawn(house, control), post=given, mrn=mrn, number=control.id)


def test_the_examination_page_offers_the_seizure(opened, house, control):
    mrn = control.declaration_id
    page = opened(acts.examine, drawn(house, control), mrn=mrn, number=control.id)

    assert "Seize the goods" in page.content.decode()


def test_goods_are_seized_from_the_page_and_the_file_says_so(opened, house, control):
    mrn = control.declaration_id

    answer = seize(opened, house, control)

    assert (answer.status_code, state_of(mrn)) == (302, "seized")
    text = opened(file.file, house.officer, mrn=mrn).content.decode()
    assert "Ask to end the seizure" in text and GOODS in text
    assert "Ask for a lower channel" not in text


def test_without_a_power_the_page_says_what_is_wanting(opened, house, control):
    answer = seize(opened, house, control, **{"seize-power": ""})

    assert "Cite the act and article." in answer.content.decode()
    assert state_of(control.declaration_id) == "under control"


def test_the_trader_reads_which_goods_and_under_which_power(opened, house, control):
    seize(opened, house, control)

    text = opened(trader.declaration, house.importer, mrn=control.declaration_id).content.decode()

    assert "has seized them" in text and GOODS in text and POWER in text
    assert "You may appeal against the seizure." in text


def test_two_people_end_it_on_the_file(opened, house, control):
    mrn = control.declaration_id
    seize(opened, house, control)
    wanted = {"seizure-end": "forfeit", "seizure-power": POWER, "seizure-reason": "A court said so"}

    assert opened(acts.end_seizure, house.officer, post=wanted, mrn=mrn).status_code == 302
    text = opened(file.file, house.supervisor, mrn=mrn).content.decode()
    assert "Forfeiture of the goods" in text and "Ask to end the seizure" not in text
    with as_customs():
        number = Declaration.objects.get(mrn=mrn).requests.get().id
    given = {"answer": "granted", "reason": "I agree"}
    opened(acts.answer, house.supervisor, post=given, mrn=mrn, number=number)

    assert state_of(mrn) == "forfeited"
    assert (
        "forfeited to the State"
        in opened(trader.declaration, house.importer, mrn=mrn).content.decode()
    )
