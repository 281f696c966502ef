"""What each check across tables, years and returns says, by example, and what a failed one says.

The examples lie in `checks/across/`: rows that the check must name are marked, and it must name no
others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from sightline.returns import CROSS_ISSUE_SCHEMA, Part, cross_check
from sightline.returns.across import CROSS_CHECKS
from sightline.returns.across.declaring import Beside, CrossCheck, verified
from sightline.returns.schemas import table_named
from tests.check_examples import FOLDER, Example, examples, frame

EXAMPLES = [
    example
    for path in sorted((FOLDER / "across").glob("*.txt"))
    for example in examples(f"across/{path.name}")
]
OF = {(check.id, check.table): check for check in CROSS_CHECKS}
BIRTH = OF["birth_changed_since_last_year", "ssda903.header"]


def parts(example: Example) -> Iterator[Part]:
    for (name, period), rows in example.rows.items():
        return_name, _, table = name.partition(".")
        path = f"{table}-{period}.csv"
        data = frame(table_named(name), rows)
        yield Part(return_name, period, table, (path,), data.lazy())


@pytest.mark.parametrize(
    "example", [pytest.param(each, id=f"{each.check}-{each.table}") for each in EXAMPLES]
)
def test_a_check_names_the_rows_it_should_and_no_others(example: Example) -> None:
    check = OF[example.check, example.table]
    issues = cross_check(parts(example), [check]).to_pylist()
    assert {issue["rule"] for issue in issues} <= {example.check}, issues
    own = f"{example.table.partition('.')[2]}-{example.period}.csv"
    assert {(issue["path"], issue["row"]) for issue in issues} == {
        (own, row) for row in example.named
    }, example.where
    assert example.named, "an example trips its check"
    assert len(example.named) < len(example.rows[example.table, example.period]), "and not always"


@pytest.mark.parametrize(
    "example", [pytest.param(each, id=f"{each.check}-{each.table}") for each in EXAMPLES]
)
def test_without_what_it_reads_beside_a_check_says_nothing(example: Example) -> None:
    check = OF[example.check, example.table]
    alone = [part for part in parts(example) if f"{part.return_name}.{part.table}" == check.table]
    alone = [part for part in alone if part.period == example.period]
    if any(each.table == check.table for each in check.beside):
        return
    assert cross_check(alone, [check]).num_rows == 0


def test_every_check_has_an_example() -> None:
    told = {(each.check, each.table) for each in EXAMPLES}
    assert set(OF) - told == set()
    assert told - set(OF) == set()


def test_a_check_is_declared_once_for_a_table() -> None:
    assert len(OF) == len(CROSS_CHECKS)


def test_every_check_says_what_to_do() -> None:
    assert [c.id for c in CROSS_CHECKS if not c.do or c.do.endswith(".")] == []
    assert [c.id for c in CROSS_CHECKS if not c.words or c.words.endswith(".")] == []


def header(year: int, born: object, dtype: object = None) -> Part:
    rows = pl.DataFrame({"CHILD": ["1"], "DOB": [born], "source_row": [2]})
    return Part("ssda903", date(year, 3, 31), "header", (f"{year}/header.csv",), rows.lazy())


def test_an_issue_names_file_row_column_value_child_and_day() -> None:
    found = cross_check([header(2025, date(2010, 2, 1)), header(2024, date(2010, 1, 2))], [BIRTH])
    assert found.schema == CROSS_ISSUE_SCHEMA
    assert found.to_pylist() == [
        {
            "path": "2025/header.csv",
            "table": "header",
            "row": 2,
            "column": "DOB",
            "value": "01/02/2010",
            "child_id": "1",
            "rule": "birth_changed_since_last_year",
            "severity": "error",
            "message": (
                "Row 2 of table 'header' of header.csv: DOB '01/02/2010' is not what last year's "
                "return said ('02/01/2010'). Find out which of the two is right and correct the "
                "other."
            ),
            "return_name": "ssda903",
            "period": date(2025, 3, 31),
        }
    ]


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        pytest.param(
            [header(2025, date(2010, 2, 1)), header(2024, "2010-01-02")],
            "DOB of header is not of the kind 'date'",
            id="a column of another type beside",
        ),
        pytest.param(
            [header(2025, "2010-01-02"), header(2024, date(2010, 2, 1))],
            "DOB of header is not of the kind 'date'",
            id="a column of another type",
        ),
        pytest.param(
            [
                header(2025, date(2010, 2, 1)),
                header(2024, None)._replace(
                    rows=pl.DataFrame({"CHILD": ["1"], "source_row": [2]}).lazy()
                ),
            ],
            "header as it was kept has no column DOB",
            id="a column that is not there",
        ),
    ],
)
def test_a_check_that_cannot_look_says_so_loudly(parts: list[Part], reason: str) -> None:
    [issue] = cross_check(parts, [BIRTH]).to_pylist()
    assert (issue["rule"], issue["severity"]) == ("check_failed", "error")
    assert issue["path"] == "2025/header.csv"
    assert issue["value"] == "birth_changed_since_last_year"
    assert "was not looked at" in issue["message"]
    assert reason in issue["message"]


def test_a_sabotaged_check_does_not_stop_the_others() -> None:
    def raises(own: object, held: object) -> list[date | None]:
        raise RuntimeError("sabotage")

    broken = replace(BIRTH, id="broken", beside=(replace(BIRTH.beside[0], period=raises),))
    both = [header(2025, date(2010, 2, 1)), header(2024, date(2010, 1, 2))]
    found = cross_check(both, [broken, BIRTH]).to_pylist()
    assert [issue["rule"] for issue in found] == [
        "check_failed",
        "check_failed",
        "birth_changed_since_last_year",
    ]
    assert "(sabotage)" in found[0]["message"]


def test_several_files_of_one_table_are_one_table() -> None:
    other = header(2024, date(2010, 1, 2))
    two = pl.DataFrame({"CHILD": ["2"], "DOB": [date(2011, 1, 1)], "source_row": [2]}).lazy()
    more = other._replace(paths=("2024/more.csv",), rows=two)
    this = header(2025, date(2010, 2, 1))
    also = this._replace(
        paths=("2025/more.csv",), rows=two.with_columns(DOB=pl.lit(date(2011, 1, 2)))
    )
    found = cross_check([other, more, this, also], [BIRTH]).to_pylist()
    assert [(issue["path"], issue["child_id"]) for issue in found] == [
        ("2025/header.csv", "1"),
        ("2025/more.csv", "2"),
    ]


@pytest.mark.parametrize(
    ("check", "words"),
    [
        (replace(BIRTH, table="ssda903.gone"), "there is no table ssda903.gone"),
        (replace(BIRTH, columns=("GONE",)), "ssda903.header has no GONE"),
        (replace(BIRTH, when=pl.col("GONE") == 1), "ssda903.header has no GONE"),
        (
            replace(BIRTH, beside=(Beside("annex_a.list_8", {"CHILD": "CHILD"}),)),
            "annex_a.list_8 has no CHILD",
        ),
        (
            replace(
                BIRTH,
                beside=(
                    Beside("ssda903.header", {"CHILD": "CHILD"}, where=pl.col("other:GONE") == 1),
                ),
            ),
            "ssda903.header has no GONE",
        ),
    ],
)
def test_a_declaration_is_held_against_every_table_it_reads(check: CrossCheck, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        verified([check])
