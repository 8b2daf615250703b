"""The same worlds as for declarations."""

from tests.customhouse.declarations.conftest import in_channel, state

__all__ = ["in_channel", "state"]
