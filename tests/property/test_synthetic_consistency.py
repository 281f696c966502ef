"""The files of a made-up authority agree with themselves, read as plain CSV and cells."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import polars as pl
import pytest
from python_calamine import CalamineWorkbook

from sightline.returns.annex_a.lists import LISTS
from sightline.synthetic import Made, generate

UNTIL = date(2026, 10, 31)
CHILDREN, YEARS, SEED = 60, 2, 7


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    out = tmp_path_factory.mktemp("authority")
    return generate(out, children_in_care=CHILDREN, years=YEARS, seed=SEED, until=UNTIL)


def raw(made: Made, year: int, name: str) -> pl.DataFrame:
    """A 903 table as text, dirt and all."""
    path = made.out / f"ssda903/{year}/{name}.csv"
    return pl.read_csv(path, infer_schema=False, encoding="utf8-lossy")


def table(made: Made, year: int, name: str) -> pl.DataFrame:
    """A 903 table as text, planted dirt taken out by its place in truth.json."""
    path = f"ssda903/{year}/{name}.csv"
    frame = raw(made, year, name)
    dirty = [d["row"] - 2 for d in made.truth["dirt"] if d["path"] == path and d["row"]]
    return frame.with_row_index().filter(~pl.col("index").is_in(dirty)).drop("index")


def day(column: str) -> pl.Expr:
    return pl.col(column).str.to_date("%d/%m/%Y")


def episodes(made: Made) -> pl.DataFrame:
    """Every episode of both years, the later return's word taken on how it ended."""
    both = pl.concat([table(made, year, "episodes") for year in (2025, 2026)])
    return (
        both.with_columns(day("DECOM"), day("DEC"))
        .sort("DEC", nulls_last=False)
        .unique(["CHILD", "DECOM", "RNE"], keep="last")
        .sort("CHILD", "DECOM")
    )


def list_8(path: Path) -> pl.DataFrame:
    """List 8 by our short names, dates as dates."""
    names = [column.name for column in LISTS[7].columns]
    dates = [column.name for column in LISTS[7].columns if column.kind == "date"]
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name("List 8").to_python()[1:]
    cells = [
        [
            cell
            if isinstance(cell, date)
            else None
            if name in dates
            else str(int(cell))
            if isinstance(cell, float)
            else cell
            for name, cell in zip(names, row, strict=True)
        ]
        for row in rows
    ]
    schema = {name: pl.Date if name in dates else pl.String for name in names}
    return pl.DataFrame(cells, schema=schema, orient="row")


def test_no_episode_overlaps_the_next(made: Made) -> None:
    following = episodes(made).with_columns(
        next_child=pl.col("CHILD").shift(-1), next_start=pl.col("DECOM").shift(-1)
    )
    overlapping = following.filter(
        (pl.col("CHILD") == pl.col("next_child"))
        & (pl.col("DEC").is_null() | (pl.col("DEC") > pl.col("next_start")))
    )
    assert overlapping.is_empty()


def test_an_episode_that_goes_on_is_followed_on_the_same_day(made: Made) -> None:
    following = episodes(made).with_columns(
        next_child=pl.col("CHILD").shift(-1), next_start=pl.col("DECOM").shift(-1)
    )
    goes_on = following.filter((pl.col("REC") == "X1") & (pl.col("CHILD") == pl.col("next_child")))
    assert goes_on.height > 20
    assert (goes_on["DEC"] == goes_on["next_start"]).all()


def test_a_start_of_care_is_told_only_where_care_starts(made: Made) -> None:
    before = episodes(made).with_columns(
        last_child=pl.col("CHILD").shift(1), last_reason=pl.col("REC").shift(1)
    )
    first_of_period = (pl.col("CHILD") != pl.col("last_child")) | (pl.col("last_reason") != "X1")
    shown_from_start = before.filter(pl.col("DECOM") >= date(2024, 4, 1))
    started = shown_from_start.filter(pl.col("RNE") == "S")
    assert started.filter(~first_of_period).is_empty()
    assert started.height > 10


@pytest.mark.parametrize("year", [2025, 2026])
def test_nobody_is_in_care_after_the_18th_birthday(made: Made, year: int) -> None:
    born = table(made, year, "header").select("CHILD", day("DOB").alias("born"))
    both = (
        table(made, year, "episodes").with_columns(day("DECOM"), day("DEC")).join(born, on="CHILD")
    )
    adult = pl.col("born").dt.offset_by("18y") + timedelta(days=1)  # 29 February: 1 March
    assert both.filter(pl.col("DECOM") >= adult).is_empty()
    assert both.filter(pl.col("DEC") > adult).is_empty()
    assert both.filter(pl.col("DECOM") < pl.col("born")).is_empty()


@pytest.mark.parametrize("year", [2025, 2026])
def test_what_is_still_open_on_31_march_has_no_end(made: Made, year: int) -> None:
    frame = table(made, year, "episodes").with_columns(day("DECOM"), day("DEC"))
    assert frame.filter(pl.col("DEC") > date(year, 3, 31)).is_empty()
    assert frame.filter(pl.col("DEC") < date(year - 1, 4, 1)).is_empty()
    assert frame.filter(pl.col("DEC").is_null() != pl.col("REC").is_null()).is_empty()


@pytest.mark.parametrize("year", [2025, 2026])
def test_every_child_of_a_table_is_in_the_header(made: Made, year: int) -> None:
    known = set(table(made, year, "header")["CHILD"])
    for name in ("episodes", "reviews", "oc2", "missing", "sw_episodes", "uasc", "ad1"):
        assert set(table(made, year, name)["CHILD"]) <= known, name


@pytest.mark.parametrize("year", [2025, 2026])
@pytest.mark.parametrize(("name", "column"), [("reviews", "REVIEW"), ("missing", "MIS_START")])
def test_reviews_and_missing_episodes_lie_inside_care(
    made: Made, year: int, name: str, column: str
) -> None:
    spans = raw(made, year, "episodes").select("CHILD", day("DECOM"), day("DEC"))
    events = table(made, year, name).with_row_index("n").with_columns(day(column))
    inside = events.join(spans, on="CHILD").filter(
        (pl.col("DECOM") <= pl.col(column))
        & (pl.col("DEC").is_null() | (pl.col(column) <= pl.col("DEC")))
    )
    assert events.height > 0
    assert inside["n"].n_unique() == events.height


def test_a_child_is_placed_for_adoption_only_after_decision_and_order(made: Made) -> None:
    for year in (2025, 2026):
        placed = table(made, year, "episodes").filter(pl.col("PLACE").str.starts_with("A"))
        assert (placed["LS"] == "E1").all()
        decided = table(made, year, "placed_for_adoption").select("CHILD", day("DATE_PLACED"))
        both = placed.with_columns(day("DECOM")).join(decided, on="CHILD", how="left")
        assert (both["DATE_PLACED"] <= both["DECOM"]).all()


def test_parents_care_for_a_child_only_under_an_order(made: Made) -> None:
    frame = pl.concat([table(made, year, "episodes") for year in (2025, 2026)])
    assert set(frame.filter(pl.col("PLACE") == "P1")["LS"]) <= {"C1", "C2"}


def test_sdq_has_a_score_or_a_reason_never_both(made: Made) -> None:
    for year in (2025, 2026):
        frame = table(made, year, "oc2")
        both = frame.filter(pl.col("SDQ_SCORE").is_not_null() & pl.col("SDQ_REASON").is_not_null())
        assert both.is_empty()


def test_a_later_extract_never_takes_back_a_visit_and_knows_no_future_one(made: Made) -> None:
    earlier: dict[str, date] = {}
    for path in made.workbooks:
        on = date.fromisoformat(path.stem.removeprefix("annex-a-"))
        frame = list_8(path).filter(pl.col("last_visit").is_not_null())
        assert (frame["last_visit"] <= on).all()
        assert (frame["last_visit"] >= frame["care_started"]).all()
        # (a second period of care starts its visits anew)
        now = {
            f"{c} {s}": v
            for c, s, v in frame.select("child_id", "care_started", "last_visit").rows()
        }
        assert all(now[key] >= seen for key, seen in earlier.items() if key in now)
        earlier = now


def test_annex_a_and_the_903_agree_on_who_is_in_care(made: Made) -> None:
    out = made.truth["left_out"]
    frame = list_8(made.out / "annex-a" / "annex-a-2026-03-31.xlsx")
    of_annex_a = set(frame.filter(pl.col("care_ended").is_null())["child_id"])
    of_903 = set(table(made, 2026, "episodes").filter(pl.col("DEC").is_null())["CHILD"])
    assert of_annex_a - of_903 == {out["of_ssda903"]}
    assert of_903 - of_annex_a == {out["of_annex_a"]}


def test_the_stock_stays_near_what_was_asked(made: Made) -> None:
    for path in made.workbooks:
        in_care = list_8(path)["care_ended"].is_null().sum()
        assert 0.6 * CHILDREN <= in_care <= 1.45 * CHILDREN


def test_planted_drift_is_true_in_the_last_workbook(made: Made) -> None:
    planted = made.truth["drift_on_last_extract"]
    frame = list_8(made.workbooks[-1]).filter(pl.col("care_ended").is_null())

    def those(ids: list[str]) -> pl.DataFrame:
        found = frame.filter(pl.col("child_id").is_in(ids))
        assert found.height == len(ids)
        return found

    unseen = those(planted["not_visited"])["last_visit"]
    limit = UNTIL - timedelta(days=planted["not_visited_for_days"])
    assert len(unseen) > 0
    assert (unseen.is_null() | (unseen <= limit)).all()
    unmatched = those(planted["long_term_fostering_not_matched"])
    assert (unmatched["permanence_plan"] == "f) Long-term fostering").all()
    assert unmatched["placement_type"].str.contains("U6|U3").all()
    assert those(planted["unregistered_home"])["placement_type"].str.contains("Z1").all()
    assert those(planted["unregistered_home"])["urn"].is_in(["", "XXXXXXX"]).all()
    at_home = those(planted["care_order_at_home"])
    assert (at_home["legal_status"] == "C2: FCO").all()
    assert at_home["placement_type"].str.contains("P1").all()
    twins = those(planted["twins"])
    assert twins.height == 2
    assert twins["date_of_birth"].n_unique() == 1


def test_a_visit_recorded_late_shows_only_in_a_later_workbook(made: Made) -> None:
    late = made.truth["recorded_late"]
    assert late
    shown = {path.stem[8:]: list_8(path) for path in made.workbooks}
    for visit in late:
        for on, frame in shown.items():
            if visit["visited"] <= on < visit["recorded"]:
                row = frame.filter(pl.col("child_id") == visit["child_id"])
                seen = row["last_visit"].to_list()
                assert date.fromisoformat(visit["visited"]) not in seen
