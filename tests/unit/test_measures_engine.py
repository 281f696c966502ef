"""The engine under every measure: its moments, its queries, its trust, and its sums."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from duckdb import DuckDBPyConnection
from ibis.backends.duckdb import Backend

from sightline.insight.wording import Polarity
from sightline.measures import Measure, catalogue
from sightline.measures.figures import breakdown, series
from sightline.measures.keeping import keep_rows
from sightline.measures.language import Kind, measure
from sightline.measures.rows import ROWS, children
from sightline.measures.view import GROUPS, View
from sightline.records import Records
from sightline.records.making import Query, insert
from tests.canonical import records
from tests.measures_population import BEGAN, TODAY, population, recorded
from tests.measures_worked import figure_at, keep_at

MEASURES = list(catalogue().values())
SEED = 7

# What the made-up population has rows of; a measure of anything else has no figure there.
POPULATED = {
    *("person", "period_of_care", "placement", "legal_status", "care_plan", "involvement"),
    *("review", "visit", "health_check", "missing_state", "outcome_year", "extract"),
}
OF_CARE = [one for one in MEASURES if set(one.records) <= POPULATED]


@pytest.fixture(scope="module")
def authority() -> Iterator[Records]:
    """120 children over five years, every measure worked out for every month-end."""
    found = recorded(population(SEED, 120), SEED)
    keep_rows(found, OF_CARE)
    yield found
    found.connection.disconnect()


def as_ats(found: Records, name: str) -> list[date]:
    keep_rows(found, [catalogue()[name]])
    figures = series(found, catalogue()).get(name)
    return [figure.as_at for figure in figures.series] if figures else []


ONE_CHILD = {
    "person": "child_id | date_of_birth\nAda | 2015-01-01",
    "period_of_care": "child_id | started | ended\nAda | 2019-01-01 | -",
    "placement": "child_id | started | ended | placement_type | carer_since\n"
    "Ada | 2019-01-01 | - | U6 | 2019-01-01",
}


# --- moments -------------------------------------------------------------------------------------


def test_there_is_a_figure_for_every_month_end_and_for_the_newest_day() -> None:
    found = records(date(2025, 10, 1), date(2026, 1, 14), **ONE_CHILD)
    assert as_ats(found, "children_in_care") == [
        date(2025, 10, 31),
        date(2025, 11, 30),
        date(2025, 12, 31),
        date(2026, 1, 14),
    ]


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("children_in_care", date(2023, 4, 30)),
        ("three_or_more_placements", date(2024, 3, 31)),
        ("change_in_children_in_care", date(2024, 3, 31)),
        ("long_term_stability", date(2025, 3, 31)),
    ],
)
def test_a_measure_that_looks_back_begins_when_the_records_reach_far_enough(
    name: str, first: date
) -> None:
    """Records from 1 April 2023 hold a whole year by 31 March 2024, and two by 2025."""
    found = records(date(2023, 4, 1), date(2025, 5, 31), **ONE_CHILD)
    assert as_ats(found, name)[0] == first


def test_one_year_of_903_gives_the_figures_of_that_year() -> None:
    found = records(date(2024, 4, 1), date(2025, 3, 31), **ONE_CHILD)
    assert as_ats(found, "three_or_more_placements") == [date(2025, 3, 31)]
    assert as_ats(found, "long_term_stability") == []


def test_yearly_figures_are_of_the_31_marches_for_which_there_is_a_903() -> None:
    outcomes = "child_id | year_ending | sdq_score\nAda | 2024-03-31 | 9\nAda | 2025-03-31 | 12"
    found = records(date(2022, 4, 1), date(2025, 8, 31), outcome_year=outcomes, **ONE_CHILD)
    assert as_ats(found, "sdq_received") == [date(2024, 3, 31), date(2025, 3, 31)]


def test_figures_from_lists_are_of_months_with_an_extract_read_from_that_months_own() -> None:
    """17 June's extract speaks for June, and March's for nobody after March."""
    found = records(
        date(2025, 3, 31),
        date(2025, 8, 31),
        extract="""
        return_name | covers_from | covers_to
        annex_a     | 2025-03-31  | 2025-03-31
        annex_a     | 2025-06-17  | 2025-06-17
        annex_a     | 2025-08-31  | 2025-08-31
        """,
        missing_state="""
        child_id | as_at      | missing_12_months
        Ada      | 2025-03-31 | 0
        Ada      | 2025-06-17 | 2
        Ada      | 2025-08-31 | 0
        """,
        **ONE_CHILD,
    )
    assert as_ats(found, "went_missing") == [
        date(2025, 3, 31),
        date(2025, 6, 30),
        date(2025, 8, 31),
    ]
    figures = series(found, catalogue())["went_missing"].series
    assert [figure.numerator for figure in figures] == [0, 1, 0]


def test_a_measure_that_nobody_falls_under_has_no_figure() -> None:
    found = records(date(2025, 10, 1), date(2026, 1, 14), **ONE_CHILD)
    assert as_ats(found, "return_interview_offered") == []


def test_a_month_in_which_nothing_happened_counts_nought_between_two_in_which_it_did() -> None:
    referred = "child_id | date\nAda | 2025-10-10\nAda | 2026-01-05"
    found = records(date(2025, 10, 1), date(2026, 1, 31), **ONE_CHILD, referral=referred)
    as_ats(found, "referrals")
    counted = [(one.as_at, one.value) for one in series(found, catalogue())["referrals"].series]
    assert counted == [
        (date(2025, 10, 31), 1),
        (date(2025, 11, 30), 0),
        (date(2025, 12, 31), 0),
        (date(2026, 1, 31), 1),
    ]


# --- queries -------------------------------------------------------------------------------------


def statements(monkeypatch: pytest.MonkeyPatch, from_day: date) -> list[str]:
    """The SQL that working out every measure sends to the engine."""
    found = records(from_day, date(2026, 3, 31), **ONE_CHILD)
    sent: list[str] = []
    send = Backend.raw_sql

    def noted(self: Backend, query: object, **options: object) -> object:
        sent.append(query if isinstance(query, str) else query.sql(dialect="duckdb"))  # type: ignore[attr-defined]
        return send(self, query, **options)

    def inserted(cursor: DuckDBPyConnection, into: str, query: Query) -> int:
        sent.append(f"INSERT INTO {into} {query.sql}")
        return insert(cursor, into, query)

    with monkeypatch.context() as patch:
        patch.setattr(Backend, "raw_sql", noted)
        patch.setattr("sightline.measures.keeping.insert", inserted)
        keep_rows(found, MEASURES)
    return sent


def test_five_years_take_as_many_queries_as_five_months(monkeypatch: pytest.MonkeyPatch) -> None:
    """One INSERT a measure, whatever the number of month-ends."""
    months, years = (
        statements(monkeypatch, date(2025, 11, 1)),
        statements(monkeypatch, date(2021, 4, 1)),
    )
    assert len(months) == len(years)
    for sent in (months, years):
        assert sum(sql.startswith(f"INSERT INTO {ROWS} ") for sql in sent) == len(MEASURES)


def test_history_in_one_query_says_of_a_day_what_that_day_alone_says(authority: Records) -> None:
    on = date(2025, 3, 31)
    alone = recorded(population(SEED, 120), SEED)
    keep_at(alone, OF_CARE, on)
    that_day = series(alone, catalogue())
    then = {
        name: figure
        for name, figures in series(authority, catalogue()).items()
        for figure in figures.series
        if figure.as_at == on
    }
    assert then == {name: figures.latest for name, figures in that_day.items()}
    assert len(then) > 17


# --- parts add up --------------------------------------------------------------------------------


@pytest.mark.parametrize("by", GROUPS)
@pytest.mark.parametrize("one", OF_CARE, ids=lambda one: one.id)
def test_a_breakdown_adds_up_to_the_whole(authority: Records, one: Measure, by: str) -> None:
    whole = series(authority, {one.id: one})[one.id].latest
    groups = breakdown(authority, one, by, whole.as_at)
    assert len({group.name for group in groups}) == len(groups) > 0
    assert sum(group.figure.numerator or 0 for group in groups) == whole.numerator
    if whole.denominator is not None:
        assert sum(group.figure.denominator or 0 for group in groups) == whole.denominator


def test_a_figure_is_broken_down_by_what_it_can_be_and_nothing_else(authority: Records) -> None:
    with pytest.raises(ValueError, match="not by postcode"):
        breakdown(authority, MEASURES[0], "postcode", TODAY)


@pytest.mark.parametrize(
    "one", [m for m in OF_CARE if m.kind in (Kind.SHARE, Kind.COUNT)], ids=lambda one: one.id
)
def test_the_children_behind_a_figure_are_its_numerator(authority: Records, one: Measure) -> None:
    for figure in series(authority, {one.id: one})[one.id].series[-3:]:
        listed = children(authority, one, figure.as_at)
        assert sum(bool(child.met) for child in listed) == figure.numerator
        if figure.denominator is not None:
            assert sum(child.met is not None for child in listed) == figure.denominator
        if one.counted == "children":
            assert len({child.child_id for child in listed}) == len(listed)


def test_a_teams_children_are_those_of_its_line_in_the_breakdown(authority: Records) -> None:
    one = catalogue()["children_in_care"]
    for group in breakdown(authority, one, "team", TODAY):
        if group.name != "Not known":
            listed = children(authority, one, TODAY, team=group.name)
            assert len(listed) == group.figure.numerator


# --- intervals and trust -------------------------------------------------------------------------


def numbered(size: int, first: date = BEGAN) -> list[dict[str, object]]:
    return [{"child_id": str(number), "started": first} for number in range(size)]


def at_home(size: int, of: int, unknown: int = 0) -> Records:
    """`of` children on care orders: `size` with parents, `unknown` nobody knows where."""
    homes = [
        {**row, "placement_type": "P1" if number < size else "U6", "carer_since": BEGAN}
        for number, row in enumerate(numbered(of - unknown))
    ]
    return records(
        BEGAN,
        TODAY,
        period_of_care=numbered(of),
        legal_status=[{**row, "legal_status": "C2"} for row in numbered(of)],
        placement=homes,
    )


def test_81_of_263_has_the_interval_that_newcombe_published() -> None:
    """Newcombe (1998), Statistics in Medicine 17:857–872, table I, method 3: 0.2553 to 0.3662."""
    figure = figure_at(at_home(81, 263), catalogue()["placed_with_parents"], TODAY)
    assert (figure.numerator, figure.denominator) == (81, 263)
    assert (round(figure.low or 0, 4), round(figure.high or 0, 4)) == (0.2553, 0.3662)


def test_15_of_148_too() -> None:
    """The same table: 0.0624 to 0.1605."""
    figure = figure_at(at_home(15, 148), catalogue()["placed_with_parents"], TODAY)
    assert (round(figure.low or 0, 4), round(figure.high or 0, 4)) == (0.0624, 0.1605)


def test_a_mean_has_students_interval() -> None:
    """10, 12, 14, 16, 18: mean 14, s² 10, t(4) 2.776 from the tables: 14 ± 2.776 × √(10 ÷ 5)."""
    scores = (10, 12, 14, 16, 18)
    found = records(
        BEGAN,
        TODAY,
        period_of_care=numbered(5),
        person=[{"child_id": str(n), "date_of_birth": date(2015, 1, 1)} for n in range(5)],
        outcome_year=[
            {"child_id": str(n), "year_ending": TODAY, "sdq_score": score}
            for n, score in enumerate(scores)
        ],
    )
    figure = figure_at(found, catalogue()["sdq_mean"], TODAY)
    assert figure.value == 14
    assert (figure.low, figure.high) == pytest.approx((14 - 3.926, 14 + 3.926), abs=0.001)


def test_a_count_and_a_change_have_no_interval(authority: Records) -> None:
    found = series(authority, catalogue())
    for name in ("children_in_care", "change_in_children_in_care"):
        assert (found[name].latest.low, found[name].latest.high) == (None, None)


@pytest.mark.parametrize(
    ("unknown", "trusted", "reason"),
    [
        (0, True, "What it rests on is recorded for every child."),
        (20, True, "What it rests on is not recorded for 20% of the children."),
        (
            21,
            False,
            "Not to be relied on: what it rests on is not recorded for 21% of the children.",
        ),
    ],
)
def test_a_figure_is_believed_when_four_in_five_children_are_known(
    unknown: int, trusted: bool, reason: str
) -> None:
    found = at_home(30, 100, unknown=unknown)
    figure = figure_at(found, catalogue()["placed_with_parents"], TODAY)
    assert figure.denominator == 100 - unknown
    assert (figure.trusted, figure.trust_reason) == (trusted, reason)


# --- the language --------------------------------------------------------------------------------


def test_two_measures_cannot_have_one_name() -> None:
    taken = catalogue()["children_in_care"]

    def children_in_care(view: View) -> object:
        return view.in_care

    what = {
        name: getattr(taken, name)
        for name in taken.__dataclass_fields__
        if name not in ("id", "how")
    }
    with pytest.raises(ValueError, match="Two measures are called children_in_care"):
        measure(**what)(children_in_care)


def test_every_measure_reads_tables_that_are_there_and_says_where_it_comes_from() -> None:
    found = records(BEGAN, TODAY)
    for one in MEASURES:
        for name in one.records:
            found.table(name)
        assert one.source.url.startswith("https://")
        assert one.id in one.explanation
        assert one.definition.endswith(".")
        assert one.polarity in Polarity
        assert (one.denominator_words == "") == (one.kind is Kind.COUNT)


def test_a_measures_target_is_in_its_own_unit() -> None:
    shares = [one for one in MEASURES if one.kind is Kind.SHARE and one.target]
    for one in shares:
        assert one.target is not None
        assert 0 <= one.target.value <= 1
