"""Rows of the templates on case audits: kinder than their moderation, and at odds with a figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from sightline.synthetic.chance import stream
from sightline.synthetic.days import working_day_before
from sightline.synthetic.extract import Extract
from sightline.synthetic.staffing import registration_of

Row = dict[str, object]
DAYS_BETWEEN = 330  # of one child's audits, about
GRADES = ("outstanding", "good", "requires improvement", "inadequate")
TRUE_GRADES = (0.03, 0.30, 0.47, 0.20)
TOO_KIND, DONE_IN_TIME, MODERATED, FAMILY_ASKED = 0.5, 0.78, 0.34, 0.42
FOUND = {
    "reviews": 0.77,
    "health": 0.95,
    "supervision": 0.7,
    "child's voice": 0.74,
    "care plan": 0.55,
    "analysis": 0.5,
    "visits": 0.48,  # planted: visits are entered that the record tells nothing of
}
"""How often an audit finds each standard met."""


@dataclass(frozen=True, slots=True)
class _Audit:
    child_id: str
    due: int
    done: int | None
    rng: Random


def _audits(extract: Extract) -> Iterator[_Audit]:
    """Audits of children in care, about one a year each, due in the time the lists cover."""
    for person, period in extract.care:
        if period.end <= extract.since:
            continue
        rng = stream(extract.authority.seed, person.child_id, period.start, "audits")
        due = max(period.start, extract.since) + rng.randrange(30, DAYS_BETWEEN)
        while due < min(period.end, extract.on):
            day = working_day_before(due)
            late = 0 if rng.random() < DONE_IN_TIME else rng.randrange(5, 60)
            done = working_day_before(day - rng.randrange(0, 12) + late)
            known = extract.since <= done <= extract.on
            yield _Audit(person.child_id, day, done if known else None, rng)
            due += rng.randrange(DAYS_BETWEEN - 60, DAYS_BETWEEN + 60)


def case_audits(extract: Extract) -> Iterator[Row]:
    """An audit each: half are a grade too kind, and a third are moderated."""
    managers = extract.authority.workforce.supervisors()
    for number, audit in enumerate(_audits(extract)):
        rng, done = Random(audit.rng.random()), audit.done
        true = rng.choices(range(len(GRADES)), TRUE_GRADES)[0]
        given = max(true - (rng.random() < TOO_KIND), 0)
        moderated = None
        if done is not None and rng.random() < MODERATED:
            moderated = working_day_before(done + rng.randrange(7, 25))
            moderated = moderated if moderated <= extract.on else None
        auditor = managers[number % len(managers)].holder_on(audit.due)
        yield {
            "child_id": audit.child_id, "due_date": audit.due, "audit_date": done,
            "auditor_id": registration_of(auditor),
            "grade": GRADES[given] if done is not None else None,
            "family_asked": rng.random() < FAMILY_ASKED if done is not None else None,
            "moderated_date": moderated,
            "moderated_grade": GRADES[true] if moderated is not None else None,
        }  # fmt: skip


def audit_standards(extract: Extract) -> Iterator[Row]:
    """What each audit that was done found, standard by standard."""
    for audit in _audits(extract):
        if audit.done is None:
            continue
        rng = Random(audit.rng.random())
        for standard, share in FOUND.items():
            yield {
                "child_id": audit.child_id, "audit_date": audit.done,
                "standard": standard, "met": rng.random() < share,
            }  # fmt: skip
