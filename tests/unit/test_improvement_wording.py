"""How long a finding has stood, in words. Expected values are counted on a calendar."""

from datetime import date

import pytest

from sightline.improvement.wording import how_long, theme_title


@pytest.mark.parametrize(
    ("since", "today", "said"),
    [
        (date(2016, 6, 27), date(2022, 8, 27), "6 years and 2 months"),
        (date(2016, 6, 27), date(2022, 8, 26), "6 years and 1 month"),
        (date(2021, 4, 21), date(2022, 4, 21), "1 year"),
        (date(2021, 4, 21), date(2022, 4, 20), "11 months"),
        (date(2024, 1, 31), date(2024, 2, 29), "29 days"),
        (date(2024, 5, 1), date(2024, 5, 2), "1 day"),
        (date(2024, 5, 1), date(2024, 5, 1), "today"),
        (date(2024, 5, 2), date(2024, 5, 1), "today"),
        (None, date(2024, 5, 1), ""),
    ],
)
def test_how_long(since: date | None, today: date, said: str) -> None:
    assert how_long(since, today) == said


def test_a_theme_has_a_title_and_an_unknown_one_keeps_its_id() -> None:
    assert theme_title("permanence") == "Permanence"
    assert theme_title("long_gone") == "long_gone"
