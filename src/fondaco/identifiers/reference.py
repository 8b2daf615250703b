"""References that traders give: the local reference number and the unique consignment reference.

>>> is_local_reference("2026-0001"), is_local_reference("two words")
(True, False)
"""

import re

_LOCAL = re.compile(r"[0-9A-Za-z][0-9A-Za-z._/-]{0,21}").fullmatch
_CONSIGNMENT = re.compile(r"[0-9][A-Z]{2}[0-9A-Z()/.-]{2,32}").fullmatch


def is_local_reference(reference: str) -> bool:
    """Whether it can be a declaration's local reference number: 1 to 22 characters, no blanks.

    EU Implementing Regulation 2015/2447, annex B, data element 2/5 (an..22).
    """
    return _LOCAL(reference) is not None


def is_consignment_reference(reference: str) -> bool:
    """Whether it can be a unique consignment reference (UCR): year, country, up to 32 more.

    WCO recommendation on the UCR (2004): at most 35 characters, of which the first
    is the last digit of the year and the next two are the country.

    >>> is_consignment_reference("6XF100000018-ORDER77"), is_consignment_reference("ORDER77")
    (True, False)
    """
    return _CONSIGNMENT(reference) is not None
