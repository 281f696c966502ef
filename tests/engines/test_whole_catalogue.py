"""Every measure of the catalogue gives the same figures in files, in PostgreSQL and on Spark.

One made-up authority with every return, measured at every month-end of two years: by the rows kept
in its data folder, as the pages do, and from the tables that it exports, on three engines.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import psycopg
import pytest

from sightline.jobs import exports, loads, runs
from sightline.jobs.runs import Run
from sightline.measures import Figure, MeasureFigures, catalogue
from sightline.synthetic import generate
from tests.engines.conftest import Cluster

UNTIL = date(2027, 6, 30)  # by when the census of 2027, the first with pre-proceedings, is there
NAMES = list(catalogue())
Found = dict[str, MeasureFigures]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made, folder = tmp_path_factory.mktemp("made"), tmp_path_factory.mktemp("data")
    generate(made, children_in_care=40, years=2, seed=3, until=UNTIL)
    loads.load([made], folder, loaded_at=datetime(2027, 7, 1, tzinfo=UTC))
    return folder


@pytest.fixture(scope="module")
def from_rows(data: Path) -> Found:
    return by_name(runs.run(data))


@pytest.fixture(scope="module")
def folder(data: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    place = str(tmp_path_factory.mktemp("exported"))
    exports.export(data, place, "890")
    return place


@pytest.fixture(scope="module")
def from_duckdb(folder: str) -> Found:
    return by_name(exports.run(folder))


@pytest.fixture(scope="module")
def from_postgres(data: Path, cluster: Cluster) -> Found:
    with psycopg.connect(host=str(cluster.folder), user="postgres", dbname="postgres") as open_one:
        open_one.execute("CREATE SCHEMA exported")
    place = cluster.address.replace("schema=ssd", "schema=exported")
    exports.export(data, place, "890")
    exports.export(data, place, "890")  # takes the place of the first: else all counts double
    return by_name(exports.run(place))


@pytest.fixture(scope="module")
def from_spark(folder: str, spark_settings: Path) -> Found:
    return by_name(exports.run(folder, spark=True))


def by_name(run: Run) -> Found:
    return {one.measure.id: one for one in run.measures}


def assert_same(theirs: Found, ours: Found, name: str) -> None:
    """Who and how many, to the unit; sums and shares but for the order in which they are added.

    Not how far a figure may be believed: that is known of a load, whose files were checked.
    """
    mine, other = ours[name].series, theirs[name].series
    assert [said(figure) for figure in other] == [said(figure) for figure in mine]
    for part in ("numerator", "value", "low", "high", "known_share"):
        assert [getattr(figure, part) for figure in other] == [
            close_to(getattr(figure, part)) for figure in mine
        ]


def said(figure: Figure) -> tuple[date, int | None]:
    return (figure.as_at, figure.denominator)


def close_to(number: float | None) -> object:
    return None if number is None else pytest.approx(number, rel=1e-12)


def test_there_are_figures_of_the_whole_catalogue_over_two_years(from_rows: Found) -> None:
    """So that none of the comparisons below is of nothing with nothing."""
    assert [name for name in NAMES if name not in from_rows] == []
    monthly = [one for one in from_rows.values() if len(one.series) >= 24]
    assert len(monthly) > len(NAMES) * 0.6
    told = [one for one in from_rows.values() if any(figure.value for figure in one.series)]
    assert len(told) > len(NAMES) * 0.9


@pytest.mark.parametrize("name", NAMES)
def test_duckdb_says_the_same_of_exported_tables(
    name: str, from_rows: Found, from_duckdb: Found
) -> None:
    assert_same(from_duckdb, from_rows, name)


@pytest.mark.parametrize("name", NAMES)
def test_postgresql_says_the_same(name: str, from_rows: Found, from_postgres: Found) -> None:
    assert_same(from_postgres, from_rows, name)


@pytest.mark.parametrize("name", NAMES)
def test_spark_says_the_same(name: str, from_rows: Found, from_spark: Found) -> None:
    assert_same(from_spark, from_rows, name)
