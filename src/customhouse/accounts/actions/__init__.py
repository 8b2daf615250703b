"""The only writers of accounts: organisations, people, roles, keys and tokens."""

from customhouse.accounts.actions.keys import (
    KeyRefused,
    NewKey,
    NewToken,
    create_key,
    delete_expired_tokens,
    exchange_key,
    revoke_key,
)
from customhouse.accounts.actions.people import (
    create_organisation,
    create_person,
    disable_person,
    enable_person,
    end_role,
    end_sessions,
    give_role,
    note_sign_in,
    set_on_shift,
)

__all__ = [
    "KeyRefused",
    "NewKey",
    "NewToken",
    "create_key",
    "create_organisation",
    "create_person",
    "delete_expired_tokens",
    "disable_person",
    "enable_person",
    "end_role",
    "end_sessions",
    "exchange_key",
    "give_role",
    "note_sign_in",
    "revoke_key",
    "set_on_shift",
]
