"""Supporting documents: taken by their content, kept by their digest."""

from datetime import datetime

from customhouse.accounts.actor import Actor
from customhouse.declarations import history, media
from customhouse.declarations.actions.proceed import locked
from customhouse.declarations.models import Attachment
from customhouse.declarations.problems import Unfit
from customhouse.records import actions as records
from customhouse.settings.database import acting_as
from fondaco.evidence.canonical import digest_of_bytes


def attach(
    *, mrn: str, name: str, kind: str, content: bytes, by: Actor, at: datetime
) -> Attachment:
    """Attach a file to a declaration; the same file again is the same attachment.

    Its type is told by its first bytes, never by its name; see `media` for what is taken.
    """
    media_type = media.recognise(content)
    digest = digest_of_bytes(content)
    with acting_as(by):
        declaration = locked(mrn)
        if Attachment.objects.filter(declaration=declaration).count() >= media.MOST_FILES:
            raise Unfit(
                found=f"{media.MOST_FILES} files already",
                expected=f"at most {media.MOST_FILES} on one declaration",
                mend="put several pages in one PDF",
            )
        attachment, is_new = Attachment.objects.get_or_create(
            declaration=declaration,
            digest=digest,
            defaults={
                "organisation_id": declaration.organisation_id,
                "importer_organisation_id": declaration.importer_organisation_id,
                "name": media.safe_name(name),
                "kind": kind,
                "media_type": media_type,
                "size": len(content),
                "uploaded_at": at,
                "uploaded_by": by.person_id,
            },
        )
        if is_new:
            records.keep_bodies(bodies={digest: content})
            told = {"name": attachment.name, "digest": digest, "kind": kind}
            records.append(
                entries=[history.said(declaration, "document.attached", by=by, payload=told)],
                at=at,
            )
        return attachment
