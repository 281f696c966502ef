"""`sightline letters read|compare|precedents|journeys|add`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from sightline import letters as library
from sightline.cli.letters_adding import add
from sightline.cli.printing import (
    INPUT_HAS_ERRORS,
    json_option,
    paths_argument,
    print_json,
    print_table,
)
from sightline.jobs.journeys import reference_as_json, reference_class
from sightline.letters import Letter, LetterError, Part

_ENDINGS = {".docx", ".docm", ".pdf", ".txt", ".md"}


@click.group()
def letters() -> None:
    """Inspection letters and reports."""


letters.add_command(add)


@letters.command()
@paths_argument
@json_option
def read(paths: tuple[Path, ...], as_json: bool) -> None:
    """What a letter says: judgements, what must improve, findings with their page and words."""
    found, refused = _read_all(paths)
    if as_json:
        documents = [{"version": 1, **library.letter_as_json(letter)} for letter in found]
        print_json(documents[0] if len(paths) == 1 and documents else documents)
    else:
        for letter in found:
            _print_letter(letter)
    if refused:
        raise SystemExit(INPUT_HAS_ERRORS)


@letters.command()
@paths_argument
@json_option
def compare(paths: tuple[Path, ...], as_json: bool) -> None:
    """What a later report of an authority says that an earlier one said before."""
    found, refused = _read_all(paths)
    recurrences = library.compare(found)
    if as_json:
        print_json({"version": 1, **library.recurrences_as_json(recurrences)})
    else:
        for recurrence in recurrences:
            click.echo(f"\n{recurrence.source}, page {recurrence.page}: {recurrence.text}")
            for earlier in recurrence.earlier:
                click.echo(
                    f"    {earlier.score:.2f}  {earlier.source}, page {earlier.page}: "
                    f"{earlier.text}"
                )
        click.echo(f"\n{len(recurrences)} findings had been made before.")
    if refused:
        raise SystemExit(INPUT_HAS_ERRORS)


@letters.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--words", default="", help="The finding, in your own words.")
@click.option("--finding", default="", help="FILE:PAGE:PARAGRAPH of a report in the folder.")
@json_option
def precedents(folder: Path, words: str, finding: str, as_json: bool) -> None:
    """Who else was told the same, and what their later reports said of it."""
    if bool(words.strip()) == bool(finding):
        raise click.UsageError("Give either --words or --finding.")
    found, refused = _read_all(_documents(folder))
    passage = _passage(found, finding) if finding else library.passage_of_words(words)
    told = library.precedents(passage, library.Library.of(found))
    if as_json:
        print_json({"version": 1, "precedents": library.precedents_as_json(told)})
    else:
        for each in told:
            _print_precedent(each)
        click.echo(f"\n{len(told)} other authorities were told the same.")
        click.echo("Not mentioned does not mean put right: a visit looks at a part of the work.")
    if refused:
        raise SystemExit(INPUT_HAS_ERRORS)


@letters.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@json_option
def journeys(folder: Path, as_json: bool) -> None:
    """How long authorities stood inadequate, those that still do included."""
    found, refused = _read_all(_documents(folder))
    told = library.journeys(found)
    reference = reference_class(told, datetime.now(UTC).date())
    if as_json:
        ours = {"journeys": library.journeys_as_json(told), "class": reference_as_json(reference)}
        print_json({"version": 1, **ours})
    else:
        for journey in told:
            grades = ", ".join(f"{each.published:%Y} {each.grade}" for each in journey.judgements)
            click.echo(f"{journey.authority}: {grades}")
        for line in reference.lines:
            click.echo(line)
    if refused:
        raise SystemExit(INPUT_HAS_ERRORS)


def _documents(folder: Path) -> tuple[Path, ...]:
    """The reports of a folder; a usage error where there is none."""
    found = tuple(each for each in sorted(folder.iterdir()) if each.suffix.lower() in _ENDINGS)
    if not found:
        raise click.UsageError(
            f"There is no report in {folder}: put PDF, Word or text files into it."
        )
    return found


def _passage(found: list[Letter], finding: str) -> library.Passage:
    """The passage that FILE:PAGE:PARAGRAPH names; a usage error where there is none."""
    file, _, place = finding.partition(":")
    page, _, paragraph = place.partition(":")
    for letter in found:
        for each in library.passages_of(letter):
            if (each.source, str(each.page), each.paragraph) == (file, page, paragraph):
                return each
    raise click.UsageError(f"No finding {finding}: `letters read` shows pages and paragraphs.")


def _print_precedent(precedent: library.Precedent) -> None:
    found = precedent.found
    click.echo(f"\n{precedent.authority}, {found.published}, page {found.page}: {found.text}")
    for each in precedent.later:
        click.echo(f"    {each.published}  {each.standing.plain}")
    for title, taken in (
        ("better", precedent.months_to_better),
        ("good", precedent.months_to_good),
    ):
        if taken is not None:
            click.echo(f"    Judged {title} after {taken:.0f} months.")


def _read_all(paths: Sequence[Path]) -> tuple[list[Letter], int]:
    found, refused = [], 0
    for path in paths:
        try:
            found.append(library.read(path))
        except LetterError as problem:
            click.echo(str(problem), err=True)
            refused += 1
    return found, refused


def _dates(parts: Sequence[Part]) -> str:
    """The time limits that the parts state, each once, in the letter's words."""
    return ", ".join(dict.fromkeys(part.due_words for part in parts if part.due_words))


def _print_letter(letter: Letter) -> None:
    click.echo(f"\n{letter.authority or 'Authority not found'}: {letter.kind.plain}")
    if letter.conveys:
        click.echo(f"It carries the recommendations of another: {letter.conveys.plain}")
    click.echo(
        f"Visited {letter.visited_from} to {letter.visited_to}; published {letter.published}"
    )
    if letter.judgements:
        print_table(
            "Judgements",
            ("Judgement", "Grade"),
            ((j.judgement, j.grade) for j in letter.judgements),
        )
    if letter.improvements:
        print_table(
            "What must improve",
            ("Page", "Number", "Words", "Parts", "Date stated"),
            (
                (i.page, i.number, i.text, len(i.parts), _dates(i.parts))
                for i in letter.improvements
            ),
        )
    print_table(
        "Findings",
        ("Page", "Paragraph", "Direction", "Themes", "Words"),
        ((f.page, f.paragraph, f.direction, ", ".join(f.themes), f.text) for f in letter.findings),
    )
    for unread in letter.unread:
        where = f", page {unread.page}" if unread.page else ""
        click.echo(f"Not read{where}: {unread.reason}")
