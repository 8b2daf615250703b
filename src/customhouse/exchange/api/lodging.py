"""Lodging by machine: one declaration in JSON or XML, or a batch of lines."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from django.http import HttpRequest, HttpResponse

from customhouse.accounts.actor import Actor
from customhouse.accounts.guards import for_keys
from customhouse.declarations.actions.ask import Asked, ask
from customhouse.declarations.actions.lodge import lodge
from customhouse.declarations.entry import Answer, Lodgement
from customhouse.exchange import told, told_in_xml
from customhouse.exchange.api import answers, asked
from customhouse.exchange.incoming import JSON, LINES, XML, Incoming, of_json, read
from customhouse.exchange.limits import buckets
from customhouse.tariffs import queries as tariffs
from fondaco.clearance.decision import Outcome
from fondaco.declaration.amendment import is_request
from fondaco.messages import wco_json
from fondaco.messages.problem import Unreadable

TAKEN = (JSON, LINES, *XML)

STATUS = {
    Outcome.ACCEPTED.value: 201,
    Outcome.REGISTERED.value: 201,
    Outcome.UNSUPPORTED.value: 202,
    Outcome.REFUSED.value: 422,
    "corrected": 200,
    "withdrawn": 200,
    "presented": 200,
    "requested": 202,
}
"""The status of each outcome, of a declaration and of a request about one."""

_CONFLICT = {
    "en": "This reference or key was used before for a message that differs in: {paths}.",
    "fr": "Cette référence ou clé a déjà servi à un message qui diffère en : {paths}.",
}


class Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """The answer to one line of a batch."""

    line: int
    status: int
    declaration: told.Told | told.AskedTold | None = None
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
    kind = asked.media_type_of(request, accepted=TAKEN)
    return _Lodging(request).batch() if kind == LINES else _Lodging(request).one(kind)


class _Lodging:
    """One request: who sends it, under which key, and in which language to answer."""

    def __init__(self, request: HttpRequest) -> None:
        self.body = asked.body_of(request)
        self.by: Actor = request.actor  # type: ignore[attr-defined]
        self.key = asked.key_of(request)
        self.language = asked.language_of(request)
        self.in_xml = asked.prefers_xml(request)
        self.at = asked.received_at()

    def one(self, kind: str) -> HttpResponse:
        """Take one message."""
        incoming = read(self.body, kind=kind)
        if is_request(incoming.document):
            return self._response(self._asked(1, incoming, self.key))
        lodgement = Lodgement(incoming.document, self.key, incoming.content)
        (answer,) = lodge(lodgements=[lodgement], by=self.by, at=self.at)
        if self.in_xml and kind in XML and answer.decision is not None:
            content = told_in_xml.message(answer, incoming.document, language=self.language)
            return answers.xml(content, status=_status(answer), language=self.language)
        return self._response(self._line(1, incoming, answer))

    def batch(self) -> HttpResponse:
        """Take a declaration from each line, all in one transaction."""
        read_lines = list(wco_json.read_batch(self.body))
        self._take_tokens(len(read_lines) - 1)
        found: dict[int, Line] = {}
        waiting: list[tuple[int, Incoming]] = []
        for number, each in read_lines:
            if isinstance(each, wco_json.Reading):
                waiting.append((number, of_json(each)))
            else:
                found[number] = self._unreadable(number, each)
        lodged = [each for each in waiting if not is_request(each[1].document)]
        found |= self._lodged(lodged)
        # Requests after the declarations: what they ask may be of one in the same batch.
        for number, incoming in waiting:
            if number not in found:
                found[number] = self._asked(number, incoming, self._key(number))
        return answers.lines([found[number] for number, _ in read_lines], language=self.language)

    def _lodged(self, lines: Sequence[tuple[int, Incoming]]) -> dict[int, Line]:
        if not lines:
            return {}
        lodgements = [
            Lodgement(each.document, self._key(number), each.content) for number, each in lines
        ]
        given = lodge(lodgements=lodgements, by=self.by, at=self.at)
        return {
            number: self._line(number, incoming, answer)
            for (number, incoming), answer in zip(lines, given, strict=True)
        }

    def _key(self, number: int) -> str | None:
        return f"{self.key}#{number}" if self.key else None

    def _take_tokens(self, count: int) -> None:
        if count > 0:
            buckets.wait(self.by.organisation_id or 0, count=count)

    def _line(self, number: int, incoming: Incoming, answer: Answer) -> Line:
        if answer.outcome not in STATUS:
            return self._conflict(number, answer)
        decision = answer.decision
        law = tariffs.law_of(decision.law_digest).on(decision.on) if decision else None
        content = told.told(
            answer,
            incoming.document,
            law=law,
            language=self.language,
            notes=incoming.notes,
            is_sandbox=self.by.is_sandbox,
        )
        return Line(number, _status(answer), declaration=content)

    def _asked(self, number: int, incoming: Incoming, key: str | None) -> Line:
        answer = ask(document=incoming.document, key=key, by=self.by, at=self.at)
        if answer.outcome not in STATUS:
            return self._conflict(number, answer)
        content = told.told_of_request(
            answer,
            incoming.document,
            acts=tariffs.law().acts,
            language=self.language,
            notes=incoming.notes,
        )
        return Line(number, _status(answer), declaration=content)

    def _conflict(self, number: int, answer: Answer | Asked) -> Line:
        details = answers.described(
            "conflict",
            _CONFLICT[self.language].format(paths=", ".join(answer.differing)),
            language=self.language,
            differing=answer.differing,
            mrn=answer.mrn,
        )
        return Line(number, details.status, problem=details)

    def _unreadable(self, number: int, refusal: Unreadable) -> Line:
        details = answers.unreadable(refusal, language=self.language)
        return Line(number, details.status, problem=details)

    def _response(self, line: Line) -> HttpResponse:
        if line.problem is not None:
            return answers.of_details(line.problem, language=self.language)
        content = line.declaration
        response = answers.answered(content, status=line.status, language=self.language)
        if content is not None and content.links is not None:
            response.headers["Location"] = content.links.itself
        return response


def _status(answer: Answer | Asked) -> int:
    """What was answered before is 200, but a refusal stays one."""
    status = STATUS[answer.outcome]
    return 200 if answer.replayed and status < 300 else status
