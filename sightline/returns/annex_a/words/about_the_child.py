"""Words about the child: sex, yes and no, disability."""

from __future__ import annotations

import re

from sightline.returns.annex_a.words.matching import bare, ruled
from sightline.returns.fields import UNSTATED

read_sex = ruled(
    (
        ("U", r"trans|^unborn|indeterminate|neither|non binary|dysphoria|classify|unspecified"),
        ("M", r"^(1 )?(m|male|boy)\b|^1$"),
        ("F", r"^(2 )?(f|female|girl)\b|^2$"),
        ("U", r"^[09ui]$|^0 |not (stated|known|recorded|specified)|unknown|withheld|unborn"),
    )
)
"""M, F, or U for neither, indeterminate, unborn and not stated."""

_UNSAID = re.compile(
    r"unknown|not (stated|known|recorded|applicable|yet obtained|obtained)|nobt.*|refu(sed)?|n a|"
    r".*information not yet obtained|no visit\b.*"
)
_NO = re.compile(
    r"(0|2) ?(no)?|n|no|f|false|none|no (known )?disabilit(y|ies)|not disabled|not offered\b.*|"
    r"(child )?(was )?not (seen|offered|accepted)\b.*|further action|fa|"
    r"non (uasc|cla)|unborn|no\b.*"
)
_YES = re.compile(
    r"1 ?(yes)?|y|yes|t|true|(child )?seen( alone)?|offered|accepted|offered and .*|"
    r"nfa|no further action|uasc|yes\b.*"
)


def read_yes_no(text: str) -> bool | str | None:
    """Yes or no, however it is put; UNSTATED where the words say that it is not known."""
    words = bare(text)
    if not words or _UNSAID.fullmatch(words):
        return UNSTATED
    if _YES.fullmatch(words):
        return True
    return False if _NO.fullmatch(words) else None


# The kinds of disability of the children in need census: naming one is a yes.
_DISABILITY = re.compile(
    r"\b(aut|autis[mt]|autistic|asperger|beh|behaviour|comm|communication|con|"
    r"conc?iousness|consciousness|"
    r"dda|disab|hand|hear|hearing|inc|incontin?en?ce|ld|learning|mob|mobility|"
    r"pc|personal care|vis|vision)"
)


def read_disabled(text: str) -> bool | str | None:
    """Yes or no; the name of a kind of disability is a yes."""
    answer = read_yes_no(text)
    if answer is None and _DISABILITY.search(bare(text)):
        return True
    return answer
