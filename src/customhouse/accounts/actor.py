"""Who acts: the frozen value that pages and the API hand to every action."""

from __future__ import annotations

import msgspec

from customhouse.settings.row_security import CUSTOMS, SYSTEM, TRADER


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """A person or a key acting for an organisation, with the roles it has there.

    `pseudonym` is what the record names; `via` says how they came: `page`, `api key`,
    `access token`, `worker` or `command`. `scopes` limit a key; a person's roles alone limit them.
    """

    person_id: int | None
    pseudonym: str
    name: str
    organisation_id: int | None
    organisation_kind: str
    trader_identifier: str | None
    roles: frozenset[str]
    office: str = ""
    language: str = "en"
    is_sandbox: bool = False
    via: str = "page"
    scopes: frozenset[str] | None = None

    @property
    def scope(self) -> str:
        """Return the scope of the rows the actor may see: trader, customs or system."""
        if self.organisation_kind == "system":
            return SYSTEM
        return CUSTOMS if self.organisation_kind == "customs" else TRADER

    def has_role(self, *roles: str) -> bool:
        """Say whether the actor has one of these roles."""
        return not self.roles.isdisjoint(roles)

    def may(self, scope: str) -> bool:
        """Say whether the key's scopes allow this; people are not limited by scopes."""
        return self.scopes is None or scope in self.scopes


def system_actor(name: str, *, via: str = "worker") -> Actor:
    """Return the customs house itself, acting by its clock or by a command at its console."""
    return Actor(
        person_id=None,
        pseudonym=f"system:{name}",
        name=name,
        organisation_id=None,
        organisation_kind="system",
        trader_identifier=None,
        roles=frozenset({"system"}),
        via=via,
    )
