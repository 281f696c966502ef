"""`sightline measures list|run|explain|reproduce`."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import click

from sightline.cli.printing import data_option, fail, json_option, print_json, print_table
from sightline.cli.printing import say as say_aside
from sightline.insight.wording import Unit, say
from sightline.jobs import exports, in_place, runs
from sightline.jobs.authority import NothingLoadedError
from sightline.measures import Figure, Measure, MeasureFigures, catalogue
from sightline.measures.language import Kind

UNITS = {
    Kind.SHARE: Unit.SHARE,
    Kind.CHANGE: Unit.SHARE,
    Kind.COUNT: Unit.COUNT,
    Kind.MEAN: Unit.NUMBER,
    Kind.RATE: Unit.NUMBER,
}


@click.group()
def measures() -> None:
    """What is measured, and what it comes to."""


@measures.command("list")
@json_option
def list_measures(as_json: bool) -> None:
    """The catalogue."""
    found = catalogue().values()
    if as_json:
        print_json(
            {
                "version": 1,
                "measures": [
                    {"id": m.id, "title": m.title, "area": m.area, "unit": m.unit} for m in found
                ],
            }
        )
        return
    print_table(
        "Measures",
        ("Id", "Title", "Area", "Source"),
        ((m.id, m.title, m.area, m.source) for m in found),
    )


@measures.command()
@data_option
@click.option("--as-at", type=click.DateTime(["%Y-%m-%d"]), help="The figures of that month-end.")
@click.option("--known-at", type=int, help="As they were known after that load's number.")
@click.option(
    "--database",
    envvar="SIGHTLINE_DATABASE",
    help="Measure the SSD in this database where it lies, such as "
    "postgresql://user@host/db?schema=ssd (or SIGHTLINE_DATABASE).",
)
@click.option(
    "--tables",
    metavar="PLACE",
    help="Measure what `sightline records export` put there, of all authorities together.",
)
@click.option("--spark", is_flag=True, help="Let Apache Spark read the folder of --tables.")
@json_option
def run(
    data: Path,
    as_at: datetime | None,
    known_at: int | None,
    database: str | None,
    tables: str | None,
    spark: bool,
    as_json: bool,
) -> None:
    """Every figure, with its interval; by default of the newest extract."""
    day = as_at.date() if as_at else None
    if (database or tables) and known_at is not None:
        raise click.UsageError("Only a data folder holds loads: leave out --known-at.")
    if spark and not tables:
        raise click.UsageError("--spark reads a folder of exports: name it with --tables.")
    try:
        if tables:
            found = exports.run(tables, spark=spark, as_at=day)
        elif database:
            found = in_place.run(database, as_at=day)
        else:
            found = runs.run(data, as_at=day, known_at=known_at)
    except (NothingLoadedError, exports.ExportError, in_place.InPlaceError) as problem:
        fail(str(problem))
    if not found.measures:
        fail(f"What has been loaded gives no figure by {found.as_at}.")
    if as_json:
        print_json(found.as_json())
        return
    where = (
        f"from {tables}" if tables else "in the database" if database else f"load {found.load_id}"
    )
    print_table(
        f"Figures as at {found.as_at} ({where})",
        ("Measure", "Numerator", "Denominator", "Value", "95% interval", "May be trusted"),
        (_row(one) for one in found.measures),
    )


def _row(found: MeasureFigures) -> tuple[object, ...]:
    figure = found.latest
    return (
        found.measure.title,
        f"{figure.numerator:,.0f}" if figure.numerator is not None else None,
        figure.denominator,
        _said(found.measure, figure.value) if figure.trusted else "no score",
        _interval(found.measure, figure) if figure.trusted else None,
        figure.trust_reason,
    )


def _said(measure: Measure, value: float | None) -> str | None:
    return None if value is None else say(value, UNITS[measure.kind])


def _interval(measure: Measure, figure: Figure) -> str | None:
    if figure.low is None or figure.high is None:
        return None
    return f"{_said(measure, figure.low)} to {_said(measure, figure.high)}"


@measures.command()
@click.argument("measure_id")
@json_option
def explain(measure_id: str, as_json: bool) -> None:
    """A measure's definition, and the code that works it out."""
    if (measure := catalogue().get(measure_id)) is None:
        raise click.BadParameter(unknown(measure_id), param_hint="MEASURE_ID")
    if as_json:
        print_json(_definition(measure))
        return
    click.echo(f"{measure.title}\n\n{measure.question}\n{measure.definition}\n")
    click.echo(f"Numerator: {measure.numerator_words}")
    if measure.denominator_words:
        click.echo(f"Denominator: {measure.denominator_words}")
    click.echo(f"Source: {measure.source}\n        {measure.source.url}")
    if measure.target:
        click.echo(f"Target: {_said(measure, measure.target.value)} ({measure.target.set_by})")
    if measure.limits:
        click.echo(f"What it does not say: {measure.limits}")
    click.echo(f"\n{measure.explanation}")


def _definition(measure: Measure) -> dict[str, object]:
    target = measure.target
    return {
        "version": 1,
        "id": measure.id,
        "title": measure.title,
        "area": measure.area,
        "unit": measure.unit,
        "question": measure.question,
        "definition": measure.definition,
        "numerator": measure.numerator_words,
        "denominator": measure.denominator_words,
        "source": {"title": str(measure.source), "url": measure.source.url},
        "target": {"value": target.value, "set_by": target.set_by} if target else None,
        "limits": measure.limits,
        "code": measure.explanation,
    }


@measures.command()
@click.argument("run_file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@data_option
@json_option
def reproduce(run_file: Path, data: Path, as_json: bool) -> None:
    """Work out again what `measures run --json` once printed, and say whether it is the same."""
    try:
        saved = runs.SavedRun.from_json(json.loads(run_file.read_text("utf-8")))
        verdict = runs.reproduce(data, saved)
    except (runs.NotARunError, ValueError):
        fail(f"{run_file} is not what `sightline measures run --json` prints.")
    except NothingLoadedError as problem:
        fail(str(problem))
    if as_json:
        print_json(verdict.as_json())
    if verdict.printed_by != verdict.worked_out_by:
        say_aside(
            f"Printed by Sightline {verdict.printed_by or 'of an early version'}; "
            f"worked out again by Sightline {verdict.worked_out_by}."
        )
    if not verdict.same:
        fail(_why_not_the_same(run_file, verdict))
    if not as_json:
        click.echo(f"The same, to the last digit: {verdict.measures} measures.")


def _why_not_the_same(run_file: Path, verdict: runs.Verdict) -> str:
    words = []
    if not verdict.untouched:
        words.append(f"{run_file} has been changed since it was printed.")
    if verdict.different:
        words.append("Not the same: " + ", ".join(verdict.different))
    return "\n".join(words)


def unknown(measure_id: str) -> str:
    """What to say of an id that no measure has."""
    return f"There is no measure {measure_id}; `sightline measures list` names them."
