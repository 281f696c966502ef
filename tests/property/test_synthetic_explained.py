"""Whatever the checks raise on the made-up authority was planted: truth.json tells what, where."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import polars as pl
import pyarrow as pa
import pytest

from sightline.jobs.beyond_tables import issues_beyond_tables
from sightline.jobs.made_up import LOADED
from sightline.returns import read_files
from sightline.synthetic import Made, generate

UNTIL = date(2026, 10, 31)
CHILDREN, YEARS, SEED = 60, 2, 7

# What a check calls each shortfall of practice, and which day of it the issue names.
OF_PRACTICE = {
    "strategy_without_partners": ("strategy_discussions_without_partners", "discussion_date"),
    "assessment_open_over_45_days": ("assessments_open_beyond_45_days", "assessment_started"),
    "enquiry_open_over_15_days": ("enquiries_open_beyond_15_days", "enquiry_started"),
    "plan_and_care_at_once": ("protection_plans_left_open_in_care", "plan_started"),
    "unregistered_without_assurance_visit": ("unregistered_homes_not_visited", None),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    out = tmp_path_factory.mktemp("explained")
    return generate(out, children_in_care=CHILDREN, years=YEARS, seed=SEED, until=UNTIL)


@pytest.fixture(scope="module")
def raised(made: Made) -> pl.DataFrame:
    """Every issue of every check, of one table or of several, on all files together."""
    files = read_files([made.out / folder for folder in LOADED])
    read = pa.concat_tables([file.all_issues() for file in files])
    return pl.DataFrame(pa.concat_tables([read, issues_beyond_tables(files)])).with_columns(
        pl.col("path").str.strip_prefix(f"{made.out}/")
    )


def practice(made: Made, rule: str) -> set[tuple[str, str | None]]:
    """(child, day as a message writes it) of each shortfall that a rule is of."""
    kind, day = OF_PRACTICE[rule]
    return {(one["child_id"], written(one[day]) if day else None)
            for one in made.truth["practice"][kind]}  # fmt: skip


def written(iso: str) -> str:
    return date.fromisoformat(iso).strftime("%d/%m/%Y")


def unexplained(made: Made, raised: pl.DataFrame) -> Iterator[dict[str, Any]]:
    """Issues on no row with dirt, of no child with dirt, of none gone astray between returns."""
    truth = made.truth
    rows = {(dirt["path"], dirt["row"]) for dirt in truth["dirt"] if dirt["row"]}
    blank = {dirt["path"] for dirt in truth["dirt"] if dirt["what"] == "blank key"}
    children = {dirt["whose"] for dirt in truth["dirt"] if dirt["whose"]}
    children |= set(truth["left_out"].values())
    for name in ("known_as_other_in_cin", "new_pupil_number_in_cin", "id_used_again",
                 "adopted_anew"):  # fmt: skip
        children |= {*truth["identities"][name], *truth["identities"][name].values()}
    between = {one["worker_id"] for one in truth["practice"]["agency_workers_in_no_census"]}
    workers = {
        (dirt["path"], dirt["value"]) for dirt in truth["dirt"] if dirt["table"] == "workers"
    }
    for issue in raised.iter_rows(named=True):
        path, rule = issue["path"], issue["rule"]
        if (path, issue["row"]) in rows or issue["child_id"] in children:
            continue
        if (rule == "key_blank" and path in blank) or (path, issue["value"]) in workers:
            continue
        if rule == "worker_not_in_workforce" and issue["value"] in between:
            continue
        if rule in OF_PRACTICE:
            told = practice(made, rule)
            if {(issue["child_id"], issue["value"]), (issue["child_id"], None)} & told:
                continue
        yield issue


def test_every_error_is_of_something_planted(made: Made, raised: pl.DataFrame) -> None:
    errors = raised.filter(pl.col("severity") == "error")
    assert errors.height >= 10
    assert [issue["message"] for issue in unexplained(made, errors)] == []


def test_every_doubt_is_of_something_planted(made: Made, raised: pl.DataFrame) -> None:
    doubts = raised.filter(pl.col("severity") == "warning")
    assert doubts.height > 100
    assert [issue["message"] for issue in unexplained(made, doubts)] == []


@pytest.mark.parametrize("rule", ["strategy_without_partners", "assessment_open_over_45_days"])
def test_what_fell_short_is_found_child_by_child(
    made: Made, raised: pl.DataFrame, rule: str
) -> None:
    """What was planted and what was raised are the same, but for rows with dirt in them."""
    found = set(raised.filter(pl.col("rule") == rule).select("child_id", "value").rows())
    told = practice(made, rule)
    dirty = {dirt["whose"] for dirt in made.truth["dirt"]}
    assert len(told) > 5
    assert {one for one in told ^ found if one[0] not in dirty} == set()


def test_the_children_left_out_of_a_return_are_found(made: Made, raised: pl.DataFrame) -> None:
    out = made.truth["left_out"]
    found = set(raised.select("rule", "child_id").rows())
    assert ("in_annex_a_not_in_903", out["of_ssda903"]) in found
    assert ("in_903_not_in_annex_a", out["of_annex_a"]) in found
