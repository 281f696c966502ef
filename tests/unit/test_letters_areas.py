"""Which judgement a passage bears on: the heading says it, else the themes."""

import pytest

from sightline.letters import JudgementArea, area_of
from sightline.letters.areas import _AREA_OF_THEME
from sightline.letters.themes import THEME_IDS

EXPERIENCES = "The experiences and progress of"
BOTH = f"{EXPERIENCES} children in care and care leavers"


@pytest.mark.parametrize(
    ("heading", "themes", "area"),
    [
        # headings as the inspectorate prints them, of the framework of 2018 and the one before
        (f"{EXPERIENCES} children who need help and protection", (), "help_and_protection"),
        ("Children who need help and protection", ("care_leavers",), "help_and_protection"),
        (f"{EXPERIENCES} children in care", ("front_door",), "children_in_care"),
        ("Children looked after and achieving permanence", (), "children_in_care"),
        (f"{EXPERIENCES} care leavers", ("leadership",), "care_leavers"),
        ("Leadership, management and governance", ("permanence",), "leadership"),
        ("The impact of leaders on social work practice", (), "leadership"),
        # one heading over both, until 2022
        (BOTH, ("care_leavers",), "care_leavers"),
        (BOTH, ("permanence",), "children_in_care"),
        # no heading that says it
        ("What needs to improve?", ("visits", "permanence"), "children_in_care"),
        ("Findings", ("section_47",), "help_and_protection"),
        ("", ("visits",), "other"),
        ("", (), "other"),
    ],
)  # fmt: skip
def test_the_area_of_a_passage(heading: str, themes: tuple[str, ...], area: str) -> None:
    assert area_of(heading, themes) == JudgementArea(area)


def test_every_theme_that_tells_an_area_is_a_theme() -> None:
    assert set(_AREA_OF_THEME) <= set(THEME_IDS)
