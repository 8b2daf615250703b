"""Our answers to declarations as WCO response messages, for traders whose systems speak XML.

The dialect is the one in which the UK's CDS notifies traders (RES-DMS:2). An answer is a
value; one table writes it and reads it.

>>> concerned = Concerned(mrn="26XF000000000001R7", local_reference="2026-0001", version=1)
>>> answer = released(concerned, at="2026-11-21T09:30:00Z", reference="a1")
>>> read(write(answer)) == (answer,)
True
"""

from fondaco.messages.wco_notification.answer import Answer, Concerned, Function
from fondaco.messages.wco_notification.decided import answers_to
from fondaco.messages.wco_notification.events import (
    asked_for_documents,
    cleared,
    invalidated,
    notified_of_control,
    released,
)
from fondaco.messages.wco_notification.reader import read
from fondaco.messages.wco_notification.writer import write

__all__ = [
    "Answer",
    "Concerned",
    "Function",
    "answers_to",
    "asked_for_documents",
    "cleared",
    "invalidated",
    "notified_of_control",
    "read",
    "released",
    "write",
]
