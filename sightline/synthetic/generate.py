"""Write a whole made-up authority to a folder."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

from sightline.synthetic.annex_a import sheets_for
from sightline.synthetic.benchmarks import write_benchmarks
from sightline.synthetic.cin_census import census_children, census_text, identities_of
from sightline.synthetic.dirt import leave_out, soil_return, soil_workbook
from sightline.synthetic.dirt_elsewhere import (
    soil_census,
    soil_dataset,
    soil_template,
    soil_workers,
)
from sightline.synthetic.files import TEXT, Sheet, Written, write_csv
from sightline.synthetic.job import Job, Made
from sightline.synthetic.letters import write_letters
from sightline.synthetic.ssd import extract_of, tables_of
from sightline.synthetic.ssda903 import tables_for
from sightline.synthetic.templates import Row, kept_since, listed_in, sheet_of
from sightline.synthetic.truth import truth_of
from sightline.synthetic.workbooks import write_workbook
from sightline.synthetic.workforce_census import (
    census_years,
    worker_text,
    workforce_census,
    workforce_text,
)


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
    write_returns(job)
    _write_workbooks(job)
    write_censuses(job)
    write_workforce(job)
    _write_dataset(job)
    listed = listed_in(kept_since(job.authority))
    _write_templates(job, listed)
    made = job.made
    made.benchmarks = write_benchmarks(job)
    written = write_letters(out / "letters", job.authority.journey, until, seed)
    made.letters, made.letters_elsewhere = written.own, written.elsewhere
    made.truth = truth_of(job, listed) | {"letters": written.truth}
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
    """Write only the yearly returns that `generate` would write: SSDA903 and the two censuses.

    Raises as `generate` does.
    """
    job = Job.begin(out, (children_in_care, years), seed, until, None)
    write_returns(job)
    write_censuses(job)
    write_workforce(job)
    return job.made


def write_returns(job: Job) -> None:
    """The SSDA903 of each year."""
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


def write_censuses(job: Job) -> None:
    """The CIN census of each year."""
    folder = job.made.out / "cin-census"
    folder.mkdir(parents=True, exist_ok=True)
    years = job.authority.return_years
    identities = identities_of(job.authority)
    for done, year in enumerate(years, start=1):
        path = folder / f"cin-census-{year}.xml"
        children = census_children(job.authority, year, identities)
        soil_census(job.soiled, path.relative_to(job.made.out).as_posix(), len(years) - done,
                    children)  # fmt: skip
        path.write_text(census_text(year, children, job.place.lea), encoding="utf-8")
        job.made.censuses.append(path)
        job.made.rows += len(children)
        job.report("CIN censuses", done, len(years))


def write_workforce(job: Job) -> None:
    """The workforce census of each 30 September."""
    folder = job.made.out / "workforce-census"
    folder.mkdir(parents=True, exist_ok=True)
    years = census_years(job.authority)
    for year in years:
        path = folder / f"workforce-census-{year}.xml"
        census = workforce_census(job.authority, year)
        workers = [worker_text(worker) for worker in census.workers]
        if year == years[-1]:
            soil_workers(job.soiled, path.relative_to(job.made.out).as_posix(), workers)
        path.write_text(workforce_text(census, workers, job.place.lea), encoding="utf-8")
        job.made.workforce.append(path)
        job.made.rows += len(workers)


def _write_dataset(job: Job) -> None:
    folder = job.made.out / "ssd"
    folder.mkdir(parents=True, exist_ok=True)
    for name, columns, rows in tables_of(extract_of(job.authority)):
        path = folder / f"{name}.csv"
        sheet = Sheet(name, columns, columns, [TEXT] * len(columns), rows)
        soil_dataset(job.soiled, path.relative_to(job.made.out).as_posix(), sheet)
        job.made.rows += write_csv(path, sheet, Written())
        job.made.dataset.append(path)
    job.report("SSD extract", 1, 1)


def _write_templates(job: Job, listed: dict[str, list[Row]]) -> None:
    folder = job.made.out / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in listed.items():
        path, sheet = folder / f"{name}.csv", sheet_of(name, rows)
        soil_template(job.soiled, path.relative_to(job.made.out).as_posix(), sheet)
        job.made.rows += write_csv(path, sheet, Written())
        job.made.templates.append(path)
    job.report("Sightline's templates", 1, 1)
