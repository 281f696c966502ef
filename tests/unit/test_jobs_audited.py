"""Whether audits find a practice more often since something began: worked examples.

The probabilities are of Fisher's exact test, two-sided: for 20 of 40 and 17 of 20, 0.0112; for 20
of 40 and 12 of 20, 0.585 (hypergeometric sums).
"""

import pytest

from sightline.jobs.audited import compared
from sightline.jobs.effects import Moved


@pytest.mark.parametrize(
    ("before", "since", "moved"),
    [
        ((20, 40), (17, 20), Moved.BETTER),
        ((20, 40), (3, 20), Moved.WORSE),
        ((20, 40), (12, 20), Moved.NOT),
        ((4, 9), (17, 20), Moved.CANNOT_TELL),
        ((20, 40), (9, 9), Moved.TOO_SOON),
    ],
)
def test_two_shares_of_audits(
    before: tuple[int, int], since: tuple[int, int], moved: Moved
) -> None:
    assert compared(before, since).moved is moved


def test_the_sentence_says_of_how_many() -> None:
    told = compared((20, 40), (17, 20))
    assert told.sentence == (
        "Audits find it more often beyond chance: 50% of 40 audits before, 85% of 20 since."
    )
    assert told.short == "Audits find it more often beyond chance."
