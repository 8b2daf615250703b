"""What an action of this desk answers when it cannot do what is asked."""

from fondaco.legal.finding import Finding


class Problem(Exception):  # noqa: N818 - a refusal in law or in order, not a fault
    """A refusal with what was found, what was expected and how to mend it.

    ``code`` names the sentences shown to people, in each language.
    """

    code = "problem"

    def __init__(self, *, found: str, expected: str, mend: str) -> None:
        self.found, self.expected, self.mend = found, expected, mend
        super().__init__(f"found {found}; expected {expected}; {mend}")


class NotFound(Problem):
    """No such declaration, or none that this actor may see: the two are told alike."""

    code = "not-found"

    def __init__(self, mrn: str) -> None:
        super().__init__(
            found=f"no declaration {mrn}",
            expected="the number of a declaration of your organisation",
            mend="check the number, or sign in for the organisation that lodged it",
        )


class NotAllowed(Problem):
    """The actor or the moment is wrong for this act."""

    code = "not-allowed"


class NotTheDeclarant(Problem):
    """Somebody asks to change or end a declaration who may not: ``who`` are those who may.

    Revised Kyoto Convention, General Annex 3.27 to 3.29: it is the declarant who is allowed to.
    """

    code = "not-the-declarant"

    def __init__(self, asking: str, *, who: tuple[str, ...]) -> None:
        self.who = who
        super().__init__(
            found=asking or "somebody who is no trader",
            expected=" or ".join(who) or "the declarant",
            mend="ask the declarant to change it",
        )


class Unfit(Problem):
    """What was handed in cannot be taken as it is."""

    code = "unfit"


class Refused(Problem):
    """A document that breaks rules: the findings say which, where, and how to mend them."""

    code = "refused"

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        rules = ", ".join(sorted({finding.rule for finding in findings}))
        super().__init__(
            found=f"a document that breaks {rules}",
            expected="one that keeps every rule",
            mend="mend the findings and send it again",
        )
