"""Reading an expression back in plain words, English and French, so that its author can check it.

Nothing is inflected: labels stand as they are and the verbs chosen have one form
for every subject. `not` is driven inward, so that no sentence says "it is not so that".
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from fondaco.legal.wording import Wording
from fondaco.risk.expression import tree
from fondaco.risk.expression.environment import Value
from fondaco.risk.expression.vocabulary import Reading

_SHOWN = 8
"""So many members of a written set are named; the rest are counted."""

_COMPARED = {
    tree.Comparator.EQUAL: Wording("is", "vaut"),
    tree.Comparator.UNEQUAL: Wording("is other than", "diffère de"),
    tree.Comparator.BELOW: Wording("is below", "reste en dessous de"),
    tree.Comparator.AT_MOST: Wording("does not exceed", "ne dépasse pas"),
    tree.Comparator.ABOVE: Wording("exceeds", "dépasse"),
    tree.Comparator.AT_LEAST: Wording("is at least", "atteint au moins"),
}
_FUNCTIONS = {
    "lower": Wording("{0} in small letters", "{0} en minuscules"),
    "len": Wording("length of {0}", "longueur de {0}"),
    "abs": Wording("size of {0}", "grandeur de {0}"),
    "min": Wording("the least of {all}", "le moindre de {all}"),
    "max": Wording("the greatest of {all}", "le plus grand de {all}"),
    "round": Wording("{0} rounded to {1} places", "{0} arrondi à {1} décimales"),
    "year": Wording("year of {0}", "année de {0}"),
    "month": Wording("month of {0}", "mois de {0}"),
    "weekday": Wording("weekday of {0} (Monday 1)", "jour de semaine de {0} (lundi 1)"),
    "days_between": Wording("days from {0} to {1}", "jours de {0} à {1}"),
}
_AND, _OR = Wording("and", "et"), Wording("or", "ou")


def words(expression: tree.Expression, *, language: str) -> str:
    """The expression as a sentence of the language, English for any that is not French.

    >>> from fondaco.risk.expression.checking import check
    >>> from fondaco.risk.expression.types import Type
    >>> from fondaco.risk.expression.vocabulary import Element, Vocabulary
    >>> origin = Element("item.origin", Type.CODE, Wording("origin", "origine"))
    >>> checked = check("not item.origin in {'XA', 'XB'}", vocabulary=Vocabulary([origin]))
    >>> words(checked, language="en"), words(checked, language="fr")
    ('origin is none of XA, XB', 'origine ne figure pas parmi XA, XB')
    """
    return _Words(language).condition(expression.condition, positive=True)


def wording(expression: tree.Expression) -> Wording:
    """The expression in both languages."""
    return Wording(words(expression, language="en"), words(expression, language="fr"))


def spoken(value: Value, *, language: str) -> str:
    """A value as a reader of the language writes it; a dash where it is missing.

    >>> spoken(Decimal("2.50"), language="fr"), spoken(True, language="fr")
    ('2,5', 'oui')
    """
    match value:
        case None:
            return "–"
        case bool():
            return Wording("yes" if value else "no", "oui" if value else "non").said(language)
        case Decimal():
            return _number(value, language=language)
        case tuple():
            return ", ".join(value) or "–"
        case date():
            return value.isoformat()
        case _:
            return str(value)


def _number(value: Decimal, *, language: str) -> str:
    # A number of absurd size is shown by its exponent: written out it could fill a page.
    written = f"{value:f}" if abs(value.adjusted()) < 30 else str(value)
    if "." in written and "E" not in written:
        written = written.rstrip("0").rstrip(".")
    return written.replace(".", ",") if language[:2] == "fr" else written


def _bare(condition: tree.Condition) -> tree.Condition:
    """The condition without the `not` before it: that goes into its verb."""
    while isinstance(condition, tree.Not):
        condition = condition.condition
    return condition


class _Words:
    """The sentences of one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def said(self, english: str, french: str) -> str:
        return Wording(english, french).said(self.language)

    def condition(self, condition: tree.Condition, *, positive: bool) -> str:  # noqa: C901
        """The condition, or what is so when it is surely false."""
        match condition:
            case tree.Not(condition=inner):
                return self.condition(inner, positive=not positive)
            case tree.All(conditions=parts):
                return self._joined(parts, _AND if positive else _OR, positive=positive)
            case tree.Any(conditions=parts):
                return self._joined(parts, _OR if positive else _AND, positive=positive)
            case tree.SomeItem() | tree.EveryItem():
                return self._of_items(condition, positive=positive)
            case tree.Affirmed(subject=subject):
                answer = self.said("yes", "oui") if positive else self.said("no", "non")
                return f"{self.amount(subject)}: {answer}"
            case tree.Missing(subject=subject):
                missing = self.said("is missing", "manque")
                stated = self.said("is stated", "est indiqué")
                return f"{self.amount(subject)} {missing if positive else stated}"
            case tree.Comparison(left=left, comparator=comparator, right=right):
                verb = _COMPARED[comparator if positive else comparator.opposite]
                return f"{self.amount(left)} {verb.said(self.language)} {self.amount(right)}"
            case _:
                return self._belongs(condition, positive=positive)

    def _belongs(
        self,
        condition: tree.Within | tree.StartsWith | tree.Contains | tree.Overlaps,
        *,
        positive: bool,
    ) -> str:
        subject = self.amount(condition.subject)
        if isinstance(condition, tree.Contains):
            verb = (
                self.said("contains", "contient")
                if positive
                else self.said("does not contain", "ne contient pas")
            )
            return f"{subject} {verb} {self.amount(condition.part)}"
        return f"{subject} {self._verb(condition, positive)} {self._members(condition.members)}"

    def _verb(
        self, condition: tree.Within | tree.StartsWith | tree.Overlaps, positive: bool
    ) -> str:
        named = condition.members.list_name is not None
        match condition:
            case tree.StartsWith():
                pair = (
                    ("starts with", "commence par"),
                    (
                        "does not start with",
                        "ne commence pas par",
                    ),
                )
            case tree.Overlaps():
                pair = ("has one of", "comprend l'un de"), ("has none of", "ne comprend aucun de")
            case _ if named:
                pair = ("is on", "figure sur"), ("is not on", "ne figure pas sur")
            case _:
                pair = ("is one of", "figure parmi"), ("is none of", "ne figure pas parmi")
        return self.said(*pair[0 if positive else 1])

    def _members(self, members: tree.Members) -> str:
        if members.list_name is not None:
            return self.said(f"the list “{members.list_name}”", f"la liste « {members.list_name} »")
        shown = [spoken(value, language=self.language) for value in members.values[:_SHOWN]]
        more = len(members.values) - _SHOWN
        if more > 0:
            shown.append(self.said(f"{more} more", f"{more} autres"))
        return ", ".join(shown)

    def _of_items(self, condition: tree.SomeItem | tree.EveryItem, *, positive: bool) -> str:
        inner = self.condition(condition.condition, positive=positive)
        if isinstance(condition, tree.SomeItem) is positive:
            return self.said(
                f"for at least one item ({inner})", f"pour au moins un article ({inner})"
            )
        return self.said(f"for every item ({inner})", f"pour chaque article ({inner})")

    def _joined(self, parts: Iterable[tree.Condition], word: Wording, *, positive: bool) -> str:
        said = [
            f"({self.condition(part, positive=positive)})"
            if isinstance(_bare(part), tree.All | tree.Any)
            else self.condition(part, positive=positive)
            for part in parts
        ]
        return f" {word.said(self.language)} ".join(said)

    def amount(self, amount: tree.Amount) -> str:
        """The value in words."""
        match amount:
            case Reading(element=element):
                return element.label.said(self.language)
            case tree.Literal(value=value):
                return spoken(value, language=self.language)
            case tree.Negative(amount=inner):
                return f"−({self.amount(inner)})"
            case tree.Arithmetic(operator=operator, left=left, right=right):
                sign = {"*": "×", "/": "÷", "-": "−"}.get(operator, operator)
                return f"({self.amount(left)} {sign} {self.amount(right)})"
            case tree.Count(condition=inner):
                asked = self.condition(inner, positive=True)
                return self.said(
                    f"number of items for which ({asked})",
                    f"nombre d'articles pour lesquels ({asked})",
                )
            case tree.Sum():
                return self._sum(amount)
            case tree.Call(function=name, arguments=arguments):
                given = [self.amount(argument) for argument in arguments]
                form = _FUNCTIONS[name].said(self.language)
                return form.format(*given, all=", ".join(given))

    def _sum(self, amount: tree.Sum) -> str:
        summed = self.amount(amount.amount)
        if amount.condition is None:
            return self.said(
                f"sum over the items of {summed}", f"somme sur les articles de {summed}"
            )
        asked = self.condition(amount.condition, positive=True)
        return self.said(
            f"sum over the items for which ({asked}) of {summed}",
            f"somme sur les articles pour lesquels ({asked}) de {summed}",
        )
