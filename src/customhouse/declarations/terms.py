"""The declarations desk's own words, which other desks use too: kinds and results of controls."""

from django.db.models import TextChoices


class ControlKind(TextChoices):
    """What a control looks at."""

    DOCUMENTS = "documents"
    EXAMINATION = "examination"


class ControlResult(TextChoices):
    """How a control ended."""

    CONFORM = "conform"
    IRREGULAR = "irregular"
    PROHIBITED = "prohibited"
    OVERRIDDEN = "overridden"
