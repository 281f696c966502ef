"""Data quality in words: what a return, a check and a headline are called."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sightline import words
from sightline.jobs.quality import UNREAD, Count
from sightline.jobs.quality_effects import Effect
from sightline.measures import catalogue
from sightline.returns import RULES
from sightline.returns.across import CROSS_CHECKS
from sightline.returns.across.declaring import CrossCheck
from sightline.returns.checks import Check
from sightline.returns.registry import RETURNS

_EVERY: tuple[Check | CrossCheck, ...] = (
    *(check for known in RETURNS for check in known.checks),
    *CROSS_CHECKS,
)
DFE_CODES = {check.id: check.dfe for check in _EVERY if check.dfe}
"""Check → the Department for Education's code for the rule, where one is known [unverified]."""

_TITLES = {
    **{known.name: known.title.removeprefix("the ") for known in RETURNS},
    UNREAD: "Files that could not be read",
}
_COLUMN_FIRST = re.compile(r"^[a-z][a-z0-9]*(?:_[a-z0-9]+)*(?= )")
ALL_HELD = "all that is held"
_AT_SOURCE = "Put it right in the recording system, so that the next extract carries it."
_TO_DO = {
    "key_blank": "Fill it in at its source and send the file again: the row is lost until then.",
    "key_unreadable": "Correct it at its source and send the file again: the row is lost until "
    "then.",
    "duplicate_row": "Nothing is lost. Find out why the extract gives the row twice.",
    "column_extra": "Nothing to do, unless the column should have another name.",
    "column_missing": "Ask whoever makes the extract to add the column.",
    "key_column_missing": "Ask whoever makes the extract to add the column: no row can be read "
    "without it.",
    "file_encrypted": "Save it without a password and load it again.",
    "file_unknown": "If it is a return, check that its heading row is there; if not, leave it out.",
    "check_failed": "Tell whoever keeps Sightline going: what the check looks for was not looked "
    "at.",
    "numbered_differently": "Ask whoever makes the two extracts.",
    "check_not_run": "What the check looks for was not looked at.",
}


def return_title(name: str) -> str:
    """The return as people call it."""
    return _TITLES.get(name, name)


def said_plainly(words_of_a_check: str) -> str:
    """ "discussion_date is of …" as "Discussion date is of …": a column begins the sentence."""
    return _COLUMN_FIRST.sub(
        lambda column: column[0].replace("_", " ").capitalize(), words_of_a_check
    )


def check_words(rule: str) -> str:
    """What a check found, in a sentence without what to do about it."""
    return said_plainly(_parted(rule)[0])


def own_advice(rule: str) -> str:
    """What the check's own words say is to be done; nothing where they do not."""
    return _parted(rule)[1]


def to_do(rule: str) -> str:
    """What to do about it, and where."""
    return " ".join(filter(None, (own_advice(rule), _TO_DO.get(rule, _AT_SOURCE))))


def _parted(rule: str) -> tuple[str, str]:
    """What is wrong, and what follows it. A check's words are "What is wrong. Do this." """
    said = RULES[rule].words if rule in RULES else rule
    wrong, _, advice = said.partition(". ")
    return (f"{wrong}." if advice else said), advice


def title_of(by: str, name: str) -> str:
    """The name of a line of a table counted by return, check, team, table or measure."""
    if by == "return":
        title = return_title(name)
        return f"{title[0].upper()}{title[1:]}"
    if by == "check":
        return check_words(name)
    if by == "measure":
        known = catalogue()
        return known[name].title if name in known else name
    return name


@dataclass(frozen=True, slots=True)
class Headline:
    """What matters first, and what follows from it."""

    first: str
    then: str


def headline(total: Count, effects: Sequence[Effect]) -> Headline:
    """ "Two errors and eight warnings wait to be put right, in the records of seven children." """
    if not total.issues:
        return Headline("Nothing that we look for is wrong in what was loaded.", _then(effects))
    wait = "waits" if total.issues == 1 else "wait"
    found = " and ".join(
        words.count_of(how_many, thing)
        for how_many, thing in ((total.errors, "error"), (total.warnings, "warning"))
        if how_many
    )
    of = ""
    if total.children:
        of = f", in the records of {words.count_of(total.children, 'child', 'children')}"
    return Headline(f"{found[0].upper()}{found[1:]} {wait} to be put right{of}.", _then(effects))


def headline_outside(about: int | None, effects: Sequence[Effect]) -> Headline:
    """The same for those from whom small numbers are withheld; `about`: how many issues, to ten."""
    if about == 0:
        return Headline("Nothing that we look for is wrong in what was loaded.", _then(effects))
    some = "A few" if about is None else f"About {about:,}"
    return Headline(f"{some} issues wait to be put right.", _then(effects))


def figures_in_doubt(effects: Sequence[Effect]) -> str:
    """ "Three figures are in doubt: …"; nothing where none is."""
    doubted = sum(effect.in_doubt for effect in effects)
    if not doubted:
        return ""
    said = words.count_of(doubted, "figure is", "figures are")
    more = "it" if doubted == 1 else "each"
    return (
        f"{said[0].upper()}{said[1:]} in doubt: what is missing or cannot be right could move "
        f"{more} further than chance alone."
    )


def _then(effects: Sequence[Effect]) -> str:
    return figures_in_doubt(effects) or (
        "No figure is in doubt: what is missing could move none further than chance alone."
    )
