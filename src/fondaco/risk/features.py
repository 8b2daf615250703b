"""What the building knows about a consignment beside its document, for the officers' rules.

These are facts of the snapshot, taken before the judgement; None is not known, and an
expression that needs what is not known does not hit.
"""

from datetime import date
from decimal import Decimal

import msgspec


class Features(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """History and register, as values: days and counts are whole, money is in the law's currency.

    ``importer_known_days`` counts from the importer's first declaration,
    ``importer_registered_days`` from its entry in the register.
    """

    lodged_on: date | None = None
    arrived_on: date | None = None
    importer_declarations_90_days: int | None = None
    importer_irregularities_365_days: int | None = None
    importer_value_90_days: Decimal | None = None
    importer_known_days: int | None = None
    importer_registered_days: int | None = None
    importer_authorisations: tuple[str, ...] | None = None
