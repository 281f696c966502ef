"""Each measure beside similar areas, for the areas for further scrutiny."""

from __future__ import annotations

from pathlib import Path

from sightline.insight.scrutiny import Candidate, benchmark_outlier
from sightline.insight.wording import Unit, say
from sightline.jobs import peers
from sightline.jobs.peers import Beside
from sightline.jobs.remembered import remembered
from sightline.peers import Unit as PublishedUnit

_PER = 10_000


def outliers(data: Path) -> tuple[tuple[str, Candidate], ...]:
    """Each measure's id and its figure among the statistical neighbours, of the newest year.

    Those whose own figure may not be used, or whose neighbours tell too little, are left out.
    """
    kept = peers.benchmarks(data)
    area = kept.area()
    files = tuple(sorted(file.digest for file in kept.files()))
    return _outliers(data, files, area.number if area else "")


@remembered
def _outliers(data: Path, files: tuple[str, ...], number: str) -> tuple[tuple[str, Candidate], ...]:
    """Remembered for as long as the records, the files of other areas and who we are stay."""
    return tuple(
        (each.measure.id, found)
        for each in peers.all_beside(data)
        if each.own.trusted and (found := _outlier(each)) is not None
    )


def _outlier(found: Beside) -> Candidate | None:
    placed, own = found.among_neighbours, found.comparison.own
    if placed is None:
        return None
    return benchmark_outlier(
        f"{found.measure.id}/neighbours",
        f"{found.measure.title}, {found.published.window.value} {found.year}",
        placed,
        own.out_of if own.out_of and found.measure.of_children else 0,
        found.measure.polarity,
        lambda value: _said(value, found.published.unit),
    )


def _said(value: float, unit: PublishedUnit) -> str:
    if unit is PublishedUnit.PERCENT:
        return say(value, Unit.SHARE)
    if unit is PublishedUnit.PER_10000:
        return f"{say(value * _PER, Unit.NUMBER)} per 10,000 children"
    return say(value, Unit.NUMBER)
