"""Customs procedures and their codes."""
