"""Counts of one to five children in what people write for members."""

import pytest
from django.core.exceptions import ValidationError

from sightline.people.small_numbers import no_small_number


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("It was 2 children.", "2 children"),
        ("Only three of the children were late.", "three of the children"),
        ("We found one\nyoung person alone.", "one young person"),
        ("There are 4 disabled boys in the home.", "4 disabled boys"),
        ("A single child has no plan.", "A single child"),
        ("Five care leavers have no home.", "Five care leavers"),
        ("In the north (1 child).", "1 child"),
    ],
)
def test_a_count_of_one_to_five_is_found_and_quoted(text: str, quoted: str) -> None:
    with pytest.raises(ValidationError, match=quoted):
        no_small_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "No children waited.",
        "6 children waited, and 12 children did not.",
        "42 children, of 1,205 children in care.",
        "2.5% of children; 3 per cent of children.",
        "0 children, and 15 young people.",
        "One in five children moved.",
        "Children moved three or more times.",
        "The clock runs for 4 months, and then children are seen.",
        "Three teams answered.",
    ],
)
def test_other_numbers_may_be_written(text: str) -> None:
    no_small_number(text)
