"""The set-based measures are those of a plain reading of the definition, child by child."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from sightline.measures import Measure, catalogue
from sightline.measures.keeping import keep_rows
from sightline.measures.rows import ROWS
from sightline.records import Records
from tests.measures_population import TODAY, Child, Stay, population, recorded
from tests.measures_worked import keep_at

few = settings(
    max_examples=3,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.generate],  # an example is a whole population: no shrinking
)
seeds = st.integers(0, 2**32)
SIZE = 150
DAYS = (date(2026, 3, 31), date(2025, 3, 31), date(2024, 2, 29))


def before(day: date, months: int) -> date:
    """The same day of the month that many months before, or the month's last."""
    month = day.year * 12 + day.month - 1 - months
    for last in (day.day, 30, 29, 28):
        try:
            return date(month // 12, month % 12 + 1, last)
        except ValueError:
            continue
    raise AssertionError(day)


def holds(started: date, ended: date | None, on: date) -> bool:
    return started <= on and (ended is None or on < ended)


def in_care(child: Child, on: date) -> date | None:
    """The day this time in care began; None where she is not in care, or on short breaks."""
    if any(holds(s, e, on) and code in ("V3", "V4") for s, e, code in child.orders):
        return None
    return next((started for started, ended, _ in child.care if holds(started, ended, on)), None)


@dataclass
class Home:
    started: date
    ended: date | None
    stay: Stay
    carers_since: date
    went_away: bool = False


def homes(child: Child) -> list[Home]:
    """Walk through the placements, one after another."""
    found: list[Home] = []
    for stay in sorted(child.stays, key=lambda one: one.started):
        code = stay.code or ""
        if stay.ended == stay.started:
            continue
        last = found[-1] if found else None
        follows = last is not None and last.ended == stay.started
        if code.startswith("T"):
            if last is not None and follows:
                last.ended, last.went_away = stay.ended, True
            continue
        came_back = (
            last is not None
            and last.went_away
            and (last.stay.code, last.stay.urn) == (stay.code, stay.urn)
        )
        if last is not None and follows and (came_back or code in ("A3", "A5")):
            last.ended, last.stay, last.went_away = stay.ended, stay, False
            last.carers_since = min(last.carers_since, stay.carer_since)
        else:
            found.append(Home(stay.started, stay.ended, stay, stay.carer_since))
    return found


def many_placements(child: Child, on: date) -> bool | None:
    if in_care(child, on) is None:
        return None
    year_ago = before(on, 12)
    lived = [h for h in homes(child) if h.started <= on and (not h.ended or h.ended > year_ago)]
    return len(lived) >= 3


def settled(child: Child, on: date) -> bool | None:
    came = in_care(child, on)
    had_birthday = (on.month, on.day) >= (child.born.month, child.born.day)
    age = on.year - child.born.year - (not had_birthday)
    if came is None or age >= 16 or came > before(on, 30):
        return None
    lived = homes(child)
    now = next((n for n, home in enumerate(lived) if holds(home.started, home.ended, on)), None)
    if now is None:
        return None
    since = before(on, 24)
    with_previous = (lived[now].stay.code or "").startswith("A") and now > 0
    return lived[now].carers_since <= since or (
        with_previous and lived[now - 1].carers_since <= since
    )


def engine(found: Records, measures: list[Measure]) -> dict[tuple[str, date, str], bool]:
    """Who is in the numerator, by measure, day and child; those in neither part left out."""
    keep_at(found, measures, *DAYS)
    kept = found.connection.to_pyarrow(found.connection.table(ROWS)).to_pylist()
    return {
        (row["measure_id"], row["as_at"], row["child_id"]): row["up"] > 0
        for row in kept
        if row["up"] is not None
    }


READINGS: dict[str, Callable[[Child, date], bool | None]] = {
    "children_in_care": lambda child, on: True if in_care(child, on) else None,
    "three_or_more_placements": many_placements,
    "long_term_stability": settled,
}


@few
@given(seeds)
def test_who_counts_is_who_a_plain_reading_of_the_definition_counts(seed: int) -> None:
    children = population(seed, SIZE)
    plainly = {
        (name, on, child.name): met
        for name, reading in READINGS.items()
        for on in DAYS
        for child in children
        if (met := reading(child, on)) is not None
    }
    found = engine(recorded(children, seed), [catalogue()[name] for name in READINGS])
    assert found == plainly
    for name in READINGS:
        assert any(met for (measure, _, _), met in plainly.items() if measure == name)


@few
@given(seeds)
def test_the_change_over_a_year_is_the_count_now_less_the_count_then(seed: int) -> None:
    """For every month-end, the two measures worked out apart agree."""
    found = recorded(population(seed, SIZE), seed)
    measures = catalogue()
    counted, changed = measures["children_in_care"], measures["change_in_children_in_care"]
    keep_rows(found, [counted, changed])
    kept = found.connection.to_pyarrow(found.connection.table(ROWS)).to_pylist()
    count: dict[date, float] = {}
    change: dict[date, float] = {}
    base: dict[date, float] = {}
    for row in kept:
        if row["measure_id"] == counted.id:
            count[row["as_at"]] = count.get(row["as_at"], 0) + row["up"]
        else:
            change[row["as_at"]] = change.get(row["as_at"], 0) + row["up"]
            base[row["as_at"]] = base.get(row["as_at"], 0) + row["down"]
    compared = [on for on in change if before(on, 12) in count]
    assert TODAY in compared
    assert len(compared) > 40
    for on in compared:
        then = count[before(on, 12)]
        assert (base[on], change[on]) == (then, count[on] - then), on
