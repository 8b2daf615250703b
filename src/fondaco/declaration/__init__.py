"""The declaration: its elements, its rules and its life."""
