"""One text in the two languages of the administration."""

import msgspec


class Bilingual(msgspec.Struct, frozen=True, gc=False):
    """The same words in English and in French.

    >>> Bilingual("used clothing", "friperie").said("fr")
    'friperie'
    """

    en: str
    fr: str

    def said(self, language: str) -> str:
        """The text in the language, English for any that is not French."""
        return self.fr if language[:2] == "fr" else self.en

    def filled(self, **values: object) -> "Bilingual":
        """The text with the values put in where it names them in braces.

        >>> Bilingual("from {first}", "à partir de {first}").filled(first=3).en
        'from 3'
        """
        return Bilingual(self.en.format(**values), self.fr.format(**values))

    def __str__(self) -> str:
        return self.en
