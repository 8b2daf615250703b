"""Untrusted text from the officers' pages, turned into plain values."""

from customhouse.workbench.forms.acts import (
    AnswerRequestForm,
    ConcludeForm,
    DifferenceForm,
    EndSeizureForm,
    LowerForm,
    PassForm,
    QuestionForm,
    SeizeForm,
)

__all__ = [
    "AnswerRequestForm",
    "ConcludeForm",
    "DifferenceForm",
    "EndSeizureForm",
    "LowerForm",
    "PassForm",
    "QuestionForm",
    "SeizeForm",
]
