"""What the revenue desk is asked to enter: the transfers of one declaration under one reference."""

import msgspec

from fondaco.revenue.ledger import Transfer


class Posting(msgspec.Struct, frozen=True):
    """Transfers that belong together; ``reference`` makes sure that they happen once.

    ``organisation`` and ``importer_organisation`` are those who may see them.
    """

    reference: str
    mrn: str
    version: int
    organisation: int
    importer_organisation: int | None
    currency: str
    transfers: tuple[Transfer, ...]
