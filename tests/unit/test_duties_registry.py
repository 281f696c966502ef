"""The list of clocks that documentation and pages show."""

from datetime import date

import pytest

from sightline.duties.citation import Citation
from sightline.duties.clock import Clock, Rule
from sightline.duties.period import Period
from sightline.duties.registry import CLOCKS, FAMILIES
from sightline.duties.visit_rules import VISIT_RULES, VisitRegime, visit_rules_table

SOURCE = Citation("A law", "https://example.test/", verified=True)


def rule(begins: date, ends: date | None = None) -> Rule:
    return Rule("Within a week.", SOURCE, begins, ends, Period(weeks=1))


def test_every_clock_has_its_own_id_and_every_rule_words_and_a_source() -> None:
    assert len({clock.id for clock in CLOCKS}) == len(CLOCKS)
    for clock in CLOCKS:
        for each in clock.rules:
            assert each.words.endswith(".")
            assert each.citation.url.startswith("https://")


def test_every_family_of_the_field_is_there() -> None:
    """What the issue of the clocks asks for, by the ids under which it is found."""
    asked = """referral_decision assessment strategy_quorum icpc core_group protection_visit
        protection_review_first protection_review_later care_plan placement_plan permanence_plan
        health_initial health_review_under_five health_review_from_five dental_check immunisations
        sdq mental_health_wait return_interview pathway_assessment pre_proceedings care_proceedings
        supervision_newly_qualified supervision ehc_decision ehc_refusal ehc_plan unregistered_home
        unregulated_under_sixteen unregistered_supported_accommodation temporary_approval
        temporary_approval_extension incident_notification rapid_review practice_review
        inspection_action_plan review_first review_second review_later"""
    assert set(asked.split()) <= {clock.id for clock in CLOCKS}
    assert sum(len(family.clocks) for family in FAMILIES) == len(CLOCKS)


def test_every_visiting_regime_is_listed() -> None:
    ids = {clock.id for clock in CLOCKS}
    assert {f"visit_{regime.value}" for regime in VisitRegime} <= ids


def test_an_unverified_source_says_so_wherever_it_is_printed_and_what_is_missing() -> None:
    for clock in CLOCKS:
        for each in clock.rules:
            unverified = str(each.citation).endswith("[unverified]")
            assert unverified is not each.citation.verified
            assert each.citation.note or not unverified


def test_the_rules_table_has_a_row_for_each_rule_and_one_unit_in_each() -> None:
    table = visit_rules_table().to_pylist()
    assert len(table) == len(VISIT_RULES)
    assert all((row["every_weeks"] > 0) != (row["every_months"] > 0) for row in table)
    parents = next(row for row in table if row["regime"] == "care_order_with_parents")
    assert (parents["first_within_weeks"], parents["every_weeks"]) == (1, 6)


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        ((), "has no rule"),
        ((rule(date(2020, 1, 1)), rule(date(2021, 1, 1))), "same day"),
        ((rule(date(2020, 1, 1), date(2021, 1, 1)), rule(date(2021, 1, 1))), "same day"),
    ],
)
def test_a_clock_has_rules_and_never_two_on_one_day(rules: tuple[Rule, ...], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Clock("a", "A", "the start", rules)


def test_a_day_between_two_rules_has_none() -> None:
    clock = Clock(
        "a", "A", "the start", (rule(date(2020, 1, 1), date(2020, 12, 31)), rule(date(2021, 2, 1)))
    )
    assert clock.due(date(2020, 12, 31)) == date(2021, 1, 7)
    assert clock.due(date(2021, 1, 1)) is None
    assert clock.due(date(2021, 2, 1)) == date(2021, 2, 8)


def test_working_days_are_not_counted_beginning_with_the_day_itself() -> None:
    with pytest.raises(ValueError, match="beginning with the day"):
        Rule("x.", SOURCE, date(2020, 1, 1), within=Period(working_days=5), first_day_counts=True)
