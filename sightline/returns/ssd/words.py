"""What case systems write in the coded columns of the SSD, and what they mean.

A code is believed wherever the words begin with it or end on it in brackets. The readers of Annex
A's words serve where the SSD asks the same question.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from sightline.returns.annex_a.words.care import read_legal_status as read_care_status
from sightline.returns.annex_a.words.matching import Rules, bare, coded, ruled
from sightline.returns.fields import UNSTATED

Told = Callable[[str], str | None]


def code_or(codes: str, rules: Rules = ()) -> Told:
    """A reader of one of some codes, or of words by rules."""
    longest_first = sorted(codes.split(), key=len, reverse=True)
    find, read = coded("|".join(longest_first)), ruled(rules)

    def told(text: str) -> str | None:
        return find(text) or read(text)

    return told


# orders and statuses of the SSD under which nobody is looked after
_NOT_IN_CARE = re.compile(
    r"special g|\bsgo\b|arrangement|residence|private foster|care leaver|adoption order|adopted|"
    r"(?<!youth )supervision order|relevant|no legal|not looked|parental resp"
)


def read_legal_status(text: str) -> str | None:
    """The 903's legal status. The SSD lists others too, under which nobody is looked after."""
    return UNSTATED if _NOT_IN_CARE.search(bare(text)) else read_care_status(text)


def read_answer(text: str) -> str | bool | None:
    """Yes or no; unknown, and not applicable, say neither."""
    words = bare(text)
    if re.match(r"(y|yes|true|1)\b", words):
        return True
    if re.match(r"(n|no|false|0)$|no\b", words):
        return False
    if re.search(r"unknown|not (known|in care|applicable)|^n ?a$|^u$", words):
        return UNSTATED
    return None


read_check_type = ruled(
    (
        ("HEALTH_ASSESSMENT", r"health assess|\b[ir]ha\b|health review|medical"),
        ("DENTAL_CHECK", r"dent|teeth"),
        ("DEVELOPMENT_CHECK", r"surveillance|development|health check"),
        ("OPTICIAN", r"optic|eye|vision"),
        ("OTHER", r"."),
    )
)
"""HEALTH_ASSESSMENT, DENTAL_CHECK, DEVELOPMENT_CHECK, OPTICIAN or OTHER."""

read_check_status = ruled(
    (
        ("REFUSED", r"refus|declin"),
        ("CANCELLED", r"cancel|not attend|\bdna\b|was not brought"),
        ("PLANNED", r"plan|due|book|pending|schedul|request"),
        ("COMPLETED", r"complet|held|attend|done|seen|^yes$|^y$"),
    )
)
"""PLANNED, REFUSED, CANCELLED or COMPLETED."""

read_missing_type = ruled((("A", r"away|absen|unauthor|^a$"), ("M", r"miss|abscond|^m$")))
"""M for missing, A for away from placement without authorisation, as in the 903."""

read_order_type = ruled(
    (
        ("SPECIAL_GUARDIANSHIP", r"special g|\bsgo\b"),
        ("ADOPTION", r"adopt"),
        ("CHILD_ARRANGEMENTS", r"arrangement|residence|\bcao\b|\bro\b"),
    )
)
"""ADOPTION, SPECIAL_GUARDIANSHIP or CHILD_ARRANGEMENTS."""

read_eligibility = ruled(
    (
        ("NOT_ELIGIBLE", r"^no current|not eligible|^none$"),
        ("QUALIFYING", r"qualif"),
        ("FORMER_RELEVANT", r"former"),
        ("ELIGIBLE", r"eligib"),
        ("RELEVANT", r"relevant"),
        ("OTHER", r"other"),
    )
)
"""ELIGIBLE, RELEVANT, FORMER_RELEVANT, QUALIFYING, NOT_ELIGIBLE or OTHER."""


def read_order_day(text: str) -> str | None:
    """A day as it is written; UNSTATED for the 903's zz/05/2020, of which only a part is known."""
    return UNSTATED if re.match(r"(?i)zz/", text.strip()) else text
