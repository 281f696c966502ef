"""Words of quantity in a finding: "some", "too many", "a small number of"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORDS = (
    r"(?:a|the) (?:very |relatively )?(?:small|significant|large|high|growing|limited|increasing) "
    r"(?:number|proportion|minority|majority|cohort)(?: of)?|far too many|too many|too few|"
    r"(?:an? |the )?(?:vast |overwhelming )?majority of|a minority of|a (?:few|handful of)|"
    r"almost all|nearly all|not all|not enough|almost half|more than half|about half|half of|"
    r"most|many|some|several|few|numerous"
)
_OF_PEOPLE = (
    r"(?:of (?:the|these|those) )?(?:[\w’'-]+ ){0,3}?(?:child(?:ren)?|young people|young adults|"
    r"care leavers|famil(?:y|ies)|parents|carers|instances|cases|plans|assessments|visits|reviews|"
    r"records|workers|staff|referrals|placements|homes|pathway plans|decisions|meetings)"
)
_QUANTITY = re.compile(rf"(?i)\b({_WORDS})\s+(?={_OF_PEOPLE}\b)")
_BY_ITSELF = re.compile(
    r"(?i)\b(?:in )?((?:a|the) (?:very |relatively )?(?:small|significant|large) number"
    r"(?: of (?:instances|cases|children))?|too many)\b"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as the text words it, and where it starts in the text."""

    said: str
    start: int


def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text in its own words, in their order; of two at one place the longer."""
    found: dict[int, str] = {}
    for pattern in (_BY_ITSELF, _QUANTITY):
        for match in pattern.finditer(text):
            said = " ".join(match[1].split())
            found[match.start(1)] = max(said, found.get(match.start(1), ""), key=len)
    return tuple(Quantity(found[start], start) for start in sorted(found))
