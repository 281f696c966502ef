"""Check files: what was read of them, and what is wrong with it. Nothing is stored.

It asks for nothing but the reading of returns, so that `sightline check` begins at once.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa

from sightline.jobs.beyond_tables import issues_beyond_tables
from sightline.returns import ReadFile, Severity, read_files

_ISSUES_AT_A_TIME = 10_000


@dataclass(frozen=True, slots=True)
class TableReport:
    """One table as read: rows == kept + rejected; how many issues by rule."""

    path: str
    return_name: str | None
    year: int | None
    table: str | None
    rows: int
    kept: int
    rejected: int
    issues: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What reading some files found. `issues` has `returns.ISSUE_SCHEMA`."""

    tables: tuple[TableReport, ...]
    issues: pa.Table

    @property
    def has_errors(self) -> bool:
        """Whether a row or a file was lost."""
        return bool(
            (
                pl.DataFrame(self.issues.select(["severity"])).to_series() == Severity.ERROR.value
            ).any()
        )

    @property
    def is_empty(self) -> bool:
        """Whether tables were found, and not a row in any of them."""
        found = [table for table in self.tables if table.table]
        return bool(found) and not any(table.rows for table in found)


def check(paths: Sequence[Path], *, year: int | None = None) -> CheckReport:
    """Read files and report; store nothing."""
    return report(read_files(paths, year=year))


def report(files: Sequence[ReadFile], days: Mapping[str, date] | None = None) -> CheckReport:
    """What was read, table by table, and every issue, those of the files among each other too.

    `days` is the day each file speaks of, by its path, where its tables do not say.
    """
    beyond = issues_beyond_tables(files, days)
    counted: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for found in _counted(beyond, ["path", "table", "rule"]):
        counted[found["path"], found["table"]][found["rule"]] = found["len"]
    return CheckReport(
        tuple(row for file in files for row in _reports(file, counted)),
        pa.concat_tables([*(file.all_issues() for file in files), beyond]),
    )


def _reports(file: ReadFile, beyond: dict[tuple[str, str], Counter[str]]) -> list[TableReport]:
    """Each table of a file; the first of a name takes its issues of `beyond`."""
    if not file.tables:
        return [TableReport(file.path, None, None, None, 0, 0, 0, _by_rule(file.issues))]
    return [
        TableReport(
            path=table.path,
            return_name=table.return_name,
            year=table.year,
            table=table.table,
            rows=table.rows,
            kept=table.kept,
            rejected=table.rejected,
            issues=Counter(_by_rule(table.issues))
            + beyond.pop((table.path, table.table), Counter()),
        )
        for table in file.tables
    ]


def json_pieces(report: CheckReport, **more: object) -> Iterator[str]:
    """The contract of `check --json`, version 1, piece by piece: issues can be very many.

    `more` are keys besides it, such as the load of `load --json`.
    """
    said = {
        "version": 1,
        "files": [
            {
                "path": table.path,
                "return": table.return_name,
                "year": table.year,
                "table": table.table,
                "rows": table.rows,
                "kept": table.kept,
                "rejected": table.rejected,
                "issues": dict(table.issues),
            }
            for table in report.tables
        ],
        **more,
    }
    yield json.dumps(said, indent=1, ensure_ascii=False).removesuffix("\n}") + ',\n "issues": ['
    between = "\n  "
    for batch in report.issues.to_batches(max_chunksize=_ISSUES_AT_A_TIME):
        if not batch.num_rows:
            continue
        lines = pl.DataFrame(batch).write_ndjson().rstrip("\n").split("\n")
        yield between + ",\n  ".join(lines)
        between = ",\n  "
    yield "\n ]\n}\n"


def _by_rule(issues: pa.Table) -> dict[str, int]:
    return {found["rule"]: found["len"] for found in _counted(issues, ["rule"])}


def _counted(issues: pa.Table, by: list[str]) -> list[dict[str, Any]]:
    """Not `issues.group_by`, which imports pandas on the way and takes a second to do it."""
    return pl.DataFrame(issues.select(by)).group_by(by, maintain_order=True).len().to_dicts()
