"""Lodging by machine: one declaration in JSON or XML, or a batch of lines."""

from __future__ import annotations

import msgspec
from django.http import HttpRequest, HttpResponse

from customhouse.accounts.actor import Actor
from customhouse.accounts.guards import for_keys
from customhouse.declarations.actions.lodge import lodge
from customhouse.declarations.entry import Answer, Lodgement
from customhouse.exchange import told
from customhouse.exchange.api import answers, asked
from customhouse.exchange.told import Told
from customhouse.tariffs import queries as tariffs
from fondaco.clearance.decision import Outcome
from fondaco.declaration.document import Document
from fondaco.messages import wco_json, wco_xml
from fondaco.messages.problem import Unreadable

XML = ("application/xml", "text/xml")
TAKEN = (answers.JSON, answers.LINES, *XML)

_STATUS = {
    Outcome.ACCEPTED.value: 201,
    Outcome.REGISTERED.value: 201,
    Outcome.UNSUPPORTED.value: 202,
    Outcome.REFUSED.value: 422,
}
_CONFLICT = {
    "en": "This reference or key was used before for a message that differs in: {paths}.",
    "fr": "Cette référence ou clé a déjà servi à un message qui diffère en : {paths}.",
}


class Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """The answer to one line of a batch."""

    line: int
    status: int
    declaration: Told | None = None
    problem: answers.Details | None = None


@for_keys(
    "trader",
    "broker",
    scope="declarations:write",
    transaction=False,
    largest_body=wco_json.MOST_BYTES_OF_BATCH,
)
def post(request: HttpRequest) -> HttpResponse:
    """Lodge what the body holds, and answer the decision."""
    language = asked.language_of(request)
    kind = asked.media_type_of(request, accepted=TAKEN)
    key = asked.key_of(request)
    by: Actor = request.actor  # type: ignore[attr-defined]
    try:
        if kind == answers.LINES:
            return _batch(request.body, key=key, by=by, language=language)
        return _one(request.body, kind=kind, key=key, by=by, language=language)
    except Unreadable as refusal:
        return answers.of_details(answers.unreadable(refusal, language=language), language=language)


def _one(body: bytes, *, kind: str, key: str | None, by: Actor, language: str) -> HttpResponse:
    document = wco_json.read(body) if kind == answers.JSON else wco_xml.read(body).document
    (answer,) = lodge(lodgements=[Lodgement(document, key)], by=by, at=asked.received_at())
    line = _line(1, document, answer, by=by, language=language)
    if line.declaration is None:
        assert line.problem is not None
        return answers.of_details(line.problem, language=language)
    response = answers.answered(line.declaration, status=line.status, language=language)
    if line.declaration.links is not None:
        response.headers["Location"] = line.declaration.links.itself
    return response


def _batch(body: bytes, *, key: str | None, by: Actor, language: str) -> HttpResponse:
    read = list(wco_json.read_batch(body))
    documents = [(number, each) for number, each in read if isinstance(each, Document)]
    lodgements = [
        Lodgement(document, f"{key}#{number}" if key else None) for number, document in documents
    ]
    given = lodge(lodgements=lodgements, by=by, at=asked.received_at()) if lodgements else ()
    found: dict[int, Line] = {
        number: _line(number, document, answer, by=by, language=language)
        for (number, document), answer in zip(documents, given, strict=True)
    }
    for number, each in read:
        if isinstance(each, Unreadable):
            details = answers.unreadable(each, language=language)
            found[number] = Line(number, details.status, problem=details)
    return answers.lines([found[number] for number, _ in read], language=language)


def _line(number: int, document: Document, answer: Answer, *, by: Actor, language: str) -> Line:
    if answer.outcome not in _STATUS:
        details = _conflict(answer, language=language)
        return Line(number, details.status, problem=details)
    decision = answer.decision
    law = tariffs.law_of(decision.law_digest).on(decision.on) if decision else None
    answered = told.told(answer, document, law=law, language=language, is_sandbox=by.is_sandbox)
    return Line(number, status_of(answer), declaration=answered)


def status_of(answer: Answer) -> int:
    """The status of an answer: what was answered before is 200, but a refusal stays one."""
    status = _STATUS[answer.outcome]
    return 200 if answer.replayed and status < 300 else status


def _conflict(answer: Answer, *, language: str) -> answers.Details:
    paths = ", ".join(answer.differing)
    return answers.described(
        "conflict",
        _CONFLICT[language].format(paths=paths),
        language=language,
        differing=answer.differing,
        mrn=answer.mrn,
    )


__all__ = ["post", "status_of"]
