"""Customs offices: where goods are presented and who looks after them."""

import msgspec


class Office(msgspec.Struct, frozen=True):
    """A customs office by its code, with the modes of transport it receives."""

    code: str
    name: dict[str, str]
    modes: tuple[str, ...]
    locations: tuple[str, ...] = ()
