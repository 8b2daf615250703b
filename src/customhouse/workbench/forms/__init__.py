"""Untrusted text from the officers' pages, turned into plain values."""

from customhouse.workbench.forms.acts import (
    AnswerRequestForm,
    ConcludeForm,
    DifferenceForm,
    LowerForm,
    PassForm,
    QuestionForm,
)

__all__ = [
    "AnswerRequestForm",
    "ConcludeForm",
    "DifferenceForm",
    "LowerForm",
    "PassForm",
    "QuestionForm",
]
