"""What audits found, standard by standard, and how far a second person graded lower."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import ibis
from ibis import _

from sightline.jobs.audit_contradictions import FIGURES
from sightline.jobs.authority import opened
from sightline.jobs.remembered import remembered
from sightline.measures import catalogue
from sightline.records import Records

A_YEAR = timedelta(days=365)
GRADES = ("outstanding", "good", "requires improvement", "inadequate")

_ELSE = {"analysis": "assessment", "care plan": "care_planning", "child's voice": "voice"}
"""The theme of a standard that no measure tells of."""


@dataclass(frozen=True, slots=True)
class Audited:
    """A standard: how many audits of the year, and of the year before, asked for and found it."""

    standard: str
    themes: tuple[str, ...]
    met: int
    of: int
    met_before: int
    of_before: int


@dataclass(frozen=True, slots=True)
class AuditsSeen:
    """All standards to the newest audit, and the grades of those moderated, 0 for outstanding:
    each pair the auditor's own and the moderator's."""

    until: date | None
    standards: tuple[Audited, ...]
    moderated: tuple[tuple[int, int], ...]


@remembered
def audits_seen(data: Path) -> AuditsSeen:
    """What the audits of the loaded records say. Raises NothingLoadedError before any load."""
    with opened(data) as records:
        until = _until(records)
        if until is None:
            return AuditsSeen(None, (), ())
        return AuditsSeen(until, _standards(records, until), _pairs(records, until))


def _until(records: Records) -> date | None:
    [row] = records.ask(records.table("audit_standard").agg(day=_.date.max()))
    day = row["day"]
    return day if isinstance(day, date) else None


def _standards(records: Records, until: date) -> tuple[Audited, ...]:
    looked = records.table("audit_standard").filter(
        _.met.notnull() & (_.date > ibis.literal(until - 2 * A_YEAR))
    )
    this_year = (_.date > ibis.literal(until - A_YEAR)).ifelse(1, 0)
    counted = looked.mutate(now=this_year, found=_.met.ifelse(1, 0)).group_by("standard")
    rows = records.ask(
        counted.agg(
            of=_.now.sum(),
            met=(_.now * _.found).sum(),
            of_before=(1 - _.now).sum(),
            met_before=((1 - _.now) * _.found).sum(),
        ).order_by("standard")
    )
    return tuple(_audited(row) for row in rows)


def _audited(row: Mapping[str, object]) -> Audited:
    standard = str(row["standard"])
    measure = catalogue().get(FIGURES.get(standard, ""))
    counts = {each: int(str(row[each])) for each in ("met", "of", "met_before", "of_before")}
    themes = measure.themes if measure else tuple(filter(None, [_ELSE.get(standard, "")]))
    return Audited(standard, themes, **counts)


def _pairs(records: Records, until: date) -> tuple[tuple[int, int], ...]:
    moderated = records.table("case_audit").filter(
        (_.date > ibis.literal(until - A_YEAR))
        & _.grade.isin(GRADES)
        & _.moderated_grade.isin(GRADES)
    )
    counted = moderated.group_by(["grade", "moderated_grade"]).agg(n=_.count())
    rows = records.ask(counted.order_by(["grade", "moderated_grade"]))
    return tuple(
        pair
        for row in rows
        for pair in [(GRADES.index(row["grade"]), GRADES.index(row["moderated_grade"]))]
        * int(row["n"])
    )
