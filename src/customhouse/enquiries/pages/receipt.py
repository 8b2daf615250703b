"""Checking a receipt: whether it is genuine, and what it proves and does not prove."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from customhouse.accounts.guards import public
from customhouse.enquiries import receipts
from customhouse.enquiries.forms import LARGEST_RECEIPT, ReceiptForm
from customhouse.records import queries as records

STEPS: dict[str, str | Promise] = {
    "form": _("This text is not a receipt, or a part of it is missing. Copy it again, whole."),
    "content": _("What it says it opens is not in the form of a record. It was changed, or cut."),
    "log": _(
        "The log does not hold what this receipt says. It was changed, or it is of another log."
    ),
}
"""What is said of a receipt that failed, by the step at which it did."""


@public
@require_http_methods(["GET", "POST"])
def receipt(request: HttpRequest) -> HttpResponse:
    """Take a receipt, and say whether it is genuine; nothing of it is kept."""
    key = records.verifier_key()
    form = ReceiptForm(request.POST or None, request.FILES or None)
    context: dict[str, Any] = {"form": form, "key": key, "genuine": None, "refused": ""}
    if key and request.method == "POST" and form.is_valid():
        try:
            context["genuine"] = receipts.check(form.cleaned_data["receipt"], key=key)
        except receipts.NotGenuine as refused:
            context |= {"refused": STEPS[refused.step], "reason": str(refused)}
    return render(request, "enquiries/receipt.html", context)


receipt.largest_body = 2 * LARGEST_RECEIPT  # type: ignore[attr-defined]
