"""How much of anything is read, so that no file fills the memory. No real return comes near."""

from __future__ import annotations

from typing import IO

from sightline.returns.trouble import UnreadableError

MOST_BYTES = 1_000_000_000
"""The most a file may hold or unpack to: a census of a million rows is about a third of it."""

MOST_TEXT = 400_000_000
"""The most a delimited file may hold."""

LONGEST_LINE = 1 << 20
"""The most bytes without a line break in a delimited file."""

MOST_COLUMNS = 2_000
"""The most cells in a row of a delimited file, and the most headings looked at in any."""

MOST_MEMBERS = 5_000
"""The most files in a zip."""

_CHUNK = 1 << 20


def read_within(stream: IO[bytes], most: int, *, lines: bool = False) -> bytes:
    """All of a stream, read a chunk at a time and no further than the limit.

    Raises UnreadableError at the limit, or with `lines` where a line is longer than LONGEST_LINE.
    """
    chunks: list[bytes] = []
    total = since_break = 0
    while chunk := stream.read(_CHUNK):
        total += len(chunk)
        if total > most:
            raise too_large(most)
        if lines:
            since_break = _since_break(chunk, since_break)
        chunks.append(chunk)
    return b"".join(chunks)


def _since_break(chunk: bytes, before: int) -> int:
    """Bytes since the last line break; raises UnreadableError where a line runs too long."""
    first, last = _first_break(chunk), max(chunk.rfind(b"\n"), chunk.rfind(b"\r"))
    if before + (len(chunk) if first < 0 else first) > LONGEST_LINE:
        raise UnreadableError(
            "file_too_large",
            f"has a line of more than {LONGEST_LINE:,} characters, which no return has",
        )
    return before + len(chunk) if last < 0 else len(chunk) - last - 1


def _first_break(chunk: bytes) -> int:
    found = [at for at in (chunk.find(b"\n"), chunk.find(b"\r")) if at >= 0]
    return min(found, default=-1)


def too_large(most: int) -> UnreadableError:
    """That a file holds or unpacks to more than the limit."""
    return UnreadableError(
        "file_too_large",
        f"holds or unpacks to more than {most // 1_000_000:,} MB, which no return does",
    )
