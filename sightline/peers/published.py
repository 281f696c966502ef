"""Which published figure stands beside which of our measures, and where the two differ.

One declaration a measure: the cells of the department's file that make it up, where one is
published with the numbers behind it; the LAIT's short name; the time it is of. Only measures whose
published figure asks the same question are here. What is not, and why: docs/benchmarks.md.
Read in: the LAIT's data dictionary (May 2025 release) and the headings of the department's files.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

PER_CHILDREN = 10_000


class Unit(StrEnum):
    """How a published value is written, and by what it is divided to be in our unit."""

    PERCENT = "%"
    PER_10000 = "per 10,000 children"
    NUMBER = "mean"

    @property
    def divisor(self) -> float:
        """A share becomes a fraction of 1, a rate one for each child; a mean stays."""
        return {Unit.PERCENT: 100.0, Unit.PER_10000: float(PER_CHILDREN), Unit.NUMBER: 1.0}[self]


class Window(StrEnum):
    """The time that a year's published figure is of."""

    AT_31_MARCH = "at 31 March"
    YEAR_TO_31_MARCH = "in the year to 31 March"
    AT_30_SEPTEMBER = "at 30 September"
    CALENDAR_YEAR = "in the year to 31 December"

    @property
    def is_year(self) -> bool:
        """Whether it counts what happened in twelve months, rather than what is so on a day."""
        return self in {Window.YEAR_TO_31_MARCH, Window.CALENDAR_YEAR}

    def last_day(self, year: int) -> date:
        """The last day of the figure published of a year."""
        month = {Window.AT_30_SEPTEMBER: 9, Window.CALENDAR_YEAR: 12}.get(self, 3)
        return date(year, month, monthrange(year, month)[1])


Where = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A number in a kept table: its column (or several, added up), where the filters say so."""

    columns: tuple[str, ...]
    where: Where = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """The two published numbers of which a figure is the quotient."""

    count: Cell
    out_of: Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What is published beside a measure. `lait` is the LAIT's "Short Desc"."""

    measure_id: str
    window: Window
    unit: Unit = Unit.PERCENT
    lait: str = ""
    dfe: Counted | None = None
    differs: str = ""  # in words, where the published definition is not ours


def _of_group(group: str, line: str, total: str) -> Counted:
    """Two rows of the department's file of conviction and health, for one group of children."""
    rows = [(("characteristic", group), ("breakdown", each)) for each in (line, total)]
    return Counted(Cell(("children_count",), rows[0]), Cell(("children_count",), rows[1]))


def _of_placements(group: str, line: str) -> Counted:
    """Two rows of the department's file of placement stability."""
    rows = [(("cla_group", group), ("placement_stability", each)) for each in (line, _TOTAL)]
    return Counted(Cell(("children_count",), rows[0]), Cell(("children_count",), rows[1]))


def _of_columns(count: str, *out_of: str) -> Counted:
    """Columns of one row: a count, and what it is out of (columns added up)."""
    return Counted(Cell((count,)), Cell(out_of))


_TOTAL, _ALL_AGES = "Total children", "Total all ages"
_IN_CARE = "CLA on 31 March"
_LONG_IN_CARE = (
    "Children looked after continuously for at least 2.5 years on 31 March aged under 16 years"
)
_SDQ = "Ages 5 to 16 years with SDQ score"
_HEALTH = "Health assessments: Children looked after all ages"
_LOOKED_AFTER = (("population_type", "Children looked after on 31 March each year"),)
POPULATION = Cell(("population_estimate",), _LOOKED_AFTER)
"""Children living in an area, published with the children looked after: what a rate is out of."""

_PERIODS = (
    "The published figure counts children, each for the last time they left in the year; ours "
    "counts times in care that ended."
)
_POPULATION = (
    "Our count is divided by the published number of children living in the area, of the same year."
)
_BY_HEADS = "Worked out for every area by heads from the published counts, as ours is; the "

PUBLISHED: tuple[Published, ...] = (
    Published(
        measure_id="referrals",
        window=Window.YEAR_TO_31_MARCH,
        unit=Unit.PER_10000,
        lait="CPP_Total_Rateper10,000",
        differs=_POPULATION,
    ),
    Published(measure_id="rereferrals", window=Window.YEAR_TO_31_MARCH, lait="ReReferral"),
    Published(
        measure_id="referrals_no_further_action",
        window=Window.YEAR_TO_31_MARCH,
        lait="CIN_Refferals_NFA",
    ),
    Published(
        measure_id="assessments_in_45_days",
        window=Window.YEAR_TO_31_MARCH,
        lait="Continue_Assess_Comp",
    ),
    Published(
        measure_id="section47_enquiries",
        window=Window.YEAR_TO_31_MARCH,
        unit=Unit.PER_10000,
        lait="Section_47",
        differs=_POPULATION,
    ),
    Published(
        measure_id="conferences_in_15_days",
        window=Window.YEAR_TO_31_MARCH,
        lait="CP_conf_15days",
    ),
    Published(
        measure_id="on_protection_plan",
        window=Window.AT_31_MARCH,
        unit=Unit.PER_10000,
        lait="CPP_rate",
        differs=_POPULATION,
    ),
    Published(
        measure_id="plans_over_two_years",
        window=Window.AT_31_MARCH,
        lait="CPPlans2yrsActive",
        dfe=_of_columns("2_years_or_more", "CPP_At31"),
    ),
    Published(
        measure_id="plans_ended_after_two_years",
        window=Window.YEAR_TO_31_MARCH,
        lait="CPPlans2yrs",
    ),
    Published(
        measure_id="repeat_plans",
        window=Window.YEAR_TO_31_MARCH,
        lait="PrevRegCPR",
        dfe=_of_columns("CPP_subsequent", "CPP_start"),
    ),
    Published(measure_id="protection_reviews_in_time", window=Window.AT_31_MARCH, lait="RevCP"),
    Published(
        measure_id="children_in_care",
        window=Window.AT_31_MARCH,
        unit=Unit.PER_10000,
        lait="LAC",
        dfe=Counted(Cell(("children_count",), _LOOKED_AFTER), POPULATION),
        differs=_POPULATION,
    ),
    Published(
        measure_id="three_or_more_placements",
        window=Window.AT_31_MARCH,
        lait="LACStable_2016on",
        dfe=_of_placements(_IN_CARE, "With 3 or more placements during the year"),
    ),
    Published(
        measure_id="long_term_stability",
        window=Window.AT_31_MARCH,
        lait="LAC_LongStable%",
        dfe=_of_placements(_LONG_IN_CARE, "Living with the same carer for at least 2 years"),
    ),
    Published(
        measure_id="in_childrens_homes",
        window=Window.AT_31_MARCH,
        lait="LAC_SecHome_And_ChildHome",
    ),
    Published(
        measure_id="placed_with_parents",
        window=Window.AT_31_MARCH,
        lait="LAC_Parents_OR_Others",
        differs=(
            "The published figure counts every child placed with parents; ours, those of them "
            "under a care order, which the law asks of nearly all."
        ),
    ),
    Published(
        measure_id="social_worker_changes",
        window=Window.AT_31_MARCH,
        lait="Stability_SocialWorker",
        dfe=Counted(
            Cell(
                ("number",),
                (
                    ("cla_group", _IN_CARE),
                    ("sw_stability", "3 or more social workers during the year"),
                ),
            ),
            Cell(("number",), (("cla_group", _IN_CARE), ("sw_stability", _TOTAL))),
        ),
        differs="Published once, of 2024, as statistics in development [unverified].",
    ),
    Published(
        measure_id="ceased_special_guardianship",
        window=Window.AT_31_MARCH,
        lait="LAC_ceased_SGO%",
    ),
    Published(measure_id="ceased_adoption", window=Window.AT_31_MARCH, lait="%_of LAC Adopted"),
    Published(
        measure_id="ceased_child_arrangements",
        window=Window.YEAR_TO_31_MARCH,
        lait="LAC_ceased_CAO%",
        differs=_PERIODS,
    ),
    Published(
        measure_id="returned_home_as_planned",
        window=Window.YEAR_TO_31_MARCH,
        lait="LAC_RetHome_CarePlan_%",
        differs=_PERIODS,
    ),
    Published(
        measure_id="dental_checks",
        window=Window.AT_31_MARCH,
        lait="LACDental%",
        dfe=_of_group(_HEALTH, "Had their teeth checked by a dentist", _ALL_AGES),
        differs=(
            "The published figure is from the 903, which says yes or no for the year; ours from "
            "the dates in Annex A."
        ),
    ),
    Published(
        measure_id="sdq_received",
        window=Window.AT_31_MARCH,
        dfe=_of_group(_SDQ, "SDQ score was received", "Total ages 5 to 16 years"),
    ),
    Published(
        measure_id="sdq_mean",
        window=Window.AT_31_MARCH,
        unit=Unit.NUMBER,
        lait="Emotional_LAC",
    ),
    Published(
        measure_id="sdq_of_concern",
        window=Window.AT_31_MARCH,
        dfe=_of_group(_SDQ, "SDQ score is a cause for concern", "SDQ score was received"),
    ),
    Published(
        measure_id="immunised",
        window=Window.AT_31_MARCH,
        lait="LACVaccinations%",
        dfe=_of_group(_HEALTH, "Had their immunisations up to date", _ALL_AGES),
    ),
    Published(
        measure_id="substance_misuse",
        window=Window.AT_31_MARCH,
        lait="LACSubstance",
        dfe=_of_group(
            "Substance misuse: Children looked after all ages",
            "Identified as having a substance misuse problem",
            _ALL_AGES,
        ),
    ),
    Published(
        measure_id="convicted",
        window=Window.AT_31_MARCH,
        lait="LAC_Convictions",
        dfe=_of_group(
            "Convictions: Children looked after Ages 10 to 17 years",
            "Convicted or subject to youth cautions, or youth conditional cautions during the year",
            "Total ages 10 to 17 years",
        ),
    ),
    Published(
        measure_id="ehc_plans_in_20_weeks",
        window=Window.CALENDAR_YEAR,
        lait="SEN_EHC_Excpt_20wks",
    ),
    Published(
        measure_id="agency_workers",
        window=Window.AT_30_SEPTEMBER,
        dfe=_of_columns("agency_headcount", "agency_headcount", "inpost_headcount"),
        differs=f"{_BY_HEADS}rate in the headlines is of full-time equivalents.",
    ),
    Published(
        measure_id="workers_left",
        window=Window.AT_30_SEPTEMBER,
        dfe=_of_columns("leavers_headcount", "leavers_headcount", "inpost_headcount"),
        differs=f"{_BY_HEADS}turnover in the headlines divides by those in post alone.",
    ),
)


def published_for(measure_id: str) -> Published | None:
    """What is published beside a measure; None where nothing comparable is."""
    return next((each for each in PUBLISHED if each.measure_id == measure_id), None)
