"""All that the SSD gives, and how it stands beside what other returns give."""

from __future__ import annotations

from collections.abc import Mapping

from ibis.expr.types import Table

from sightline.records.from_ssd import need, outcomes, seen
from sightline.records.from_ssd.given import Given, newest_day
from sightline.records.from_ssd.spells import one_after_another
from sightline.records.merging import stacked
from sightline.records.newest import newest, newest_known

# what makes two rows of different returns one and the same; the newest extract is believed
_KEYS = {
    "visit": ("child_id", "kind", "date"),
    "health_check": ("child_id", "kind", "date"),
    "missing_episode": ("child_id", "kind", "started"),
    "missing_state": ("child_id", "as_at"),
    "care_plan": ("child_id", "started"),
    "permanence_step": ("child_id", "step", "date"),
    "previous_permanence": ("child_id", "route"),
    "involvement": ("child_id", "started"),
    "contact": ("child_id", "date"),
    "early_help": ("child_id", "started"),
    "referral": ("child_id", "date"),
    "assessment": ("child_id", "started"),
    "section47": ("child_id", "strategy_discussion"),
    "child_in_need": ("child_id", "started"),
    "protection_plan": ("child_id", "started"),
    "care_leaver": ("child_id", "as_at"),
}
_ONE_AT_A_TIME = ("care_plan", "involvement")


def tables(given: Given, periods: Table) -> dict[str, Table]:
    """Every canonical table the SSD can answer but those of care itself; `periods` are of care."""
    return {
        "person": need.person(given),
        "visit": seen.visit(given),
        "review": seen.review(given),
        "health_check": seen.health_check(given),
        "outcome_year": outcomes.outcome_year(given, periods),
        "missing_episode": outcomes.missing_episode(given),
        "missing_state": outcomes.missing_state(given, periods),
        "care_plan": seen.care_plan(given),
        "permanence_step": need.permanence_step(given),
        "previous_permanence": need.previous_permanence(given),
        "involvement": seen.involvement(given),
        "contact": need.contact(given),
        "early_help": need.early_help(given),
        "referral": need.referral(given),
        "assessment": need.assessment(given),
        "section47": need.section47(given),
        "child_in_need": need.child_in_need(given),
        "protection_plan": need.protection_plan(given),
        "care_leaver": need.care_leaver(given),
    }


def beside(given: Given, others: Mapping[str, Table], periods: Table) -> dict[str, Table]:
    """The tables of other returns, each with the SSD's rows, where there is an SSD."""
    if newest_day(given) is None:
        return dict(others)
    ours = tables(given, periods)
    return {
        name: _together(name, table, ours[name]) if name in ours else table
        for name, table in others.items()
    }


def _together(name: str, others: Table, ours: Table) -> Table:
    if name == "outcome_year":  # a 903 is checked: the SSD speaks of years that none covers
        return stacked(name, [others, ours.anti_join(others, "year_ending")])
    both = stacked(name, [others, ours])
    if name == "review":
        keyed = both.mutate(key=both.child_id + "|" + both.date.cast("string"))
        return newest_known(keyed, "key", ["child_id", "date", "participation"])
    once = newest(both, _KEYS[name])
    return one_after_another(once) if name in _ONE_AT_A_TIME else once
