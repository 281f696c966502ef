"""`sightline assurance check|conflicts`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from sightline import assurance as library
from sightline.assurance.comparing import Comparison, Treatment
from sightline.cli.printing import fail, json_option, paths_argument, print_json, print_table
from sightline.letters import LetterError


@click.group()
def assurance() -> None:
    """Whether a report says what its sources say, and where documents contradict one another."""


@assurance.command()
@click.argument("report", type=click.Path(exists=True, path_type=Path, dir_okay=False))
@click.option(
    "--against",
    "sources",
    multiple=True,
    type=click.Path(exists=True, path_type=Path, dir_okay=False),
    help="A letter or report that it speaks of; may be given again.",
)
@json_option
def check(report: Path, sources: tuple[Path, ...], as_json: bool) -> None:
    """What a report claims and promises, and what it softens and leaves out of its sources."""
    papers = _read([report, *sources])
    found = library.check(papers[0], papers[1:])
    if as_json:
        print_json({"version": 1, **library.check_as_json(found)})
        return
    _print_statements(found)
    _print_answers(found)
    for comparison in found.comparisons:
        _print_comparison(comparison)
    _print_remarks(found)


@assurance.command()
@paths_argument
@json_option
def conflicts(paths: tuple[Path, ...], as_json: bool) -> None:
    """Dates, amounts, judgements and plans that documents state differently."""
    found = library.conflicts_among(_read(paths))
    if as_json:
        print_json({"version": 1, **library.conflicts_as_json(found)})
        return
    for each in found:
        click.echo(f"\n{each.authority}. {each.sentence} {each.how.plain}.")
        for fact in each.facts:
            where = f"page {fact.page}" + (f", {fact.paragraph}" if fact.paragraph else "")
            click.echo(f"    {fact.value}: {fact.source}, {where}: {fact.words}")
    click.echo(f"\n{len(found)} conflicts between statements of one fact.")


def _read(paths: Sequence[Path]) -> list[library.Paper]:
    try:
        return [library.read_paper(path) for path in paths]
    except LetterError as problem:
        fail(str(problem))


def _print_statements(found: library.Check) -> None:
    click.echo(
        f"{len(found.statements)} statements: {len(found.claims)} of improvement, "
        f"{len(found.vague)} promises that lack two or more of owner, date and measure."
    )
    print_table(
        "Vague promises",
        ("Paragraph", "Missing", "Promises by", "Words"),
        (
            (s.paragraph, ", ".join(s.promise.missing), s.promise.words, s.text)
            for s in found.vague
            if s.promise
        ),
    )
    print_table(
        "Statements of improvement",
        ("Paragraph", "Words"),
        ((s.paragraph, s.text) for s in found.claims),
    )


def _print_answers(found: library.Check) -> None:
    if found.answers:
        print_table(
            "Recommendations",
            ("Number", "How it is answered", "In", "Words"),
            (
                (a.recommendation.number, a.how.plain, a.paragraph, a.recommendation.text)
                for a in found.answers
            ),
        )


def _print_comparison(found: Comparison) -> None:
    click.echo(f"\nBeside {found.source}: {found.balance.sentence}")
    for treatment in (Treatment.OMITTED, Treatment.SOFTENED, Treatment.MENTIONED):
        print_table(
            treatment.plain,
            ("Page", "The source", "The report"),
            (
                (t.headline.page, t.headline.text, t.statement.text if t.statement else "")
                for t in found.having(treatment)
            ),
        )


def _print_remarks(found: library.Check) -> None:
    for remark in found.remarks:
        click.echo(f"{remark.question} “{remark.answer}” {remark.why}")
        for where, words in remark.told:
            click.echo(f"    {where}: {words}")
    for reason in found.expired:
        click.echo(f"{reason.sentence} {reason.reason.paragraph}: {reason.reason.text}")
        for later in reason.later:
            click.echo(f"    {later.source}, page {later.page}: {later.text}")
