"""The simulated bank's own page, on which a payer confirms; it exists where that bank is used."""

from datetime import UTC, datetime

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from customhouse.accounts.guards import public
from customhouse.revenue import queries
from customhouse.revenue.bank import bank, is_simulated
from customhouse.revenue.bank_simulator import Simulator
from fondaco.revenue.ledger import major

LARGEST_PAYMENT = 10**15


@public
@require_http_methods(["GET", "POST"])
def bank_simulator(request: HttpRequest, reference: str) -> HttpResponse:
    """Show what is to be paid; book it when the payer confirms, and lead back."""
    adapter = bank() if is_simulated(bank()) else bank(is_sandbox=True)
    if not (isinstance(adapter, Simulator) and _may_be_played(reference)):
        raise Http404
    amount, currency = _amount(request.GET.get("amount", "")), request.GET.get("currency", "")
    back = request.GET.get("return", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    if request.method == "POST":
        if request.POST.get("answer") == "pay":
            now = datetime.now(UTC)  # noqa: TID251 - a bank's page has a clock of its own
            adapter.book(reference, amount=amount, currency=currency, at=now)
        return HttpResponseRedirect(back)
    shown = {"reference": reference, "amount": major(amount), "currency": currency, "back": back}
    return render(request, "revenue/bank_simulator.html", shown)


def _may_be_played(reference: str) -> bool:
    """Whether this payment is simulated: all are where no real bank is used, else the sandbox's."""
    return is_simulated(bank()) or queries.is_of_sandbox(reference)


def _amount(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < LARGEST_PAYMENT:
        raise Http404
    return int(text)
