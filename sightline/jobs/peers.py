"""Beside other areas: comparators kept, and our figure of the same year set beside theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sightline.insight.comparison import (
    Area,
    Comparison,
    Measured,
    Placed,
    among_neighbours,
    compare,
    funnel,
)
from sightline.insight.intervals import Interval
from sightline.jobs import figures
from sightline.measures import Figure, Measure, MeasureFigures, catalogue, year_figures
from sightline.peers import (
    PUBLISHED,
    Benchmarks,
    Issue,
    Kind,
    NotBenchmarksError,
    Published,
    Told,
    Unit,
    Value,
    population_of,
    published_for,
    read,
    tell,
)

FOLDER = "benchmarks"
NAMELESS = "This authority"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of one file. `kind` None and a reason in `refused` where nothing was kept."""

    file: str
    kind: Kind | None
    rows: int
    new: bool
    issues: tuple[Issue, ...] = ()
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """A measure's figure beside those published of the same year.

    `own` is our figure, made of the months `parts`; `comparison` holds values in the unit of
    `published`: a share as a fraction of 1, a rate one for each child. `neighbours` are those with
    a published figure, out of `neighbours_named`. `among` is our place among all `authorities`,
    ourselves counted; None where their numbers are not published. `among_neighbours`: our place
    among those alone; None where there are too few. `as_published` is our own figure in the same
    file.
    """

    measure: Measure
    published: Published
    year: int
    own: Figure
    parts: tuple[Figure, ...]
    comparison: Comparison
    neighbours: tuple[Area, ...]
    neighbours_named: int
    neighbours_source: str
    region_name: str
    region: float | None
    england: float | None
    as_published: float | None
    among: Placed | None
    among_neighbours: Placed | None
    authorities: int
    source: str

    @property
    def name(self) -> str:
        """What we are called: the authority's name, or words for it before anyone has said."""
        return self.comparison.own.name

    @property
    def last_day(self) -> date:
        """The last day of the year compared."""
        return self.published.window.last_day(self.year)


def benchmarks(data: Path) -> Benchmarks:
    """What is kept of other areas in an authority's data folder."""
    return Benchmarks(data / FOLDER)


def load(files: Sequence[Path], data: Path, *, loaded_at: datetime) -> tuple[Loaded, ...]:
    """Read and keep each file; one that cannot be kept says why and does not stop the others."""
    kept = benchmarks(data)
    return tuple(_load(kept, path, loaded_at) for path in files)


def _load(kept: Benchmarks, path: Path, loaded_at: datetime) -> Loaded:
    try:
        found = read(path)
    except NotBenchmarksError as problem:
        return Loaded(path.name, None, 0, new=False, refused=str(problem))
    new = kept.add(found, loaded_at)
    return Loaded(found.file, found.kind, found.frame.height, new, found.issues)


def beside(data: Path, measure_id: str) -> Beside | None:
    """A measure beside other areas, of the newest year that both tell; None where none does.

    Raises KeyError for an unknown measure.
    """
    if measure_id not in catalogue():
        raise KeyError(measure_id)
    published = published_for(measure_id)
    kept = benchmarks(data)
    if published is None or not has_figures(kept):
        return None
    found = figures.one(data, measure_id)
    return _beside(kept, published, found) if found is not None else None


def all_beside(data: Path) -> tuple[Beside, ...]:
    """Every measure beside which something is published and loaded, in the catalogue's order."""
    kept = benchmarks(data)
    if not has_figures(kept):
        return ()
    of_others = {each.measure_id: each for each in PUBLISHED}
    all_of_them = (
        _beside(kept, of_others[found.measure.id], found)
        for found in figures.latest(data)
        if found.measure.id in of_others
    )
    return tuple(each for each in all_of_them if each is not None)


def has_figures(kept: Benchmarks) -> bool:
    """Whether any file of figures is kept; neighbours alone compare nothing."""
    return any(file.kind.has_figures for file in kept.files())


def _beside(kept: Benchmarks, published: Published, series: MeasureFigures) -> Beside | None:
    ours = _years(series, published)
    area = kept.area()
    number = area.number if area else ""
    if published.unit is Unit.PER_10000:
        ours = {year: parts for year, parts in ours.items() if population_of(kept, number, year)}
    told = tell(kept, published, ours)
    if told is None:
        return None
    own = year_figures.together(
        series.measure, ours[told.year], published.window.last_day(told.year)
    )
    if own.value is None:
        return None
    population = population_of(kept, number, told.year)
    us = _us(area.name if area else NAMELESS, own, published.unit, population)
    source, numbers = kept.neighbours_of(number)
    neighbours = tuple(
        _area(told.authorities[each]) for each in numbers if each in told.authorities
    )
    region_name = kept.region_of(number) if number else ""
    region = told.regions.get(region_name.lower())
    return Beside(
        measure=series.measure,
        published=published,
        year=told.year,
        own=own,
        parts=ours[told.year],
        comparison=compare(
            us,
            neighbours,
            series.measure.polarity,
            measured=_measured(published),
            region=region.value if region else None,
            england=told.england.value if told.england else None,
        ),
        neighbours=neighbours,
        neighbours_named=len(numbers),
        neighbours_source=source,
        region_name=region.name if region else region_name,
        region=region.value if region else None,
        england=told.england.value if told.england else None,
        as_published=told.authorities[number].value if number in told.authorities else None,
        among=_among(us, number, told, published),
        among_neighbours=among_neighbours(us, neighbours, _measured(published)),
        authorities=len({*told.authorities, number}),
        source=told.file,
    )


def _years(series: MeasureFigures, published: Published) -> dict[int, tuple[Figure, ...]]:
    """The years of which we have a figure, each with the months it is made of."""
    window = published.window
    made = {
        year: year_figures.parts(series, window.last_day(year), whole_year=window.is_year)
        for year in {figure.as_at.year for figure in series.series}
    }
    return {year: parts for year, parts in made.items() if parts}


def _us(name: str, own: Figure, unit: Unit, population: int | None) -> Area:
    """Our own figure as an area, in the unit of what is published."""
    assert own.value is not None
    if unit is Unit.PER_10000:
        assert population is not None
        assert own.numerator is not None
        return Area(name, own.numerator / population, round(own.numerator), population)
    if unit is Unit.PERCENT:
        return Area(name, own.value, round(own.numerator or 0), own.denominator)
    known = own.low is not None and own.high is not None
    interval = Interval(own.low, own.high) if known else None  # type: ignore[arg-type]
    return Area(name, own.value, interval=interval)


def _area(value: Value) -> Area:
    return Area(value.name, value.value, value.count, value.out_of)


def _measured(published: Published) -> Measured:
    return Measured.RATE if published.unit is Unit.PER_10000 else Measured.SHARE


def _among(us: Area, number: str, told: Told, published: Published) -> Placed | None:
    """Our place on a funnel of all authorities about England's value, spread allowed for."""
    others = [_area(each) for key, each in told.authorities.items() if key != number]
    everyone = [us, *others]
    if told.england is None or not others or not all(area.counted for area in everyone):
        return None
    placed = funnel(
        [area.name for area in everyone],
        [area.count or 0 for area in everyone],
        [area.out_of or 0 for area in everyone],
        measured=_measured(published),
        target=told.england.value,
        overdispersed=True,
    ).placed
    return placed[0]
