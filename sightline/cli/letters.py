"""`sightline letters read|compare|add`."""

from __future__ import annotations

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
from sightline.letters import Letter, LetterError


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


def _read_all(paths: tuple[Path, ...]) -> tuple[list[Letter], int]:
    found, refused = [], 0
    for path in paths:
        try:
            found.append(library.read(path))
        except LetterError as problem:
            click.echo(str(problem), err=True)
            refused += 1
    return found, refused


def _print_letter(letter: Letter) -> None:
    click.echo(f"\n{letter.authority or 'Authority not found'}: {letter.kind.plain}")
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
            ("Page", "Words"),
            ((i.page, i.text) for i in letter.improvements),
        )
    print_table(
        "Findings",
        ("Page", "Paragraph", "Direction", "Themes", "Words"),
        ((f.page, f.paragraph, f.direction, ", ".join(f.themes), f.text) for f in letter.findings),
    )
    for unread in letter.unread:
        where = f", page {unread.page}" if unread.page else ""
        click.echo(f"Not read{where}: {unread.reason}")
