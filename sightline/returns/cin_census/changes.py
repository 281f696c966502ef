"""What changed in the children in need census. Each entry names the year from which it holds.

Verified: against the published schemas of 2023/24, 2024/25 and 2025/26 and the sample file of
2026/27. Second hand: against the rules that authorities and the sector wrote out from the
Department's guide of the year. Unverified: neither was to be had.
"""

from __future__ import annotations

from sightline.returns.cin_census.tables_2017 import CHILD, REFERRAL, codes
from sightline.returns.fields import Field
from sightline.returns.yearly import Change, Codes, NewTable

BASE_YEAR = 2017
LAST_YEAR = 2027

CHANGES: tuple[Change, ...] = (
    # 2021/22: plans of children in need. The Department's account of its statistics of 2022 says
    # "from 2022 onwards children in need plans".
    NewTable(
        2022,
        "cin_plan_dates",
        (
            CHILD,
            REFERRAL,
            Field("CINPlanStartDate", "date", key=True),
            Field("CINPlanEndDate", "date"),
        ),
    ),
    # 2021/22: physical and sexual abuse told apart by who did it; child criminal exploitation.
    # Second hand that they held in 2021/22; unverified that they were new in it.
    Codes(
        2022,
        "assessment_factors",
        "AssessmentFactors",
        without=codes("18A 19A"),
        more=codes("18B 18C 19B 19C 24A"),
    ),
    # 2022/23: early help as a source; closed after assessment and referred to early help. Second
    # hand: in the rules of 2022/23, not in those of 2021/22.
    Codes(2023, "cin_details", "ReferralSource", more=("5D",)),
    Codes(2023, "cin_details", "ReasonForClosure", more=("RC9",)),
    # 2024/25: sex by letter (verified).
    Codes(2025, "children", "Sex", without=codes("1 2 0 9"), more=codes("M F U")),
    # 2026/27: pre-proceedings and family group decision making. The elements are those of the
    # sample file; the codes of PPOutcome and which elements must be given are unverified.
    NewTable(
        2027,
        "pre_proceedings",
        (
            CHILD,
            REFERRAL,
            Field("PPStartDate", "date", key=True),
            Field("LBPSentDate", "date"),
            Field("FGDMMeetingOffer", "flag"),
            Field("FGDMMeetingFac", "flag"),
            Field("InitialPPMeetingDate", "date"),
            Field("ReviewMeetingsCount", "integer", low=0),
            Field("StepDecisionDate", "date"),
            Field("PPOutcome"),
            Field("CourtAppDate", "date"),
            Field("LetterInitCPDate", "date"),
        ),
    ),
)
