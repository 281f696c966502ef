"""From the paths a person gives to sheets: folders walked, zips opened, kinds told by bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sightline.returns import parquet, text, workbooks
from sightline.returns.grids import LOOKED_AT, Sheet
from sightline.returns.ssda903 import xml_form
from sightline.returns.trouble import UnreadableError

MOST_BYTES = 1_000_000_000
"""The most a file may unpack to."""

MOST_HEADING = 200_000
"""Characters that a line among a file's first may hold: of a heading row, thousands of columns."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (
    (b"%PDF", "is a PDF document, not a return"),
    (b"\xff\xd8\xff", "is a picture, not a return"),
    (b"\x89PNG", "is a picture, not a return"),
    (b"GIF8", "is a picture, not a return"),
    (b"\x1f\x8b", "is a gzip archive; unpack it first"),
    (b"7z\xbc\xaf", "is a 7-Zip archive; unpack it first"),
    (b"Rar!", "is a RAR archive; unpack it first"),
)
_LEFT_BY_SYSTEMS = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")

_MOST_MEMBERS = 5000

Known = Callable[[list[list[str]]], int]


@dataclass(frozen=True, slots=True)
class UnreadableMember:
    """A file within a zip that could not be read, and why."""

    path: str
    reason: UnreadableError


def walk(paths: Sequence[Path]) -> list[Path]:
    """Every file given, and every file of every folder given, in order of name; each once."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found.update(dict.fromkeys(sorted(p for p in path.rglob("*") if _is_data(path, p))))
        else:
            found[path] = None
    return list(found)


def _is_data(folder: Path, path: Path) -> bool:
    parts = path.relative_to(folder).parts
    return path.is_file() and not any(p.startswith(".") or p in _LEFT_BY_SYSTEMS for p in parts)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises UnreadableError with the reason where there is none to read."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableError("file_unreadable", "is not there") from error
    except OSError as error:
        raise UnreadableError("file_unreadable", f"cannot be opened: {error.strerror}") from error


def sheets_of(path: str, data: bytes, known: Known) -> Iterator[Sheet | UnreadableMember]:
    """Every sheet of a file; a member of a zip that cannot be read is told and passed over.

    Raises UnreadableError where the file as a whole cannot be read.
    """
    _refuse_what_is_no_return(data)
    if data.startswith(_OLE):
        yield from _old_workbook(path, data)
    elif data.startswith((_ZIP, _EMPTY_ZIP)):
        yield from _zipped(path, data, known)
    elif data.startswith(parquet.MAGIC):
        yield Sheet(path, parquet.read_grid(data))
    elif xml_form.is_ours(data):
        for name, grid in xml_form.read_tables(data):
            yield Sheet(path, grid, name, noun="table")
    else:
        yield _delimited(path, data, known)


def _refuse_what_is_no_return(data: bytes) -> None:
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UnreadableError("file_empty", "is empty")
    for start, words in _OTHERS:
        if data.startswith(start):
            raise UnreadableError("file_unknown", words)


def _old_workbook(path: str, data: bytes) -> Iterator[Sheet]:
    if _LOCKED in data:
        raise UnreadableError("file_encrypted", "is protected by a password; save it without one")
    for name, grid in workbooks.read_sheets(data):
        yield Sheet(path, grid, name)


def _zipped(path: str, data: bytes, known: Known) -> Iterator[Sheet | UnreadableMember]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = [m for m in archive.infolist() if not m.is_dir()]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
        raise UnreadableError(
            "file_truncated", "breaks off before its end; save, copy or download it again"
        ) from error
    with archive:
        if len(members) > _MOST_MEMBERS:
            raise UnreadableError("file_too_large", "holds more files than any return has")
        if sum(member.file_size for member in members) > MOST_BYTES:
            raise UnreadableError(
                "file_too_large", "unpacks to more than a gigabyte, which no return does"
            )
        names = {member.filename for member in members}
        if "xl/workbook.xml" in names or "xl/workbook.bin" in names or "content.xml" in names:
            for name, grid in workbooks.read_sheets(data):
                yield Sheet(path, grid, name)
            return
        if not members:
            raise UnreadableError("file_empty", "is a zip with nothing in it")
        for member in members:
            yield from _member(path, archive, member, known)


def _member(
    path: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo, known: Known
) -> Iterator[Sheet | UnreadableMember]:
    parts = [p for p in PurePosixPath(member.filename.replace("\\", "/")).parts if p.strip("./")]
    if not parts or any(p.startswith(".") or p in _LEFT_BY_SYSTEMS for p in parts):
        return
    inside = "/".join([path, *parts])
    try:
        data = _unpack(archive, member)
        if data.startswith((_ZIP, _EMPTY_ZIP)) and "xl/" not in _names(data):
            raise UnreadableError("file_unknown", "is a zip within a zip; unpack it first")
        yield from sheets_of(inside, data, known)
    except UnreadableError as error:
        yield UnreadableMember(inside, error)


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    if member.flag_bits & 1:
        raise UnreadableError("file_encrypted", "is protected by a password")
    try:
        return archive.read(member)
    except Exception as error:
        raise UnreadableError("file_truncated", "cannot be unpacked: the zip is damaged") from error


def _names(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "\n".join(archive.namelist())
    except Exception:
        return "xl/"


def _delimited(path: str, data: bytes, known: Known) -> Sheet:
    read = text.decode(data)
    notes: tuple[tuple[str, str], ...] = ()
    if read.damage:
        notes = (
            (
                "bytes_unreadable",
                f"holds characters that cannot be text ({read.damage:,}); they were left out",
            ),
        )
    if read.damage * 20 > len(data) or not any(line.strip() for line in read.lines):
        raise UnreadableError("file_unreadable", "is not text: it is no CSV, workbook or zip")
    if max(len(line) for line in read.lines[:LOOKED_AT]) > MOST_HEADING:
        raise UnreadableError("file_too_large", "has more columns than any table of a return has")
    grid, broken = text.read_grid(read.lines, known)
    return Sheet(path, grid, notes=notes, broken_rows=broken)
