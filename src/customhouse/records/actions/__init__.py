"""The only writers of the record: append facts and bodies, grow and sign the log, keep secrets."""

from customhouse.records.actions.append import append, keep_bodies
from customhouse.records.actions.integrate import integrate, sign
from customhouse.records.actions.secrets_of_the_day import commit_secrets, publish_secrets
from customhouse.records.entry import Entry

__all__ = [
    "Entry",
    "append",
    "commit_secrets",
    "integrate",
    "keep_bodies",
    "publish_secrets",
    "sign",
]
