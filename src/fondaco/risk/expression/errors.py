"""What is wrong with an expression: where, what was found, what was expected, how to mend it."""

from collections.abc import Iterable

from fondaco.legal.wording import Wording


class ExpressionError(ValueError):
    """A fault of an expression, for the officer who wrote it.

    ``position`` counts characters from one; ``found`` is a piece of the officer's own text.
    """

    def __init__(self, *, position: int, found: str, expected: Wording, mend: Wording) -> None:
        self.position = position
        self.found = shortened(found)
        self.expected = expected
        self.mend = mend
        super().__init__(self.said("en"))

    def said(self, language: str) -> str:
        """The whole fault in one sentence of the language."""
        form = _SENTENCE.said(language)
        return form.format(
            position=self.position,
            found=self.found,
            expected=self.expected.said(language),
            mend=self.mend.said(language),
        )


_SENTENCE = Wording(
    "at character {position}: found {found}, expected {expected}; {mend}",
    "au caractère {position} : trouvé {found}, attendu {expected} ; {mend}",
)


def shortened(text: str) -> str:
    """The text, cut where it is longer than a reader needs.

    >>> shortened("x" * 100)[-5:]
    'xx...'
    """
    return text if len(text) <= 60 else text[:57] + "..."


def too_large(*, position: int, found: str, limit: int, what: Wording) -> ExpressionError:
    """The expression goes over one of the limits that keep it safe to run."""
    return ExpressionError(
        position=position,
        found=found,
        expected=Wording(f"at most {limit} {what.en}", f"au plus {limit} {what.fr}"),
        mend=Wording(
            "write it shorter, with a list, or as two profiles",
            "écrivez-la plus court, avec une liste, ou en deux profils",
        ),
    )


def unreadable(*, position: int, found: str) -> ExpressionError:
    """The text is not an expression at all."""
    return ExpressionError(
        position=position,
        found=found,
        expected=Wording("a condition", "une condition"),
        mend=Wording(
            "check brackets, quotation marks and operators near this place",
            "vérifiez parenthèses, guillemets et opérateurs près de cet endroit",
        ),
    )


def forbidden(*, position: int, found: str) -> ExpressionError:
    """The text uses something of Python that the officers' language does not have."""
    return ExpressionError(
        position=position,
        found=found,
        expected=Wording(
            "only elements, comparisons, and, or, not, in, + - * /, and the listed functions",
            "seulement éléments, comparaisons, and, or, not, in, + - * /, et les fonctions listées",
        ),
        mend=Wording("say it with the words of the language", "dites-le avec les mots du langage"),
    )


def unknown_name(*, position: int, found: str, near: Iterable[str]) -> ExpressionError:
    """No element, function or list bears that name."""
    guesses = list(near)
    return ExpressionError(
        position=position,
        found=found,
        expected=Wording("a name that the vocabulary has", "un nom que le vocabulaire connaît"),
        mend=Wording(
            f"did you mean {' or '.join(guesses)}?", f"vouliez-vous dire {' ou '.join(guesses)} ?"
        )
        if guesses
        else Wording("look the name up in the vocabulary", "cherchez le nom dans le vocabulaire"),
    )


def wrong_kind(
    *, position: int, found: str, expected: Wording, mend: Wording | None = None
) -> ExpressionError:
    """A value stands where another kind of value must stand."""
    return ExpressionError(
        position=position,
        found=found,
        expected=expected,
        mend=mend
        or Wording(
            "compare only like with like, each element with values of its own type",
            "ne comparez que ce qui est comparable, chaque élément aux valeurs de son type",
        ),
    )
