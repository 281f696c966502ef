"""The measures worked out in PostgreSQL, where an SSD lies, are those of the same SSD in files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest

from sightline.jobs import in_place, loads, runs
from sightline.jobs.authority import opened
from sightline.measures import Figure, MeasureFigures, catalogue
from sightline.records.in_place import InPlace
from sightline.records.in_place import opened as opened_in_place
from sightline.records.tables import TABLES
from tests.engines.conftest import SCHEMA, Cluster
from tests.engines.ssd_in_postgres import put
from tests.made_up_ssd import ssd, write_csv

SEED, CHILDREN = 7, 200
COMPARED = TABLES.keys() - {"identifier"}
"""In a database each identifier stands for itself: there is no other return to tie it to."""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up SSD loaded from CSV into a data folder."""
    folder = tmp_path_factory.mktemp("loaded")
    write_csv(ssd(SEED, CHILDREN), folder / "csv")
    loads.load([folder / "csv"], folder / "data", loaded_at=datetime.now(UTC))
    return folder / "data"


@pytest.fixture(scope="module")
def filled(cluster: Cluster) -> Cluster:
    """The same rows in a schema of the database."""
    with psycopg.connect(host=str(cluster.folder), user="postgres", dbname="postgres") as open_one:
        put(ssd(SEED, CHILDREN), open_one, SCHEMA)
    return cluster


@pytest.fixture(scope="module")
def from_files(loaded: Path) -> dict[str, MeasureFigures]:
    return {one.measure.id: one for one in runs.run(loaded).measures}


@pytest.fixture(scope="module")
def from_database(filled: Cluster) -> dict[str, MeasureFigures]:
    return {one.measure.id: one for one in in_place.run(filled.address).measures}


@pytest.fixture(scope="module")
def records(filled: Cluster) -> Iterator[InPlace]:
    address = in_place.Address.read(filled.address)
    with opened_in_place(in_place.connect(address), address.schema) as found:
        yield found


def said(figure: Figure) -> tuple[object, ...]:
    return (figure.as_at, figure.numerator, figure.denominator, figure.value)


def test_every_measure_is_worked_out_in_the_database(
    from_files: dict[str, MeasureFigures], from_database: dict[str, MeasureFigures]
) -> None:
    """All that the SSD's tables answer: no more than files give, and no less."""
    assert from_database.keys() == from_files.keys()
    assert len(from_database) > 70


@pytest.mark.parametrize("name", list(catalogue()))
def test_every_months_figure_is_the_same(
    name: str,
    from_files: dict[str, MeasureFigures],
    from_database: dict[str, MeasureFigures],
) -> None:
    if name not in from_files:  # nothing in the SSD tells of it
        assert name not in from_database
        return
    ours, theirs = from_files[name].series, from_database[name].series
    assert [said(figure) for figure in theirs] == [said(figure) for figure in ours]
    shares = [figure.known_share for figure in theirs]
    assert shares == pytest.approx([figure.known_share for figure in ours])


def test_every_canonical_table_has_as_many_rows(loaded: Path, records: InPlace) -> None:
    with opened(loaded) as files:
        ours = {name: files.table(name).count().as_scalar() for name in COMPARED}
        counted = {name: files.ask(count.as_table()) for name, count in ours.items()}
    theirs = {
        name: records.ask(records.table(name).count().as_scalar().as_table()) for name in COMPARED
    }
    assert {n: list(c[0].values()) for n, c in theirs.items()} == {
        n: list(c[0].values()) for n, c in counted.items()
    }
