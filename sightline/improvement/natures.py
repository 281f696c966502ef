"""Process, practice or a child's experience: suggested by words, said by people, and weighed.

A theme in which the practice was found wanting is not answered by steps and dates alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sightline.improvement.models import Finding, Nature, NatureTag
from sightline.people.models import User

_CUES = {
    Nature.EXPERIENCE: (
        r"children (?:feel|experience|wait|live|move|go missing|are (?:safe|settled|happy|matched))"
        r"|children’s (?:lives|experiences)|outcomes?|wellbeing|well-being|placement moves|settled"
        r"|stab(?:le|ility)|homes?\b.*\b(?:far|unregistered)|homeless|missing"
        r"|health (?:needs|check)|dental|exclu(?:ded|sion)|attainment"
        r"|suitable accommodation|left behind|unsafe"
    ),
    Nature.PRACTICE: (
        r"qualit(?:y|ies)|analys|curios|relationship|direct work|challenge|reflective|skills?"
        r"|understand|listen|insightful|weak|poor|judg(?:e|ement)|oversight|superficial"
        r"|descriptive|assessments? (?:is|are|do|lack)|plans? (?:is|are|do|lack)|purposeful"
        r"|drift|impact|risk is|grip|life[- ]story work|professional"
    ),
    Nature.PROCESS: (
        r"timel(?:y|iness)|timescales?|in time|on time|overdue|late\b|delays?|frequency|recorded"
        r"|recording|completed|completion|held\b|procedures?|systems?|polic(?:y|ies)|tracker"
        r"|tracking|forms?\b|protocol|commission|recruit|panel|process|framework|data|notified"
        r"|within \d+"
    ),
}  # fmt: skip
_PATTERNS = {nature: re.compile(rf"(?i)\b(?:{cues})") for nature, cues in _CUES.items()}


@dataclass(frozen=True, slots=True)
class Tagged:
    """What a finding is about: said by a person, and agreed by a second; or else suggested."""

    nature: Nature
    said_by_person: bool
    agreed: bool

    @property
    def said(self) -> str:
        """ "Practice, suggested by its words"."""
        title = str(self.nature.label)
        if not self.said_by_person:
            return f"{title}, suggested by its words"
        return f"{title}, two people agree" if self.agreed else f"{title}, one person says"


def suggested(text: str) -> Nature:
    """What the words are most about; practice, where they do not say.

    Practice is what a warning is about, so a text that does not say is not let off.
    """
    counts = {nature: len(pattern.findall(text)) for nature, pattern in _PATTERNS.items()}
    most = max(counts.values())
    if not most:
        return Nature.PRACTICE
    order = (Nature.PRACTICE, Nature.EXPERIENCE, Nature.PROCESS)
    return next(nature for nature in order if counts[nature] == most)


def say(finding: Finding, nature: Nature, why: str, user: User, at: datetime) -> NatureTag:
    """One person's word on a finding. Another's word of the same nature agrees to it."""
    return NatureTag.objects.create(finding=finding, nature=nature, why=why.strip(), by=user, at=at)


def tagged(findings: Iterable[Finding]) -> dict[int, Tagged]:
    """What each finding is about, by its key: the newest word of a person, else its own words."""
    rows = {each.pk: each for each in findings}
    said: dict[int, list[NatureTag]] = {}
    for tag in NatureTag.objects.filter(finding__in=rows).order_by("pk"):
        said.setdefault(tag.finding_id, []).append(tag)
    return {
        key: _newest(said[key]) if key in said else Tagged(suggested(row.wording), False, False)
        for key, row in rows.items()
    }


def _newest(tags: Sequence[NatureTag]) -> Tagged:
    """The newest word; agreed, where the one before it, by another person, says the same."""
    newest = tags[-1]
    people = set()
    for tag in reversed(tags):
        if tag.nature != newest.nature:
            break
        people.add(tag.by_id)
    return Tagged(Nature(newest.nature), True, len(people) > 1)


def only_process(findings: Iterable[Nature], answers: Sequence[Nature]) -> bool:
    """Whether practice was found wanting, and all that answers it is process."""
    return Nature.PRACTICE in set(findings) and bool(answers) and set(answers) == {Nature.PROCESS}


def warning(
    theme: str,
    findings: Iterable[Nature],
    actions: Sequence[Nature],
    measures: Mapping[str, Nature],
) -> str:
    """What to say of a theme; empty where there is nothing to warn of."""
    found = tuple(findings)
    lacks = []
    if only_process(found, actions):
        lacks.append("every action that answers it is about process")
    if only_process(found, tuple(measures.values())):
        lacks.append("every measure that would show it is about process")
    if not lacks:
        return ""
    return f"{theme}: practice was found wanting, but {' and '.join(lacks)}."
