"""Where audits and figures disagree: what auditors found of a practice, beside its figure.

An audit looks at whether the practice is in the child's record and worth the name; a figure counts
what the system was told. Where the two differ beyond chance, one of them misleads.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import ibis
from ibis import _

from sightline.insight.comparison import Group
from sightline.insight.comparison.groups import FEWEST_CHILDREN
from sightline.insight.scrutiny import Candidate, contradiction
from sightline.measures import MeasureFigures
from sightline.records import Records

A_YEAR = timedelta(days=365)
FIGURES = {
    "visits": "visits_in_timescale",
    "reviews": "reviews_in_timescale",
    "health": "health_assessments_in_timescale",
    "permanence plan": "permanence_plan_by_four_months",
    "supervision": "children_supervised",
    "life story work": "life_story_work_begun",
    "seen in assessment": "seen_in_assessment",
}
"""The measure that tells of the same practice, by the standard of the audits."""


def audit_contradictions(
    records: Records, usable: Sequence[MeasureFigures]
) -> Iterator[tuple[str, Candidate]]:
    """Measure and candidate of each standard audited in the year to the measure's newest figure.

    Left out where too few were audited or counted, and where the figure may not be used.
    """
    figures = {each.measure.id: each for each in usable}
    for standard, measure in FIGURES.items():
        if measure not in figures:
            continue
        latest = figures[measure].latest
        audited = _audited(records, standard, latest.as_at)
        recorded = Group("recorded", round(latest.numerator or 0), latest.denominator or 0)
        if min(audited.of, recorded.of) >= FEWEST_CHILDREN:
            title = figures[measure].measure.title
            yield measure, contradiction(f"{measure}/audits", title, audited, recorded)


def _audited(records: Records, standard: str, until: date) -> Group:
    """Audits of the year that looked for the standard, and how many found it."""
    found = records.table("audit_standard").filter(
        (_.standard == standard)
        & (_.date > ibis.literal(until - A_YEAR))
        & (_.date <= ibis.literal(until))
        & _.met.notnull()
    )
    [row] = records.ask(
        found.agg(
            of=_.count().cast("int64"),
            met=_.met.ifelse(1, 0).sum().fill_null(0).cast("int64"),
        )
    )
    return Group("audited", row["met"], row["of"])
