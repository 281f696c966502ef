"""The letters among what somebody sent: files as they are, and those inside a zip."""

import shutil
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from sightline.improvement.forms import LETTER_TYPES

MOST_FILES = 1_000  # in one zip; every report ever published of one authority is under 100
MOST_UNPACKED = 1_000_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Sent:
    """One file that was sent, and why it is refused before it is read; else ""."""

    path: Path
    refused: str = ""

    @property
    def name(self) -> str:
        """What it is called."""
        return self.path.name


def unpacked(paths: Iterable[Path], folder: Path) -> Iterator[Sent]:
    """Every file sent, in the order of the alphabet; what is in a zip is written into `folder`.

    A damaged zip, or one that would fill the disk, is refused whole; what is no letter is refused.
    """
    for path in sorted(paths, key=lambda each: each.name.lower()):
        if _is_zip(path):
            yield from _of_zip(path, folder)
        else:
            yield Sent(path, _no_letter(path))


def _of_zip(path: Path, folder: Path) -> Iterator[Sent]:
    try:
        with zipfile.ZipFile(path) as archive:
            parts = [part for part in archive.infolist() if _counts(part)]
            refused = _too_much(path.name, parts)
            if refused:
                yield Sent(path, refused)
                return
            for place, part in enumerate(parts):
                yield _of_part(archive, part, folder / f"{path.stem}-unpacked" / str(place))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
        yield Sent(path, f"{path.name} cannot be unpacked: it is damaged. Send it again.")


def _of_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, into: Path) -> Sent:
    target = into / (PurePath(part.filename.replace("\\", "/")).name or "file")
    if _is_zip(target):
        return Sent(target, f"{target.name} lies inside another zip. Send it by itself.")
    if refused := _no_letter(target):
        return Sent(target, refused)
    if part.flag_bits & 1:
        return Sent(target, f"{target.name} is locked by a password. Save it without one.")
    try:
        _write(archive, part, target)
    except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, EOFError):
        return Sent(target, f"{target.name} cannot be unpacked: it is damaged. Send it again.")
    return Sent(target)


def _no_letter(path: Path) -> str:
    is_one = path.suffix.lower() in LETTER_TYPES
    return "" if is_one else f"{path.name} is not a PDF, a Word document or a text file."


def _is_zip(path: Path) -> bool:
    return path.suffix.lower() == ".zip"


def _counts(part: zipfile.ZipInfo) -> bool:
    """What a computer puts beside the files of a folder for itself is no file of the person's."""
    name = PurePath(part.filename)
    return not (part.is_dir() or "__MACOSX" in name.parts or name.name.startswith("."))


def _too_much(name: str, parts: list[zipfile.ZipInfo]) -> str:
    if not parts:
        return f"There is no file in {name}."
    if len(parts) > MOST_FILES:
        return f"{name} holds {len(parts):,} files; send at most {MOST_FILES:,} at once."
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        return f"{name} unpacks to more than {MOST_UNPACKED // 1_000_000_000} GB. Send fewer files."
    return ""


def _write(archive: zipfile.ZipFile, part: zipfile.ZipInfo, target: Path) -> None:
    """The part as a file of its own; zipfile unpacks no more of it than its header says."""
    target.parent.mkdir(parents=True)
    with archive.open(part) as stream, target.open("wb") as out:
        shutil.copyfileobj(stream, out)
