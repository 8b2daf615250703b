"""People, organisations, roles, keys and sign-in."""
