"""`sightline check` and `sightline load`."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import click
import pyarrow as pa

from sightline.cli.printing import (
    INPUT_HAS_ERRORS,
    data_option,
    fail,
    json_option,
    paths_argument,
    print_json,
    print_table,
    say,
)
from sightline.jobs import loads
from sightline.returns import UndatedExtractError

year_option = click.option(
    "--year",
    type=click.IntRange(2017, 2027),
    help="The 903 year, by the March it ends in; else the dates in the files tell.",
)


@click.command()
@paths_argument
@year_option
@json_option
def check(paths: tuple[Path, ...], year: int | None, as_json: bool) -> None:
    """Read files and say what is wrong with them; store nothing."""
    report = loads.check(paths, year=year)
    _print_report(report, as_json)
    _end(paths, report)


@click.command()
@paths_argument
@data_option
@year_option
@click.option(
    "--as-at",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day the Annex A extracts speak of; else the dates in each tell.",
)
@json_option
def load(
    paths: tuple[Path, ...],
    data: Path,
    year: int | None,
    as_at: datetime | None,
    as_json: bool,
) -> None:
    """Check files, then keep all that could be read as one load."""
    try:
        receipt = loads.load(
            paths,
            data,
            loaded_at=datetime.now(UTC),
            as_at=as_at.date() if as_at else None,
            year=year,
            progress=say,
        )
    except UndatedExtractError as problem:
        fail(str(problem))
    _print_report(receipt.report, as_json, load=receipt.load_id)
    if receipt.load_id:
        speaks_of = receipt.as_at or "no day yet: nothing in it says who is in care"
        say(f"Load {receipt.load_id} is kept. The data now speaks of {speaks_of}.")
    elif receipt.report.is_empty:
        say("Nothing was kept: there is not a row in what was given.")
    elif any(table.table for table in receipt.report.tables):
        say("Nothing new: all of this is held already.")
    _end(paths, receipt.report)


def _end(paths: tuple[Path, ...], report: loads.CheckReport) -> None:
    if not report.tables:
        fail(f"There is no file in {', '.join(str(path) for path in paths)}.")
    if report.has_errors:
        sys.exit(INPUT_HAS_ERRORS)


def _print_report(report: loads.CheckReport, as_json: bool, **more: object) -> None:
    if as_json:
        print_json(loads.as_json(report) | more)
        return
    if not report.tables:
        return
    print_table(
        "What was read",
        ("File", "Return", "Year", "Table", "Rows", "Kept", "Rejected", "Issues"),
        (
            (
                Path(table.path).name,
                table.return_name or "not recognised",
                table.year,
                table.table,
                f"{table.rows:,}",
                f"{table.kept:,}",
                f"{table.rejected:,}",
                f"{sum(table.issues.values()):,}",
            )
            for table in report.tables
        ),
    )
    _print_issues(report.issues)


def _print_issues(issues: pa.Table) -> None:
    """Each rule with how often it was broken and one example, the commonest first."""
    if not issues.num_rows:
        click.echo("No issues.")
        return
    by_rule = issues.group_by(["severity", "rule"], use_threads=False).aggregate(
        [("message", "count"), ("message", "first")]
    )
    rows = sorted(by_rule.to_pylist(), key=lambda row: (row["severity"], -row["message_count"]))
    for row in rows:
        click.echo(f"{row['message_count']:>8,}  {row['severity']:<8} {row['rule']}")
        click.echo(f"{'':>10}e.g. {row['message_first']}")
    click.echo("Add --json for every issue with its file, row, column and value.")
