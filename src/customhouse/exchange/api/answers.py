"""What the API answers with: a value as JSON, or a problem in details (RFC 9457)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import msgspec
from django.http import HttpResponse

from customhouse.exchange.told import FindingTold, Trouble
from fondaco.evidence.canonical import normal
from fondaco.legal.wording import Wording
from fondaco.messages.problem import Refusal

JSON = "application/json"
PROBLEM = "application/problem+json"
LINES = "application/x-ndjson"

# As the canonical form spells them: a decision read back from its bytes is answered the same.
_ENCODER = msgspec.json.Encoder(decimal_format=lru_cache(maxsize=8192)(normal))
_encode = _ENCODER.encode


class Details(msgspec.Struct, frozen=True, omit_defaults=True):
    """Problem details; ``type`` leads to the paragraph that explains it."""

    type: str
    title: str
    status: int
    detail: str
    mend: str | None = None
    problems: tuple[Trouble, ...] = ()
    findings: tuple[FindingTold, ...] = ()
    differing: tuple[str, ...] = ()
    mrn: str | None = None
    reference: str | None = None


class Kind(msgspec.Struct, frozen=True):
    """A kind of problem: its status, what it is called, and what its receiver does."""

    status: int
    title: Wording
    advice: Wording


KINDS = {
    "unreadable": Kind(
        400,
        Wording("The message cannot be read", "Message illisible"),
        Wording(
            "Mend what each problem names by its path; nothing was judged.",
            "Corrigez ce que chaque problème désigne par son chemin ; rien n’a été jugé.",
        ),
    ),
    "bad-request": Kind(
        400,
        Wording("The request is not in order", "Requête irrégulière"),
        Wording(
            "Mend the parameter, header or body that it names.",
            "Corrigez le paramètre, l’en-tête ou le corps désigné.",
        ),
    ),
    "sign-in": Kind(
        401,
        Wording("Sign-in needed", "Identification requise"),
        Wording(
            "Send a key or token that holds; a token lasts half an hour.",
            "Envoyez une clé ou un jeton valide ; un jeton dure une demi-heure.",
        ),
    ),
    "forbidden": Kind(
        403,
        Wording("Not allowed", "Interdit"),
        Wording(
            "Ask your administrator for a key with the scope that is missing.",
            "Demandez à votre administrateur une clé dotée du droit qui manque.",
        ),
    ),
    "not-the-declarant": Kind(
        403,
        Wording("Not the declarant", "Pas le déclarant"),
        Wording(
            "Ask the declarant: the law lets nobody else change or end a declaration.",
            "Adressez-vous au déclarant : la loi ne permet à nul autre de modifier ou de retirer.",
        ),
    ),
    "not-found": Kind(
        404,
        Wording("Nothing is here", "Rien à cette adresse"),
        Wording(
            "Check the number; what belongs to another organisation is not there for you.",
            "Vérifiez le numéro ; ce qui est à une autre organisation n’existe pas pour vous.",
        ),
    ),
    "method": Kind(
        405,
        Wording("Not done this way", "Méthode non admise"),
        Wording(
            "Use a method that the header Allow names.",
            "Utilisez une méthode que cite l’en-tête Allow.",
        ),
    ),
    "not-now": Kind(
        409,
        Wording("This cannot be done now", "Impossible actuellement"),
        Wording(
            "Read where the declaration stands, and act on that.",
            "Lisez où en est la déclaration, puis agissez en conséquence.",
        ),
    ),
    "length": Kind(
        411,
        Wording("Length needed", "Longueur requise"),
        Wording(
            "Send Content-Length; a body in chunks is not taken.",
            "Envoyez Content-Length ; un corps en fragments n’est pas admis.",
        ),
    ),
    "too-large": Kind(
        413,
        Wording("Too large", "Trop volumineux"),
        Wording("Send less at once.", "Envoyez moins à la fois."),
    ),
    "media-type": Kind(
        415,
        Wording("Form not taken", "Format non accepté"),
        Wording(
            "Send one of the forms that it lists, in UTF-8, unpacked.",
            "Envoyez l’un des formats cités, en UTF-8, non compressé.",
        ),
    ),
    "refused": Kind(
        422,
        Wording("Rules are broken", "Des règles ne sont pas respectées"),
        Wording(
            "Mend the findings; the declaration stays as it was.",
            "Corrigez les constatations ; la déclaration reste en l’état.",
        ),
    ),
    "unfit": Kind(
        422,
        Wording("This cannot be taken", "Contenu irrecevable"),
        Wording(
            "Do what its last sentence says: another file, another address.",
            "Suivez sa dernière phrase : un autre fichier, une autre adresse.",
        ),
    ),
    "conflict": Kind(
        422,
        Wording("This name was used for another message", "Nom déjà pris par un autre message"),
        Wording(
            "Take a new reference or key, or send the first message unchanged.",
            "Prenez une autre référence ou clé, ou renvoyez le premier message tel quel.",
        ),
    ),
    "too-many": Kind(
        429,
        Wording("Too many requests", "Trop de requêtes"),
        Wording(
            "Wait the seconds in Retry-After, then send the same again.",
            "Attendez les secondes de Retry-After, puis renvoyez la même requête.",
        ),
    ),
    "fault": Kind(
        500,
        Wording("Something failed on our side", "Défaillance de notre côté"),
        Wording(
            "Nothing was written. Send the same again; tell us the reference if it stays.",
            "Rien n’a été écrit. Renvoyez la même requête ; si cela dure, citez la référence.",
        ),
    ),
    "unavailable": Kind(
        503,
        Wording("Not possible for the moment", "Momentanément indisponible"),
        Wording(
            "Nothing was written. Wait the seconds in Retry-After, then send the same again.",
            "Rien n’a été écrit. Attendez les secondes de Retry-After, puis renvoyez-la.",
        ),
    ),
}
"""Every kind of problem that the API answers with, by the name in its ``type``."""


def answered(value: object, *, status: int = 200, language: str = "en") -> HttpResponse:
    """Answer a value as JSON."""
    return _response(_encode(value), status=status, kind=JSON, language=language)


def lines(values: Sequence[object], *, language: str) -> HttpResponse:
    """Answer values as JSON, one to a line."""
    content = _ENCODER.encode_lines(values)
    return _response(content, status=200, kind=LINES, language=language)


def xml(content: bytes, *, status: int, language: str) -> HttpResponse:
    """Answer a message in XML."""
    return _response(content, status=status, kind="application/xml", language=language)


def text(content: str, *, language: str) -> HttpResponse:
    """Answer plain text."""
    kind = "text/plain; charset=utf-8"
    return _response(content.encode(), status=200, kind=kind, language=language)


def nothing() -> HttpResponse:
    """Answer that it is done, with nothing more to say."""
    return HttpResponse(status=204, headers={"Cache-Control": "no-store"})


def problem(kind: str, detail: str, *, language: str = "en", **more: Any) -> HttpResponse:
    """Answer a problem in details."""
    details = described(kind, detail, language=language, **more)
    return _response(_encode(details), status=details.status, kind=PROBLEM, language=language)


def described(kind: str, detail: str, *, language: str, **more: Any) -> Details:
    """The details of a problem."""
    known = KINDS[kind]
    return Details(
        type=f"/developers#{kind}",
        title=known.title.said(language),
        status=known.status,
        detail=detail,
        **more,
    )


def unreadable(refusal: Refusal, *, language: str) -> Details:
    """Everything that keeps a message from being read."""
    told = tuple(Trouble.of(each, language=language) for each in refusal.problems)
    first = told[0]
    sentence = _FOUND.said(language).format(found=first.found, expected=first.expected)
    where = f"{first.path}: " if first.path else ""
    return described(
        "unreadable", where + sentence, language=language, mend=first.mend, problems=told
    )


_FOUND = Wording("found {found}, expected {expected}", "trouvé : {found} ; attendu : {expected}")


def of_details(details: Details, *, language: str) -> HttpResponse:
    """Answer problem details that were made elsewhere."""
    return _response(_encode(details), status=details.status, kind=PROBLEM, language=language)


def _response(content: bytes, *, status: int, kind: str, language: str) -> HttpResponse:
    response = HttpResponse(content, status=status, content_type=kind)
    response.headers["Content-Length"] = str(len(content))
    response.headers["Content-Language"] = language
    response.headers["Cache-Control"] = "no-store"
    return response
