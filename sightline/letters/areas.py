"""Which of the inspectorate's judgements a passage bears on, by its heading, else its themes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum


class JudgementArea(StrEnum):
    """The areas that inspectors of children's services judge; OTHER is none of them."""

    HELP_AND_PROTECTION = "help_and_protection"
    CHILDREN_IN_CARE = "children_in_care"
    CARE_LEAVERS = "care_leavers"
    LEADERSHIP = "leadership"
    OTHER = "other"

    @property
    def plain(self) -> str:
        """The area in plain English."""
        return {
            JudgementArea.HELP_AND_PROTECTION: "Help and protection",
            JudgementArea.CHILDREN_IN_CARE: "Children in care",
            JudgementArea.CARE_LEAVERS: "Care leavers",
            JudgementArea.LEADERSHIP: "Leadership",
            JudgementArea.OTHER: "Not one of the judged areas",
        }[self]


_HEADINGS = (
    (JudgementArea.LEADERSHIP, re.compile(r"(?i)\bleader|governance|management oversight")),
    (JudgementArea.HELP_AND_PROTECTION, re.compile(r"(?i)help and protection|need help")),
    (
        JudgementArea.CHILDREN_IN_CARE,
        re.compile(r"(?i)children (and young people )?in care|looked after|achieving permanence"),
    ),
    (JudgementArea.CARE_LEAVERS, re.compile(r"(?i)care leaver")),
)
_LEAVERS_TOO = re.compile(r"(?i)care leaver")
_THEMES = {
    JudgementArea.LEADERSHIP: (
        "leadership quality_assurance performance_data workforce caseloads supervision "
        "multi_agency corporate_parenting"
    ),
    JudgementArea.HELP_AND_PROTECTION: (
        "front_door early_help assessment strategy_discussions section_47 child_protection "
        "children_in_need domestic_abuse neglect exploitation private_fostering pre_proceedings "
        "homeless_16_17 allegations"
    ),
    JudgementArea.CHILDREN_IN_CARE: (
        "permanence adoption special_guardianship long_term_fostering placement_with_parents "
        "placement_sufficiency unregistered_homes placement_stability reviews_iro"
    ),
    JudgementArea.CARE_LEAVERS: "care_leavers",
}
_AREA_OF_THEME = {theme: area for area, themes in _THEMES.items() for theme in themes.split()}


def area_of(section: str, themes: Sequence[str]) -> JudgementArea:
    """The area that the heading names; else that of the first theme which belongs to one alone.

    Until 2022 children in care and care leavers were one judgement: under a heading that names
    both, a passage whose most telling theme is care leavers is about them.
    """
    named = next((area for area, words in _HEADINGS if words.search(section)), None)
    told = next((_AREA_OF_THEME[each] for each in themes if each in _AREA_OF_THEME), None)
    both = named is JudgementArea.CHILDREN_IN_CARE and _LEAVERS_TOO.search(section)
    if both and _AREA_OF_THEME.get(next(iter(themes), "")) is JudgementArea.CARE_LEAVERS:
        return JudgementArea.CARE_LEAVERS
    return named or told or JudgementArea.OTHER
