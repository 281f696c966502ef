"""The issues of a load, narrowed and counted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any
from urllib.parse import urlencode

import pyarrow as pa
import pyarrow.compute as pc

NARROWED_BY = ("file", "table", "rule", "severity")


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which file, table, rule and severity; what is not in `wanted` is not narrowed."""

    wanted: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Narrowing":
        """What an address asks for."""
        return cls({name: query[name] for name in NARROWED_BY if query.get(name)})

    def apply(self, issues: pa.Table) -> pa.Table:
        """The issues that fit."""
        for name, value in self.wanted.items():
            issues = issues.filter(pc.equal(issues[name], value))
        return issues

    @property
    def query(self) -> str:
        """The same again, for the links to further pages."""
        return urlencode(dict(self.wanted)) + "&" if self.wanted else ""


def with_file(issues: pa.Table) -> pa.Table:
    """Adds `file`, the name of the file without the folder that it was read from."""
    paths = issues["path"].combine_chunks().dictionary_encode()
    names = pa.array([PurePath(path).name for path in paths.dictionary.to_pylist()], pa.string())
    file = pa.DictionaryArray.from_arrays(paths.indices, names).cast(pa.string())
    return issues.append_column("file", file)


def counts(issues: pa.Table, by: str) -> list[tuple[str, int]]:
    """How many issues there are of each value of a column, most first."""
    counted = issues.group_by(by).aggregate([("severity", "count")])
    ordered = counted.sort_by([("severity_count", "descending"), (by, "ascending")])
    return [(row[by], row["severity_count"]) for row in ordered.to_pylist() if row[by]]


def page_of(issues: pa.Table, start: int, rows: int) -> list[dict[str, Any]]:
    """The rows of one page, errors first, then by file, table and row."""
    ordered = issues.sort_by([(name, "ascending") for name in ("severity", "file", "table", "row")])
    return list(ordered.slice(start, rows).to_pylist())
