"""How identifiers are formed and checked: declarations, traders, containers, transport, references.

Each module speaks the same verbs: `compact` gives the bare form, `is_valid` answers
yes or no, and `check_digit` works out the digit that guards against slips of the pen.
"""
