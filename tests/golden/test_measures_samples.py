"""Our figures for the sector's sample returns, beside figures worked out from the raw CSV files.

The other calculation is Polars over one year's files, written here and sharing nothing with
Sightline: no reader, no record, no measure. Each year is loaded by itself, because the samples'
years do not agree with one another (a later file knows of episodes that the earlier one left out),
and how years are put together is tested in tests/spec/test_records_care_history.py.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from sightline.measures import Figure, catalogue
from sightline.measures.figures import series
from sightline.measures.keeping import keep_rows
from sightline.records import Store
from sightline.returns import read_files
from tests.asciitable import NOON

SHARED = Path(os.environ.get("SIGHTLINE_SHARED", Path(__file__).parents[2].parent / "shared"))
SAMPLES = SHARED / "samples" / "ssda903-five-years"
pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample returns are not here")

MEASURES = (
    "children_in_care",
    "ceased_special_guardianship",
    "ceased_adoption",
    "sdq_received",
    "sdq_mean",
)
SHORT_BREAKS = ["V3", "V4"]


@dataclass(frozen=True)
class Year:
    """One year of the samples: `folder_year` as its files are named, and the day it ends."""

    folder_year: int
    figures: dict[str, Figure]

    @property
    def ends(self) -> date:
        return date(self.folder_year + 1, 3, 31)

    @property
    def begins(self) -> date:
        return date(self.folder_year, 4, 1)

    def raw(self, table: str, *days: str) -> pl.DataFrame:
        frame = pl.read_csv(SAMPLES / f"{self.folder_year}-{table}.csv", infer_schema=False)
        return frame.with_columns(pl.col(day).str.to_date("%d/%m/%Y") for day in days)


@pytest.fixture(scope="module", params=range(2017, 2022))
def year(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Year:
    store = Store(tmp_path_factory.mktemp("records"))
    files = read_files(sorted(SAMPLES.glob(f"{request.param}-*.csv")))
    store.commit(files, {}, NOON)
    measures = {name: catalogue()[name] for name in MEASURES}
    store.refresh(lambda records: keep_rows(records, list(measures.values())))
    with store.open() as records:
        found = series(records, measures)
    return Year(request.param, {name: figures.latest for name, figures in found.items()})


def episodes(year: Year) -> pl.DataFrame:
    """Each child's episodes as they stand, cut where the next one starts."""
    return (
        year.raw("episodes", "DECOM", "DEC")
        .unique(["CHILD", "DECOM"], keep="first", maintain_order=True)
        .sort("CHILD", "DECOM")
        .with_columns(
            next=pl.col("DECOM").shift(-1).over("CHILD"),
            back=(pl.col("RNE").shift(-1).over("CHILD") == "S").fill_null(False),
        )
        .with_columns(DEC=pl.min_horizontal("DEC", "next"))
    )


def in_care(year: Year) -> pl.DataFrame:
    still = pl.col("DEC").is_null() | (pl.col("DEC") > year.ends)
    at_end = episodes(year).filter(still & (pl.col("DECOM") <= year.ends))
    return at_end.filter(~pl.col("LS").is_in(SHORT_BREAKS))


def test_figures_are_of_31_march(year: Year) -> None:
    assert {figure.as_at for figure in year.figures.values()} == {year.ends}


def test_children_in_care_at_31_march(year: Year) -> None:
    assert year.figures["children_in_care"].numerator == in_care(year)["CHILD"].n_unique()


def left(year: Year) -> pl.DataFrame:
    """Each child's last departure in the year: an end from which no episode goes on.

    One that starts on that day goes on from it, unless it is itself a new start (RNE S).
    """
    departures = episodes(year).filter(
        pl.col("DEC").is_between(year.begins, year.ends)
        & (pl.col("next").is_null() | (pl.col("next") > pl.col("DEC")) | pl.col("back"))
        & ~pl.col("LS").is_in(SHORT_BREAKS)
    )
    return departures.group_by("CHILD").agg(pl.col("REC").last())


@pytest.mark.parametrize(
    ("measure", "codes"),
    [
        ("ceased_special_guardianship", ["E43", "E44", "E45", "E46", "E47", "E48"]),
        ("ceased_adoption", ["E11", "E12"]),
    ],
)
def test_children_who_left_care_in_the_year(year: Year, measure: str, codes: list[str]) -> None:
    gone = left(year)
    figure = year.figures[measure]
    assert figure.denominator == gone.height
    assert figure.numerator == gone["REC"].is_in(codes).sum()


def scored(year: Year) -> pl.DataFrame:
    """Children of 5 to 16, a year in care without a break at 31 March, with their score."""
    spells = (
        episodes(year)
        .with_columns(
            new=(pl.col("RNE") == "S")
            | (pl.col("DECOM") > pl.col("DEC").shift(1).over("CHILD")).fill_null(True)
        )
        .with_columns(came=pl.when("new").then("DECOM").forward_fill().over("CHILD"))
    )
    long_enough = spells.join(in_care(year), ["CHILD", "DECOM"], how="semi").filter(
        pl.col("came") <= year.begins
    )
    birthday_to_come = pl.col("DOB").dt.strftime("%m-%d") > "03-31"
    born = year.raw("header", "DOB").with_columns(
        age=year.ends.year - pl.col("DOB").dt.year() - birthday_to_come.cast(pl.Int32)
    )
    children = born.filter(pl.col("age").is_between(5, 16)).join(long_enough, "CHILD", how="semi")
    scores = year.raw("oc2").select("CHILD", score=pl.col("SDQ_SCORE").cast(pl.Int64))
    return children.join(scores, "CHILD", how="left")


def test_sdq_received_and_its_mean(year: Year) -> None:
    children = scored(year)
    received, mean = year.figures["sdq_received"], year.figures["sdq_mean"]
    count = children["score"].is_not_null().sum()
    assert (received.numerator, received.denominator) == (count, children.height)
    assert (mean.numerator, mean.denominator) == (children["score"].sum(), count)
