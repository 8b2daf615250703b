"""What our sign-in does differently from allauth's: nobody signs up by themselves."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    """Closes the public sign-up."""

    def is_open_for_signup(self, request: Any) -> bool:
        """Say no: people are entered by their organisation's administrator."""
        return False
