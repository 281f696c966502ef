"""The department's and the LAIT's own files: read whole, and in the right unit.

The department prints a percentage beside its counts and the LAIT prints it again: three ways to
the same figure, of which ours is one. Figures written out here were read from the files by eye.
"""

from __future__ import annotations

import csv
import os
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest

from sightline.peers import (
    PUBLISHED,
    Benchmarks,
    NotBenchmarksError,
    Published,
    Unit,
    population_of,
    published_for,
    read,
    tell,
)

SHARED = Path(os.environ.get("SIGHTLINE_SHARED", Path(__file__).parents[2].parent / "shared"))
DFE, LAIT = SHARED / "published" / "dfe", SHARED / "published" / "lait"
pytestmark = pytest.mark.skipif(not DFE.is_dir(), reason="published figures are not here")
NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
COUNTED = (
    "cla_number_and_rate_per_10k_children.csv",
    "csww_indicators_2017_to_2025.csv",
    "d3_cpps_subsequent_plan_2013_to_2025.csv",
    "d5_cpps_at31march_by_duration_2013_to_2025.csv",
    "la_cla_placement_stability.csv",
    "la_cla_swcount.csv",
    "la_conviction_health_outcome_cla.csv",
)


@pytest.fixture(scope="module")
def dfe(tmp_path_factory: pytest.TempPathFactory) -> Benchmarks:
    """The department's files alone."""
    kept = Benchmarks(tmp_path_factory.mktemp("dfe"))
    for file in COUNTED:
        kept.add(read(DFE / file), NOON)
    return kept


@pytest.fixture(scope="module")
def lait(tmp_path_factory: pytest.TempPathFactory) -> Benchmarks:
    """The LAIT alone."""
    kept = Benchmarks(tmp_path_factory.mktemp("lait"))
    for file in ("bds_long_0.parquet", "la_code_list.xlsx", "sn_may_2025.xlsx"):
        kept.add(read(LAIT / file), NOON)
    return kept


@pytest.mark.parametrize("file", COUNTED)
def test_every_row_of_the_department_s_files_is_kept(file: str) -> None:
    with (DFE / file).open(encoding="utf-8-sig", newline="") as opened:
        rows = sum(1 for _ in csv.reader(opened)) - 1
    found = read(DFE / file)
    assert found.issues == ()
    assert found.frame.height == rows


def test_all_of_the_lait_is_kept_but_the_rows_of_the_year_nought() -> None:
    raw = pl.read_parquet(LAIT / "bds_long_0.parquet")
    found = read(LAIT / "bds_long_0.parquet")
    assert found.frame.height == raw.filter(pl.col("Years") != "0").height
    assert {issue.value for issue in found.issues if issue.row} == {"0"}
    given = raw.filter((pl.col("Years") != "0") & (pl.col("Values") != "-")).height
    assert found.frame["Values"].drop_nulls().len() == given


def test_what_is_no_file_of_figures_is_refused() -> None:
    for file in (DFE / "summary_page_metadata.csv", LAIT / "lait_data_dictionary.csv"):
        with pytest.raises(NotBenchmarksError):
            read(file)


def test_every_authority_with_neighbours_has_ten() -> None:
    for file in (LAIT / "sn_may_2025.xlsx", DFE / "sn_model_2025_wide.csv"):
        found = read(file)
        assert found.issues == ()
        assert found.frame.group_by("old_la_code").len()["len"].unique().to_list() == [10]


# England 2025 as the department prints it, and the LAIT's rounding of the same
ENGLAND = {
    "rereferrals": 0.226,
    "referrals_no_further_action": 0.065,
    "assessments_in_45_days": 0.857,
    "conferences_in_15_days": 0.814,
    "repeat_plans": 0.245,
    "plans_over_two_years": 0.023,
    "protection_reviews_in_time": 0.906,
    "children_in_care": 67 / 10_000,
    "on_protection_plan": 40.6 / 10_000,
    "referrals": 519.4 / 10_000,
    "section47_enquiries": 189.3 / 10_000,
    "three_or_more_placements": 0.10,
    "long_term_stability": 0.69,
    "sdq_mean": 14.9,
    "dental_checks": 0.81,
    "immunised": 0.84,
}


@pytest.mark.parametrize("measure_id", ENGLAND)
def test_england_of_2025_in_our_unit_as_the_lait_prints_it(
    measure_id: str, lait: Benchmarks
) -> None:
    published = published_for(measure_id)
    assert published is not None
    told = tell(lait, published, [2025])
    assert told is not None
    assert told.england is not None
    assert told.england.value == pytest.approx(ENGLAND[measure_id], rel=1e-9)


@pytest.mark.parametrize(
    "published",
    [each for each in PUBLISHED if each.lait and each.dfe],
    ids=lambda each: each.measure_id,
)
def test_counts_of_the_department_give_the_lait_s_percentages_of_every_authority(
    published: Published, dfe: Benchmarks, lait: Benchmarks
) -> None:
    """Two publications of one figure: the quotient of the one rounds to the other."""
    year = 2024 if published.measure_id == "social_worker_changes" else 2025
    counted, printed = tell(dfe, published, [year]), tell(lait, published, [year])
    assert counted is not None
    assert printed is not None
    both = counted.authorities.keys() & printed.authorities.keys()
    assert len(both) >= 85  # where counts are small they are confidential, as plans of two years
    per = 10_000 if published.unit is Unit.PER_10000 else 100
    # whole numbers, but for the plans: to a tenth
    rounding = 0.05 if "plans" in published.measure_id else 0.5
    far = {
        counted.authorities[each].name
        for each in both
        if abs(counted.authorities[each].value - printed.authorities[each].value) * per
        > rounding + 1e-6
    }
    assert not far


def test_agency_workers_by_heads_are_the_rate_by_heads_that_the_department_prints(
    dfe: Benchmarks,
) -> None:
    published = published_for("agency_workers")
    assert published is not None
    told = tell(dfe, published, [2025])
    assert told is not None
    with (DFE / COUNTED[1]).open(encoding="utf-8-sig", newline="") as opened:
        rows = {
            row["old_la_code"]: row["agency_rate_headcount"]
            for row in csv.DictReader(opened)
            if row["time_period"] == "2025" and row["geographic_level"] == "Local authority"
        }
    assert len(told.authorities) > 140
    for number, value in told.authorities.items():
        assert value.value * 100 == pytest.approx(float(rows[number]), abs=0.0501), value.name


def test_a_score_of_concern_is_out_of_the_scores_received(dfe: Benchmarks) -> None:
    published = published_for("sdq_of_concern")
    assert published is not None
    told = tell(dfe, published, [2025])
    assert told is not None
    assert told.england is not None
    assert (told.england.count, told.england.out_of) == (14320, 33790)


def test_the_neighbours_region_and_population_of_every_authority(
    dfe: Benchmarks, lait: Benchmarks
) -> None:
    with (DFE / COUNTED[0]).open(encoding="utf-8-sig", newline="") as opened:
        rows = [
            row
            for row in csv.DictReader(opened)
            if row["time_period"] == "2025"
            and row["geographic_level"] == "Local authority"
            and row["population_type"].startswith("Children looked after on")
        ]
    assert len(rows) > 150
    for row in rows[::10]:
        ours = dfe.be(row["new_la_code"])
        assert ours.number == row["old_la_code"]
        assert population_of(dfe, ours.number, 2025) == int(row["population_estimate"])
        assert lait.region_of(ours.number).lower() == row["region_name"].lower()
        assert len(lait.neighbours_of(ours.number)[1]) == 10


def test_inner_and_outer_london_are_regions_of_their_own_in_both(
    dfe: Benchmarks, lait: Benchmarks
) -> None:
    published = published_for("three_or_more_placements")
    assert published is not None
    for kept in (dfe, lait):
        told = tell(kept, published, [2025])
        assert told is not None
        assert {"inner london", "outer london", "yorkshire and the humber"} <= told.regions.keys()
