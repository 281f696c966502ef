"""The demo's register: letters taken in, and decided on as by people in the middle of it."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from sightline import words
from sightline.improvement import decisions, vouching
from sightline.improvement.conflicting import keep_facts
from sightline.improvement.demo_answers import answer_demo
from sightline.improvement.interventions import among, enter
from sightline.improvement.models import Finding, FindingKind, Review, WayOfRunning
from sightline.improvement.reading import AlreadyThereError, add_review
from sightline.improvement.report_checks import make_check, suggested
from sightline.improvement.retelling import keep_retold
from sightline.letters import Direction, LetterKind, read
from sightline.measures.audiences import Audience
from sightline.people.models import User

ELSEWHERE = "elsewhere"  # the folder of other authorities' letters, within that of our own
_TO_CHECK = {LetterKind.COVER_REPORT.value, LetterKind.STATEMENT.value}
_TYPES = {".pdf", ".docx", ".txt", ".md"}
_WAYS = (WayOfRunning.PARTNER, WayOfRunning.TRUST, WayOfRunning.TRUST, WayOfRunning.TRUST)
_RESTS_ON = {
    "dental checks are at their highest": "dental_checks",
    "reviews of children in care are held on time": "reviews_in_timescale",
    "Agency staffing has fallen": "agency_workers",
}
_VISITED = "now visited on time in all teams"
_DAYS_TO_DECIDE = 14
_REFERENCE = re.compile(r" \(paragraphs? [\d, and]+\)(?=\.$)")
_NO_REFERENCE = "The paragraph numbers mean nothing away from the report."
_SAYS_NOTHING = "It tells how things are and asks for nothing to be done."


def add_demo_letters(folder: Path, user: User) -> tuple[Review, ...]:
    """Adds every letter in the folder and in its `elsewhere`; decides on our own as people would.

    Each came on the day it is dated and was decided on in one day, a fortnight later. The newest
    letter that says anything still waits. Of the one before it the improvements are confirmed, and
    half of the findings. All that is older is decided: what names no matter and points no way is
    rejected, the rest confirmed. Nobody decides on other authorities' letters.

    A letter that is there already is left as it is, so a second run changes nothing. Raises
    LetterError for a file that cannot be read.
    """
    own = _added(folder, user)
    elsewhere = _added(folder / ELSEWHERE, user) if (folder / ELSEWHERE).is_dir() else []
    saying = [review for review in own if review.findings.exists()]
    with transaction.atomic():
        for review in saying[:-2]:
            _decide(review, user, list(review.findings.order_by("order")))
        for review in saying[-2:-1]:
            _decide(review, user, _half(review))
    answer_demo(user)
    _check(own, user)
    _enter_ways(user)
    return (*own, *elsewhere)


def _check(own: list[Review], user: User) -> None:
    """The authority's own reports beside their sources, and the facts that documents state."""
    for review in own:
        source = suggested(review) if review.kind in _TO_CHECK else None
        if source is not None:
            audience = Audience.SCRUTINY.value
            make_check(review, [source], audience, user, _decided_at(review))
            _bind(review, source, user)
    keep_facts()
    keep_retold()


def _bind(review: Review, source: Review, user: User) -> None:
    """What a person in the middle of the check has found its claims to rest on."""
    at = min(timezone.now(), _decided_at(review) + timedelta(hours=1))
    for words_of_it, measure in _RESTS_ON.items():
        for claim in review.statements.filter(text__contains=words_of_it, measure=""):
            if claim.finding_id is None:
                vouching.bind(claim, user, at, measure=measure)
    weak = source.findings.filter(direction=Direction.WEAKNESS.value, themes__theme="visits")
    said = weak.order_by("order").first()
    for claim in review.statements.filter(text__contains=_VISITED, finding=None):
        if said is not None:
            vouching.bind(claim, user, at, finding=said.pk)


def _enter_ways(user: User) -> None:
    """How services were run while they were inadequate, which no letter says."""
    for number, past in enumerate(among(timezone.localdate()).past):
        way = WayOfRunning.COMMISSIONER if past.own else _WAYS[number % len(_WAYS)]
        if past.way is None:
            source = f"Direction after the report of {words.month(past.spell.began)}, made up"
            at = _at(past.spell.began, time(10))
            enter(past.authority, past.spell.began, way.value, source, user, at)


def _added(folder: Path, user: User) -> list[Review]:
    """The letters of a folder that were not there, in the order in which they came."""
    paths = [each for each in folder.iterdir() if each.suffix.lower() in _TYPES]
    came = sorted((_came_on(path), path) for path in paths)
    added = []
    for at, path in came:
        try:
            added.append(add_review(path, user, at))
        except AlreadyThereError:
            continue
    return added


def _came_on(path: Path) -> datetime:
    """Nine o'clock on the day it was published, else the last of the visit, else now."""
    letter = read(path)
    day = letter.published or letter.visited_to
    return _at(day, time(9)) if day else timezone.now()


def _half(review: Review) -> list[Finding]:
    """Every improvement, and the first half of the findings."""
    rows = list(review.findings.order_by("order"))
    said = [row for row in rows if row.kind == FindingKind.FINDING]
    return [row for row in rows if row.kind != FindingKind.FINDING] + said[: len(said) // 2]


def _decide(review: Review, user: User, findings: Sequence[Finding]) -> None:
    at = _decided_at(review)
    for finding in findings:
        bare = _REFERENCE.sub("", finding.text)
        if bare != finding.text:
            themes = finding.theme_ids
            made = decisions.Edit(bare, finding.direction, themes, _NO_REFERENCE)
            decisions.edit(finding, user, at, made)
        elif finding.direction == Direction.NEUTRAL.value and not finding.theme_ids:
            decisions.reject(finding, user, at, _SAYS_NOTHING)
        else:
            decisions.confirm(finding, user, at)


def _decided_at(review: Review) -> datetime:
    """Ten o'clock, a fortnight after it came."""
    return _at(review.added_at.date() + timedelta(days=_DAYS_TO_DECIDE), time(10))


def _at(day: date, clock: time) -> datetime:
    """The moment in British time; now, where that lies in the future."""
    return min(timezone.now(), timezone.make_aware(datetime.combine(day, clock)))
