"""What authorities write in the coded columns of Annex A, and what they mean: rules, not lists."""

from __future__ import annotations

from collections.abc import Callable

from sightline.returns.annex_a.lists import Column
from sightline.returns.annex_a.words import about_the_child, adoption, care, leaving_care, need
from sightline.returns.annex_a.words.ethnicity import read_ethnicity
from sightline.returns.annex_a.words.sources import read_source

Reader = Callable[[str], str | bool | None]

READERS: dict[str, Reader] = {
    "sex": about_the_child.read_sex,
    "ethnicity": read_ethnicity,
    "disabled": about_the_child.read_disabled,
    "contact_source": read_source,
    "referral_source": read_source,
    "need": need.read_need,
    "reason_closed": need.read_reason_closed,
    "status": need.read_status,
    "initial_category": need.read_abuse,
    "latest_category": need.read_abuse,
    "legal_status": care.read_legal_status,
    "permanence_plan": care.read_permanence_plan,
    "reason_ceased": care.read_reason_ceased,
    "placement_type": care.read_placement_type,
    "placement_provider": care.read_provider,
    "placement_location": care.read_location,
    "eligibility": leaving_care.read_eligibility,
    "in_touch": leaving_care.read_in_touch,
    "accommodation": leaving_care.read_accommodation,
    "suitability": leaving_care.read_suitability,
    "activity": leaving_care.read_activity,
    "reason_reversed": adoption.read_reason_reversed,
    "reason_left": adoption.read_reason_left,
}
"""The reader of each column of codes, by the column's short name."""


def reader_for(column: Column) -> Reader | None:
    """The reader of a column's words; None for a column of plain text, dates or numbers."""
    if column.kind == "code":
        return READERS[column.name]
    if column.kind == "yes_no":
        return READERS.get(column.name, about_the_child.read_yes_no)
    return None
