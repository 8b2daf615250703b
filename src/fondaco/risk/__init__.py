"""Whom and what to look at: profiles, chance, selection, and why."""
