"""The characters that no text of a declaration holds: XML could not carry them, or they command."""

import re

FORBIDDEN = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufdd0-\\ufdef\\ufffe\\uffff]"
)
"""Control characters but tab and line ends, lone surrogates, and what is no character."""
