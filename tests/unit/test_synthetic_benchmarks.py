"""The made-up authority's made-up neighbours."""

from __future__ import annotations

import hashlib
import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sightline.jobs import peers
from sightline.peers import PUBLISHED, Kind, read, tell
from sightline.synthetic.benchmarks import NATIONAL, OTHERS, write_benchmarks
from sightline.synthetic.job import Job

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


def written(out: Path, seed: int = 1) -> list[Path]:
    return write_benchmarks(Job.begin(out, (40, 2), seed, date(2026, 10, 31)))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return written(tmp_path_factory.mktemp("made-up"))


def test_every_lait_indicator_in_use_has_a_level_and_no_other() -> None:
    assert NATIONAL.keys() == {each.lait for each in PUBLISHED if each.lait}


def test_they_are_read_without_an_issue_and_each_for_what_it_is(files: list[Path]) -> None:
    found = {path.name: read(path) for path in files}
    assert all(each.issues == () for each in found.values())
    kinds = [each.kind for each in found.values()]
    assert kinds == [Kind.LAIT, Kind.NEIGHBOURS, Kind.DFE, Kind.DFE, Kind.DFE]


def test_the_same_seed_makes_the_same_and_another_seed_others(
    files: list[Path], tmp_path: Path
) -> None:
    def digests(paths: list[Path]) -> list[str]:
        return [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths]

    assert digests(written(tmp_path / "again")) == digests(files)
    assert digests(written(tmp_path / "other", seed=2))[0] != digests(files)[0]


def test_ten_neighbours_have_a_figure_near_england_s_and_we_have_none(
    files: list[Path], tmp_path: Path
) -> None:
    data = tmp_path / "data"
    peers.load(files, data, loaded_at=NOON)
    kept = peers.benchmarks(data)
    ours = kept.be("Thornmere")
    source, numbers = kept.neighbours_of(ours.number)
    assert (source, len(numbers)) == ("made-up-neighbours.csv", len(OTHERS))
    for published in PUBLISHED:
        told = tell(kept, published, range(2020, 2027))
        if told is None:
            assert not published.lait, published.measure_id
            continue
        assert ours.number not in told.authorities
        assert told.england is not None
        assert len(told.regions) == 1
        for number in numbers:
            beside = told.authorities[number].value / told.england.value
            assert 0.25 < beside < 1.75, published.measure_id


def test_no_name_of_theirs_is_a_real_authority_s(files: list[Path]) -> None:
    beside = os.environ.get("SIGHTLINE_SHARED", Path(__file__).parents[2].parent / "shared")
    shared = Path(beside) / "published" / "lait"
    if not shared.is_dir():
        pytest.skip("the list of real areas is not here")
    real = {name.lower() for name in read(shared / "la_code_list.xlsx").frame["la_name"]}
    numbers = set(read(shared / "la_code_list.xlsx").frame["old_la_code"])
    made = read(files[1]).frame
    assert not real & {name.lower() for name in OTHERS}
    assert not numbers & {*made["neighbour"], *made["old_la_code"]}
