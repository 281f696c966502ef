"""How often a child in care must be visited: CP reg 28 as data.

One row for each regime and phase. `sightline.duties.visits` applies them to one child; a set-based
engine joins them (`visit_rules_table`).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import pyarrow as pa

from sightline.duties.citation import Citation
from sightline.duties.period import Period

CARE_PLANNING_REGULATIONS_BEGAN = date(2011, 4, 1)
LONG_TERM_FOSTERING_BEGAN = date(2015, 4, 1)

_AS_MADE = "https://www.legislation.gov.uk/uksi/2010/959/regulation/28/made"
_REGULATIONS = "Care Planning, Placement and Case Review (England) Regulations 2010"


class VisitRegime(StrEnum):
    """Which paragraph of regulation 28 governs the visits to a child."""

    ORDINARY = "ordinary"
    TO_EIGHTEEN = "to_eighteen"
    LONG_TERM_FOSTERING = "long_term_fostering"
    PARENTS_BEFORE_ASSESSMENT = "parents_before_assessment"
    TEMPORARY_APPROVAL = "temporary_approval"
    INTERIM_ORDER_WITH_PARENTS = "interim_order_with_parents"
    CARE_ORDER_WITH_PARENTS = "care_order_with_parents"
    ELSEWHERE = "elsewhere"
    SHORT_BREAKS = "short_breaks"


class VisitPhase(StrEnum):
    """The part of the arrangement during which a rule holds."""

    FIRST_YEAR = "first year"
    AFTER_FIRST_YEAR = "after first year"
    UNTIL_FIRST_REVIEW = "until first review"
    AFTER_FIRST_REVIEW = "after first review"
    THROUGHOUT = "throughout"


class Start(StrEnum):
    """The event from which the time for a first visit runs."""

    PLACEMENT = "start of the placement"
    ORDER = "making of the care order"


@dataclass(frozen=True, slots=True)
class VisitRule:
    """The longest lawful gaps between visits in one phase of one regime.

    `first_within` is None in a phase that only follows another: its first visit is simply the next.
    `in_force_to` is the last day in force, or None while it still is.
    """

    regime: VisitRegime
    phase: VisitPhase
    first_within: Period | None
    measured_from: Start | None
    then_every: Period
    citation: Citation
    in_force_from: date = CARE_PLANNING_REGULATIONS_BEGAN
    in_force_to: date | None = None

    def in_force(self, on: date) -> bool:
        """Tell whether the rule is law on that day."""
        return self.in_force_from <= on and (self.in_force_to is None or on <= self.in_force_to)


def _regulation_28(paragraph: str) -> Citation:
    return Citation(f"{_REGULATIONS}, reg 28{paragraph}", _AS_MADE, verified=True)


_LONG_TERM_FOSTERING = Citation(
    f"{_REGULATIONS}, reg 28(3A), inserted by SI 2015/495",
    "https://www.legislation.gov.uk/uksi/2015/495/contents/made",
    verified=False,
    note="The conditions and the interval of six months were read in published local procedures "
    "that quote the paragraph, not in the regulation itself.",
)
_ELSEWHERE = Citation(
    f"{_REGULATIONS}, reg 28(6)",
    _AS_MADE,
    verified=False,
    note="That the paragraph governs these arrangements was read; its intervals were not.",
)
_SHORT_BREAKS = Citation(
    f"{_REGULATIONS}, reg 48(3)(c)",
    "https://www.legislation.gov.uk/uksi/2010/959/part/9/made",
    verified=False,
    note="That reg 28(2) gives way to intervals agreed with the parents and the IRO was read; "
    "the outer limits of three and six months were not.",
)

_ONE_WEEK = Period(weeks=1)
_FOUR_WEEKS = Period(weeks=4)
_SIX_WEEKS = Period(weeks=6)
_THREE_MONTHS = Period(months=3)
_SIX_MONTHS = Period(months=6)

VISIT_RULES: tuple[VisitRule, ...] = (
    VisitRule(
        VisitRegime.ORDINARY,
        VisitPhase.FIRST_YEAR,
        first_within=_ONE_WEEK,
        measured_from=Start.PLACEMENT,
        then_every=_SIX_WEEKS,
        citation=_regulation_28("(2)(a)–(b)"),
    ),
    VisitRule(
        VisitRegime.ORDINARY,
        VisitPhase.AFTER_FIRST_YEAR,
        first_within=None,
        measured_from=None,
        then_every=_SIX_WEEKS,
        citation=_regulation_28("(2)(c)(ii)"),
    ),
    VisitRule(
        VisitRegime.TO_EIGHTEEN,
        VisitPhase.FIRST_YEAR,
        first_within=_ONE_WEEK,
        measured_from=Start.PLACEMENT,
        then_every=_SIX_WEEKS,
        citation=_regulation_28("(2)(a)–(b)"),
    ),
    VisitRule(
        VisitRegime.TO_EIGHTEEN,
        VisitPhase.AFTER_FIRST_YEAR,
        first_within=None,
        measured_from=None,
        then_every=_THREE_MONTHS,
        citation=_regulation_28("(2)(c)(i)"),
    ),
    VisitRule(
        VisitRegime.LONG_TERM_FOSTERING,
        VisitPhase.AFTER_FIRST_YEAR,
        first_within=None,
        measured_from=None,
        then_every=_SIX_MONTHS,
        citation=_LONG_TERM_FOSTERING,
        in_force_from=LONG_TERM_FOSTERING_BEGAN,
    ),
    VisitRule(
        VisitRegime.PARENTS_BEFORE_ASSESSMENT,
        VisitPhase.UNTIL_FIRST_REVIEW,
        first_within=_ONE_WEEK,
        measured_from=Start.PLACEMENT,
        then_every=_ONE_WEEK,
        citation=_regulation_28("(3)(a)"),
    ),
    VisitRule(
        VisitRegime.PARENTS_BEFORE_ASSESSMENT,
        VisitPhase.AFTER_FIRST_REVIEW,
        first_within=None,
        measured_from=None,
        then_every=_SIX_WEEKS,
        citation=_regulation_28("(3)(b)"),
    ),
    VisitRule(
        VisitRegime.TEMPORARY_APPROVAL,
        VisitPhase.UNTIL_FIRST_REVIEW,
        first_within=_ONE_WEEK,
        measured_from=Start.PLACEMENT,
        then_every=_ONE_WEEK,
        citation=_regulation_28("(4)(a)"),
    ),
    VisitRule(
        VisitRegime.TEMPORARY_APPROVAL,
        VisitPhase.AFTER_FIRST_REVIEW,
        first_within=None,
        measured_from=None,
        then_every=_FOUR_WEEKS,
        citation=_regulation_28("(4)(b)"),
    ),
    VisitRule(
        VisitRegime.INTERIM_ORDER_WITH_PARENTS,
        VisitPhase.UNTIL_FIRST_REVIEW,
        first_within=_ONE_WEEK,
        measured_from=Start.PLACEMENT,
        then_every=_ONE_WEEK,
        citation=_regulation_28("(4)(a)"),
    ),
    VisitRule(
        VisitRegime.INTERIM_ORDER_WITH_PARENTS,
        VisitPhase.AFTER_FIRST_REVIEW,
        first_within=None,
        measured_from=None,
        then_every=_FOUR_WEEKS,
        citation=_regulation_28("(4)(b)"),
    ),
    VisitRule(
        VisitRegime.CARE_ORDER_WITH_PARENTS,
        VisitPhase.THROUGHOUT,
        first_within=_ONE_WEEK,
        measured_from=Start.ORDER,
        then_every=_SIX_WEEKS,
        citation=_regulation_28("(5)"),
    ),
    VisitRule(
        VisitRegime.ELSEWHERE,
        VisitPhase.FIRST_YEAR,
        first_within=_ONE_WEEK,
        measured_from=Start.PLACEMENT,
        then_every=_SIX_WEEKS,
        citation=_ELSEWHERE,
    ),
    VisitRule(
        VisitRegime.ELSEWHERE,
        VisitPhase.AFTER_FIRST_YEAR,
        first_within=None,
        measured_from=None,
        then_every=_THREE_MONTHS,
        citation=_ELSEWHERE,
    ),
    VisitRule(
        VisitRegime.SHORT_BREAKS,
        VisitPhase.THROUGHOUT,
        first_within=_THREE_MONTHS,
        measured_from=Start.PLACEMENT,
        then_every=_SIX_MONTHS,
        citation=_SHORT_BREAKS,
    ),
)

_BY_REGIME_AND_PHASE = {(rule.regime, rule.phase): rule for rule in VISIT_RULES}


def visit_rule(regime: VisitRegime, phase: VisitPhase) -> VisitRule:
    """Return the rule of one regime in one phase. Raises KeyError where there is none."""
    return _BY_REGIME_AND_PHASE[regime, phase]


def visit_rules_table() -> pa.Table:
    """Return VISIT_RULES as an Arrow table for joining, periods in weeks and months.

    A period is in weeks or in months; the other column is 0, so that
    `last_visit + every_weeks weeks + every_months months` is always the due date.
    """
    return pa.table(
        {
            "regime": [rule.regime.value for rule in VISIT_RULES],
            "phase": [rule.phase.value for rule in VISIT_RULES],
            "first_within_weeks": pa.array(
                [r.first_within.weeks if r.first_within else None for r in VISIT_RULES],
                pa.int32(),
            ),
            "first_within_months": pa.array(
                [r.first_within.months if r.first_within else None for r in VISIT_RULES],
                pa.int32(),
            ),
            "every_weeks": pa.array([rule.then_every.weeks for rule in VISIT_RULES], pa.int32()),
            "every_months": pa.array([rule.then_every.months for rule in VISIT_RULES], pa.int32()),
            "in_force_from": pa.array([rule.in_force_from for rule in VISIT_RULES], pa.date32()),
            "in_force_to": pa.array([rule.in_force_to for rule in VISIT_RULES], pa.date32()),
            "citation": [str(rule.citation) for rule in VISIT_RULES],
        }
    )
