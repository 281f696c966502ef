"""Files to read: small returns written as authorities send them. All of it is invented."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from sightline.returns import ReadFile, ReadTable, read_files

HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"
EPISODES = (
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
)
REVIEWS = "CHILD,DOB,REVIEW,REVIEW_CODE"
OC2 = (
    "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,"
    "HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED"
)
MISSING = "CHILD,DOB,MISSING,MIS_START,MIS_END"

A_REVIEW = "1,12/02/2010,05/06/2024,PN1"
AN_EPISODE = "1,05/06/2024,S,C2,N1,U6,PR4,,,,AB1 2CD,EF3 4GH,1234567"

Cells = Sequence[Sequence[object]]


def write_csv(path: Path, heading: str, *rows: str, encoding: str = "utf-8") -> Path:
    """A CSV of that heading and those rows."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(("\n".join([heading, *rows]) + "\n").encode(encoding))
    return path


def write_workbook(path: Path, sheets: Mapping[str, Cells]) -> Path:
    """A workbook of sheets, each a list of rows from A1 down; dates become date cells."""
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return path


def write_zip(path: Path, members: Mapping[str, bytes]) -> Path:
    """A zip of members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def csv_text(rows: Sequence[Sequence[str]], delimiter: str = ",") -> str:
    """Rows as CSV text, quoted where they must be."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return out.getvalue()


def read_file(path: Path, year: int | None = None) -> ReadFile:
    """The one file read."""
    (read,) = read_files([path], year=year)
    return read


def read_table(path: Path, year: int | None = None) -> ReadTable:
    """The one table of the one file."""
    (table,) = read_file(path, year).tables
    return table


def rules(read: ReadFile | ReadTable) -> list[str]:
    """The rules of its issues, in order."""
    issues = read.issues if isinstance(read, ReadTable) else read.all_issues()
    return [str(rule) for rule in issues["rule"].to_pylist()]


def messages(read: ReadFile | ReadTable) -> list[str]:
    """The messages of its issues, in order."""
    issues = read.issues if isinstance(read, ReadTable) else read.all_issues()
    return [str(message) for message in issues["message"].to_pylist()]


def column(table: ReadTable, name: str) -> list[Any]:
    """The kept values of a column."""
    return list(table.data[name].to_pylist())
