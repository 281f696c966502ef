"""Doubts about who is who, as a person would say them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sightline import words
from sightline.jobs.doubts import IdentityClash
from sightline.oversight.quality_words import return_title
from sightline.records.precedence import SAME_DAY
from sightline.records.words import SEX, said

KINDS = {
    "numbering": "Returns that number children differently",
    "kept_apart": "One number used for two children",
    "birth_date": "Two dates of birth for one child",
    "sex": "Two sexes for one child",
    "upn_birth": "One UPN, two dates of birth",
    "upn_sex": "One UPN, a girl and a boy",
    "upn_together": "One UPN, and a return that names both children",
    "adopted": "One UPN before and after an adoption",
}
"""Kind of clash → what it is called, the ones that most need a person first."""

NOT_YOURS = "a child whom you may not see"
_CHECK = {
    "kept_apart": "Look up the number in the case system. If it was given to two children, give "
    "one of them a new one. If it is one child, correct the date of birth that is wrong.",
    "birth_date": "Look at the birth certificate or another proof of the date of birth on the "
    "child’s file. Correct the date where it is wrong, so that every return says the same.",
    "sex": "Look at the child’s file. Correct the sex where it is wrong, so that every return says "
    "the same.",
    "upn_birth": "Ask the child’s school whose UPN it is. If they are two children, correct the "
    "UPN of the other. If one child is recorded twice, correct the date of birth and make one "
    "record of the two in the case system.",
    "upn_sex": "Ask the child’s school whose UPN it is, and correct that of the other child. If "
    "one child is recorded twice, correct the sex and make one record of the two in the case "
    "system.",
    "upn_together": "If they are twins or other children, correct the UPN of one: every child has "
    "a UPN of their own. If one child is recorded twice, make one record of the two in the case "
    "system.",
    "adopted": "Ask the records team to see to the UPN. Do not look for the new identity.",
}
_A_SEX = {"F": "a girl", "M": "a boy"}
_DID = {
    "one child": "Kept one child",
    "kept apart": "Kept two children apart",
    "not linked": "Kept two children apart",
}


@dataclass(frozen=True, slots=True)
class ClashLine:
    """A clash in words. `names`: the children whom it may name, one or two; none where it is of
    whole returns. `about`: those children, or the return."""

    kind: str
    title: str
    names: tuple[str, ...]
    about: str
    what: str
    did: str
    why: str
    check: str


def clash_line(clash: IdentityClash) -> ClashLine:
    """What clashes, what was done about it and why, and what a person should look at."""
    names = (clash.child_id, *((clash.other_child_id,) if clash.other_child_id else ()))
    return ClashLine(
        kind=clash.kind,
        title=KINDS[clash.kind],
        names=names,
        about=" and ".join(names),
        what=_WHAT[clash.kind](clash),
        did=_did(clash),
        why=clash.reason,
        check=_CHECK[clash.kind],
    )


def _did(clash: IdentityClash) -> str:
    did = _DID[clash.outcome]
    if clash.outcome == "one child":
        return f"{did}, and used the newest: {_value(clash.kind, clash.value)}."
    if clash.kind == "kept_apart" and clash.other_child_id:
        return f"{did}, here as {clash.child_id} and {clash.other_child_id}."
    return f"{did}."


def _two_births(clash: IdentityClash) -> str:
    one, other = _says(clash, "value"), _says(clash, "other_value")
    return f"Child {clash.child_id} is said to be born on {one}, and on {other}."


def _two_sexes(clash: IdentityClash) -> str:
    one, other = _says(clash, "value"), _says(clash, "other_value")
    return f"Child {clash.child_id} is said to be {one}, and {other}."


def _one_number(clash: IdentityClash) -> str:
    one = f"one born or due on {_says(clash, 'value')}"
    other = f"one born or due on {_says(clash, 'other_value')}" if clash.other_value else NOT_YOURS
    return f"{_number(clash)} is used for two children: {one}, and {other}."


def _number(clash: IdentityClash) -> str:
    """The number that two children share: a child who does not keep it is `ssda903:500001`."""
    for name in filter(None, (clash.other_child_id, clash.child_id)):
        source, _, shared = name.partition(":")
        if shared and source in SAME_DAY:
            return f"The number {shared.split(':')[0]}"
    return "One number"


def _one_upn(but: Callable[[IdentityClash], str]) -> Callable[[IdentityClash], str]:
    def what(clash: IdentityClash) -> str:
        other = clash.other_child_id or NOT_YOURS
        return f"Child {clash.child_id} has the same UPN as {other}, {but(clash)}."

    return what


def _births_apart(clash: IdentityClash) -> str:
    one = _value("birth_date", clash.value)
    if not clash.other_value:
        return f"but not the same date of birth ({one})"
    return f"but was born on {one}, not on {_value('birth_date', clash.other_value)}"


def _adopted(clash: IdentityClash) -> str:
    return f"Someone who is first heard of after child {clash.child_id} was adopted has their UPN."


_WHAT: dict[str, Callable[[IdentityClash], str]] = {
    "kept_apart": _one_number,
    "birth_date": _two_births,
    "sex": _two_sexes,
    "upn_birth": _one_upn(_births_apart),
    "upn_sex": _one_upn(
        lambda clash: "and the same date of birth, but one is a girl and one a boy"
    ),
    "upn_together": _one_upn(lambda clash: "and the same date of birth"),
    "adopted": _adopted,
}


def _says(clash: IdentityClash, which: str) -> str:
    """ "1 May 2012 (SSDA903 of 31 March 2026)": one side's value, and which return says it."""
    side = "other_" if which.startswith("other_") else ""
    value = _value(clash.kind, getattr(clash, which))
    source, period = getattr(clash, f"{side}source"), getattr(clash, f"{side}period")
    return f"{value} ({return_title(source)} of {words.day(period)})" if source else value


def _value(kind: str, value: str | None) -> str:
    if kind == "sex":
        return _A_SEX.get(value or "") or said(SEX, value)
    return words.day(date.fromisoformat(value)) if value else words.NOT_KNOWN.lower()
