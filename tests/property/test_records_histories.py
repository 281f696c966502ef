"""Any history of care, told by several years' 903s, comes out as one that could have happened."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from sightline.records import Records, Store
from sightline.returns.tables import ReadFile
from tests.asciitable import NOON, ssda903

YEARS = (2023, 2024, 2025)
FIRST_DAY = date(2022, 4, 1)
DAYS = 365 + 366 + 365  # to 31 March 2025
# a build costs the same for one child or eight, so few of many children rather than many of few
HISTORIES = settings().max_examples // 12
HEAD = "CHILD | DECOM | RNE | LS | PLACE | DEC | REC | URN"


@dataclass(frozen=True)
class Episode:
    """One episode as it truly was; `ended` None while it lasts."""

    child: str
    started: date
    reason_new: str
    legal_status: str
    place: str
    ended: date | None
    reason_ceased: str | None

    def in_return_of(self, year: int) -> str | None:
        """Its row in a year's 903; None where the year does not hold it."""
        first, last = date(year - 1, 4, 1), date(year, 3, 31)
        if self.started > last or (self.ended is not None and self.ended < first):
            return None
        known = self.ended is not None and self.ended <= last
        end, why = (self.ended, self.reason_ceased) if known else ("-", "-")
        return " | ".join(
            map(
                str,
                (self.child, self.started, self.reason_new, self.legal_status, self.place, end, why,
                 "1234567"),
            )
        )  # fmt: skip


@st.composite
def one_child(draw: st.DrawFn, child: str) -> list[Episode]:
    """Up to three times in care, each of up to four episodes, the last perhaps still open."""
    day, found = FIRST_DAY + timedelta(days=draw(st.integers(-200, 400))), []
    for _ in range(draw(st.integers(1, 3))):
        reason_new = "S"
        for _ in range(draw(st.integers(1, 4))):
            lasts = draw(st.one_of(st.integers(1, 200), st.integers(1, 900)))
            found.append(
                Episode(
                    child, day, reason_new, draw(st.sampled_from(["C1", "C2", "V2"])),
                    draw(st.sampled_from(["U6", "U4", "K2", "P1"])), day + timedelta(days=lasts),
                    "X1",
                )
            )  # fmt: skip
            day += timedelta(days=lasts)
            reason_new = draw(st.sampled_from(["P", "L", "B", "T", "U"]))
        *_, last = found
        found[-1] = Episode(
            child, last.started, last.reason_new, last.legal_status, last.place, last.ended, "E4A"
        )
        day += timedelta(days=draw(st.integers(0, 150)))
    if draw(st.booleans()):
        *_, last = found
        found[-1] = Episode(
            child, last.started, last.reason_new, last.legal_status, last.place, None, None
        )
    return found


@st.composite
def histories(draw: st.DrawFn) -> list[Episode]:
    """The episodes of one to eight children."""
    children = [f"C{number}" for number in range(draw(st.integers(1, 8)))]
    return [episode for child in children for episode in draw(one_child(child))]


def returns(history: list[Episode]) -> list[ReadFile]:
    """The 903s of YEARS; a year with no episode has none."""
    found = []
    for year in YEARS:
        lines = [line for episode in history if (line := episode.in_return_of(year))]
        if lines:
            found.append(ssda903(year, episodes="\n".join([HEAD, *lines])))
    return found


Spell = tuple[str, date, date | None]


TABLES = ("period_of_care", "placement", "legal_status")


def spells_of(given_in: list[ReadFile]) -> tuple[list[Spell], ...]:
    """What the returns come to: periods of care, placements, legal statuses."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        store.commit(given_in, {}, NOON)
        with store.open() as records:
            return tuple(spells(records, table) for table in TABLES)


def spells(records: Records, table: str) -> list[Spell]:
    found = records.table(table).select("child_id", "started", "ended")
    rows = records.ask(found.order_by(["child_id", "started"]))
    return [(row["child_id"], row["started"], row["ended"]) for row in rows]


def open_on(day: date, of: list[Spell]) -> set[str]:
    return {child for child, started, ended in of if started <= day and not _by(ended, day)}


def _by(ended: date | None, day: date) -> bool:
    return ended is not None and ended <= day


def assert_no_overlap(found: list[Spell], table: str) -> None:
    for (child, started, ended), (next_child, following, _) in pairwise(found):
        assert ended is None or started < ended, f"{table}: a spell of no days"
        if child == next_child:
            assert ended is not None, f"{table}: an open spell before another"
            assert ended <= following, f"{table}: overlap"


@settings(max_examples=HISTORIES)
@given(histories())
def test_a_history_told_by_three_returns_is_one_that_could_have_happened(
    history: list[Episode],
) -> None:
    given_in = returns(history)
    if not given_in:
        return
    told = periods, placements, statuses = spells_of(given_in)
    for table, name in zip(told, TABLES, strict=True):
        assert_no_overlap(table, name)
    for table in (placements, statuses):
        for child, started, ended in table:
            assert any(
                child == whose and began <= started and (left is None or _by(ended, left))
                for whose, began, left in periods
            ), "a spell that no period of care holds"
    for year in YEARS:
        truly = {
            episode.child
            for episode in history
            if episode.started <= date(year, 3, 31) and not _by(episode.ended, date(year, 3, 31))
        }
        assert open_on(date(year, 3, 31), periods) == truly
        assert open_on(date(year, 3, 31), placements) == truly
        assert open_on(date(year, 3, 31), statuses) == truly


@settings(max_examples=HISTORIES)
@given(histories(), st.randoms())
def test_returns_that_contradict_themselves_still_give_no_overlap(
    history: list[Episode], chance: Random
) -> None:
    """Ends are lost, rows are lost, and starts slip: what could have happened is still kept."""
    spoilt = [_spoilt(episode, chance) for episode in history if chance.random() > 0.1]
    given_in = returns(spoilt)
    if not given_in:
        return
    told = periods, placements, statuses = spells_of(given_in)
    for table, name in zip(told, TABLES, strict=True):
        assert_no_overlap(table, name)
    for child, started, ended in placements + statuses:
        assert any(
            child == whose and began <= started and (left is None or _by(ended, left))
            for whose, began, left in periods
        ), "a spell that no period of care holds"


def _spoilt(episode: Episode, chance: Random) -> Episode:
    roll = chance.random()
    if roll < 0.1:
        return Episode(
            episode.child, episode.started, episode.reason_new, episode.legal_status,
            episode.place, None, None,
        )  # fmt: skip
    if roll < 0.2:
        slipped = episode.started - timedelta(days=int(roll * 100))
        return Episode(
            episode.child, slipped, episode.reason_new, episode.legal_status, episode.place,
            episode.ended, episode.reason_ceased,
        )  # fmt: skip
    return episode
