"""What we form is valid, and a slip of the pen is found."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fondaco.identifiers import container, mrn, reference, trader, transport

SERIALS = st.integers(0, 36**12 - 1)

# Numbers that HMRC's published CDS scenarios carry (hmrc/customs-declarations, Apache-2.0).
PUBLISHED = (
    "21GB7X8M7S6NG8N6R0",
    "22GB6LSBPILA876A08",
    "23GB66GVO0X3GBZAR3",
    "24GB0YVJ3EXXES8AA0",
    "25GB17K2U6WMM38A05",
)


@pytest.mark.parametrize("number", PUBLISHED)
def test_the_check_digit_is_the_one_other_administrations_use(number):
    assert mrn.check_digit(number[:17]) == number[17]


@given(st.integers(0, 9999), SERIALS, st.sampled_from(mrn.Kind))
def test_every_mrn_we_form_is_valid(year, serial, kind):
    assert mrn.is_valid(mrn.form(year=year, country="XF", serial=serial, kind=kind))


@given(SERIALS, SERIALS)
def test_two_serial_numbers_never_share_an_mrn(one, other):
    assume(one != other)

    numbers = {
        mrn.form(year=2026, country="XF", serial=each, kind=mrn.Kind.IMPORT)
        for each in (one, other)
    }

    assert len(numbers) == 2


@pytest.mark.parametrize("serial", [-1, 36**12])
def test_a_serial_number_that_does_not_fit_is_refused(serial):
    with pytest.raises(ValueError, match="expected 0 to"):
        mrn.form(year=2026, country="XF", serial=serial, kind=mrn.Kind.IMPORT)


def test_a_country_that_is_no_country_code_is_refused():
    with pytest.raises(ValueError, match="two capital letters"):
        mrn.form(year=2026, country="Fondaco", serial=1, kind=mrn.Kind.IMPORT)


@given(st.integers(0, 99_999_999), st.integers(2, 10), st.integers(1, 9))
def test_a_slip_of_one_digit_in_a_trader_identifier_is_found(serial, place, slip):
    right = trader.form(country="XF", serial=serial)
    wrong = right[:place] + str((int(right[place]) + slip) % 10) + right[place + 1 :]

    assert trader.is_valid(right, issued_by="XF")
    assert not trader.is_valid(wrong, issued_by="XF")


def test_a_serial_number_of_too_many_digits_is_refused():
    with pytest.raises(ValueError, match="expected 0 to 99999999"):
        trader.form(country="XF", serial=100_000_000)


@given(st.text())
def test_no_text_makes_a_check_raise(text):
    trader.is_valid(text, issued_by="XF")
    mrn.is_valid(text)
    container.is_valid(text)
    reference.is_local_reference(text)
    reference.is_consignment_reference(text)
    transport.is_valid_air_waybill(text)
    for kind in transport.Kind:
        transport.is_valid(text, kind=kind)


@pytest.mark.parametrize(
    ("identifier", "kind", "expected"),
    [
        ("Queen of Fondaco", transport.Kind.SHIP_NAME, True),
        ("\x07bell", transport.Kind.SHIP_NAME, False),
        ("XF-ABC", transport.Kind.AIRCRAFT, True),
        ("02325678", transport.Kind.INLAND_SHIP, True),
        ("0232567", transport.Kind.INLAND_SHIP, False),
        ("AB 12 CD", transport.Kind.ROAD_VEHICLE, True),
        ("AB  12", transport.Kind.ROAD_VEHICLE, False),
        ("8814274", transport.Kind.SHIP, False),
    ],
)
def test_means_of_transport(identifier, kind, expected):
    assert transport.is_valid(identifier, kind=kind) is expected
