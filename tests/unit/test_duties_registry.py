"""The list of duties that documentation and pages show."""

from sightline.duties.registry import DUTIES
from sightline.duties.visit_rules import VISIT_RULES, VisitRegime, visit_rules_table


def test_every_duty_has_its_own_id_a_rule_and_a_source() -> None:
    assert len({duty.id for duty in DUTIES}) == len(DUTIES)
    assert all(
        duty.rule.endswith(".") and duty.citation.url.startswith("https://") for duty in DUTIES
    )


def test_every_visiting_regime_is_listed() -> None:
    ids = {duty.id for duty in DUTIES}
    assert {f"visit_{regime.value}" for regime in VisitRegime} <= ids


def test_an_unverified_source_says_so_wherever_it_is_printed() -> None:
    assert all(
        str(duty.citation).endswith("[unverified]") is not duty.citation.verified for duty in DUTIES
    )


def test_the_rules_table_has_a_row_for_each_rule_and_one_unit_in_each() -> None:
    table = visit_rules_table().to_pylist()
    assert len(table) == len(VISIT_RULES)
    assert all((row["every_weeks"] > 0) != (row["every_months"] > 0) for row in table)
    parents = next(row for row in table if row["regime"] == "care_order_with_parents")
    assert (parents["first_within_weeks"], parents["every_weeks"]) == (1, 6)
