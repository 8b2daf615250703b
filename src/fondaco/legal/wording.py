"""What something is called, in English and French; a text not yet translated says so."""

import msgspec


class Wording(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One name in two languages; the French one may be wanting.

    >>> Wording("Import duty", "Droit d'entrée").said("fr")
    "Droit d'entrée"
    >>> Wording("Asses; live").said("fr"), Wording("Asses; live").language("fr")
    ('Asses; live', 'en')
    """

    en: str
    fr: str | None = None

    def said(self, language: str) -> str:
        """The text in the language, or in English where there is none."""
        return self.fr if language == "fr" and self.fr is not None else self.en

    def language(self, language: str) -> str:
        """The language in which ``said`` will answer, so that a page can mark it."""
        return "fr" if language == "fr" and self.fr is not None else "en"
