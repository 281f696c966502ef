"""The areas for further scrutiny, as one person may see them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.db.models import Max
from django.urls import reverse

from sightline.insight.scrutiny import Area, Kind, areas_for_scrutiny, repeat_finding
from sightline.jobs.looked_at import Looked, looked_at
from sightline.measures import MeasureFigures
from sightline.oversight.decision_effect import long_running
from sightline.oversight.measure_rows import spark
from sightline.oversight.models import ScrutinyDecision
from sightline.oversight.repeated import repeat_findings
from sightline.oversight.withheld import count_for, figure_for

SURE = {
    "known": "",  # counted, not inferred: chance has no part in it
    "almost certain": "Almost certainly more than chance",
    "very likely": "Very likely more than chance",
    "likely": "Likely more than chance",
}
MOST_SHOWN = 12
_OF_THE_WHOLE = (Kind.DETERIORATION, Kind.BENCHMARK_OUTLIER)  # tell of no group and no small count


@dataclass(frozen=True, slots=True)
class ScrutinyRow:
    """One area: what stands out, on what evidence, how sure, whom it bears on, what to ask.

    `others`: the groups of the same measure that stand out as well, each in a sentence.
    `address`: where more is said of it. `measure_id` is empty where it is about no measure.
    `decided`: the day on which something was last decided on it; None where nothing was.
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
    address: str
    decided: date | None
    long_running: str  # that it has been decided on for many months in a row; mostly empty
    others: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ScrutinyList:
    """The list, the sentence that says how far to trust it, and what it leaves out."""

    rows: list[ScrutinyRow]
    sentence: str
    left_out: bool  # areas that only those may see who see exact figures


@dataclass(frozen=True, slots=True)
class _Before:
    """What was decided before: when last, by area; and what again and again, by measure or area."""

    decided: Mapping[str, date]
    running: Mapping[str, str]


def everything_looked_at(data: Path, *, findings: bool) -> tuple[Looked, ...]:
    """What is looked at of the figures; with `findings`, also what reviews found again.

    Raises NothingLoadedError.
    """
    repeated = repeat_findings() if findings else ()
    again = (
        repeat_finding(each.address, each.wording, each.times - 1, 0, each.has_stood)
        for each in repeated
    )
    return (*looked_at(data), *(Looked("", each) for each in again))


def scrutiny_list(
    everything: Sequence[Looked], found: Sequence[MeasureFigures], today: date, *, exact: bool
) -> ScrutinyList:
    """What stands out of everything that was looked at.

    The allowance for chance is over everything that was looked at, whoever reads. For those who may
    not see small numbers, what is about a group or counts children in its evidence is left out, and
    so is a measure of which any figure is withheld.
    """
    looked = {each.candidate.id: each for each in everything}
    result = areas_for_scrutiny([each.candidate for each in looked.values()])
    figures = {each.measure.id: each for each in found}
    shown = [
        area
        for area in result.areas
        if exact or _may_be_told(looked[area.candidate.id], area, figures)
    ]
    before = _Before(_last_decided(), long_running(today))
    rows: dict[tuple[str, str], ScrutinyRow] = {}
    for area in shown:
        about = looked[area.candidate.id]
        if about.measure_id and about.measure_id not in figures:
            continue
        key = (about.measure_id or area.candidate.id, area.candidate.kind)
        first = rows.get(key)
        if first is None:
            rows[key] = _row(area, about, figures.get(about.measure_id), before, exact=exact)
        else:
            first.others.append(f"{about.group}: {area.candidate.evidence}.")
    return ScrutinyList(list(rows.values()), result.sentence(), len(shown) < len(result.areas))


def _may_be_told(about: Looked, area: Area, figures: Mapping[str, MeasureFigures]) -> bool:
    if area.candidate.kind is Kind.REPEAT_FINDING:
        return True
    measured = figures.get(about.measure_id)
    if measured is None or area.candidate.kind not in _OF_THE_WHOLE:
        return False
    kind = measured.measure.kind
    return not any(figure_for(each, kind, exact=False).withheld for each in measured.series)


def _row(
    area: Area,
    about: Looked,
    measured: MeasureFigures | None,
    before: _Before,
    *,
    exact: bool,
) -> ScrutinyRow:
    candidate = area.candidate
    shown = (
        spark([figure_for(each, measured.measure.kind, exact=exact) for each in measured.series])
        if measured
        else []
    )
    return ScrutinyRow(
        id=candidate.id,
        measure_id=about.measure_id,
        title=measured.measure.title if measured else candidate.what,
        kind=candidate.kind.value.capitalize(),
        what=candidate.what,
        evidence=candidate.evidence,
        sure=SURE[area.sure.value],
        children=count_for(candidate.children, exact=exact),
        question=candidate.question,
        by=about.by,
        spark=shown,
        address=_address(about),
        decided=before.decided.get(candidate.id),
        long_running=before.running.get(about.measure_id or candidate.id, ""),
    )


def _address(about: Looked) -> str:
    kind, name = about.candidate.kind, about.candidate.id
    if kind is Kind.REPEAT_FINDING:
        return name
    if kind is Kind.WAITING_TAIL:
        return f"{reverse('how-long')}#{name.partition('/')[2]}"
    page = reverse("measure", args=[about.measure_id])
    if kind is Kind.BENCHMARK_OUTLIER:
        return f"{page}#beside"
    return f"{page}?by={about.by}#breakdown" if about.by else page


def _last_decided() -> dict[str, date]:
    """The day of the newest decision on each area, by the area's id."""
    newest = ScrutinyDecision.objects.values("area").annotate(day=Max("decided_on"))
    return {each["area"]: each["day"] for each in newest.order_by()}
