"""Which ILACS judgement a finding bears on: by the heading it stands under, else by its themes.

The four areas are those of Ofsted's framework for inspecting local authority children's services:
children who need help and protection, children in care, care leavers, and the impact of leaders.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum


class JudgementArea(StrEnum):
    """The areas that inspectors of children's services judge."""

    HELP_AND_PROTECTION = "help_and_protection"
    CHILDREN_IN_CARE = "children_in_care"
    CARE_LEAVERS = "care_leavers"
    LEADERSHIP = "leadership"

    @property
    def plain(self) -> str:
        """The area in plain English."""
        return _TITLES[self]


_TITLES = {
    JudgementArea.HELP_AND_PROTECTION: "Help and protection",
    JudgementArea.CHILDREN_IN_CARE: "Children in care",
    JudgementArea.CARE_LEAVERS: "Care leavers",
    JudgementArea.LEADERSHIP: "Leadership",
}
_HEADINGS = (
    (JudgementArea.LEADERSHIP, re.compile(r"(?i)impact of leaders|leadership|governance")),
    (
        JudgementArea.CARE_LEAVERS,
        re.compile(r"(?i)(?<!and )(care leavers|leaving care)|graded judgment: care leavers"),
    ),
    (
        JudgementArea.CHILDREN_IN_CARE,
        re.compile(
            r"(?i)children (in care|looked after)|looked after children|adoption|permanence"
        ),
    ),
    (
        JudgementArea.HELP_AND_PROTECTION,
        re.compile(r"(?i)help (and|or) protection|need help|protection of children|front door"),
    ),
)
_THEMES = {
    JudgementArea.HELP_AND_PROTECTION: (
        "front_door early_help assessment strategy_discussions section_47 child_protection "
        "children_in_need domestic_abuse neglect exploitation missing disabled_children "
        "private_fostering pre_proceedings homeless_16_17 allegations"
    ),
    JudgementArea.CHILDREN_IN_CARE: (
        "permanence adoption special_guardianship long_term_fostering placement_with_parents "
        "placement_sufficiency unregistered_homes placement_stability reviews_iro family_time "
        "kinship_care"
    ),
    JudgementArea.CARE_LEAVERS: "care_leavers",
    JudgementArea.LEADERSHIP: (
        "leadership quality_assurance performance_data workforce caseloads supervision "
        "corporate_parenting"
    ),
}
_AREA_OF_THEME = {theme: area for area, themes in _THEMES.items() for theme in themes.split()}


def area_of(section: str, themes: Sequence[str]) -> JudgementArea | None:
    """The judgement area by the section's heading, else by the first theme that lies in one area.

    None where neither says: a paragraph on recording, say, may be of any area.
    """
    for area, heading in _HEADINGS:
        if heading.search(section):
            return area
    return next((_AREA_OF_THEME[theme] for theme in themes if theme in _AREA_OF_THEME), None)
