"""Promises in a governance report, and whether each has an owner, a date and a measure.

A promise is found by its grammar: a future ("will be developed"), a work going on ("is being
refined", "are addressing"), a readiness ("plans are in place", "steps have been taken") or a will
("committed to", "aims to"). What makes it vague is what is missing. An owner is a person or a role
that acts in the promise's own clause, or after "by", or a meeting that decides ("by Cabinet"): "the
Council", a department or "leaders" is nobody in particular. A date comes after the promising words.
A measure is a number of something, a share, or a stated target.

It is meant for reports to boards and committees. Nothing here is ever applied to a practitioner's
notes of a child.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_ADVERB = r"(?:(?:\w+ly|now|also|further|already|still|soon|all|both|then)\s+){0,3}"
_DOING = (
    r"address|progress|develop|work|explor|seek|look|review|consider|improv|implement|tackl"
    r"|strengthen|refin|recruit|driv|undertak|plan|prepar|build|embed|establish|streamlin|mak"
    r"|tak|prioritis|support|deliver|redesign|pursu|invest|reduc"
)
_DONE = (
    r"address|progress|develop|explor|sought|review|consider|improv|implement|tackl|strengthen"
    r"|refin|recruit|driv|undertak|plan|prepar|buil|embed|establish|streamlin|made|taken|put"
    r"|prioritis|deliver|redesign|pursu|complet|agree|secur|commission"
)
_PROMISE = re.compile(
    "|".join(
        (
            rf"\b(?:will|shall|(?:is|are) (?:going )?to)\s+{_ADVERB}(?!not\b)(?:be\s+)?"
            rf"{_ADVERB}\w+",
            rf"\b(?:plans?|actions?|measures|mechanisms|systems|arrangements)\s+"
            rf"(?:are|is)\s+{_ADVERB}(?:in place|in hand|in train|under ?way|being \w+)",
            rf"\b(?:is|are|has been|have been|been)\s+{_ADVERB}(?:taking|making)\s+steps",
            r"\b(?:has|have)\s+(?:now\s+|also\s+)?taken\s+steps",
            rf"\b(?:is|are|being|been)\s+{_ADVERB}(?:being|been)\s+{_ADVERB}(?:{_DONE})\w*",
            rf"\b(?:is|are|we[’']re)\s+{_ADVERB}(?:{_DOING})ing\b",
            r"\b(?:under ?way|in hand|in train|a work in progress)\b",
            r"\b(?:fully |absolutely )?(?:committed|determined)\s+to\s+\w+",
            r"\b(?:aims?|intends?|plans|seeks?|continues?|hopes?)\s+to\s+(?!remain)\w+",
            r"\bactions?\s+(?:have|has)\s+(?:now\s+)?been\s+taken\b",
            r"\b(?:resources?|capacity|funding)\s+(?:have|has)\s+been\s+secured\s+to\s+\w+",
            r"\baddresses\s+the\s+mechanisms\b",
        )
    ),
    re.IGNORECASE,
)
_NO_PROMISE = re.compile(
    r"(?i)\b(?:will be removed|will take (?:over|the lead on)|unless|is expected to"
    r"|are expected to|will (?:be|come as) (?:a |no )?(?:surprise|pleased|aware|known)"
    r"|are looking after|is looking after|is to be commended|(?:is|are) making (?:a |an )?"
    r"(?:real |meaningful )?difference)"
)
_SOFT = re.compile(
    r"(?i)\b(?:at pace|swiftly|in due course|as soon as (?:possible|practicable)"
    r"|in the (?:near|coming) (?:future|months?|weeks?)|going forward|moving forward"
    r"|relentless(?:ly)?|robust(?:ly)?|actively|further|(?:taking|taken|take) steps"
    r"|where(?:ver)? (?:possible|appropriate)|over time|(?:take|takes) time|ongoing"
    r"|plans are in place|under ?way|in hand|intensive|significant(?:ly)?|in progress"
    r"|continue to|current(?:ly)? being|these (?:areas|issues|matters|concerns|deficits"
    r"|mechanisms|improvements)|this position|improve (?:and monitor )?this|in whatever way"
    r"|emerging|keen to|committed to)\b"
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}|{_MONTH}(?: \d{{4}})?"
    r"|20\d\d(?:[/–-]\d{2,4})?|(?:spring|summer|autumn|winter|Easter|Christmas)\b"
    r"|(?:within|over|in|for) (?:the )?(?:next |coming )?"
    r"(?:\d+|two|three|four|six|nine|twelve|eighteen)"
    r"(?: (?:to|or) (?:\d+|\w+))? (?:working )?(?:days|weeks|months|years)"
    r"|quarter (?:one|two|three|four|[1-4])|Q[1-4]|(?:this|next) (?:week|month|quarter|term|year)"
    r"|end of the (?:month|quarter|term|year|financial year)"
    r"|(?:monthly|weekly|quarterly|annually))",
)
_ROLE = (
    r"(?:(?:Executive |Assistant |Deputy |Interim |Strategic |Corporate )*Director(?:s)?"
    r"(?: of [A-Z]\w+)?|Heads? of (?:[Ss]ervice|[A-Z]\w+)|Service Managers?|Team Managers?"
    r"|Chief Executive|Cabinet Member|Lead Member|Principal Social Worker|DCS|Scrutineer"
    r"|Chair of [\w ]+|Programme (?:Manager|Director)|(?:Dr|Mr|Mrs|Ms|Cllr|Councillor) [A-Z]\w+)"
)
_OWNER_BEFORE = re.compile(rf"\b(?:[Tt]he |[Oo]ur )?{_ROLE}\b")
_OWNER_AFTER = re.compile(
    rf"\b(?:by|led by|owned by|responsib\w+ of|overseen by) "
    rf"(?:(?:the )?{_ROLE}|(?:Full )?(?:Council|Cabinet)\b)"
)
_MEASURE = re.compile(
    r"(?i)(?:\d+(?:\.\d+)?\s*(?:%|per ?cent)"
    r"|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+(?:\w+\s+){0,3}"
    r"(?:children|young people|social workers?|workers?|staff|families|carers?|visits|audits?"
    r"|posts?|homes?|beds?|reviews?|assessments?|cases)\b"
    r"|\btarget (?:of|is)\b|\bmeasured (?:by|as)\b|\bfrom \d[\d.,]* (?:%|per ?cent )?to \d)"
)
_CLAUSE_END = re.compile(r"[;:]|\.\s|,\s+(?:and|but|which|while|who)\s|\s(?:and|but|while)\s")


class Missing(StrEnum):
    """What a promise has not."""

    OWNER = "owner"
    DATE = "date"
    MEASURE = "measure"

    @property
    def plain(self) -> str:
        """What is not said, in plain English."""
        return {
            Missing.OWNER: "who will do it",
            Missing.DATE: "by when",
            Missing.MEASURE: "how anyone will know",
        }[self]


@dataclass(frozen=True, slots=True)
class Promise:
    """The words that promise, those that soften, and what is missing of owner, date, measure."""

    words: str
    soft: tuple[str, ...]
    missing: tuple[Missing, ...]

    @property
    def vague(self) -> bool:
        """Whether two or more of the three are missing."""
        return len(self.missing) >= 2


def promise_in(sentence: str) -> Promise | None:
    """The promise a sentence makes, or None. Where it makes several, the one that lacks most."""
    if _NO_PROMISE.search(sentence):
        return None
    made = list(_promises(sentence))
    return max(made, key=lambda each: len(each.missing)) if made else None


def _promises(sentence: str) -> Iterator[Promise]:
    soft = tuple(found[0] for found in _SOFT.finditer(sentence))
    for found in _PROMISE.finditer(sentence):
        yield Promise(found[0], soft, tuple(_missing(sentence, found.start(), found.end())))


def _missing(sentence: str, start: int, end: int) -> Iterator[Missing]:
    clause = _CLAUSE_END.split(sentence[:start])[-1]
    if not (_OWNER_BEFORE.search(clause) or _OWNER_AFTER.search(sentence)):
        yield Missing.OWNER
    if not (
        _DATE.search(sentence[end:]) or re.search(rf"(?:[Bb]y|[Ff]rom) {_DATE.pattern}", clause)
    ):
        yield Missing.DATE
    if not _MEASURE.search(sentence):
        yield Missing.MEASURE
