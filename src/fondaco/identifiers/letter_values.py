"""Letters as numbers and the check digit over them, as freight containers have it (ISO 6346).

The EU's master reference number takes its check digit from the same table.

>>> check_digit("CSQU305438")
'3'
"""

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _values() -> dict[str, int]:
    # The standard counts letters from ten and leaves out the multiples of eleven,
    # which would weigh nothing in a sum taken modulo eleven.
    letters = (value for value in range(10, 39) if value % 11)
    return {digit: int(digit) for digit in _DIGITS[:10]} | dict(
        zip(_DIGITS[10:], letters, strict=True)
    )


VALUES = _values()


def check_digit(characters: str) -> str:
    """The digit that guards them: each weighed by its place, modulo eleven, ten written 0.

    KeyError where one is neither a digit nor a capital letter.
    """
    total = 0
    for place, character in enumerate(characters):
        total += VALUES[character] << place
    return str(total % 11 % 10)
