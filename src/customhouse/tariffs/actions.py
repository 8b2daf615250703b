"""The only writer of the tariff desk: law is published, never changed."""

from collections.abc import Mapping
from datetime import datetime

from customhouse.accounts.actor import Actor
from customhouse.records import actions as records
from customhouse.records.entry import Entry
from customhouse.settings.database import as_customs
from customhouse.tariffs.models import LawBundle
from fondaco.clearance.rulebook import Law
from fondaco.evidence.canonical import digest_of_bytes
from fondaco.legal.bundle import pack


def publish(*, files: Mapping[str, bytes], name: str, by: Actor, at: datetime) -> str:
    """Publish a bundle of law, and put it in force; LawRefused names every flaw.

    The law of each day is in the bundle itself; publishing the same again changes
    nothing. Answers the digest.
    """
    law = Law.load(files)
    packed = pack(files)
    with as_customs():
        records.keep_bodies(bodies={digest_of_bytes(packed): packed})
        _, is_new = LawBundle.objects.get_or_create(
            digest=law.digest,
            defaults={
                "name": name,
                "body_digest": digest_of_bytes(packed),
                "published_at": at,
                "published_by": by.pseudonym,
            },
        )
        if is_new:
            payload = {"law": law.digest, "name": name}
            entry = Entry(kind="law.published", subject="law", payload=payload, actor=by.pseudonym)
            records.append(entries=[entry], at=at)
    return law.digest
