"""`sightline check`, and how its report is printed."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import polars as pl
import pyarrow as pa

from sightline.cli.printing import (
    INPUT_HAS_ERRORS,
    fail,
    json_option,
    paths_argument,
    print_table,
)
from sightline.jobs import checks
from sightline.jobs.checks import CheckReport

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
    report = checks.check(paths, year=year)
    print_report(report, as_json)
    end(paths, report)


def end(paths: tuple[Path, ...], report: CheckReport) -> None:
    """Exit 1 where there is no file, or a row or a file was lost."""
    if not report.tables:
        fail(f"There is no file in {', '.join(str(path) for path in paths)}.")
    if report.has_errors:
        sys.exit(INPUT_HAS_ERRORS)


def print_report(report: CheckReport, as_json: bool, **more: object) -> None:
    """What was read and what is wrong with it; `more` are keys of the JSON besides."""
    if as_json:
        for piece in checks.json_pieces(report, **more):
            sys.stdout.write(piece)
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
    by_rule = (
        pl.DataFrame(issues.select(["severity", "rule", "message"]))
        .group_by("severity", "rule", maintain_order=True)
        .agg(pl.len().alias("times"), pl.col("message").first())
        .sort("severity", "times", descending=[False, True], maintain_order=True)
    )
    for row in by_rule.to_dicts():
        click.echo(f"{row['times']:>8,}  {row['severity']:<8} {row['rule']}")
        click.echo(f"{'':>10}e.g. {row['message']}")
    click.echo("Add --json for every issue with its file, row, column and value.")
