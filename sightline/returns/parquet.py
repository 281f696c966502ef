"""Parquet files: a grid of text, whatever types the file holds, within bounds that we set."""

from __future__ import annotations

import io
import json
import struct
from collections.abc import Iterator
from typing import TYPE_CHECKING

import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

from sightline.returns.grids import FrameGrid
from sightline.returns.trouble import UnreadableError

if TYPE_CHECKING:
    import pyarrow.parquet as pq

MAGIC = b"PAR1"
MOST_COLUMNS = 1000
MOST_ROWS = 20_000_000
MOST_TEXT = 1_000_000_000
"""Bytes of text, of all cells together, that a file may unpack to."""

_MOST_FOOTER = 16_000_000
_DAMAGED = UnreadableError("file_unreadable", "is a damaged Parquet file; export it again")
_TOO_LARGE = UnreadableError(
    "file_too_large", "unpacks to more than a gigabyte, which no table of a return does"
)


def read_grid(data: bytes) -> FrameGrid:
    """The rows of a Parquet file as text, numbered from 1.

    Raises UnreadableError where the file is damaged, or holds more columns, rows or text than any
    table of a return does; it is refused before it is unpacked.
    """
    import pyarrow.parquet as pq  # only where there is such a file: it takes 5 MB

    _check_footer(data)
    try:
        file = pq.ParquetFile(
            io.BytesIO(data),
            thrift_string_size_limit=_MOST_FOOTER,
            thrift_container_size_limit=MOST_COLUMNS * 100,
        )
        _check_extent(file)
        packed = [field.name for field in file.schema_arrow if _is_text(field.type)]
        reader = pq.ParquetFile(io.BytesIO(data), read_dictionary=packed)
        texts = [pl.from_arrow(group) for group in _groups(reader)]
    except (pa.ArrowException, OSError, ValueError, pl.exceptions.PolarsError) as error:
        raise _DAMAGED from error
    names = file.schema_arrow.names
    empty = pl.DataFrame(schema=dict.fromkeys(names, pl.String))
    frame = pl.concat([empty, *(each for each in texts if isinstance(each, pl.DataFrame))])
    return FrameGrid(frame, pl.int_range(1, frame.height + 1, eager=True, dtype=pl.Int64))


def _check_footer(data: bytes) -> None:
    if len(data) < 12 or data[-4:] != MAGIC:
        raise UnreadableError(
            "file_truncated", "breaks off before its end; save, copy or download it again"
        )
    [length] = struct.unpack("<I", data[-8:-4])
    if length > len(data) - 12:
        raise _DAMAGED
    if length > _MOST_FOOTER:
        raise UnreadableError("file_too_large", "describes more columns than any return has")


def _check_extent(file: pq.ParquetFile) -> None:
    about = file.metadata
    if about.num_columns > MOST_COLUMNS:
        raise UnreadableError(
            "file_too_large", f"has {about.num_columns:,} columns; no table of a return has so many"
        )
    if about.num_rows > MOST_ROWS:
        raise UnreadableError(
            "file_too_large", f"says it has {about.num_rows:,} rows; no table of a return has"
        )
    sizes = (about.row_group(at).total_byte_size for at in range(about.num_row_groups))
    if sum(sizes) > MOST_TEXT:
        raise _TOO_LARGE
    names = file.schema_arrow.names
    if twice := {name for name in names if names.count(name) > 1}:
        raise UnreadableError(
            "file_unreadable", f"has two columns called {min(twice)}; leave one of them out"
        )


def _groups(reader: pq.ParquetFile) -> Iterator[pa.Table]:
    """Row group by row group as text. Text columns stay packed until their size is known."""
    size = 0
    for at in range(reader.metadata.num_row_groups):
        group = reader.read_row_group(at)
        # The reader takes text and indices on trust, and a frame of broken ones breaks the process.
        group.validate(full=True)
        size += sum(_unpacked(column) for column in group.columns)
        if size > MOST_TEXT:
            raise _TOO_LARGE
        yield pa.table({name: _text(group[name]) for name in group.column_names})


def _is_text(kind: pa.DataType) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))


def _unpacked(column: pa.ChunkedArray) -> int:
    """The bytes that a column takes when it is no longer packed."""
    if not pa.types.is_dictionary(column.type):
        return int(column.nbytes)
    lengths = [pc.take(pc.binary_length(c.dictionary), c.indices) for c in column.chunks]
    return sum(pc.sum(each).as_py() or 0 for each in lengths)


def _text(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """A column as the text that a CSV would hold; lists and structures as JSON, bytes as hex."""
    kind = column.type
    if pa.types.is_nested(kind):
        written = [None if v is None else json.dumps(v, default=str) for v in column.to_pylist()]
        return pa.chunked_array([pa.array(written, pa.string())])
    if pa.types.is_binary(kind) or pa.types.is_large_binary(kind):
        written = [None if v is None else v.hex() for v in column.to_pylist()]
        return pa.chunked_array([pa.array(written, pa.string())])
    if pa.types.is_timestamp(kind) and kind.tz is not None:
        column = column.cast(pa.timestamp(kind.unit))
    return column.cast(pa.string())
