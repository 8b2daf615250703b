"""Customs value: what the duty is worked on."""
