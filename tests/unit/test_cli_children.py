"""`sightline children`, `child` and `tracker`: child by child."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sightline.cli import main
from sightline.jobs import runs
from tests.made_up_authority import Loaded

ROW = {
    "child_id", "met", "value", "team", "worker", "age", "legal_status", "placement_group",
}  # fmt: skip
REASON = {"kind", "since", "days", "sentence"}


def sightline(*arguments: object) -> Result:
    result = CliRunner().invoke(main, [*map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def printed(*arguments: object) -> dict[str, Any]:
    result = sightline(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return dict(json.loads(result.stdout))


class TestChildren:
    def test_json_lists_the_children_that_the_figure_counts(self, authority: Loaded) -> None:
        [figure] = [
            one.latest
            for one in runs.run(authority.data).measures
            if one.measure.id == "children_in_care"
        ]
        found = printed("children", "children_in_care", "--data", authority.data)
        assert found.keys() == {"version", "as_at", "children"}
        assert found["as_at"] == figure.as_at.isoformat()
        assert all(row.keys() == ROW for row in found["children"])
        assert len({row["child_id"] for row in found["children"] if row["met"]}) == figure.value

    def test_of_one_team(self, authority: Loaded) -> None:
        every = printed("children", "children_in_care", "--data", authority.data)["children"]
        team = next(row["team"] for row in every if row["team"])
        found = printed("children", "children_in_care", "--data", authority.data, "--team", team)
        assert found["children"] == [row for row in every if row["team"] == team]
        assert 0 < len(found["children"]) < len(every)

    def test_of_an_earlier_month_end(self, authority: Loaded) -> None:
        arguments = ("children", "children_in_care", "--data", authority.data)
        assert printed(*arguments, "--as-at", "2026-03-31")["as_at"] == "2026-03-31"

    def test_of_a_day_without_a_figure(self, authority: Loaded) -> None:
        result = sightline(
            "children", "children_in_care", "--data", authority.data, "--as-at", "2026-03-30"
        )
        assert (result.exit_code, result.stdout) == (1, "")
        assert "no figure of 2026-03-30" in result.stderr

    def test_of_no_such_measure_is_wrong_usage(self, authority: Loaded) -> None:
        result = sightline("children", "happiness", "--data", authority.data)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "no measure happiness" in result.stderr

    def test_is_a_table_for_people(self, authority: Loaded) -> None:
        result = sightline("children", "children_in_care", "--data", authority.data)
        assert result.exit_code == 0
        assert "Children in care" in result.stdout


class TestChild:
    def test_json_keeps_its_contract(self, authority: Loaded) -> None:
        listed = printed("children", "children_in_care", "--data", authority.data)["children"]
        found = printed("child", listed[0]["child_id"], "--data", authority.data)
        assert found["version"] == 1
        assert found["child_id"] == listed[0]["child_id"]
        assert found["care_started"]
        assert {"as_at", "sex", "date_of_birth", "legal_status", "placement_type"} <= found.keys()
        assert found["clocks"]
        for clock in found["clocks"]:
            assert clock.keys() == {"duty", "last", "due", "as_at", "days_late"}
        assert found["events"]
        for event in found["events"]:
            assert event.keys() == {"date", "kind", "title", "text", "source"}
        days = [event["date"] for event in found["events"]]
        assert days == sorted(days, reverse=True)

    def test_is_tables_for_people(self, authority: Loaded) -> None:
        listed = printed("children", "children_in_care", "--data", authority.data)["children"]
        result = sightline("child", listed[0]["child_id"], "--data", authority.data)
        assert result.exit_code == 0
        assert "Chronology" in result.stdout

    @pytest.mark.parametrize("child", ["nobody", "", "' OR 1=1 --", "9" * 300])
    def test_unknown(self, authority: Loaded, child: str) -> None:
        result = sightline("child", "--data", authority.data, "--", child)
        assert (result.exit_code, result.stdout) == (1, "")
        assert f"No extract names a child {child}." in result.stderr


class TestTracker:
    def test_json_keeps_its_contract_and_the_order_to_act(self, authority: Loaded) -> None:
        found = printed("tracker", "waiting", "--data", authority.data)
        assert found.keys() == {"version", "tracker", "children"}
        assert found["tracker"] == "waiting"
        assert found["children"]
        for row in found["children"]:
            assert {"child_id", "team", "worker", "age", "reasons"} <= row.keys()
            assert row["reasons"]
            assert all(reason.keys() >= REASON for reason in row["reasons"])

    def test_of_one_team(self, authority: Loaded) -> None:
        every = printed("tracker", "waiting", "--data", authority.data)["children"]
        team = next(row["team"] for row in every if row["team"])
        found = printed("tracker", "waiting", "--data", authority.data, "--team", team)
        assert found["children"] == [row for row in every if row["team"] == team]

    def test_is_a_table_for_people(self, authority: Loaded) -> None:
        result = sightline("tracker", "waiting", "--data", authority.data)
        assert result.exit_code == 0
        assert "in the order to act" in result.stdout

    def test_of_another_name_is_wrong_usage(self, authority: Loaded) -> None:
        assert sightline("tracker", "happiness", "--data", authority.data).exit_code == 2
