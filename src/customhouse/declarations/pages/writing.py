"""Writing a declaration: begun from a file, an earlier one or nothing; then step by step."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from customhouse.accounts.actor import Actor
from customhouse.accounts.guards import for_roles
from customhouse.declarations.actions import drafts as writing_actions
from customhouse.declarations.forms.steps import ORDER, ROWS, STEPS, TITLES, FileForm, Step
from customhouse.declarations.pages import reviewing
from customhouse.declarations.pages.lists import TRADERS
from customhouse.declarations.problems import NotFound
from customhouse.declarations.queries import drafts, lists
from customhouse.declarations.queries.drafts import DraftSeen
from customhouse.declarations.queries.file import file_of
from customhouse.declarations.refusals import told
from customhouse.declarations.writing import typed_of
from customhouse.presentation import formats
from customhouse.settings.database import acting_as
from fondaco.declaration.document import Document
from fondaco.messages import wco_json, wco_xml
from fondaco.messages.problem import Unreadable

MOST_ROWS = 300
"""Rows that the form of goods takes; a longer declaration comes as a file."""
LARGEST_FORM = 2 * 1024 * 1024
LARGEST_FILE = 4 * 1024 * 1024 + 64 * 1024


@for_roles(*TRADERS)
@require_GET
@told(back="declarations")
def new(request: HttpRequest) -> HttpResponse:
    """Ask from what to begin."""
    return _choose(request, FileForm(), earlier=request.GET.get("from", ""))


@for_roles(*TRADERS, transaction=False)
@require_POST
@told(back="new-declaration")
def begin(request: HttpRequest) -> HttpResponse:
    """Begin a draft from nothing, or from an earlier declaration."""
    mrn = request.POST.get("from", "").strip().upper()
    if not mrn:
        return _begun(request, {"base": {}, "typed": {"who": _known(_actor(request))}}, then="who")
    with acting_as(_actor(request)):
        try:
            document = file_of(mrn, for_customs=False).document
        except NotFound:
            messages.error(request, _("There is no declaration %(mrn)s of yours.") % {"mrn": mrn})
            return redirect("new-declaration")
    return _begun(request, _again(document), then="who")


@for_roles(*TRADERS, transaction=False, largest_body=LARGEST_FILE)
@require_POST
@told(back="new-declaration")
def from_file(request: HttpRequest) -> HttpResponse:
    """Begin a draft from a file; what cannot be read is told place by place."""
    form = FileForm(request.POST, request.FILES)
    if form.is_valid():
        content = form.cleaned_data["file"].read()
        try:
            return _begun(request, _content(_read(content)), then="review")
        except Unreadable as refused:
            for problem in refused.problems[:20]:
                form.add_error("file", str(problem))
    with acting_as(_actor(request)):
        return _choose(request, form, earlier="", status=422)


@for_roles(*TRADERS)
@require_GET
@told(back="declarations")
def draft(request: HttpRequest, number: int) -> HttpResponse:
    """Go on where the draft was left: the first step nothing was typed on, or the review."""
    found = _draft(request, number)
    typed = found.content.get("typed", {})
    step = next((name for name in ORDER if name != "review" and not typed.get(name)), "review")
    return redirect(_address(number, step))


@for_roles(*TRADERS, transaction=False, largest_body=LARGEST_FORM)
@require_http_methods(["GET", "POST"])
@told("number", back="draft")
def step(request: HttpRequest, number: int, step: str) -> HttpResponse:
    """Show a step; keep what was typed and go on."""
    if step not in TITLES or step == "review":
        raise NotFound(f"step {step}")
    with acting_as(_actor(request)):
        found = _draft(request, number)
    if request.method == "POST":
        content = _keep(request, found, step)
        if "add" not in request.POST:
            return _onward(request, number, step)
        found = msgspec.structs.replace(found, content=content)
    with acting_as(_actor(request)):
        return render(request, "declarations/writing/step.html", _shown(request, found, step))


@for_roles(*TRADERS, transaction=False, largest_body=LARGEST_FORM)
@require_POST
@told("number", back="draft")
def saved(request: HttpRequest, number: int, step: str) -> HttpResponse:
    """Keep what was typed so far; the page's script calls this while one types."""
    if step not in TITLES or step == "review":
        raise NotFound(f"step {step}")
    with acting_as(_actor(request)):
        found = _draft(request, number)
    _keep(request, found, step)
    return JsonResponse({"saved": True})


@for_roles(*TRADERS, transaction=False)
@require_POST
@told(back="declarations")
def discard(request: HttpRequest, number: int) -> HttpResponse:
    """Throw a draft away."""
    writing_actions.discard(draft_id=number, by=_actor(request))
    messages.success(request, _("The draft is thrown away."))
    return redirect("desk")


def _choose(
    request: HttpRequest, form: FileForm, *, earlier: str, status: int = 200
) -> HttpResponse:
    newest, _count = lists.find({}, sort="lodged", descending=True, offset=0, most=8)
    own = drafts.drafts(organisation_id=_actor(request).organisation_id or 0)
    shown = {"form": form, "earlier": earlier, "newest": newest, "drafts": own}
    return render(request, "declarations/writing/new.html", shown, status=status)


def _begun(request: HttpRequest, content: Mapping[str, Any], *, then: str) -> HttpResponse:
    name = content["typed"].get("who", {}).get("reference", "")
    number = writing_actions.begin(
        content=content, name=name, by=_actor(request), at=datetime.now(UTC)
    )
    return redirect(_address(number, then))


def _known(actor: Actor) -> dict[str, str]:
    """What need not be asked: who declares, and for whom where it is for themselves."""
    own = actor.trader_identifier or ""
    return {"importer": own, "acting": ""} if not actor.has_role("broker") else {"acting": "2"}


def _content(document: Document) -> dict[str, Any]:
    return {"base": msgspec.to_builtins(document), "typed": typed_of(document)}


def _again(document: Document) -> dict[str, Any]:
    """An earlier declaration without what belongs to its own consignment."""
    bare = msgspec.structs.replace(
        document, local_reference=None, issued_at=None, accepted_at=None, mrn=None
    )
    content = _content(bare)
    content["typed"]["transport"] |= {"carried_by": "", "containers": "", "vehicle": ""}
    return content


def _read(content: bytes) -> Document:
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        return wco_json.read(content)
    return wco_xml.read(content).document


def _keep(request: HttpRequest, found: DraftSeen, step: str) -> dict[str, Any]:
    """Put what was typed on a step into the draft, as it was typed."""
    kept = {name: request.POST.get(name, "") for name in _names(step)}
    before = found.content.get("typed", {})
    if step in ROWS:
        kept["rows"] = _rows(request, step)
    typed = before | {step: kept}
    content = found.content | {"typed": typed}
    reference = typed.get("who", {}).get("reference", "")
    writing_actions.save(
        draft_id=found.id, content=content, name=reference, by=_actor(request), at=datetime.now(UTC)
    )
    return content


def _names(step: str) -> list[str]:
    return list(STEPS[step].base_fields) if step in STEPS else []


def _rows(request: HttpRequest, step: str) -> list[dict[str, str]]:
    total = request.POST.get("rows-total", "0")
    count = min(int(total), MOST_ROWS) if total.isascii() and total.isdigit() else 0
    fields = ROWS[step].base_fields
    return [
        {name: request.POST.get(f"rows-{place}-{name}", "") for name in fields}
        for place in range(count)
    ]


def _onward(request: HttpRequest, number: int, step: str) -> HttpResponse:
    if "leave" in request.POST:
        messages.success(request, _("The draft is kept. It stands on your desk."))
        return redirect("desk")
    if "review" in request.POST:
        return redirect("draft-review", number)
    return redirect(_address(number, ORDER[ORDER.index(step) + 1]))


def _address(number: int, step: str) -> str:
    if step == "review":
        return reverse("draft-review", args=[number])
    return reverse("draft-step", args=[number, step])


def _shown(request: HttpRequest, found: DraftSeen, step: str) -> dict[str, Any]:
    day, own = reviewing.law_of_today(), _actor(request).trader_identifier or ""
    typed = found.content.get("typed", {}).get(step, {})
    options: dict[str, Any] = {"day": day, "own": own, "auto_id": "id_%s"}
    findings = _findings(request, found, step)
    return {
        "draft": found,
        "step": step,
        "title": TITLES[step],
        "steps": progress(found, step),
        "form": STEPS[step](initial=typed, **options) if step in STEPS else None,
        "rows": _row_forms(request, found, step, typed, options),
        "countries": sorted(day.code_books.countries),
        "findings": findings,
        "listed": [
            {"text": each.text, "href": f"#id_{field}"}
            for field, told_here in findings.items()
            for each in told_here
        ],
        "saved_at": formats.clock(timezone.localtime(found.changed_at)),
        "save_to": reverse("draft-saved", args=[found.id, step]),
    }


def _row_forms(
    request: HttpRequest,
    found: DraftSeen,
    step: str,
    typed: Mapping[str, Any],
    options: Mapping[str, Any],
) -> list[Step]:
    if step not in ROWS:
        return []
    rows: list[dict[str, str]] = list(typed.get("rows", ()))
    if "add" in request.POST or not rows:
        rows.append({})
    extra = {}
    if step == "papers":
        goods = found.content.get("typed", {}).get("goods", {}).get("rows", ())
        extra = {"count": len(goods)}
    return [
        ROWS[step](initial=row, prefix=f"rows-{place}", **options, **extra)
        for place, row in enumerate(rows)
    ]


def _findings(request: HttpRequest, found: DraftSeen, step: str) -> dict[str, list[Any]]:
    """What a review found on this step, by field, once the reader has seen a review."""
    if "check" not in request.GET:
        return {}
    return reviewing.by_field(found, step, actor=_actor(request))


def progress(found: DraftSeen, step: str) -> list[dict[str, Any]]:
    """The steps, which of them have something typed, and where the reader is."""
    typed = found.content.get("typed", {})
    return [
        {
            "title": TITLES[name],
            "address": _address(found.id, name),
            "is_here": name == step,
            "is_done": bool(typed.get(name)),
        }
        for name in ORDER
    ]


def _draft(request: HttpRequest, number: int) -> DraftSeen:
    found = drafts.draft(number, organisation_id=_actor(request).organisation_id or 0)
    if found.mrn is not None:
        raise NotFound(f"draft {number}")
    return found


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor
