"""`sightline letters add`: a folder of reports into the register."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

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
from sightline.cli.site_of import use

if TYPE_CHECKING:
    from sightline.improvement.importing import Came


@click.command()
@paths_argument
@data_option
@click.option("--by", "username", required=True, help="The person, by user name, who adds them.")
@json_option
def add(paths: tuple[Path, ...], data: Path, username: str, as_json: bool) -> None:
    """Take letters, folders of them or zips into the register, where people decide on each finding.

    A file that cannot be read is refused and stops none of the others.
    """
    use(data)
    came = _taken_in(list(_files(paths)), username)
    if as_json:
        print_json(outcomes_as_json(came))
    else:
        print_table(
            f"{len(came)} files",
            ("File", "What came of it", "Report, or why refused"),
            ((each.name, each.outcome.label, _told(each)) for each in came),
        )
    if any(each.outcome.value == "refused" for each in came):
        raise SystemExit(INPUT_HAS_ERRORS)


def _taken_in(files: Sequence[Path], username: str) -> list[Came]:
    from django.conf import settings

    from sightline.improvement.importing import import_letters
    from sightline.improvement.unpacking import unpacked
    from sightline.people.log import record
    from sightline.people.models import User
    from sightline.people.models.access_event import Act
    from sightline.site import serving

    serving.prepare()
    user = User.objects.filter(username=username, is_active=True).first()
    if user is None:
        fail(f"Nobody signs in as {username}.")
    came: list[Came] = []
    names = ", ".join(path.name for path in files)
    record(user, Act.LOADED, path="sightline letters add", why=names)
    folder = Path(settings.DATA) / "uploads"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with TemporaryDirectory(dir=folder) as unpacking:
        sent = list(unpacked(files, Path(unpacking)))
        import_letters(
            sent,
            user,
            datetime.now(UTC),
            begun=lambda name: say(f"{len(came) + 1} of {len(sent)}: {name}"),
            done=came.append,
        )
    return came


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files given, and those in the folders given, however deep; hidden ones are left."""
    for path in paths:
        if path.is_dir():
            yield from (each for each in sorted(path.rglob("*")) if _counts(each, path))
        else:
            yield path


def _counts(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return path.is_file() and not hidden


def _told(came: Came) -> str:
    if came.review is None:
        return came.said
    unread = " ".join(f"Not read: {each}" for each in came.review.unread_sentences)
    return f"{came.review.title}. {unread}".strip()


def outcomes_as_json(came: Sequence[Came]) -> dict[str, object]:
    """What came of each file, as plain dicts and lists."""
    return {"version": 1, "files": [_plain(each) for each in came]}


def _plain(came: Came) -> dict[str, object]:
    review = came.review
    return {
        "file": came.name,
        "outcome": came.outcome.value,
        "report": review.title if review else None,
        "review": review.pk if review else None,
        "why": came.said or None,
        "unread": review.unread_sentences if review else [],
    }
