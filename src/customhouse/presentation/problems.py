"""What a refusal says to a reader: one sentence for each way an action can say no.

An action's refusal carries how to mend it, in a fixed English phrase; that phrase is the key
here. A test looks that every phrase of every action has its sentence.
"""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

Text = str | Promise

SENTENCES: dict[str, Text] = {
    "check the number, or sign in for the organisation that lodged it": _(
        "There is no such declaration, or it is not your organisation’s. Check the number."
    ),
    "ask for an amendment instead": _(
        "The declaration is accepted already. Ask for an amendment instead."
    ),
    "change what should be amended": _(
        "Nothing differs from what was declared. Change what should be amended."
    ),
    "nothing: this declaration is paid": _("Nothing is owed: the declaration is paid."),
    "order a control instead, if more should be checked": _(
        "That channel is not lower than the one that applies. If more should be checked, "
        "order a control."
    ),
    "print the document to PDF again, without scripts or attachments": _(
        "The PDF carries a script or an attachment. Print the document to PDF again without it."
    ),
    "put several pages in one PDF": _(
        "There are as many files as a declaration may have. Put several pages in one PDF."
    ),
    "wait until the goods have arrived": _(
        "The declaration is not accepted yet. Wait until the goods have arrived."
    ),
    "write to the officer who holds the file": _("This question is answered already."),
    "write it, or attach a document": _("The answer is empty. Write it, or attach a document."),
    "write what you need to know": _("The question is empty. Write what you need to know."),
    "appeal against the seizure instead": _(
        "The goods were seized, so the declaration cannot be changed. "
        "You may appeal against the seizure."
    ),
    "nothing: the goods are not seized": _("The goods are not seized, or no longer."),
    "say which goods, and cite the act and article": _(
        "Say which goods are seized, and cite the act and article that give the power."
    ),
    "appeal against the finding instead": _(
        "An irregularity was established, so the declaration cannot be changed. "
        "You may appeal against the finding."
    ),
    "ask a colleague who may decide it": _(
        "You asked for this yourself. A colleague who may decide it must answer."
    ),
    "ask a supervisor to order another control if one is needed": _(
        "This control is concluded already. A supervisor can order another."
    ),
    "ask a supervisor to pass the file to you": _(
        "This control was drawn for another officer. A supervisor can pass the file to you."
    ),
    "ask for a new request if something changed": _("This request was answered already."),
    "ask the declarant to change it": _(
        "Only the declarant, or who acts in the declarant’s name under a mandate, may change or "
        "end this declaration. Ask the declarant to do it."
    ),
    "ask the declarant to give the notice of arrival": _(
        "Another organisation lodged this declaration. It must give the notice of arrival."
    ),
    "ask your supervisor to pass the file on": _("Only a supervisor can pass a file on."),
    "cite the act and article, and say why in a sentence": _(
        "Cite the act and article that give the power, and say why in a sentence."
    ),
    "correct or withdraw it instead, if it is not accepted yet": _(
        "The declaration is not accepted yet. Correct it or withdraw it instead."
    ),
    "nothing: the goods of this declaration were presented already": _(
        "The goods of this declaration were presented already."
    ),
    "scan with fewer dots, or split the file": _(
        "The file is too large. Scan it with fewer dots, or split it."
    ),
    "tell the examining officer; the result will say what is changed": _(
        "A control was notified, so the declaration cannot be changed now. "
        "Tell the examining officer; the result will say what is changed."
    ),
    "wait for the notice of arrival": _("The goods have not arrived yet."),
    "save or print the document as PDF": _(
        "Only PDF documents and PNG or JPEG pictures are taken. Save the document as PDF."
    ),
    "say why in a sentence": _("Give the reason in a sentence."),
    "pass it to a officer": _("Only an officer may decide this."),
    "pass it to a supervisor": _("Only a supervisor may decide this."),
    "mend the findings and send it again": _(
        "What you sent breaks a rule. Mend what was found and send it again."
    ),
    "found the bundle in force already": _("This is in force already: nothing would change."),
    "found a bundle approved already": _("Somebody has put it in force already."),
    "expected another: two people change selectivity": _(
        "You proposed this yourself. A second person must approve it."
    ),
}


def sentence(problem: Exception) -> str:
    """Return what a refusal says, in the reader's language; its own words where it has none."""
    mend = getattr(problem, "mend", "")
    if mend in SENTENCES:
        return str(SENTENCES[mend])
    for key, text in SENTENCES.items():
        if key in str(problem):
            return str(text)
    return str(problem) or _now("This could not be done.")
