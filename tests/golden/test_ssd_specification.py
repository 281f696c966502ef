"""The SSD's declarations beside its published specification: names, types, code sets."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sightline.returns.fields import Field
from sightline.returns.ssd import SSD_TABLES

SHARED = Path(os.environ.get("SIGHTLINE_SHARED", Path(__file__).parents[3] / "shared"))
SPECIFICATION = SHARED / "reference" / "ssd-data-model" / "data_objects_specification.csv"
KINDS = {"datetime": {"date"}, "int": {"integer"}, "float": {"number"}, "bit": {"flag"}}

pytestmark = pytest.mark.skipif(not SPECIFICATION.is_file(), reason="the reference is not here")


def items() -> list[dict[str, str]]:
    with SPECIFICATION.open(encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.DictReader(file) if row["object_name"]]


def declared(row: dict[str, str]) -> Field:
    return SSD_TABLES[row["object_name"]].table[row["field_name"].strip()]


def test_every_table_has_the_columns_of_the_specification_and_no_other() -> None:
    specified: dict[str, set[str]] = {}
    for row in items():
        specified.setdefault(row["object_name"], set()).add(row["field_name"].strip())
    ours = {
        name: {field.name for field in each.table.fields} - (each.extra - specified[name])
        for name, each in SSD_TABLES.items()
    }
    assert ours == specified


def test_every_column_has_a_kind_that_its_type_can_hold() -> None:
    for row in items():
        words = row["type"].split()
        if words and (kinds := KINDS.get(words[0].lower())):
            assert declared(row).kind in kinds, row["field_name"]


def code_sets() -> Iterator[tuple[Field, set[str]]]:
    for row in items():
        words = row["guidance"] or ""
        if not re.search(r"[Cc]ode [Ss]et", words):
            continue
        codes = set(re.findall(r"(?m)^\s*([A-Z0-9]{1,6})\s+[-–]\s*", words))
        if codes and declared(row).kind != "flag":
            yield declared(row), codes


def test_nearly_every_code_set_is_held() -> None:
    """What is not: gender, which is kept as text, and yes and no under other numbers."""
    sets = list(code_sets())
    matched = [field.name for field, codes in sets if codes <= set(field.codes)]
    print(f"{len(matched)} of {len(sets)} code sets matched")
    unmatched = {field.name for field, _codes in sets} - set(matched)
    assert len(matched) / len(sets) >= 0.9, unmatched
