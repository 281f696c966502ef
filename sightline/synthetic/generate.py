"""Write a whole made-up authority to a folder."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from sightline.synthetic.annex_a import sheets_for
from sightline.synthetic.authority import Authority, simulate
from sightline.synthetic.chance import stream
from sightline.synthetic.dirt import Soiled, leave_out, soil_return, soil_workbook
from sightline.synthetic.files import Written, write_csv
from sightline.synthetic.geography import AUTHORITY
from sightline.synthetic.letters import write_letters
from sightline.synthetic.model import Person
from sightline.synthetic.planting import in_care_on
from sightline.synthetic.return_years import ReturnYear
from sightline.synthetic.ssda903 import tables_for
from sightline.synthetic.workbooks import write_workbook

Progress = Callable[[str, int, int], None]


@dataclass(slots=True)
class Made:
    """What was written: the files in order of time, their rows in all, and the planted truths."""

    out: Path
    authority: str
    seed: int
    until: date
    returns: list[Path] = field(default_factory=list)
    workbooks: list[Path] = field(default_factory=list)
    letters: list[Path] = field(default_factory=list)
    rows: int = 0
    truth: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A child whom one kind of file forgets; blank where there was none to forget."""

    of_annex_a: str
    of_ssda903: str


@dataclass(frozen=True, slots=True)
class Job:
    """An authority on its way to a folder."""

    authority: Authority
    made: Made
    soiled: Soiled
    left_out: LeftOut
    report: Progress

    @classmethod
    def begin(
        cls, out: Path, size: tuple[int, int], seed: int, until: date, progress: Progress | None
    ) -> Job:
        """Simulate an authority of `size` (children in care, years); nothing is written yet."""
        children, years = size
        if children < 20 or years < 1:
            raise ValueError("A made-up authority needs at least 20 children in care and one year.")
        report = progress or (lambda what, done, of: None)
        report("children", 0, 1)
        authority = simulate(children, years, seed, until)
        report("children", 1, 1)
        soiled = Soiled(seed, _spared(authority))
        left_out = _left_out(authority, soiled.spared)
        return cls(authority, Made(out, AUTHORITY, seed, until), soiled, left_out, report)


def generate(
    out: Path,
    *,
    children_in_care: int = 600,
    years: int = 6,
    seed: int = 1,
    until: date = date(2026, 10, 31),
    progress: Callable[[str, int, int], None] | None = None,
) -> Made:
    """Write the returns, workbooks, letters and truth.json of a made-up authority to `out`.

    `children_in_care` is the number looked after at a time, `years` how many return years (the last
    ending on the 31 March before `until`) and years of monthly extracts (to the month-end on or
    before `until`). The same arguments give the same files. `progress(what, done, of)` is called
    after every return year and workbook. Raises ValueError when fewer than 20 children or no year
    is asked for, OSError when the folder cannot be written.
    """
    job = Job.begin(out, (children_in_care, years), seed, until, progress)
    _write_returns(job)
    _write_workbooks(job)
    made = job.made
    made.letters = write_letters(out / "letters", job.authority.journey, until)
    made.truth = _truth(job)
    text = json.dumps(made.truth, indent=2, ensure_ascii=False)
    (out / "truth.json").write_text(text + "\n", encoding="utf-8")
    return made


def generate_returns(
    out: Path,
    *,
    children_in_care: int = 600,
    years: int = 6,
    seed: int = 1,
    until: date = date(2026, 10, 31),
) -> Made:
    """Write only the SSDA903 returns that `generate` would write with the same arguments.

    Takes seconds where the workbooks take most of a minute. Raises as `generate` does.
    """
    job = Job.begin(out, (children_in_care, years), seed, until, None)
    _write_returns(job)
    return job.made


def _spared(authority: Authority) -> frozenset[str]:
    planted = authority.planted
    return frozenset(
        planted.not_visited
        + planted.long_term_fostering_not_matched
        + planted.care_order_at_home
        + planted.unregistered_home
        + planted.twins
    )


def _left_out(authority: Authority, spared: frozenset[str]) -> LeftOut:
    """Two children long in care: one that Annex A forgets, one that the 903 forgets."""
    end = ReturnYear(authority.return_years[-1]).last
    able = [
        person.child_id
        for person, period in in_care_on(authority.people, end)
        if person.child_id not in spared and period.start < end - 400 and len(person.periods) == 1
        and period.end > authority.until
    ]  # fmt: skip
    chosen = stream(authority.seed, "left out").sample(able, min(2, len(able)))
    first, second, *_ = [*chosen, "", ""]
    return LeftOut(first, second)


def _write_returns(job: Job) -> None:
    made, soiled = job.made, job.soiled
    years = job.authority.return_years
    for done, year in enumerate(years, start=1):
        folder = made.out / "ssda903" / str(year)
        folder.mkdir(parents=True, exist_ok=True)
        sheets = tables_for(job.authority, year)
        leave_out(sheets, job.left_out.of_ssda903)
        soil_return(soiled, year, len(years) - done, sheets)
        for name, sheet in sheets.items():
            path = folder / f"{name}.csv"
            relative = path.relative_to(made.out).as_posix()
            made.rows += write_csv(path, sheet, soiled.writing.get(relative, Written()))
            made.returns.append(path)
        job.report("SSDA903 returns", done, len(years))


def _write_workbooks(job: Job) -> None:
    made, soiled = job.made, job.soiled
    folder = made.out / "annex-a"
    folder.mkdir(parents=True, exist_ok=True)
    extracts = job.authority.extracts
    for done, on in enumerate(extracts, start=1):
        path = folder / f"annex-a-{date.fromordinal(on).isoformat()}.xlsx"
        sheets = sheets_for(job.authority, on)
        leave_out(sheets, job.left_out.of_annex_a)
        soil_workbook(soiled, path.relative_to(made.out).as_posix(), len(extracts) - done, sheets)
        made.rows += write_workbook(path, list(sheets.values()))
        made.workbooks.append(path)
        job.report("Annex A workbooks", done, len(extracts))


def _truth(job: Job) -> dict[str, Any]:
    authority, made, soiled, left_out = job.authority, job.made, job.soiled, job.left_out
    planted = authority.planted.as_dict()
    planted["slipping_since"] = date.fromordinal(authority.planted.slipping_since).isoformat()
    last = date.fromordinal(authority.extracts[-1])
    return {
        "authority": made.authority,
        "seed": made.seed,
        "until": made.until.isoformat(),
        "last_extract": last.isoformat(),
        "inspection_ended": date.fromordinal(authority.journey.inspection).isoformat(),
        "drift_on_last_extract": planted,
        "recorded_late": [
            late
            for late in _recorded_late(authority.people, authority.extracts)
            if late["child_id"] != left_out.of_annex_a
        ],
        "left_out": {"of_annex_a": left_out.of_annex_a, "of_ssda903": left_out.of_ssda903},
        "dirt": soiled.as_list(),
    }


def _recorded_late(people: list[Person], extracts: list[int]) -> list[dict[str, str]]:
    """Visits of the last year that a month-end's workbook could not yet show."""
    found = []
    for person in people:
        for period in person.periods:
            for visit in period.visits:
                if visit.recorded - visit.day < 20 or visit.day < extracts[-1] - 365:
                    continue
                if any(visit.day <= on < visit.recorded for on in extracts):
                    found.append({
                        "child_id": person.child_id,
                        "visited": date.fromordinal(visit.day).isoformat(),
                        "recorded": date.fromordinal(visit.recorded).isoformat(),
                    })  # fmt: skip
    return found
