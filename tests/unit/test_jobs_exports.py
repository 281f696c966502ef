"""Tables handed on: whose they are, that they add up, and what is said where they cannot."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner, Result

from sightline.cli import main
from sightline.jobs import exports, runs
from sightline.records.exported import HANDED_ON, STAYS
from tests.made_up_authority import Loaded


@pytest.fixture(scope="module")
def two(authority: Loaded, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A region of two authorities that happen to hold the same children under the same numbers."""
    place = tmp_path_factory.mktemp("region")
    for name in ("890", "north-shore"):
        exports.export(authority.data, str(place), name)
    return place


def cli(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)])


def test_one_authority_measures_the_same_from_what_she_exported(
    authority: Loaded, tmp_path: Path
) -> None:
    done = cli("records", "export", tmp_path, "--authority", "890", "--data", authority.data)
    assert done.exit_code == 0
    assert "They are children's" in done.output
    theirs, ours = exports.run(str(tmp_path)), runs.run(authority.data)
    assert theirs.as_at == ours.as_at
    listed = [
        [
            (one.measure.id, figure.as_at, figure.numerator, figure.denominator)
            for one in run.measures
            for figure in one.series
        ]
        for run in (theirs, ours)
    ]
    assert len(listed[0]) > 500
    assert listed[0] == listed[1]


def test_two_children_with_one_number_stay_two(authority: Loaded, two: Path) -> None:
    alone = {one.measure.id: one.latest for one in runs.run(authority.data).measures}
    both = {one.measure.id: one.latest for one in exports.run(str(two)).measures}
    in_care = alone["children_in_care"].numerator
    assert in_care
    assert both["children_in_care"].numerator == 2 * in_care
    reviewed, once = both["reviews_in_timescale"], alone["reviews_in_timescale"]
    assert (reviewed.value, reviewed.denominator) == (once.value, 2 * (once.denominator or 0))
    ids = pl.read_parquet(two / "person" / "*" / "*.parquet")["child_id"]
    assert set(ids.str.split("/").list.first()) == {"890", "north-shore"}


def test_who_is_who_stays_with_the_authority(two: Path) -> None:
    assert {folder.name for folder in two.iterdir()} == set(HANDED_ON)
    assert not set(HANDED_ON) & set(STAYS)


def test_exporting_again_takes_the_place_of_what_was_there(authority: Loaded, two: Path) -> None:
    before = sorted(path for path in two.rglob("*") if path.is_file())
    rows = pl.read_parquet(two / "placement" / "*" / "*.parquet").height
    exports.export(authority.data, str(two), "890")
    assert sorted(path for path in two.rglob("*") if path.is_file()) == before
    assert pl.read_parquet(two / "placement" / "*" / "*.parquet").height == rows


def test_authorities_whose_returns_are_of_other_days_are_not_added_up(
    two: Path, tmp_path: Path
) -> None:
    region = Path(shutil.copytree(two, tmp_path / "region"))
    file = region / "extract" / "exported_by=890" / "records.parquet"
    told = pl.read_parquet(file)
    late = date(2026, 3, 31)
    assert (told["covers_to"] == late).any()
    told.filter(pl.col("covers_to") != late).write_parquet(file)
    done = cli("measures", "run", "--tables", region)
    assert done.exit_code == 1
    assert f"Authority 890 has no ssda903 from 2025-04-01 to {late}" in done.output


@pytest.mark.parametrize("name", ["", "two words", "a/b", "..", "a=b"])
def test_a_name_that_makes_no_folder_is_refused(
    name: str, authority: Loaded, tmp_path: Path
) -> None:
    place = tmp_path / "place"
    done = cli("records", "export", place, "--authority", name, "--data", authority.data)
    assert done.exit_code == 1
    assert "a code or one word" in done.output
    assert not place.exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--tables", "nowhere"), "nowhere is no folder of exports"),
        (("--tables", "mssql://host/care"), "to a folder or to PostgreSQL"),
        (("--tables", "postgresql://host"), "reads postgresql://"),
        (("--spark",), "name it with --tables"),
        (("--tables", "nowhere", "--known-at", 1), "leave out --known-at"),
    ],
)
def test_what_cannot_be_measured_is_told_in_a_line(
    arguments: tuple[object, ...], told: str
) -> None:
    done = cli("measures", "run", *arguments)
    assert done.exit_code in (1, 2)
    assert told in done.output
    assert "Traceback" not in done.output
