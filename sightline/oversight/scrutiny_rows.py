"""The areas for further scrutiny, as one person may see them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sightline.insight.scrutiny import Area, Kind, areas_for_scrutiny
from sightline.jobs.looked_at import Looked, looked_at
from sightline.measures import MeasureFigures
from sightline.oversight.decision_effect import long_running
from sightline.oversight.measure_rows import spark
from sightline.oversight.withheld import count_for, figure_for

SURE = {
    "known": "Known",
    "almost certain": "Almost certainly more than chance",
    "very likely": "Very likely more than chance",
    "likely": "Likely more than chance",
}
MOST_SHOWN = 12


@dataclass(frozen=True, slots=True)
class ScrutinyRow:
    """One area: what stands out, on what evidence, how sure, whom it bears on, what to ask.

    `others`: the groups of the same measure that stand out as well, each in a sentence.
    """

    id: str
    measure_id: str
    title: str
    kind: str
    what: str
    evidence: str
    sure: str
    children: int | None
    question: str
    by: str
    spark: list[str]
    long_running: str  # that it has been decided on for many months in a row; mostly empty
    others: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ScrutinyList:
    """The list, the sentence that says how far to trust it, and what it leaves out."""

    rows: list[ScrutinyRow]
    sentence: str
    left_out: bool  # areas that only those may see who see exact figures


def scrutiny_list(
    data: Path, found: Sequence[MeasureFigures], today: date, *, exact: bool
) -> ScrutinyList:
    """What stands out after the newest load. Raises NothingLoadedError.

    The allowance for chance is over everything that was looked at, whoever reads. For those who may
    not see small numbers, what is about a group or counts children in its evidence is left out, and
    so is a measure of which any figure is withheld.
    """
    looked = {each.candidate.id: each for each in looked_at(data)}
    result = areas_for_scrutiny([each.candidate for each in looked.values()])
    figures = {each.measure.id: each for each in found}
    shown = [
        area
        for area in result.areas
        if exact or _may_be_told(looked[area.candidate.id], area, figures)
    ]
    rows: dict[tuple[str, str], ScrutinyRow] = {}
    running = long_running(today)
    for area in shown:
        about = looked[area.candidate.id]
        if about.measure_id not in figures:
            continue
        first = rows.get((about.measure_id, area.candidate.kind))
        if first is None:
            row = _row(area, about, figures[about.measure_id], running, exact=exact)
            rows[about.measure_id, area.candidate.kind] = row
        else:
            first.others.append(f"{about.group}: {area.candidate.evidence}.")
    return ScrutinyList(list(rows.values()), result.sentence(), len(shown) < len(result.areas))


def _may_be_told(about: Looked, area: Area, figures: Mapping[str, MeasureFigures]) -> bool:
    measured = figures.get(about.measure_id)
    if measured is None or area.candidate.kind is not Kind.DETERIORATION:
        return False
    kind = measured.measure.kind
    return not any(figure_for(each, kind, exact=False).withheld for each in measured.series)


def _row(
    area: Area,
    about: Looked,
    measured: MeasureFigures,
    running: Mapping[str, str],
    *,
    exact: bool,
) -> ScrutinyRow:
    candidate = area.candidate
    series = [figure_for(each, measured.measure.kind, exact=exact) for each in measured.series]
    return ScrutinyRow(
        id=candidate.id,
        measure_id=about.measure_id,
        title=measured.measure.title,
        kind=candidate.kind.value.capitalize(),
        what=candidate.what,
        evidence=candidate.evidence,
        sure=SURE[area.sure.value],
        children=count_for(candidate.children, exact=exact),
        question=candidate.question,
        by=about.by,
        spark=spark(series),
        long_running=running.get(about.measure_id, ""),
    )
