"""The rows that a declaration becomes: one shape per table, written set-wise."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from customhouse.accounts.actor import Actor
from customhouse.declarations import booking
from customhouse.declarations.entry import Booked, Judged
from customhouse.settings.rows import Rows

Row = tuple[Any, ...]

DECLARATIONS = Rows(
    "declaration",
    {
        "mrn": "text",
        "organisation_id": "bigint",
        "importer_organisation_id": "bigint",
        "declarant": "text",
        "local_reference": "text",
        "importer": "text",
        "importer_name": "text",
        "kind": "text",
        "procedure": "text",
        "office": "text",
        "state": "text",
        "last_act": "text",
        "channel": "text",
        "control_notified_at": "timestamptz",
        "audit_due": "bool",
        "version": "int",
        "lodged_at": "timestamptz",
        "arrived_at": "timestamptz",
        "accepted_at": "timestamptz",
        "released_at": "timestamptz",
        "tax_point": "date",
        "draw": "int",
        "item_count": "int",
        "description": "text",
        "dispatch_country": "text",
        "transport_mode": "text",
        "currency": "text",
        "customs_value": "numeric",
        "assessed": "numeric",
        "document_digest": "text",
        "decision_digest": "text",
        "is_sandbox": "bool",
    },
)

VERSIONS = Rows(
    "declaration_version",
    {
        "mrn": "text",
        "version": "int",
        "at": "timestamptz",
        "actor": "text",
        "reason": "text",
        "judged_on": "date",
        "document_digest": "text",
        "facts_digest": "text",
        "law_digest": "text",
        "selectivity_digest": "text",
        "decision_digest": "text",
    },
)

ITEMS = Rows(
    "goods_item",
    {
        "mrn": "text",
        "version": "int",
        "number": "int",
        "commodity_code": "text",
        "origin": "text",
        "description": "text",
        "gross_mass": "numeric",
        "net_mass": "numeric",
        "customs_value": "numeric",
    },
)

SUBMISSIONS = Rows(
    "submission",
    {
        "organisation_id": "bigint",
        "key": "text",
        "document_digest": "text",
        "decision_digest": "text",
        "mrn": "text",
        "at": "timestamptz",
    },
)


def declaration_row(booked: Booked, *, by: Actor, at: datetime) -> Row:
    """The declaration as it first stands in the books."""
    judged, document = booked.judged, booked.judged.document
    shipment, items, means = document.shipment, document.items, document.border_transport
    importer = shipment.importer if shipment else None
    assessment = judged.decision.assessment
    return (
        judged.mrn,
        booked.organisation,
        booked.importer_organisation,
        document.declarant.identifier if document.declarant else "",
        document.local_reference,
        document.importer,
        importer_name(judged) or (importer.name if importer else None) or "",
        document.kind or "",
        next((item.procedure for item in items if item.procedure), ""),
        document.office or "",
        booked.state.value if booked.state else None,
        booked.act.value,
        booking.channel(judged),
        at if booked.control else None,
        booking.channel(judged) == "blue",
        1,
        at,
        at if judged.facts.arrived_on else None,
        at if booked.is_accepted else None,
        at if booked.is_released else None,
        judged.decision.on if booked.is_accepted else None,
        judged.draw,
        len(items),
        next((item.description for item in items if item.description), "")[:200],
        shipment.dispatch_country if shipment else None,
        means.mode if means else None,
        booked.currency,
        booking.customs_value(judged),
        assessment.total if assessment else None,
        judged.document_digest,
        judged.decision_digest,
        by.is_sandbox,
    )


def importer_name(judged: Judged) -> str | None:
    """The importer's name as the register has it."""
    importer = judged.facts.trader(judged.document.importer)
    return importer.name if importer else None


def version_row(judged: Judged, *, version: int, actor: str, reason: str, at: datetime) -> Row:
    """One judged version with the digests from which it replays."""
    decision = judged.decision
    return (
        judged.mrn,
        version,
        at,
        actor,
        reason,
        decision.on,
        judged.document_digest,
        judged.facts_digest,
        decision.law_digest,
        decision.selectivity_digest,
        judged.decision_digest,
    )


def item_rows(judged: Judged, *, version: int) -> list[Row]:
    """The goods items of a version, with the customs value that was worked out for each."""
    assessment = judged.decision.assessment
    values: dict[int, Decimal] = (
        {value.item: value.customs_value for value in assessment.values} if assessment else {}
    )
    return [
        (
            judged.mrn,
            version,
            number,
            item.commodity_code or "",
            item.origin,
            item.description or "",
            item.gross_mass,
            item.net_mass,
            values.get(number),
        )
        for number, item in enumerate(judged.document.items, 1)
    ]
