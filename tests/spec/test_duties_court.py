"""Before and in court: Children Act 1989, s 32, by example. Weeks were counted on a calendar."""

import pytest

from sightline.duties.court import CARE_PROCEEDINGS, PRE_PROCEEDINGS, proceedings_due
from tests.duties_tables import day, day_or_none, days, rows

PROCEEDINGS = """
issued     | extensions            | last day   | circumstances
06/01/2025 | -                     | 06/07/2025 | a Monday: the 26th week ends on a Sunday
06/01/2025 | 01/07/2025            | 31/08/2025 | made before the end: 8 weeks after it
06/01/2025 | 06/07/2025            | 31/08/2025 | made on the last day
06/01/2025 | 14/07/2025            | 08/09/2025 | made late: 8 weeks after that day
06/01/2025 | 01/07/2025 20/08/2025 | 26/10/2025 | extended twice
22/04/2014 | -                     | 20/10/2014 | issued on the first day of the limit
21/04/2014 | -                     | -          | issued before there was a limit
"""


@pytest.mark.parametrize("row", rows(PROCEEDINGS))
def test_care_proceedings_end_within_26_weeks_beginning_with_the_day_of_issue(
    row: tuple[str, ...],
) -> None:
    """s 32(1)(a)(ii); extensions s 32(5)–(8), of which (8) is [unverified]."""
    issued, extensions, last, _circumstances = row
    assert proceedings_due(day(issued), days(extensions)) == day_or_none(last)


def test_the_day_of_issue_is_the_first_of_26_times_7_days() -> None:
    last = CARE_PROCEEDINGS.due(day("06/01/2025"))
    assert last is not None
    assert (last - day("06/01/2025")).days + 1 == 26 * 7


def test_pre_proceedings_are_over_in_sixteen_weeks_which_nobody_has_verified() -> None:
    assert PRE_PROCEEDINGS.due(day("06/01/2025")) == day("28/04/2025")
    assert str(PRE_PROCEEDINGS.latest.citation).endswith("[unverified]")
