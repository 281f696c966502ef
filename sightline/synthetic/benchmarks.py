"""Made-up files of other areas, in the shapes in which real ones are published.

Eleven invented authorities of an invented region, around levels published for England (LAIT, of
2025). What stands there of the made-up authority itself is "x": not available, as its own figures
come from its own records.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from sightline.peers import PUBLISHED, Published, Unit, Window
from sightline.synthetic.chance import stream
from sightline.synthetic.days import day_of
from sightline.synthetic.geography import AUTHORITY, LEA, NEIGHBOURS
from sightline.synthetic.job import Job
from sightline.synthetic.planting import in_care_on

REGION, REGION_CODE, ENGLAND = "Middlemere", "E99999901", "England"
OTHERS = (
    *NEIGHBOURS, "Marlstone Reach", "Eastwater Fen", "Hollowbeck", "Quernford", "Saltmere Vale",
    "Tarnwick Moor",
)  # fmt: skip
NUMBERS = {name: str(number) for number, name in enumerate(OTHERS, start=951)}
YEARS = 5
SPREAD = 0.18  # deviation of the log of an area's level from England's
RATE_IN_CARE = 0.0080  # of the children who live in the authority
NATIONAL = {
    "CPP_Total_Rateper10,000": 519.4, "ReReferral": 22.6, "CIN_Refferals_NFA": 6.5,
    "Continue_Assess_Comp": 85.7, "Section_47": 189.3, "CP_conf_15days": 81.4, "CPP_rate": 40.6,
    "CPPlans2yrsActive": 2.3, "CPPlans2yrs": 4.4, "PrevRegCPR": 24.5, "RevCP": 90.6, "LAC": 67.0,
    "LACStable_2016on": 10.0, "LAC_LongStable%": 69.0, "LAC_SecHome_And_ChildHome": 12.0,
    "LAC_Parents_OR_Others": 6.0, "Stability_SocialWorker": 27.0, "LAC_ceased_SGO%": 12.0,
    "%_of LAC Adopted": 9.0, "LAC_ceased_CAO%": 3.0, "LAC_RetHome_CarePlan_%": 16.0,
    "LACDental%": 81.0, "Emotional_LAC": 14.9, "LACVaccinations%": 84.0, "LACSubstance": 3.0,
    "LAC_Convictions": 2.0, "SEN_EHC_Excpt_20wks": 46.4,
}  # fmt: skip
"""England's level of each LAIT indicator in use."""
IN_CARE, MOVED, AGENCY, LEFT = 0.0067, 0.104, 0.127, 0.107
"""England's share of children in care, of those with three placements, of agency workers, left."""
CHILDREN_FOR_A_WORKER, CHILDREN_IN_ENGLAND = 340, 12_000_000
_PLACES = (
    "time_period", "time_identifier", "geographic_level", "country_code", "country_name",
    "region_code", "region_name", "old_la_code", "new_la_code", "la_name",
)  # fmt: skip

Cells = list[object]
Numbers = Callable[[str, int], list[int]]
"""Of an area in a year: the numbers of a row of one of the department's files."""


def write_benchmarks(job: Job) -> list[Path]:
    """Write the files into `benchmarks/`: LAIT, neighbours, and three of the department's."""
    folder = job.made.out / "benchmarks"
    folder.mkdir(parents=True, exist_ok=True)
    last, seed = job.authority.return_years[-1], job.made.seed
    in_care = len(in_care_on(job.authority.people, day_of(last, 3, 31)))
    children = _children(seed, in_care)
    tables = {
        "made-up-lait.csv": _lait(seed, last),
        "made-up-neighbours.csv": _neighbours(),
        "made-up-children-in-care.csv": _in_care(seed, last, children),
        "made-up-placement-stability.csv": _stability(seed, last, children),
        "made-up-workforce.csv": _workers(seed, last - 1, children),
    }
    for name, rows in tables.items():
        with (folder / name).open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(rows)
    return [folder / name for name in tables]


def _children(seed: int, in_care: int) -> dict[str, int]:
    """How many children live in each area."""
    rng = stream(seed, "benchmarks")
    others = {name: rng.randrange(25_000, 140_000) for name in OTHERS}
    return {AUTHORITY: round(in_care / RATE_IN_CARE), ENGLAND: CHILDREN_IN_ENGLAND, **others}


def _level(seed: int, subject: str, name: str, year: int) -> float:
    """An area's level as a multiple of England's: mostly lasting, a little of the year."""
    if name == ENGLAND:
        return 1.0
    lasting = stream(seed, "benchmarks", subject, name).gauss(0, SPREAD)
    of_year = stream(seed, "benchmarks", subject, name, year).gauss(0, SPREAD / 5)
    return max(0.3, 1 + lasting + of_year)


def _lait(seed: int, last: int) -> Iterator[Cells]:
    yield ["Short Desc", "Data item", "Years", "LA and Regions", "Values", "LA Number", "Region"]
    for published in PUBLISHED:
        if not published.lait:
            continue
        ends = last - (published.window is Window.CALENDAR_YEAR)
        for year in range(ends - YEARS + 1, ends + 1):
            yield from _lait_year(seed, published, year)


def _lait_year(seed: int, published: Published, year: int) -> Iterator[Cells]:
    name, england = published.lait, NATIONAL[published.lait]

    def valued(area: str) -> float:
        level = _level(seed, name, area, year)
        # a share that is high in England has no room to be higher by as much
        if published.unit is Unit.PERCENT and england > 50:
            return round(max(100 - (100 - england) * level, 0.0), 1)
        return round(england * level, 1)

    values = {area: valued(area) for area in OTHERS}
    yield [name, "", year, ENGLAND, england, 970, "NA"]
    yield [name, "", year, REGION, round(sum(values.values()) / len(values), 1), 981, "NA"]
    yield [name, "", year, AUTHORITY, "-", LEA, REGION]
    for area, value in values.items():
        yield [name, "", year, area, value, NUMBERS[area], REGION]


def _neighbours() -> Iterator[Cells]:
    places = range(1, len(OTHERS) + 1)
    yield ["old_la_code", "la_name", "region_name", *(f"SN_{place}" for place in places)]
    yield [LEA, AUTHORITY, REGION, *(NUMBERS[name] for name in OTHERS)]


def _in_care(seed: int, last: int, children: Mapping[str, int]) -> Iterator[Cells]:
    def numbers(name: str, year: int) -> list[int]:
        living = children[name]
        return [living, round(living * IN_CARE * _level(seed, "in care", name, year))]

    kind = "Children looked after on 31 March each year"
    yield [*_PLACES, "population_type", "population_estimate", "children_count"]
    for place, row in _rows(last, numbers):
        ours = place[-1] == AUTHORITY
        yield [*place, kind, *([children[AUTHORITY], "x"] if ours else row)]


def _stability(seed: int, last: int, children: Mapping[str, int]) -> Iterator[Cells]:
    def numbers(name: str, year: int) -> list[int]:
        in_care = children[name] * IN_CARE * _level(seed, "in care", name, year)
        moved = in_care * MOVED * _level(seed, "moves", name, year)
        return [round(moved), round(in_care)]

    yield [*_PLACES, "cla_group", "placement_stability", "children_count"]
    for place, row in _rows(last, numbers):
        yield [*place, "CLA on 31 March", "With 3 or more placements during the year", row[0]]
        yield [*place, "CLA on 31 March", "Total children", row[1]]


def _workers(seed: int, last: int, children: Mapping[str, int]) -> Iterator[Cells]:
    def numbers(name: str, year: int) -> list[int]:
        in_post = children[name] // CHILDREN_FOR_A_WORKER
        agency = in_post * AGENCY / (1 - AGENCY) * _level(seed, "agency", name, year)
        left = in_post * LEFT / (1 - LEFT) * _level(seed, "left", name, year)
        return [round(agency), in_post, round(left)]

    yield [*_PLACES, "agency_headcount", "inpost_headcount", "leavers_headcount"]
    for place, row in _rows(last, numbers):
        yield [*place, *row]


def _rows(last: int, numbers: Numbers) -> Iterator[tuple[Cells, Cells]]:
    """The cells of time and place of each area and year, and its numbers; "x" for our own."""
    for year in range(last - YEARS + 1, last + 1):
        of_areas = {name: numbers(name, year) for name in OTHERS}
        together: Cells = [sum(column) for column in zip(*of_areas.values(), strict=True)]
        when: Cells = [year, "Reporting year"]
        country: Cells = ["E99999900", ENGLAND]
        yield [*when, "National", *country, "", "", "", "", ""], list(numbers(ENGLAND, year))
        region: Cells = [*country, REGION_CODE, REGION]
        yield [*when, "Regional", *region, "", "", ""], together
        ours: Cells = ["x"] * len(together)
        yield [*when, "Local authority", *region, LEA, f"E99000{LEA}", AUTHORITY], ours
        for name, row in of_areas.items():
            place = [NUMBERS[name], f"E99000{NUMBERS[name]}", name]
            yield [*when, "Local authority", *region, *place], list(row)
