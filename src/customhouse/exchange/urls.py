"""The addresses of the exchange: the API for machines, and the pages about it."""

from django.urls import path, register_converter

from customhouse.exchange import pages
from customhouse.exchange.api import acts, lodging, notices, published, reading
from customhouse.exchange.api.methods import by_method


class Mrn:
    """A movement reference number in an address: anything else is no address of ours."""

    regex = "[0-9]{2}[A-Z]{2}[0-9A-Z]{14}"

    def to_python(self, value: str) -> str:
        """The number as it stands."""
        return value

    def to_url(self, value: str) -> str:
        """The number as it stands."""
        return value


class Number(Mrn):
    """A number that fits a column of the database."""

    regex = "[0-9]{1,18}"

    def to_python(self, value: str) -> int:  # type: ignore[override]
        """The number."""
        return int(value)


class Digest(Mrn):
    """The name of a bundle of law."""

    regex = "sha256:[0-9a-f]{64}"


register_converter(Mrn, "mrn")
register_converter(Number, "number")
register_converter(Digest, "digest")

ONE = "api/declarations/<mrn:mrn>"

urlpatterns = [
    path(
        "api/declarations",
        by_method(POST=lodging.post, GET=reading.declarations),
        name="api-declarations",
    ),
    path(ONE, by_method(GET=reading.declaration), name="api-declaration"),
    path(f"{ONE}/versions/<number:number>", by_method(GET=reading.version), name="api-version"),
    path(f"{ONE}/receipts/<number:record>", by_method(GET=reading.receipt), name="api-receipt"),
    path(
        f"{ONE}/documents",
        by_method(GET=reading.documents, POST=acts.attach),
        name="api-documents",
    ),
    path(f"{ONE}/documents/<number:number>", by_method(GET=reading.document), name="api-document"),
    path(f"{ONE}/presentation", by_method(POST=acts.presentation), name="api-presentation"),
    path(f"{ONE}/correction", by_method(POST=acts.correction), name="api-correction"),
    path(f"{ONE}/amendment", by_method(POST=acts.amendment), name="api-amendment"),
    path(f"{ONE}/withdrawal", by_method(POST=acts.withdrawal), name="api-withdrawal"),
    path(f"{ONE}/invalidation", by_method(POST=acts.invalidation), name="api-invalidation"),
    path(f"{ONE}/questions/<number:number>/answer", by_method(POST=acts.answer), name="api-answer"),
    path(f"{ONE}/payments", by_method(POST=acts.payment), name="api-payments"),
    path("api/notifications", by_method(GET=notices.notifications), name="api-notifications"),
    path("api/webhooks", by_method(GET=notices.webhooks, POST=notices.add), name="api-webhooks"),
    path("api/webhooks/<number:number>", by_method(DELETE=notices.disable), name="api-webhook"),
    path(
        "api/webhooks/<number:number>/enabling",
        by_method(POST=notices.enable),
        name="api-webhook-enabling",
    ),
    path(
        "api/webhooks/<number:number>/secret",
        by_method(POST=notices.rotate),
        name="api-webhook-secret",
    ),
    path(
        "api/webhooks/<number:number>/deliveries",
        by_method(GET=notices.deliveries),
        name="api-webhook-deliveries",
    ),
    path("api/law", by_method(GET=published.law), name="api-law"),
    path("api/law/<digest:digest>", by_method(GET=published.law_bundle), name="api-law-bundle"),
    path("api/schemas", by_method(GET=published.all_schemas), name="api-schemas"),
    path("api/schemas/<slug:name>.json", by_method(GET=published.schema), name="api-schema"),
    path("api/scenarios", by_method(GET=published.all_scenarios), name="api-scenarios"),
    path("api/scenarios/<slug:name>", by_method(GET=published.scenario), name="api-scenario"),
    path("api/openapi.yaml", by_method(GET=published.description), name="api-description"),
    path("developers", pages.developers, name="developers"),
]
