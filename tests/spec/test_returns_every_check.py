"""What each check says of a table, by example: every check of every return has one that trips it.

The examples lie in `checks/`, a file for each return: rows that the check must name are marked,
and it must name no others.
"""

from __future__ import annotations

import polars as pl
import pytest

from sightline.returns.checks import Check, Header, run_checks
from sightline.returns.issues import Place
from sightline.returns.registry import RETURNS
from sightline.returns.schemas import TABLES
from tests.check_examples import FOLDER, Example, examples, frame

OF_RETURN = {known.name: known.checks for known in RETURNS}
EXAMPLES = {
    name: examples(f"{name}.txt") for name in OF_RETURN if (FOLDER / f"{name}.txt").exists()
}
EVERY = [
    pytest.param(name, example, id=f"{name}-{example.check}-{example.table}")
    for name, of_return in EXAMPLES.items()
    for example in of_return
]


def check_of(return_name: str, example: Example) -> Check:
    (found,) = (
        check
        for check in OF_RETURN[return_name]
        if (check.id, check.table) == (example.check, example.table)
    )
    return found


def header_of(return_name: str, example: Example) -> Header | None:
    rows = example.rows.get(("header", example.period))
    if return_name != "ssda903" or rows is None:
        return None
    known = frame(TABLES[return_name]["header"], rows)
    return Header(known.select(pl.col("CHILD").alias("child"), pl.col("DOB").alias("header_dob")))


@pytest.mark.parametrize(("return_name", "example"), EVERY)
def test_a_check_names_the_rows_it_should_and_no_others(return_name: str, example: Example) -> None:
    table = TABLES[return_name][example.table]
    found = run_checks(
        frame(table, example.rows[example.table, example.period]),
        table,
        [check_of(return_name, example)],
        Place("made-up.csv", example.table),
        year_end=example.period,
        header=header_of(return_name, example),
    )
    issues = [issue for of_check in found for issue in of_check.to_dicts()]
    assert {issue["rule"] for issue in issues} <= {example.check}, issues
    assert {issue["row"] for issue in issues} == example.named, example.where
    assert example.named, "an example trips its check"
    assert len(example.named) < len(example.rows[example.table, example.period]), "and not always"


@pytest.mark.parametrize("return_name", list(OF_RETURN))
def test_every_check_has_an_example(return_name: str) -> None:
    told = {(each.check, each.table) for each in EXAMPLES.get(return_name, ())}
    declared = {(check.id, check.table) for check in OF_RETURN[return_name]}
    assert declared - told == set()
    assert told - declared == set()


@pytest.mark.parametrize("return_name", list(OF_RETURN))
def test_a_check_is_declared_once_for_a_table(return_name: str) -> None:
    declared = [(check.id, check.table) for check in OF_RETURN[return_name]]
    assert len(declared) == len(set(declared))


@pytest.mark.parametrize("return_name", list(OF_RETURN))
def test_checks_that_share_an_id_weigh_the_same_and_ask_for_the_same(return_name: str) -> None:
    said: dict[str, tuple[str, str]] = {}
    for check in OF_RETURN[return_name]:
        says = (check.do, check.severity)
        assert said.setdefault(check.id, says) == says, check.id


def test_every_check_says_what_to_do() -> None:
    unsaid = Check("", "", ("",), "", pl.lit(True)).do
    every = [check for checks in OF_RETURN.values() for check in checks]
    assert [check.id for check in every if check.do in ("", unsaid)] == []
    assert [check.id for check in every if check.words.endswith(".")] == []
    assert [check.id for check in every if check.do.endswith(".")] == []
