"""What a measure looks at: the moments, and the children in care or just out of it at each.

Worked out once and shared by all measures, because nearly all of them begin with it.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import ibis
import pyarrow as pa
from ibis import _
from ibis.expr.types import BooleanColumn, DateColumn, StringColumn, Table

from sightline.records import Records
from sightline.records.spells import lasts_past

GROUPS = ("team", "age_band", "sex", "ethnic_group", "legal_status", "placement_group")
SHORT_BREAKS = ("V3", "V4")
YEAR = 12


@dataclass(frozen=True)
class View:
    """The records at each moment.

    `moment` has one row a moment: `as_at`; `year_ending`, the 903 year that ends on it, or null;
    `extract`, the last Annex A extract of its month up to it, or null. An SSD stands for both on
    every day that it covers.
    """

    records: Records
    moment: Table

    @classmethod
    def of_history(cls, records: Records) -> View:
        """Every month-end that the records cover, and the day of the newest extract."""
        return cls.at(records, _month_ends(_covered_from(records), records.as_at))

    @classmethod
    def at(cls, records: Records, days: list[date]) -> View:
        """The given days."""
        days_table = ibis.memtable(pa.table({"as_at": pa.array(days, pa.date32())}))
        return cls(records, _kept(records, "moment", _with_sources(records, days_table)))

    def table(self, name: str) -> Table:
        """A canonical table."""
        return self.records.table(name)

    @cached_property
    def covered_from(self) -> date:
        """The first day that any extract covers."""
        return _covered_from(self.records)

    @cached_property
    def in_care(self) -> Table:
        """One row a moment and child in care then, short breaks left out, with who and where."""
        care = self.at_moment(self.table("period_of_care")).select(
            "as_at", "child_id", care_started=_.started
        )
        return _kept(self.records, "in_care", self._described(care))

    @cached_property
    def left_care(self) -> Table:
        """One row a moment and period of care that ended in the twelve months to it."""
        care = self.table("period_of_care")
        left = self.moment.join(
            care,
            (care.ended <= self.moment.as_at)
            & (care.ended > self.moment.as_at - ibis.interval(months=YEAR)),
        ).select(
            "as_at",
            "child_id",
            "reason_ceased",
            "end_unknown",
            care_started=_.started,
            care_ended=_.ended,
            last_day=(_.ended - ibis.interval(days=1)).cast("date"),
        )
        leavers = _kept(self.records, "leavers", left)
        return _kept(self.records, "left_care", self._described(leavers, "last_day"))

    @cached_property
    def _populations(self) -> dict[str, Table]:
        return {}

    def once(self, name: str, population: Callable[[], Table]) -> Table:
        """A population that several measures begin from, worked out for the first and kept."""
        if name not in self._populations:
            self._populations[name] = _kept(self.records, name, population())
        return self._populations[name]

    def at_moment(self, spells: Table) -> Table:
        """Spells that hold at each moment: started by then and not ended."""
        return self.moment.join(
            spells,
            (spells.started <= self.moment.as_at) & lasts_past(spells.ended, self.moment.as_at),
        ).drop("source", "period")

    def with_who(self, children: Table, on: str = "as_at") -> Table:
        """Adds who each child is on a day, and her team and worker at the moment."""
        teams = self.table("involvement").filter(_.team.notnull())
        staffed = _holding(children, teams, on, ["team", "worker"], "team_seen_from")
        person = self.table("person").drop("source", "period")
        who = staffed.left_join(person, "child_id").drop("child_id_right")
        age = age_on(who.date_of_birth, who[on])
        return who.mutate(age=age, age_band=age_band(age), ethnic_group=ethnic_group(who.ethnicity))

    def _described(self, care: Table, on: str = "as_at") -> Table:
        """Adds who the child is, where she lives, under what order, with which plan and worker."""
        placed = _holding(
            care,
            self.table("placement"),
            on,
            ["placement_type", "provider", "urn", "carer_since"],
            "placement_started",
        )
        ordered = _holding(
            placed, self.table("legal_status"), on, ["legal_status"], "legal_status_started"
        )
        planned = _holding(
            ordered, self.table("care_plan"), on, ["permanence_plan"], "plan_seen_from"
        )
        described = self.with_who(planned, on)
        return described.filter(
            described.legal_status.isnull() | described.legal_status.notin(SHORT_BREAKS)
        ).mutate(placement_group=placement_group(described.placement_type))


def _holding(children: Table, spells: Table, on: str, columns: list[str], started_as: str) -> Table:
    """Adds the columns of the spell that holds on each row's day; no two spells overlap."""
    keys = [*children.columns]
    joined = children.left_join(
        spells,
        (children.child_id == spells.child_id)
        & (spells.started <= children[on])
        & lasts_past(spells.ended, children[on]),
    )
    return joined.select(
        *(children[name] for name in keys),
        *(spells[name] for name in columns),
        spells.started.name(started_as),
    )


def _with_sources(records: Records, days: Table) -> Table:
    extract = records.table("extract")
    years = extract.filter(_.return_name == "ssda903").select(year_ending="covers_to").distinct()
    lists = extract.filter(_.return_name == "annex_a").select(extract="covers_to")
    with_lists = days.left_join(
        lists,
        (days.as_at.truncate("M") == lists.extract.truncate("M")) & (lists.extract <= days.as_at),
    )
    newest = with_lists.group_by("as_at").agg(extract=_.extract.max())
    with_years = newest.left_join(years, newest.as_at == years.year_ending)
    return _with_dated_history(with_years, extract)


def _with_dated_history(moments: Table, extract: Table) -> Table:
    """An SSD holds dated events: it says how things stood on every day it covers, each 31 March
    with the year before it included."""
    covers = extract.filter(_.return_name == "ssd").select("covers_from", "covers_to")
    within = moments.left_join(
        covers, (covers.covers_from <= moments.as_at) & (covers.covers_to >= moments.as_at)
    )
    is_march = (within.as_at.month() == 3) & (within.as_at.day() == 31)
    year_before = (within.as_at - ibis.interval(months=YEAR)).cast("date")
    told_year = ibis.ifelse(
        is_march & (within.covers_from <= year_before), within.as_at, ibis.null().cast("date")
    )
    return within.select(
        "as_at",
        year_ending=ibis.coalesce(within.year_ending, told_year),
        extract=ibis.ifelse(within.covers_from.notnull(), within.as_at, within.extract),
    ).distinct()


def _covered_from(records: Records) -> date:
    return records.one_day(records.table("extract").covers_from.min())


def _month_ends(first: date, last: date) -> list[date]:
    months = range(first.year * YEAR + first.month - 1, last.year * YEAR + last.month)
    ends = [
        date(month // YEAR, month % YEAR + 1, monthrange(month // YEAR, month % YEAR + 1)[1])
        for month in months
    ]
    return sorted({*(end for end in ends if end <= last), last})


def _kept(records: Records, name: str, expression: Table) -> Table:
    return records.kept(f"view_{name}", expression)


def age_on(born: DateColumn, day: DateColumn) -> ibis.expr.types.IntegerColumn:
    """Age in whole years: a birthday counts from its day on."""
    had_birthday = (day.month() > born.month()) | (
        (day.month() == born.month()) & (day.day() >= born.day())
    )
    return day.year() - born.year() - ibis.ifelse(had_birthday, 0, 1)


def age_band(age: ibis.expr.types.IntegerColumn) -> StringColumn:
    """The age bands of the national statistics on children looked after."""
    return ibis.cases(
        (age.isnull(), "Not known"),
        (age < 1, "Under 1"),
        (age < 5, "1 to 4"),
        (age < 10, "5 to 9"),
        (age < 16, "10 to 15"),
        else_="16 and over",
    )


def ethnic_group(code: StringColumn) -> StringColumn:
    """The five broad groups, from a four-letter ethnicity code or a group's own name."""
    first = code.upper().substr(0, 1)
    return ibis.cases(
        (code.isin(["NOBT", "REFU", "UNKNOWN"]) | code.isnull(), "Not known"),
        (code.isin(["OOTH", "OARB", "OTHER"]), "Other"),
        (first == "W", "White"),
        (first == "M", "Mixed"),
        (first.isin(["A", "C"]), "Asian"),
        (first == "B", "Black"),
        else_="Not known",
    )


def placement_group(code: StringColumn) -> StringColumn:
    """Kinds of home, from a 903 placement code."""
    return ibis.cases(
        (code.isnull(), "Not known"),
        (code.isin(["U1", "U2", "U3"]), "Fostered by family or friends"),
        (code.startswith("U"), "Fostered by others"),
        (code.startswith("A"), "Placed for adoption"),
        (code == "P1", "With parents"),
        (code.isin(["K1", "K2"]), "Children's home"),
        (code.isin(["K3", "H5", "P2"]), "Supported or independent"),
        (code.startswith("R") | (code == "S1"), "Other residential"),
        (code.startswith("T"), "Temporary"),
        else_="Other or unregistered",
    )


def in_past_year(day: DateColumn, as_at: DateColumn) -> BooleanColumn:
    """Whether a day lies in the twelve months to the moment, the moment's own day included."""
    return (day <= as_at) & (day > as_at - ibis.interval(months=YEAR))
