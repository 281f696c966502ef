"""`sightline measures`: the catalogue, the figures, and the same figures again (DAT-03)."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sightline.cli import main
from sightline.jobs import figures, loads, runs
from sightline.jobs.authority import store
from sightline.measures import catalogue
from tests.few_measures import FEW
from tests.made_up_authority import SECOND_NIGHT, Loaded

FIGURE = {"as_at", "numerator", "denominator", "value", "interval", "suppressed", "trusted"}


def measures(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["measures", *map(str, arguments)])


def printed(*arguments: object) -> dict[str, Any]:
    """The one JSON document on standard output."""
    result = measures(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return dict(json.loads(result.stdout))


def saved(content: object, folder: Path) -> Path:
    file = folder / "run.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return file


class TestList:
    def test_json_names_every_measure(self) -> None:
        found = printed("list")
        assert found.keys() == {"version", "measures"}
        assert [one["id"] for one in found["measures"]] == list(catalogue())
        assert all(one.keys() == {"id", "title", "area", "unit"} for one in found["measures"])

    def test_is_a_table_for_people(self) -> None:
        result = measures("list")
        assert (result.exit_code, result.stdout.split()[0]) == (0, "Measures")


class TestExplain:
    @pytest.mark.parametrize("measure_id", catalogue())
    def test_every_measure_says_what_it_is_and_shows_its_code(self, measure_id: str) -> None:
        measure = catalogue()[measure_id]
        words = measures("explain", measure_id).stdout
        assert measure.title in words
        assert measure.definition in words
        assert "def " in words
        found = printed("explain", measure_id)
        assert found.keys() == {
            "version", "id", "title", "area", "unit", "question", "definition", "numerator",
            "denominator", "source", "target", "limits", "code",
        }  # fmt: skip
        assert found["source"].keys() == {"title", "url"}

    def test_of_no_such_measure_is_wrong_usage(self) -> None:
        result = measures("explain", "happiness")
        assert result.exit_code == 2
        assert "no measure happiness" in result.stderr
        assert "sightline measures list" in result.stderr


class TestRun:
    def test_json_keeps_its_contract(self, authority: Loaded) -> None:
        found = printed("run", "--data", authority.data)
        assert found.keys() == {"version", "as_at", "load", "software", "measures", "fingerprint"}
        assert (found["version"], found["load"]) == (1, 2)
        assert found["measures"]
        for one in found["measures"]:
            assert one.keys() == FIGURE | {"id", "title", "unit", "trust", "series"}
            assert one["id"] in catalogue()
            assert one["trust"].keys() == {"level", "why"}
            assert one["trusted"] == (one["trust"]["level"] != "not to be used")
            assert all(point.keys() == FIGURE for point in one["series"])
            assert {key: one[key] for key in FIGURE} == one["series"][-1]
            low, high = one["interval"]
            assert low is None or low <= one["value"] <= high
            assert (one["suppressed"], type(one["trusted"])) == (False, bool)
            days = [point["as_at"] for point in one["series"]]
            assert days == sorted(set(days))

    def test_a_share_is_its_numerator_over_its_denominator(self, authority: Loaded) -> None:
        for one in printed("run", "--data", authority.data)["measures"]:
            if one["unit"] == "%" and one["denominator"]:
                assert one["value"] == one["numerator"] / one["denominator"]

    def test_of_an_earlier_month_ends_there(self, authority: Loaded) -> None:
        found = printed("run", "--data", authority.data, "--as-at", "2026-03-31")
        assert found["as_at"] == "2026-03-31"
        assert max(one["as_at"] for one in found["measures"]) == "2026-03-31"

    def test_before_all_that_is_loaded_says_so(self, authority: Loaded) -> None:
        result = measures("run", "--data", authority.data, "--as-at", "2001-01-31", "--json")
        assert (result.exit_code, result.stdout) == (1, "")
        assert "no figure by 2001-01-31" in result.stderr

    def test_as_known_at_a_load_that_never_was(self, authority: Loaded) -> None:
        result = measures("run", "--data", authority.data, "--known-at", "9")
        assert (result.exit_code, result.stdout) == (1, "")
        assert "There is no load 9" in result.stderr

    def test_is_a_table_for_people(self, authority: Loaded) -> None:
        result = measures("run", "--data", authority.data)
        assert result.exit_code == 0
        assert "(load 2)" in result.stdout

    @pytest.mark.parametrize("wrong", [["--as-at", "31/03/2026"], ["--known-at", "one"], ["--no"]])
    def test_wrong_usage(self, authority: Loaded, wrong: list[str]) -> None:
        assert measures("run", "--data", authority.data, *wrong).exit_code == 2


class TestTheSameFiguresAgain:
    """DAT-03: what was once printed can be printed again, whatever has been loaded since."""

    def test_later_loads_rewrote_the_figures(self, authority: Loaded) -> None:
        """Or the tests below would prove nothing."""
        now = printed("run", "--data", authority.data, "--as-at", authority.first_run["as_at"])
        assert now["fingerprint"] != authority.first_run["fingerprint"]

    def test_as_known_at_the_first_load_they_are_what_they_were(self, authority: Loaded) -> None:
        again = printed("run", "--data", authority.data, "--known-at", 1)
        assert again == authority.first_run

    def test_reproduce_works_them_out_again(self, authority: Loaded, tmp_path: Path) -> None:
        file = saved(authority.first_run, tmp_path)
        assert printed("reproduce", file, "--data", authority.data) == {
            "version": 1,
            "same": True,
            "measures": len(authority.first_run["measures"]),
            "different": [],
            "untouched": True,
            "printed_by": authority.first_run["software"],
            "worked_out_by": authority.first_run["software"],
        }

    def test_a_load_that_the_folder_does_not_have(self, authority: Loaded, tmp_path: Path) -> None:
        later = saved(authority.first_run | {"load": 7}, tmp_path)
        result = measures("reproduce", later, "--data", authority.data)
        assert result.exit_code == 1
        assert "There is no load 7" in result.stderr

    def test_a_file_of_another_load_is_not_the_same(
        self, authority: Loaded, tmp_path: Path
    ) -> None:
        moved = saved(authority.first_run | {"load": 2}, tmp_path)
        found = measures("reproduce", moved, "--data", authority.data, "--json")
        verdict = json.loads(found.stdout)
        assert found.exit_code == 1
        assert not verdict["same"]
        assert verdict["different"]

    def test_an_amended_file_counts_today_but_not_as_known_before(
        self, authority: Loaded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The year's 903 comes again with one child fewer in it, for the same year."""
        few = {name: catalogue()[name] for name in FEW}
        for job in (loads, figures, runs):
            monkeypatch.setattr(job, "catalogue", lambda: few)
        data = authority.copy(tmp_path / "data")
        before = runs.run(data)
        year = next(
            part
            for part in store(data).snapshots.current().values()
            if part.table == "episodes" and part.period.year == 2026
        )
        amended = tmp_path / "amended"
        amended.mkdir()
        lines = Path(year.files[0]).read_text("utf-8-sig").splitlines(keepends=True)
        child = next(line.split(",")[0] for line in lines[1:])
        kept = [line for line in lines if line.split(",")[0] != child]
        assert len(kept) < len(lines)
        (amended / "episodes.csv").write_text("".join(kept), "utf-8")
        receipt = loads.load([amended], data, loaded_at=SECOND_NIGHT)
        assert receipt.load_id == 3
        now, then = runs.run(data), runs.run(data, known_at=2)
        assert now.as_json()["fingerprint"] != before.as_json()["fingerprint"]
        assert then.as_json() == before.as_json()


@pytest.mark.usefixtures("worked_out_again")
class TestWhatReproduceSays:
    """Of a file, beside the figures as they come out again."""

    @pytest.fixture
    def worked_out_again(self, authority: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
        """The first load's figures, without the time that working them out takes: the class above
        shows that they come out as they were."""

        def again(data: Path, *, as_at: date, known_at: int) -> runs.Run:
            assert (data, as_at, known_at) == (authority.data, authority.first.as_at, 1)
            return authority.first

        monkeypatch.setattr(runs, "run", again)

    def test_the_same_to_the_last_digit(self, authority: Loaded, tmp_path: Path) -> None:
        file = saved(authority.first_run, tmp_path)
        result = measures("reproduce", file, "--data", authority.data)
        assert result.exit_code == 0, result.output
        assert result.stdout.startswith("The same, to the last digit")
        assert result.stderr == ""

    def test_a_figure_changed_in_the_file_is_named(self, authority: Loaded, tmp_path: Path) -> None:
        changed = json.loads(json.dumps(authority.first_run))
        one = changed["measures"][3]
        one["series"][0]["numerator"] += 1
        result = measures("reproduce", saved(changed, tmp_path), "--data", authority.data)
        assert result.exit_code == 1
        assert "changed since it was printed" in result.stderr
        assert f"Not the same: {one['id']}" in result.stderr

    def test_a_changed_fingerprint_is_told(self, authority: Loaded, tmp_path: Path) -> None:
        changed = saved(authority.first_run | {"fingerprint": "0" * 64}, tmp_path)
        result = measures("reproduce", changed, "--data", authority.data)
        assert (result.exit_code, result.stdout) == (1, "")
        assert "changed since it was printed" in result.stderr

    def test_a_measure_left_out_of_the_file_is_named(
        self, authority: Loaded, tmp_path: Path
    ) -> None:
        first, *others = authority.first_run["measures"]
        short = saved(authority.first_run | {"measures": others}, tmp_path)
        result = measures("reproduce", short, "--data", authority.data)
        assert result.exit_code == 1
        assert f"Not the same: {first['id']}" in result.stderr

    def test_another_version_that_printed_it_is_mentioned(
        self, authority: Loaded, tmp_path: Path
    ) -> None:
        """The figures decide; the version explains, should they differ."""
        older = saved(authority.first_run | {"software": "0.0.1"}, tmp_path)
        result = measures("reproduce", older, "--data", authority.data)
        assert result.exit_code == 0
        assert "Printed by Sightline 0.0.1" in result.stderr

    @pytest.mark.parametrize(
        "content",
        [
            "", "{", "[]", "5", "null", "{}", '["as_at", "load", "measures", "fingerprint"]',
            '{"as_at": "soon", "load": 1, "measures": [], "fingerprint": ""}',
            '{"as_at": "2026-03-31", "load": "x", "measures": [], "fingerprint": ""}',
            '{"as_at": "2026-03-31", "load": 1, "measures": [5], "fingerprint": ""}',
            '{"as_at": "2026-03-31", "load": 1, "measures": 5, "fingerprint": ""}',
        ],
    )  # fmt: skip
    def test_a_file_of_another_kind_is_named(
        self, authority: Loaded, tmp_path: Path, content: str
    ) -> None:
        result = measures("reproduce", saved(content, tmp_path), "--data", authority.data)
        assert result.exit_code == 1
        assert "run.json is not what `sightline measures run --json` prints" in result.stderr

    def test_bytes_that_are_no_text(self, authority: Loaded, tmp_path: Path) -> None:
        (tmp_path / "run.json").write_bytes(b"\xff\xfe\x00\x80")
        result = measures("reproduce", tmp_path / "run.json", "--data", authority.data)
        assert result.exit_code == 1
        assert "is not what" in result.stderr
