"""Words about care leavers: eligibility, being in touch, where they live, what they do."""

from __future__ import annotations

import re

from sightline.returns.annex_a.words.matching import bare, ruled
from sightline.returns.fields import UNSTATED

read_eligibility = ruled(
    (
        ("QUALIFYING", r"qualif|^q$"),
        ("FORMER_RELEVANT", r"former|pa to 25|^fr$"),
        ("ELIGIBLE", r"eligib|^e$"),
        ("RELEVANT", r"relevant|^r$"),
        ("OTHER", r"other"),
    )
)
"""ELIGIBLE, RELEVANT, FORMER_RELEVANT, QUALIFYING or OTHER."""

read_in_touch = ruled(
    (
        (UNSTATED, r"no contact|not recorded|no care leaver"),
        ("RHOM", r"returned to|\brhom\b"),
        ("DIED", r"\bdied|death|deceased"),
        ("REFU", r"refus|\brefu\b"),
        ("NREQ", r"no longer req|\bnreq\b"),
        ("ABROAD", r"abroad"),
        ("NOT_KNOWN", r"residence not"),
        ("NO", r"\bno\b(?! (contact|care))|^n$|^[023]$"),
        ("YES", r"\byes\b|^y$|^1$|in touch"),
    )
)
"""YES, NO, DIED, REFU, NREQ, RHOM as in the SSDA903; older answers ABROAD and NOT_KNOWN."""

_LETTER = re.compile(r"^\W*(?:[a-p]\) )?\W*\(?([BCDEGHKRSTUVWXYZ])(?:[12])?\)?(?=$|\W)")
_BRACKETED = re.compile(r"\[([BCDEGHKRSTUVWXYZ])[12]?\]\W*$")
_MAPPED = re.compile(r"Code '([BCDEGHKRSTUVWXYZ])\d?'")
_read_accommodation = ruled(
    (
        ("Z", r"foster|staying put|other carer"),
        ("D", r"^semi ind"),
        ("B", r"parents|relatives|family"),
        ("X", r"custody|young offender|prison"),
        ("S", r"no fixed|homeless|^nfa"),
        ("W", r"bed and breakfast"),
        ("V", r"emergency|night shelter"),
        ("T", r"foyer"),
        ("D", r"semi ind|transitional|not subject|mother and baby"),
        ("E", r"supported lodg"),
        ("K", r"ordinary lodg|lodgings no"),
        ("U", r"independ[ae]nt|university|college|tenancy"),
        ("C", r"community home|residential|\bnhs\b|homes and hostels"),
        ("H", r"deport"),
        ("G", r"abroad"),
        ("R", r"residene?ce not|whereabouts|not known|no information|not stated|not recorded"),
        ("Y", r"other accom|friends|^cla$|^other"),
    )
)


def read_accommodation(text: str) -> str | None:
    """The first letter of the SSDA903 accommodation code."""
    for finder in (_LETTER, _BRACKETED, _MAPPED):
        if found := finder.search(text.strip()):
            return found.group(1)
    return _read_accommodation(text)


_UNSUITABLE = re.compile(r"unsuitable|not (considered )?(to be )?suitable|^(2|n|no|false)$|^2 ")
_SUITABLE = re.compile(r"suitable|^(1|y|yes|true)$|^1 ")


def read_suitability(text: str) -> str | None:
    """SUITABLE, NOT_SUITABLE or UNKNOWN."""
    words = bare(text)
    if _UNSUITABLE.search(words):
        return "NOT_SUITABLE"
    if _SUITABLE.search(words):
        return "SUITABLE"
    return "UNKNOWN" if words in ("", "0", "unknown", "not recorded", "not known") else None


_ACTIVITY_CODE = re.compile(r"(?<![A-Z0-9])([FP][1-5]|G[456])(?![A-Z0-9])")
_NOT_WORKING = ruled(
    (
        ("G6", r"pregnan|parenting"),
        ("G4", r"illness|disab"),
        ("G5", r"not in|neet|other circum|other$|unemployed"),
    )
)
_WORKING = ruled(
    (
        ("4", r"(?<!not )apprentic(?!.*not)"),
        ("5", r"not apprentic|not an apprentic|other than apprentic"),
        (
            "2",
            r"(other than|not|below) higher|further education|^.*education(?!.*higher)(?!.*train)",
        ),
        ("1", r"higher|university|degree"),
        ("3", r"train|employ|work"),
    )
)


def read_activity(text: str) -> str | None:
    """The activity code of the SSDA903: F full time, P part time, G not in education or work."""
    if found := _ACTIVITY_CODE.search(text.upper()):
        return found.group(1)
    words = bare(text)
    time = "P" if "part time" in words else "F" if "full time" in words else ""
    if time:
        kind = _WORKING(text)
        return time + kind if kind and kind != UNSTATED else None
    return _NOT_WORKING(text)
