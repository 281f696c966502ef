"""Who becomes an eligible child, and when the assessment of needs is due (CP regs 40–42)."""

import pytest

from sightline.duties.pathway import (
    CARE_LEAVER_ASSESSMENT,
    PATHWAY_REVIEW,
    became_eligible,
    pathway_assessment_due,
)
from tests.duties_tables import day, day_or_none, rows

# 13 weeks are 91 days: in care from 1 March 2025, they are over on 31 May.
ELIGIBLE = """
born       | in care                                       | eligible   | due        | circumstances
10/05/2009 | 01/03/2015 to -                               | 10/05/2025 | 10/08/2025 | in care for years
10/05/2009 | 01/03/2025 to -                               | 31/05/2025 | 31/08/2025 | 13 weeks complete after turning 16
10/05/2009 | 01/12/2024 to -                               | 10/05/2025 | 10/08/2025 | 13 weeks complete before
10/05/2009 | 01/03/2024 to 01/05/2024, 01/08/2025 to -     | 31/08/2025 | 30/11/2025 | 61 days, then the 30 that were wanting
10/05/2009 | 01/03/2022 to 01/03/2023, 01/08/2025 to -     | 31/10/2025 | 31/01/2026 | care before the 14th birthday does not count
10/05/2009 | 01/03/2024 to 01/08/2024                      | -          | -          | left before turning 16
10/05/2009 | 01/03/2024 to 01/08/2024, 01/02/2026 to -     | 01/02/2026 | 01/05/2026 | back in care at 16: on the day
10/05/2009 | 01/04/2027 to -                               | -          | -          | 18 before 13 weeks are over
30/11/2009 | 01/03/2015 to -                               | 30/11/2025 | 28/02/2026 | no 30 February
"""


@pytest.mark.parametrize("row", rows(ELIGIBLE))
def test_needs_are_assessed_within_three_months_of_turning_sixteen_or_becoming_eligible(
    row: tuple[str, ...],
) -> None:
    """Eligible: 16 or 17, in care, and 13 weeks in care since the 14th birthday (reg 40(1))."""
    born, periods, eligible, due, _circumstances = row
    in_care = [
        (day(began), day_or_none(ended))
        for began, ended in (period.split(" to ") for period in periods.split(", "))
    ]
    as_at = day("31/12/2027")
    assert became_eligible(day(born), in_care, as_at) == day_or_none(eligible)
    assert pathway_assessment_due(day(born), in_care, as_at) == day_or_none(due)


def test_who_will_be_eligible_is_not_so_yet() -> None:
    in_care = [(day("01/03/2015"), None)]
    assert became_eligible(day("10/05/2009"), in_care, day("09/05/2025")) is None
    assert pathway_assessment_due(day("10/05/2009"), in_care, day("09/05/2025")) is None


def test_after_leaving_care() -> None:
    """Care Leavers (England) Regulations 2010, reg 5(2)(a); reg 7 [unverified]."""
    assert CARE_LEAVER_ASSESSMENT.due(day("30/11/2025")) == day("28/02/2026")
    assert CARE_LEAVER_ASSESSMENT.latest.citation.verified
    assert PATHWAY_REVIEW.due(day("01/09/2025")) == day("01/03/2026")
    assert not PATHWAY_REVIEW.latest.citation.verified
