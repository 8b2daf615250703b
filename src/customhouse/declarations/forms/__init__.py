"""Untrusted text from the traders' pages, turned into plain values."""

from customhouse.declarations.forms.acts import AnswerForm, AttachmentForm, PayForm, ReasonForm

__all__ = ["AnswerForm", "AttachmentForm", "PayForm", "ReasonForm"]
