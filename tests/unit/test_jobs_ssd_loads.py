"""The made-up authority's SSD, loaded alone and beside its other returns, end to end."""

from __future__ import annotations

import csv
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sightline.cli import main
from sightline.jobs.authority import opened
from sightline.synthetic import Made
from tests.few_measures import few_measures


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(main, [*map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


def loaded(data: Path, *paths: Path) -> dict[str, Any]:
    """What `sightline load` prints; where a person's errors are in the files it exits with 1."""
    return dict(json.loads(run("load", *paths, "--data", data, "--json").stdout))


def figures(data: Path) -> dict[str, Any]:
    result = run("measures", "run", "--data", data, "--json")
    assert result.exit_code == 0, result.output
    return dict(json.loads(result.stdout))


def folder_of(made_up: Made) -> Path:
    [folder] = {path.parent for path in made_up.dataset}
    return folder


@pytest.fixture(scope="module")
def alone(made_up: Made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("ssd") / "data"
    report = loaded(data, folder_of(made_up))
    assert report["load"] == 1
    assert {file["return"] for file in report["files"]} == {"ssd"}
    return data


def still_in_care(made_up: Made) -> set[str]:
    """The children with an episode that has not ended, read with nothing of ours."""
    [path] = [path for path in made_up.dataset if path.stem == "ssd_cla_episodes"]
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {
            row["clae_person_id"]
            for row in csv.DictReader(file)
            if not row["clae_cla_episode_ceased_date"]
        }


def test_the_ssd_alone_gives_measures(made_up: Made, alone: Path) -> None:
    found = figures(alone)
    values = {one["id"]: one["numerator"] for one in found["measures"]}
    # An SSD names no day of its own: it speaks of its newest event, and its last day is a Saturday.
    assert made_up.until - timedelta(6) <= date.fromisoformat(found["as_at"]) <= made_up.until
    assert values["children_in_care"] == len(still_in_care(made_up))
    assert {"visits_in_timescale", "reviews_in_timescale"} <= values.keys()


def test_the_ssd_loads_beside_the_903_and_annex_a(made_up: Made, tmp_path: Path) -> None:
    data = tmp_path / "data"
    years = sorted({path.parent for path in made_up.returns})
    with few_measures():
        report = loaded(data, *years, made_up.workbooks[-1], folder_of(made_up))
    assert {"ssd", "ssda903", "annex_a"} <= {file["return"] for file in report["files"]}
    assert {one["id"] for one in figures(data)["measures"]} >= {"children_in_care"}
    with opened(data) as records:
        extracts = records.ask(records.table("extract"))
    assert {row["return_name"] for row in extracts} == {"ssda903", "annex_a", "ssd"}
