"""The sector's sample of a workforce census holds the places of names instead of names.

Each is reported by file, line, column, value and rule, and no row is lost for it. Where they stand
is found by lxml, without our reader.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from lxml import etree  # type: ignore[import-untyped]

from sightline.returns import ReadTable
from tests.returns_files import read_file

SHARED = Path(os.environ.get("SIGHTLINE_SHARED", Path(__file__).parents[2].parent / "shared"))
SAMPLE = SHARED / "samples" / "workforce" / "social_work_workforce_2022.xml"
pytestmark = pytest.mark.skipif(not SAMPLE.is_file(), reason="the sample return is not here")

NO_INSTITUTION = "Institution Name"
REGISTRATION = re.compile(r"SW\d+")


@pytest.fixture(scope="module")
def workers() -> ReadTable:
    read = read_file(SAMPLE)
    assert read.issues.num_rows == 0  # nothing is wrong with the file as a whole
    [found] = [table for table in read.tables if table.table == "workers"]
    return found


def in_file(column: str) -> list[tuple[int, str]]:
    """The line of each worker, and what the file says in the column."""
    found = etree.parse(str(SAMPLE)).findall(".//CSWWWorker")
    return [
        (each.sourceline, str(each.findtext(column))) for each in found if each.findtext(column)
    ]


def reported(workers: ReadTable, rule: str) -> set[tuple[str, int, str, str]]:
    return {
        (Path(row["path"]).name, row["row"], row["column"], row["value"])
        for row in workers.issues.to_pylist()
        if row["rule"] == rule
    }


def test_every_institution_without_a_name_is_reported(workers: ReadTable) -> None:
    expected = {
        (SAMPLE.name, line, "QualInst", said)
        for line, said in in_file("QualInst")
        if said == NO_INSTITUTION
    }
    assert len(expected) == SAMPLE.read_text("utf-8").count(f"<QualInst>{NO_INSTITUTION}<") > 0
    assert reported(workers, "institution_not_named") == expected


def test_every_made_up_registration_number_is_reported(workers: ReadTable) -> None:
    expected = {
        (SAMPLE.name, line, "SWENo", said)
        for line, said in in_file("SWENo")
        if not REGISTRATION.fullmatch(said.upper())
    }
    assert expected
    assert reported(workers, "worker_number_form") == expected


def test_no_row_is_lost_for_a_placeholder(workers: ReadTable) -> None:
    assert (workers.rows, workers.kept, workers.rejected) == (len(in_file("SWENo")),) * 2 + (0,)
    issues = workers.issues.to_pylist()
    placeholders = [
        r for r in issues if r["rule"] in ("institution_not_named", "worker_number_form")
    ]
    assert {row["severity"] for row in placeholders} == {"warning"}
    for row in placeholders:
        start = f"Line {row['row']} of {SAMPLE.name}: {row['column']} '{row['value']}' "
        assert row["message"].startswith(start)
