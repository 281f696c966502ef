"""Sightline's templates held against the returns: what one says happened, the other must know.

A template is a running list, so its newest copy goes from its first entry as far as its own day. A
return is asked only about days that it covers.
"""

from __future__ import annotations

import polars as pl

from sightline.returns.across.declaring import Beside, CrossCheck, any_day, newest_since, other
from sightline.returns.tables import Severity

col = pl.col
_CHILD = {"child_id": "child_id"}
_TO_903 = {"child_id": "CHILD"}
_FROM_903 = {"CHILD": "child_id"}
_UNREGISTERED = col("PLACE").str.starts_with("Z")
_HALF_A_YEAR = 183


def _near(days: int, mine: str, theirs: str) -> pl.Expr:
    """Whether two days lie no more than so many days apart."""
    return (col(mine) - other(theirs)).dt.total_days().abs() <= days


def _not_in_care(table: str, day: str, what: str) -> CrossCheck:
    return CrossCheck(
        f"{table}_of_child_not_in_care",
        f"templates.{table}",
        (day,),
        f"is of {what} for a child whom list 8 of Annex A does not have",
        "Correct the child's number, or add the child to list 8",
        (Beside("annex_a.list_8", _CHILD, period=any_day, covering=day, days=_HALF_A_YEAR),),
        found="none",
    )


def _born_later(table: str, day: str) -> CrossCheck:
    return CrossCheck(
        "before_birth",
        f"templates.{table}",
        (day,),
        "is before the child's date of birth in the SSDA903",
        "Correct the date or the child's number",
        (
            Beside(
                "ssda903.header",
                _TO_903,
                where=col(day) < other("DOB"),
                period=any_day,
                shown="DOB",
            ),
        ),
        severity=Severity.ERROR,
    )


_MISSING = (
    CrossCheck(
        "return_interview_without_missing",
        "templates.return_interviews",
        ("returned_date",),
        "is of a return after which there is no missing episode in the SSDA903",
        "Add the missing episode, or correct the date",
        (
            Beside(
                "ssda903.missing",
                _TO_903,
                where=_near(1, "returned_date", "MIS_END"),
                period=any_day,
                covering="returned_date",
            ),
        ),
        found="none",
    ),
    CrossCheck(
        "missing_without_return_interview",
        "ssda903.missing",
        ("MIS_END",),
        "ended a missing episode, and the list of return interviews does not have the return",
        "Add the return to the list, and whether an interview was offered",
        (
            Beside(
                "templates.return_interviews",
                _FROM_903,
                where=_near(3, "MIS_END", "returned_date"),
                period=newest_since,
                since=("MIS_END", "returned_date"),
            ),
        ),
        found="none",
        when=col("MIS_END").is_not_null() & (col("MISSING") == "M"),
    ),
)

_PLACEMENTS = (
    CrossCheck(
        "placement_plan_of_no_placement",
        "templates.placement_plans",
        ("placement_started",),
        "is no day on which a placement of the child began, by the SSDA903",
        "Correct the date, or add the episode",
        (
            Beside(
                "ssda903.episodes",
                {"child_id": "CHILD", "placement_started": "DECOM"},
                period=any_day,
                covering="placement_started",
            ),
        ),
        found="none",
    ),
    CrossCheck(
        "placement_without_plan",
        "ssda903.episodes",
        ("DECOM", "RNE", "LS"),
        "began a placement, and the list of placement plans does not have it",
        "Add the placement to the list, with the day of its plan",
        (
            Beside(
                "templates.placement_plans",
                {"CHILD": "child_id", "DECOM": "placement_started"},
                period=newest_since,
                since=("DECOM", "placement_started"),
            ),
        ),
        found="none",
        when=(col("DECOM") > pl.col("period").dt.offset_by("-1y"))
        & (col("RNE") != "L")
        # a short break has a plan of its own: regulation 48
        & ~col("LS").is_in(["V3", "V4"]).fill_null(False),
    ),
    CrossCheck(
        "assurance_visit_elsewhere",
        "templates.assurance_visits",
        ("visit_date",),
        "is of a child who was in no unregistered placement on that day, by the SSDA903",
        "Correct the date, or the placement",
        (
            Beside(
                "ssda903.episodes",
                _TO_903,
                where=(col("visit_date") >= other("DECOM"))
                & (other("DEC").is_null() | (col("visit_date") <= other("DEC"))),
                only=_UNREGISTERED,
                period=any_day,
                covering="visit_date",
            ),
        ),
        found="none",
    ),
    CrossCheck(
        "unregistered_without_assurance_visit",
        "ssda903.episodes",
        ("PLACE", "DECOM"),
        "is a placement that is not registered, and no assurance visit to the child is recorded",
        "Visit the child, or add the visit to the list",
        (
            Beside(
                "templates.assurance_visits",
                _FROM_903,
                where=(other("visit_date") >= col("DECOM"))
                & (col("DEC").is_null() | (other("visit_date") <= col("DEC"))),
                period=newest_since,
                since=("DECOM", "visit_date"),
            ),
        ),
        found="none",
        when=_UNREGISTERED
        & (col("DEC").is_null() | (col("DEC") > pl.col("period").dt.offset_by("-1y"))),
    ),
    CrossCheck(
        "matched_for_adoption_not_in_list_10",
        "templates.match_decisions",
        ("decision_date",),
        "agreed a match for adoption, and list 10 of Annex A does not have the child",
        "Add the child to list 10, or correct the kind of match",
        (
            Beside(
                "annex_a.list_10",
                _CHILD,
                period=any_day,
                covering="decision_date",
                days=_HALF_A_YEAR,
            ),
        ),
        found="none",
        when=(col("kind") == "adoption") & (col("decision") == "agreed"),
    ),
    CrossCheck(
        "match_date_not_as_in_list_10",
        "templates.match_decisions",
        ("decision_date",),
        "is not the day of the match in list 10 of Annex A",
        "Find out which of the two is right and correct the other",
        (
            Beside(
                "annex_a.list_10",
                _CHILD,
                where=(col("decision_date") != other("matched")),
                period=newest_since,
                shown="matched",
            ),
        ),
        when=(col("kind") == "adoption") & (col("decision") == "agreed"),
    ),
)

_PROTECTION = (
    CrossCheck(
        "strategy_led_to_no_enquiry",
        "templates.strategy_discussions",
        ("discussion_date",),
        "is of a strategy discussion that led to an enquiry, which the census does not have",
        "Add the enquiry to the census, or correct what the discussion led to",
        (
            Beside(
                "cin_census.section47",
                {"child_id": "LAchildID"},
                where=_near(7, "discussion_date", "S47ActualStartDate"),
                period=any_day,
                covering="discussion_date",
            ),
        ),
        found="none",
        when=col("led_to_section47"),
    ),
    CrossCheck(
        "strategy_led_to_no_enquiry_in_list_5",
        "templates.strategy_discussions",
        ("discussion_date",),
        "is of a strategy discussion that led to an enquiry, which list 5 of Annex A does not have",
        "Add the enquiry to list 5, or correct what the discussion led to",
        (
            Beside(
                "annex_a.list_5",
                _CHILD,
                where=_near(7, "discussion_date", "strategy_discussion"),
                period=any_day,
                covering="discussion_date",
                days=_HALF_A_YEAR,
            ),
        ),
        found="none",
        when=col("led_to_section47"),
    ),
    CrossCheck(
        "enquiry_without_strategy",
        "cin_census.section47",
        ("S47ActualStartDate",),
        "began an enquiry, and the list of strategy discussions has none of about that day",
        "Add the discussion to the list: every enquiry begins with one",
        (
            Beside(
                "templates.strategy_discussions",
                {"LAchildID": "child_id"},
                where=_near(7, "S47ActualStartDate", "discussion_date"),
                period=newest_since,
                since=("S47ActualStartDate", "discussion_date"),
            ),
        ),
        found="none",
        when=col("S47ActualStartDate") > pl.col("period").dt.offset_by("-1y"),
    ),
    CrossCheck(
        "stepped_up_without_referral",
        "templates.early_help",
        ("ended",),
        "is the day on which social care took over, and list 3 of Annex A has no referral of "
        "about that day",
        "Add the referral, or correct how the early help ended",
        (
            Beside(
                "annex_a.list_3",
                _CHILD,
                where=_near(31, "ended", "referral_date"),
                period=any_day,
                covering="ended",
                days=_HALF_A_YEAR,
            ),
        ),
        found="none",
        when=col("stepped_up"),
    ),
    CrossCheck(
        "escalation_for_unknown_child",
        "templates.iro_escalations",
        ("raised_date",),
        "is for a child whom neither list 7 nor list 8 of Annex A has",
        "Correct the child's number, or add the child to the list",
        tuple(
            Beside(
                f"annex_a.{each}",
                _CHILD,
                period=any_day,
                covering="raised_date",
                days=_HALF_A_YEAR,
            )
            for each in ("list_7", "list_8")
        ),
        found="none",
    ),
)

CHECKS = (
    *_MISSING,
    *_PLACEMENTS,
    *_PROTECTION,
    _not_in_care("match_decisions", "decision_date", "a match"),
    _not_in_care("family_time", "planned_date", "family time"),
    _not_in_care("life_story_work", "started", "life story work"),
    *(
        _born_later(table, day)
        for table, day in (
            ("return_interviews", "returned_date"),
            ("match_decisions", "decision_date"),
            ("placement_plans", "placement_started"),
            ("family_time", "planned_date"),
            ("assurance_visits", "visit_date"),
        )
    ),
)
