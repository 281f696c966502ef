"""What is kept of other areas, and what it tells."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sightline.peers import (
    Area,
    AreaNotFoundError,
    Benchmarks,
    population_of,
    published_for,
    read,
    tell,
)
from tests import peers_files as made

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
TEN = ["951", "952", "953", "954", "955", "956", "957", "958", "959", "960"]


@pytest.fixture
def kept(tmp_path: Path) -> Benchmarks:
    return Benchmarks(tmp_path / "data" / "benchmarks")


def moved(kept: Benchmarks, file: Path, year: int = 2025, england: str = "8500") -> None:
    counts = {
        "England": (england, "81770"),
        "Middlemere": ("1280", "14620"),
        "901": ("51", "506"),
        "951": ("c", "300"),
        "952": ("40", "320"),
    }
    assert kept.add(read(made.stability(file, counts, year)), NOON)


def test_the_same_file_twice_changes_nothing(kept: Benchmarks, tmp_path: Path) -> None:
    moved(kept, tmp_path / "a.csv")
    before = {path.name: path.read_bytes() for path in kept.folder.iterdir()}
    again = tmp_path / "renamed.csv"
    again.write_bytes((tmp_path / "a.csv").read_bytes())
    assert not kept.add(read(again), NOON)
    assert {path.name: path.read_bytes() for path in kept.folder.iterdir()} == before
    assert [file.name for file in kept.files()] == ["a.csv"]


def test_a_load_cut_off_before_the_list_is_written_leaves_what_was_there(
    kept: Benchmarks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved(kept, tmp_path / "a.csv")

    def cut_off(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Benchmarks, "_write", cut_off)
        with pytest.raises(KeyboardInterrupt):
            moved(kept, tmp_path / "b.csv", 2024)
    assert [file.name for file in kept.files()] == ["a.csv"]
    moved(kept, tmp_path / "b.csv", 2024)
    assert [file.name for file in kept.files()] == ["a.csv", "b.csv"]


def test_what_is_kept_says_its_years(kept: Benchmarks, tmp_path: Path) -> None:
    moved(kept, tmp_path / "a.csv")
    (file,) = kept.files()
    assert (file.rows, file.first_year, file.last_year) == (10, 2025, 2025)
    assert file.loaded == "2026-11-02T12:00:00+00:00"


@pytest.mark.parametrize("which", ["Thornmere", " thornmere ", "901", "E99000901", "e99000901"])
def test_we_are_found_by_name_number_or_code(which: str, kept: Benchmarks, tmp_path: Path) -> None:
    moved(kept, tmp_path / "a.csv")
    assert kept.area() is None
    assert kept.be(which) == Area("901", "Thornmere")
    assert kept.area() == Area("901", "Thornmere")
    assert json.loads((kept.folder / "benchmarks.json").read_text())["area"]["number"] == "901"


def test_a_name_nearly_right_is_guessed_at(kept: Benchmarks, tmp_path: Path) -> None:
    moved(kept, tmp_path / "a.csv")
    with pytest.raises(AreaNotFoundError, match=r"Did you mean Thornmere\?"):
        kept.be("Thornmeer")


def test_before_anything_is_loaded_no_area_is_known(kept: Benchmarks) -> None:
    with pytest.raises(AreaNotFoundError, match="sightline benchmarks load"):
        kept.be("Thornmere")


def test_of_a_share_the_published_numbers_are_divided(kept: Benchmarks, tmp_path: Path) -> None:
    moved(kept, tmp_path / "a.csv")
    published = published_for("three_or_more_placements")
    assert published is not None
    told = tell(kept, published, [2023, 2024, 2025])
    assert told is not None
    assert told.year == 2025
    assert told.england is not None
    assert told.england.value == pytest.approx(0.10395, abs=0.00001)  # 8,500 / 81,770
    assert told.regions["middlemere"].value == pytest.approx(0.08755, abs=0.00001)  # 1,280 / 14,620
    own = told.authorities["901"]
    assert (own.count, own.out_of) == (51, 506)
    assert "951" not in told.authorities, "its count is confidential"


def test_a_year_that_nobody_asks_for_is_not_told(kept: Benchmarks, tmp_path: Path) -> None:
    moved(kept, tmp_path / "a.csv", 2024)
    moved(kept, tmp_path / "b.csv", 2025)
    published = published_for("three_or_more_placements")
    assert published is not None
    told = tell(kept, published, [2024])
    assert told is not None
    assert (told.year, told.file) == (2024, "a.csv")
    assert tell(kept, published, [2026]) is None


def test_of_two_files_of_a_year_the_one_loaded_last_is_believed(
    kept: Benchmarks, tmp_path: Path
) -> None:
    moved(kept, tmp_path / "first.csv")
    moved(kept, tmp_path / "revised.csv", england="9000")
    published = published_for("three_or_more_placements")
    assert published is not None
    told = tell(kept, published, [2025])
    assert told is not None
    assert told.england is not None
    assert (told.file, told.england.count) == ("revised.csv", 9000)


def test_numbers_are_preferred_to_a_percentage_of_the_same_year(
    kept: Benchmarks, tmp_path: Path
) -> None:
    moved(kept, tmp_path / "numbers.csv")
    rows = made.lait_of("LACStable_2016on", 2025, {"England": "10"})
    rows += made.lait_of("LACStable_2016on", 2026, {"England": "11"})
    kept.add(read(made.lait(tmp_path / "l.parquet", rows)), NOON)
    published = published_for("three_or_more_placements")
    assert published is not None
    same = tell(kept, published, [2025])
    newer = tell(kept, published, [2025, 2026])
    assert same is not None
    assert newer is not None
    assert (same.file, newer.file) == ("numbers.csv", "l.parquet")
    assert newer.england is not None
    assert newer.england.value == pytest.approx(0.11)


def test_a_file_with_a_further_breakdown_is_not_taken_for_the_whole(
    kept: Benchmarks, tmp_path: Path
) -> None:
    rows = [
        f"{made.place('England')},{made.IN_CARE},{line},{sex},{count}"
        for line, count in ((made.MOVED, "10"), (made.TOTAL, "100"))
        for sex in ("Girls", "Boys")
    ]
    file = made.dfe(tmp_path / "a.csv", "cla_group,placement_stability,sex,children_count", rows)
    kept.add(read(file), NOON)
    published = published_for("three_or_more_placements")
    assert published is not None
    assert tell(kept, published, [2025]) is None


def test_a_rate_is_one_for_each_child(kept: Benchmarks, tmp_path: Path) -> None:
    rows = made.lait_of("CPP_rate", 2025, {"England": "40.6", "952": "71.6"})
    kept.add(read(made.lait(tmp_path / "l.parquet", rows)), NOON)
    published = published_for("on_protection_plan")
    assert published is not None
    told = tell(kept, published, [2025])
    assert told is not None
    assert told.england is not None
    assert told.england.value == pytest.approx(0.00406)
    assert told.authorities["952"].value == pytest.approx(0.00716)


def test_children_living_in_the_area_are_those_of_the_year(
    kept: Benchmarks, tmp_path: Path
) -> None:
    kind = "Children looked after on 31 March each year"
    rows = [
        f"{made.place('901', 2024)},{kind},54000,500",
        f"{made.place('901', 2025)},{kind},54760,506",
        f"{made.place('901', 2025)},Children starting to be looked after each year,1,200",
    ]
    columns = "population_type,population_estimate,children_count"
    kept.add(read(made.dfe(tmp_path / "a.csv", columns, rows)), NOON)
    assert population_of(kept, "901", 2025) == 54760
    assert population_of(kept, "901", 2024) == 54000
    assert population_of(kept, "901", 2023) is None
    assert population_of(kept, "952", 2025) is None


def test_neighbours_are_those_of_the_file_loaded_last(kept: Benchmarks, tmp_path: Path) -> None:
    kept.add(read(made.neighbours(tmp_path / "old.xlsx", {"901": TEN})), NOON)
    kept.add(read(made.neighbours(tmp_path / "new.xlsx", {"901": TEN[::-1]})), NOON)
    assert kept.neighbours_of("901") == ("new.xlsx", tuple(TEN[::-1]))
    assert kept.neighbours_of("952") == ("", ())


def test_the_region_is_that_of_the_list_of_areas_where_there_is_one(
    kept: Benchmarks, tmp_path: Path
) -> None:
    listed = tmp_path / "codes.csv"
    listed.write_text("LA Number,LA Name,Region\n901,Thornmere,Upper Middlemere\n")
    kept.add(read(listed), NOON)
    moved(kept, tmp_path / "a.csv")
    assert kept.region_of("901") == "Upper Middlemere"
    assert kept.region_of("952") == "Middlemere"
    assert kept.region_of("999") == ""
