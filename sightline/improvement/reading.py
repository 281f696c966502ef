"""Taking a letter in: read, kept in the data folder, its findings stored as candidates."""

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from sightline.improvement.models import Finding, FindingKind, FindingTheme, Judgement, Review
from sightline.improvement.sightings import link
from sightline.letters import DateSource, Direction, Letter, LetterKind, Unread, read
from sightline.letters.areas import area_of
from sightline.letters.themes import themes_of
from sightline.people.models import User

FOLDER = "letters"
_INSPECTORATE = "Ofsted"
_MADE_BY = {
    LetterKind.INSPECTION: _INSPECTORATE,
    LetterKind.FOCUSED_VISIT: _INSPECTORATE,
    LetterKind.MONITORING_VISIT: _INSPECTORATE,
}  # whom the law has make it; of other kinds a person may say who did


class AlreadyThereError(Exception):
    """The same document, byte for byte, is in the register; `review` is it."""

    def __init__(self, review: Review) -> None:
        super().__init__(f"This document is already in the register: {review.title}.")
        self.review = review


def add_review(path: Path, user: User, at: datetime | None = None) -> Review:
    """Reads the letter at `path`, keeps a copy in the data folder, and stores what it says.

    The review with all its judgements, findings and earlier sightings is stored, or nothing is.
    `at` is now where it is not given.

    Raises LetterError (message for the person) when the file cannot be read as a letter, and
    AlreadyThereError when it is in the register.
    """
    return _added(path, user, at, link)


def add_unlinked(path: Path, user: User, at: datetime) -> Review:
    """As `add_review`, but for the earlier sightings: `link` them when the last letter is in."""
    return _added(path, user, at, lambda authority: None)


def _added(path: Path, user: User, at: datetime | None, then: Callable[[str], None]) -> Review:
    letter = read(path)
    _refuse_again(letter)
    try:
        with _kept(path, letter.sha256) as file, transaction.atomic():
            review = _review(letter, file, user, at or timezone.now())
            _store_judgements(review, letter)
            _store_findings(review, letter)
            then(review.authority)
    except IntegrityError:
        _refuse_again(letter)  # another person sent it at the same moment
        raise
    return review


def _refuse_again(letter: Letter) -> None:
    there = Review.objects.filter(sha256=letter.sha256).first()
    if there is not None:
        raise AlreadyThereError(there)


def title_of(letter: Letter) -> str:
    """ "Focused visit, Northmoor, July 2023"; what is not known is left out."""
    return made_title(letter.kind, letter.authority, letter.published or letter.visited_to)


def made_title(kind: LetterKind, authority: str | None, day: date | None) -> str:
    """As `title_of`, of what is known without a document."""
    parts = (kind.plain, authority, f"{day:%B %Y}" if day else None)
    return ", ".join(part for part in parts if part)


@contextmanager
def _kept(path: Path, sha256: str) -> Iterator[str]:
    """Copies the document into the data folder, whole; takes the copy away when storing fails.

    Gives its place beneath the data folder. A copy that a stored review already names is left.
    """
    stem = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")[:80]
    suffix = _suffix(path.read_bytes()[:1024])
    file = f"{FOLDER}/{sha256[:12]}-{stem or 'letter'}{suffix}"
    target = Path(settings.DATA) / file
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, draft = tempfile.mkstemp(dir=target.parent)
    os.close(handle)
    try:
        shutil.copyfile(path, draft)
        os.replace(draft, target)
        yield file
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        if not Review.objects.filter(file=file).exists():
            target.unlink(missing_ok=True)
        raise


def _suffix(start: bytes) -> str:
    """What the kept copy is named, by what it is: PDF, Word or text."""
    if start.startswith(b"PK\x03\x04"):
        return ".docx"
    return ".pdf" if b"%PDF-" in start else ".txt"


def _review(letter: Letter, file: str, user: User, at: datetime) -> Review:
    return Review.objects.create(
        authority=(letter.authority or "")[:200],
        kind=letter.kind.value,
        conveys=letter.conveys.value if letter.conveys else "",
        body=_MADE_BY.get(letter.kind, ""),
        title=title_of(letter),
        visited_from=letter.visited_from,
        visited_to=letter.visited_to,
        published=letter.published,
        file=file,
        file_name=letter.path.name[:255],
        sha256=letter.sha256,
        pages=letter.pages,
        unread=[{"page": each.page, "reason": each.reason} for each in _to_know(letter)],
        added_by=user,
        added_at=at,
    )


def _to_know(letter: Letter) -> Iterator[Unread]:
    """What could not be read, and whence the day is where the document does not print it."""
    yield from letter.unread
    if letter.published_source is DateSource.FILE_NAME:
        yield Unread(None, "Its day of publication is from the file’s name: it prints none.")


def _store_judgements(review: Review, letter: Letter) -> None:
    Judgement.objects.bulk_create(
        Judgement(
            review=review,
            order=order,
            judgement=each.judgement[:500],
            grade=each.grade.value,
            page=each.page,
        )
        for order, each in enumerate(letter.judgements, start=1)
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """One thing the letter says, as a row of its own, with its themes."""

    row: Finding
    themes: tuple[str, ...]


def _store_findings(review: Review, letter: Letter) -> None:
    said = [*_improvements(review, letter), *_findings(review, letter)]
    for order, each in enumerate(said, start=1):
        each.row.order = order
        each.row.area = area_of(each.row.section, each.themes) or ""
    Finding.objects.bulk_create(each.row for each in said)
    FindingTheme.objects.bulk_create(
        FindingTheme(finding=each.row, theme=theme, order=order)
        for each in said
        for order, theme in enumerate(each.themes, start=1)
    )


def _improvements(review: Review, letter: Letter) -> Iterator[_Said]:
    """What the authority was told to improve; each points to a weakness."""
    for each in letter.improvements:
        row = Finding(
            review=review,
            kind=FindingKind(each.kind.value),
            number=each.number or "",
            text=each.text,
            page=each.page,
            section=each.section[:500],
            direction=Direction.WEAKNESS.value,
        )
        yield _Said(row, themes_of(each.text, each.section))


def _findings(review: Review, letter: Letter) -> Iterator[_Said]:
    for each in letter.findings:
        row = Finding(
            review=review,
            kind=FindingKind.FINDING,
            text=each.text,
            page=each.page,
            paragraph=each.paragraph,
            section=each.section[:500],
            direction=each.direction.value,
            voice=each.voice.value,
            damage=each.damage[:200],
        )
        yield _Said(row, each.themes)
