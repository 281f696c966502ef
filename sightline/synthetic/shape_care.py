"""How near the made-up authority comes to England: children in care, from its 903 files alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import polars as pl

from sightline.synthetic.figures import Figure, mean_of, share_of

RELEASE = "DfE, Children looked after in England 2025"
RELEASE_2022 = "DfE, Children looked after in England 2022"
RELEASE_2020 = "DfE, Children looked after in England 2020"
STABILITY = "DfE, Stability measures 2025"
LAIT = "DfE, Local Authority Interactive Tool, 2025"
FIELD = "practitioners' estimate [unverified]"

CASELOAD = 15.2  # DfE, Children's social work workforce 2025
TEMPORARY = ("T0", "T1", "T2", "T3", "T4")


@dataclass(frozen=True, slots=True)
class Return:
    """One year's SSDA903, dates parsed, repeated rows dropped."""

    year: int
    header: pl.DataFrame
    episodes: pl.DataFrame
    oc2: pl.DataFrame
    missing: pl.DataFrame
    workers: pl.DataFrame
    uasc: pl.DataFrame

    @property
    def end(self) -> date:
        """31 March."""
        return date(self.year, 3, 31)

    @property
    def start(self) -> date:
        """1 April of the year before."""
        return date(self.year - 1, 4, 1)


def _table(folder: Path, name: str) -> pl.DataFrame:
    path = folder / f"{name}.csv"
    if not path.exists():
        return pl.DataFrame()
    frame = pl.read_csv(path, infer_schema=False, encoding="utf8-lossy").unique(maintain_order=True)
    if "LS" in frame.columns:  # England's figures leave short breaks out
        frame = frame.filter(~pl.col("LS").is_in(["V3", "V4"]))
    days = [
        c for c in ("DOB", "DECOM", "DEC", "MIS_START", "SW_DECOM", "SW_DEC") if c in frame.columns
    ]
    return frame.with_columns(pl.col(days).str.to_date("%d/%m/%Y", strict=False))


def read_return(folder: Path, year: int) -> Return:
    """Read one year's tables from `folder` (which holds a folder a year)."""
    here = folder / str(year)
    return Return(
        year,
        *(
            _table(here, name)
            for name in ("header", "episodes", "oc2", "missing", "sw_episodes", "uasc")
        ),
    )


def in_care(year: Return) -> pl.DataFrame:
    """The episode open on 31 March of each child then in care, with age in completed years."""
    end = pl.lit(year.end)
    still = pl.col("DEC").is_null() | (pl.col("DEC") > end)
    had_birthday = pl.col("DOB").dt.strftime("%m%d") <= "0331"
    age = year.end.year - pl.col("DOB").dt.year() - pl.when(had_birthday).then(0).otherwise(1)
    return (
        year.episodes.filter(still & (pl.col("DECOM") <= end))
        .join(year.header.select("CHILD", "DOB", "SEX"), on="CHILD", how="left")
        .with_columns(age=age)
    )


def _population(year: Return, before: Return) -> Iterator[Figure]:
    now = in_care(year)
    total = now.height
    yield Figure("Children in care at 31 March", "as asked", str(total), "")
    bands = (
        ("under 1", 0, 0, 5),
        ("1 to 4", 1, 4, 14),
        ("5 to 9", 5, 9, 18),
        ("10 to 15", 10, 15, 39),
        ("16 to 17", 16, 17, 25),
    )
    for name, low, high, published in bands:
        count = now.filter(pl.col("age").is_between(low, high)).height
        yield share_of(f"Aged {name}", f"{published}%", (count, total), RELEASE_2022)
    girls = now.filter(pl.col("SEX").is_in(["F", "2"])).height
    yield share_of("Girls", "44%", (girls, total), RELEASE)
    asylum = now.join(year.uasc, on="CHILD", how="semi").height
    yield share_of("Unaccompanied asylum-seeking children", "8%", (asylum, total), FIELD)
    started = year.episodes.filter((pl.col("RNE") == "S") & (pl.col("DECOM") >= year.start))
    ended = ceased(year)
    stock = in_care(before).height
    yield share_of("Started in the year, of those in care", "39%", (started.height, stock), RELEASE)
    yield share_of("Ceased in the year, of those in care", "42%", (ended.height, stock), RELEASE)
    fresh = started.join(year.uasc, on="CHILD", how="semi").height
    yield share_of("Unaccompanied, of those who started", "22%", (fresh, started.height), LAIT)


def _statuses(year: Return) -> Iterator[Figure]:
    now = in_care(year)
    published = (
        ("Care orders, interim and full (C1, C2)", ("C1", "C2"), "77%", RELEASE_2020),
        ("of them full (C2)", ("C2",), "56% to 60%", FIELD),
        ("Section 20 (V2)", ("V2",), "17%", RELEASE_2020),
        ("Placement order (E1)", ("E1",), "6%", RELEASE_2020),
    )
    for name, codes, value, source in published:
        yield share_of(
            name, value, (now.filter(pl.col("LS").is_in(codes)).height, now.height), source
        )


def _placements(year: Return) -> Iterator[Figure]:
    now = in_care(year)
    published = (
        ("Foster placements (U1 to U6)", ("U1", "U2", "U3", "U4", "U5", "U6"), "67%", LAIT),
        ("Foster, relative or friend (U1 to U3)", ("U1", "U2", "U3"), "15% to 16%", FIELD),
        ("Children's and secure homes (K1, K2)", ("K1", "K2"), "12%", LAIT),
        ("Supported accommodation, independent (K3, H5, P2)", ("K3", "H5", "P2"), "9%", LAIT),
        ("With parents (P1)", ("P1",), "6%", LAIT),
        ("Placed for adoption (A3 to A6)", ("A3", "A4", "A5", "A6"), "2% to 3%", FIELD),
        ("Other placements (Z1)", ("Z1",), "under 3%", LAIT),
    )
    for name, codes, value, source in published:
        count = now.filter(pl.col("PLACE").is_in(codes)).height
        yield share_of(name, value, (count, now.height), source)


def placements_in_year(year: Return) -> pl.DataFrame:
    """How many placements each child in care on 31 March had in the year (CHILD, placements).

    A placement begins with an episode whose reason is S, P or B; a new status with the same carer
    (T, U) is no move, and temporary placements do not count.
    """
    moves = pl.col("RNE").is_in(["S", "P", "B"]).cast(pl.Int64)
    counted = year.episodes.filter(~pl.col("PLACE").is_in(TEMPORARY)).sort("CHILD", "DECOM")
    per_child = counted.group_by("CHILD").agg(
        placements=moves.sum() + (~pl.col("RNE").first().is_in(["S", "P", "B"])).cast(pl.Int64)
    )
    return in_care(year).select("CHILD").join(per_child, on="CHILD")


def _stability(years: list[Return]) -> Iterator[Figure]:
    last = years[-1]
    counted = placements_in_year(last)
    three = counted.filter(pl.col("placements") >= 3).height
    yield share_of("3 or more placements in the year", "10%", (three, counted.height), RELEASE)
    stable, eligible = long_term_stability(years)
    now = in_care(last)
    yield share_of(
        "In care 2.5 years and under 16, of all", "35%", (eligible, now.height), STABILITY
    )
    yield share_of("of them 2 years with the same carer", "69%", (stable, eligible), STABILITY)
    if not last.workers.is_empty():
        per_child = (
            last.workers.join(now, on="CHILD", how="semi")
            .group_by("CHILD")
            .agg(pl.col("SW_ID").n_unique())
        )
        many = per_child.filter(pl.col("SW_ID") >= 3).height
        yield share_of(
            "3 or more social workers in the year",
            "27%",
            (many, per_child.height),
            "DfE, Stability measures 2024",
            # All the children of a worker who leaves change at once: caseloads, not children,
            # go their own way.
            independent=per_child.height / CASELOAD,
        )


def long_term_stability(years: list[Return]) -> tuple[int, int]:
    """(of them with one carer for 2 years, children under 16 in care for 2.5 years) at the end."""
    last = years[-1]
    everything = pl.concat(
        [y.episodes.select("CHILD", "DECOM", "RNE", "PLACE") for y in years]
    ).unique()
    entered = (
        everything.filter(pl.col("RNE") == "S").group_by("CHILD").agg(entered=pl.col("DECOM").max())
    )
    moved = (
        everything.filter(pl.col("RNE").is_in(["S", "P", "B"]))
        .group_by("CHILD")
        .agg(moved=pl.col("DECOM").max())
    )
    long_ago = last.end - timedelta(days=913)
    two_years = last.end - timedelta(days=730)
    eligible = (
        in_care(last)
        .join(entered, on="CHILD", how="left")
        .join(moved, on="CHILD", how="left")
        .filter(
            (pl.col("age") < 16) & (pl.col("entered").is_null() | (pl.col("entered") <= long_ago))
        )
    )
    settled = pl.col("moved").is_null() | (pl.col("moved") <= two_years)
    adoptive = pl.col("PLACE").str.starts_with("A")
    return eligible.filter(settled | adoptive).height, eligible.height


def ceased(year: Return) -> pl.DataFrame:
    """The last episodes of periods of care that ended in the year."""
    return year.episodes.filter(
        pl.col("DEC").is_between(year.start, year.end) & (pl.col("REC") != "X1")
    )


def _leaving(years: list[Return]) -> Iterator[Figure]:
    """Reasons of the last three years together, since one year's are few."""
    ended = pl.concat([ceased(y).select("CHILD", "DEC", "REC") for y in years[-3:]])
    people = pl.concat([y.header.select("CHILD", "DOB") for y in years[-3:]]).unique("CHILD")
    aged = ended.join(people, on="CHILD", how="left")
    adult = aged.filter(pl.col("DEC") >= pl.col("DOB").dt.offset_by("18y")).height
    published = (
        ("returned home, planned (E4A)", ("E4A",), "16%"),
        ("returned home, not planned (E4B)", ("E4B",), "3%"),
        ("special guardianship (E45 to E48)", ("E45", "E46", "E47", "E48"), "12%"),
        ("child arrangements order (E41)", ("E41",), "3%"),
        ("adopted (E11, E12)", ("E11", "E12"), "9%"),
    )
    for name, codes, value in published:
        count = ended.filter(pl.col("REC").is_in(codes)).height
        yield share_of(f"Ceased, 3 years: {name}", value, (count, ended.height), LAIT)
    yield share_of("Ceased, 3 years: at 18", "40%", (adult, ended.height), RELEASE)


def _health(year: Return) -> Iterator[Figure]:
    checks = year.oc2
    for name, column, value in (
        ("Health assessment in the year", "HEALTH_ASSESSMENT", "90%"),
        ("Immunisations up to date", "IMMUNISATIONS", "84%"),
        ("Teeth checked in the year", "TEETH_CHECK", "81%"),
        ("Substance misuse", "SUBSTANCE_MISUSE", "3%"),
    ):
        yield share_of(
            name, value, (checks.filter(pl.col(column) == "1").height, checks.height), RELEASE
        )
    development = checks.filter(pl.col("HEALTH_CHECK").is_in(["0", "1"]))
    done = development.filter(pl.col("HEALTH_CHECK") == "1").height
    yield share_of("Development checked, under 5", "88%", (done, development.height), RELEASE)
    aged = checks.join(in_care(year).select("CHILD", "age"), on="CHILD").filter(
        pl.col("age").is_between(5, 16)
    )
    scores = aged.with_columns(score=pl.col("SDQ_SCORE").cast(pl.Int64, strict=False)).filter(
        pl.col("score").is_between(0, 40)
    )
    yield share_of("SDQ received, ages 5 to 16", "78%", (scores.height, aged.height), RELEASE)
    mean = scores["score"].mean()
    scatter = scores["score"].std()
    error = scatter / scores.height**0.5 if isinstance(scatter, float) else 0.0
    shown = mean if isinstance(mean, float) else None
    yield mean_of("SDQ, mean score", "14.9", shown, error, RELEASE)
    concern = scores.filter(pl.col("score") >= 17).height
    yield share_of("SDQ, of concern (17 or more)", "42%", (concern, scores.height), RELEASE)


def _missing(year: Return) -> Iterator[Figure]:
    everyone = year.episodes["CHILD"].n_unique()
    incidents = year.missing.filter(pl.col("MISSING") == "M")
    children = incidents["CHILD"].n_unique()
    yield share_of(
        "Missing at least once, of all in the year", "11% to 12%", (children, everyone), FIELD
    )
    each = incidents.group_by("CHILD").len()["len"]
    scatter = each.std() if children > 1 else None
    error = scatter / children**0.5 if isinstance(scatter, float) else 0.0
    yield mean_of(
        "Missing incidents for each such child", "6 to 7",
        incidents.height / children if children else None, error, FIELD,
    )  # fmt: skip


def figures_of_care(years: list[Return]) -> list[Figure]:
    """Every figure on children in care of two or more return years, the last the newest."""
    last = years[-1]
    return [
        *_population(last, years[-2]),
        *_statuses(last),
        *_placements(last),
        *_stability(years),
        *_leaving(years),
        *_health(last),
        *_missing(last),
    ]
