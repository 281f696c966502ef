"""From the paths a person gives to sheets: folders walked, zips opened, kinds told by bytes."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from sightline.returns import limits, parquet, text, workbooks, xml_forms
from sightline.returns.grids import Sheet
from sightline.returns.registry import XML_FORMS
from sightline.returns.trouble import UnreadableError

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


def digest(path: Path) -> str:
    """The SHA-256 of a file, which is read a piece at a time.

    Raises UnreadableError with the reason where there is none to read, or it is too large.
    """
    with _opened(path) as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@contextmanager
def _opened(path: Path) -> Iterator[io.BufferedReader]:
    try:
        if path.exists() and not path.is_file():
            raise UnreadableError("file_unreadable", "is not a file")
        if path.stat().st_size > limits.MOST_BYTES:
            raise limits.too_large(limits.MOST_BYTES)
        with path.open("rb") as stream:
            yield stream
    except FileNotFoundError as error:
        raise UnreadableError("file_unreadable", "is not there") from error
    except OSError as error:
        raise UnreadableError("file_unreadable", f"cannot be opened: {error.strerror}") from error


def open_sheets(path: Path, known: Known) -> Iterator[Sheet | UnreadableMember]:
    """Every sheet of a file on disk: XML as it streams by, all else read whole within limits.

    Raises UnreadableError where the file as a whole cannot be read.
    """
    with _opened(path) as stream:
        yield from _of_stream(str(path), stream, known)


def _of_stream(path: str, stream: IO[bytes], known: Known) -> Iterator[Sheet | UnreadableMember]:
    head = stream.read(xml_forms.PROBED)
    stream.seek(0)
    if xml_forms.looks_like_xml(head):
        yield from xml_forms.sheets(path, stream, head, XML_FORMS)
    elif head.startswith((_OLE, _ZIP, _EMPTY_ZIP, parquet.MAGIC)):
        yield from sheets_of(path, limits.read_within(stream, limits.MOST_BYTES), known)
    else:
        yield from sheets_of(path, limits.read_within(stream, limits.MOST_TEXT, lines=True), known)


def sheets_of(path: str, data: bytes, known: Known) -> Iterator[Sheet | UnreadableMember]:
    """Every sheet of a file that is no XML; a member of a zip that cannot be read is told of.

    Raises UnreadableError where the file as a whole cannot be read.
    """
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UnreadableError("file_empty", "is empty")
    for start, words in _OTHERS:
        if data.startswith(start):
            raise UnreadableError("file_unknown", words)
    if data.startswith(_OLE):
        yield from _old_workbook(path, data)
    elif data.startswith((_ZIP, _EMPTY_ZIP)):
        yield from _zipped(path, data, known)
    elif data.startswith(parquet.MAGIC):
        yield Sheet(path, parquet.read_grid(data))
    else:
        yield _delimited(path, data, known)


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
        if len(members) > limits.MOST_MEMBERS:
            raise UnreadableError("file_too_large", "holds more files than any return has")
        # zipfile unpacks no more of a member than its header says, so that this holds if it lies
        if sum(member.file_size for member in members) > limits.MOST_BYTES:
            raise limits.too_large(limits.MOST_BYTES)
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
    if member.flag_bits & 1:
        reason = UnreadableError("file_encrypted", "is protected by a password")
        yield UnreadableMember(inside, reason)
        return
    try:
        with archive.open(member) as stream:
            yield from _of_member(inside, stream, known)
    except UnreadableError as error:
        yield UnreadableMember(inside, error)
    except Exception:  # whatever an unpacker makes of bytes that are none of its own
        words = "cannot be unpacked: the zip is damaged"
        yield UnreadableMember(inside, UnreadableError("file_truncated", words))


def _of_member(inside: str, stream: IO[bytes], known: Known) -> Iterator[Sheet | UnreadableMember]:
    head = stream.read(xml_forms.PROBED)
    stream.seek(0)
    if head.startswith((_ZIP, _EMPTY_ZIP)):
        data = limits.read_within(stream, limits.MOST_BYTES)
        if "xl/" not in _names(data):
            raise UnreadableError("file_unknown", "is a zip within a zip; unpack it first")
        yield from sheets_of(inside, data, known)
    else:
        yield from _of_stream(inside, stream, known)


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
    if read.damage * 20 > len(data) or not read.content or read.content.isspace():
        raise UnreadableError("file_unreadable", "is not text: it is no CSV, workbook or zip")
    grid, broken = text.read_grid(read.content, known)
    return Sheet(path, grid, notes=notes, broken_rows=broken)
