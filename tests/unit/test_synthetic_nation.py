"""The made-up nation: the same whatever the number of processes, and no real place in it."""

from __future__ import annotations

import csv
import hashlib
import os
from pathlib import Path

import pytest

from sightline.synthetic import generate_nation
from sightline.synthetic.nation import members


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_one_process_or_two_write_the_same_files(tmp_path: Path) -> None:
    told: list[int] = []
    one = generate_nation(tmp_path / "one", size=(2, 60), processes=1)
    generate_nation(
        tmp_path / "two", size=(2, 60), processes=2, progress=lambda what, done, of: told.append(of)
    )
    assert digests(tmp_path / "one") == digests(tmp_path / "two")
    assert told == [2, 2]
    with (tmp_path / "one" / "nation.csv").open(encoding="utf-8") as file:
        listed = list(csv.DictReader(file))
    assert [int(row["in_care"]) for row in listed] == [a.in_care for a in one.authorities]
    folders = {path.parts[0] for path in map(Path, digests(tmp_path / "one")) if path.parts[1:]}
    assert folders == {row["folder"] for row in listed}


def test_the_sizes_add_up_and_no_name_comes_twice() -> None:
    found = members(1, 153, 82_000)
    assert len({one.name for one in found}) == 153
    assert sum(one.children for one in found) == pytest.approx(82_000, abs=153)
    assert max(one.children for one in found) > 8 * min(one.children for one in found)
    assert members(1, 153, 82_000) == found
    assert members(2, 153, 82_000) != found


def test_too_many_authorities_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at most 153"):
        generate_nation(tmp_path, size=(154, 82_000))


def test_no_authority_of_the_nation_exists() -> None:
    shared = Path(os.environ.get("SIGHTLINE_SHARED", "../shared"))
    listed = shared / "published" / "lait" / "la_code_list.xlsx"
    if not listed.exists():
        pytest.skip("the list of English authorities is not on this machine")
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(listed)
    real = {
        str(cell).lower()
        for sheet in book.sheet_names
        for row in book.get_sheet_by_name(sheet).to_python()
        for cell in row
    }
    assert not {one.name.lower() for one in members(1, 153, 82_000)} & real
