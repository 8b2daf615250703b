"""The form of law: citations, numbered rules and what they find."""
