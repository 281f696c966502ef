"""What the CIN census, the workforce census and the templates become."""

from __future__ import annotations

from pathlib import Path

from sightline.jobs import children
from sightline.records import chronology
from tests.asciitable import cin_census, ssda903, templates, workforce
from tests.recorded import load, shown

IN_CARE = ssda903(
    2026,
    header="CHILD | SEX | DOB\n500001 | F | 2012-05-01",
    episodes="CHILD | DECOM | RNE | LS | PLACE\n500001 | 2025-06-01 | S | C1 | U6",
)

CENSUS_2025 = cin_census(
    2025,
    children="LAchildID | Sex | PersonBirthDate | PersonDeathDate\n500001 | F | 2012-05-01 | -",
    disabilities="LAchildID | Disability\n500001 | HAND",
    cin_details="""
    LAchildID | CINdetailsID | CINreferralDate | ReferralSource | PrimaryNeedCode | CINclosureDate | ReferralNFA | DateOfInitialCPC
    500001    | 1            | 2024-09-02      | 3A             | N1              | -              | false       | -
    500002    | 2            | 2024-10-01      | 5A             | N4              | -              | false       | -
    500003    | 3            | 2024-11-01      | 5A             | N4              | 2024-11-02     | true        | -
    """,
    assessments="""
    LAchildID | CINdetailsID | AssessmentID | AssessmentActualStartDate | AssessmentInternalReviewDate | AssessmentAuthorisationDate
    500001    | 1            | a1           | 2024-09-03                | 2024-09-13                   | 2024-10-10
    """,
    assessment_factors="""
    LAchildID | CINdetailsID | AssessmentID | AssessmentFactors
    500001    | 1            | a1           | 1A
    500001    | 1            | a1           | 4B
    """,
    cin_plan_dates="LAchildID | CINPlanStartDate | CINPlanEndDate\n500001 | 2024-10-11 | 2025-01-24",
    section47="""
    LAchildID | CINdetailsID | S47ActualStartDate | InitialCPCtarget | DateOfInitialCPC | ICPCnotRequired
    500001    | 1            | 2025-01-06         | 2025-01-27       | 2025-01-24       | false
    """,
    child_protection_plans="""
    LAchildID | CINdetailsID | CPPID | CPPstartDate | CPPendDate | InitialCategoryOfAbuse | LatestCategoryOfAbuse | NumberOfPreviousCPP
    500001    | 1            | p1    | 2025-01-24   | -          | NEG                    | EMO                   | 0
    """,
    reviews="LAchildID | CINdetailsID | CPPID | CPPreviewDate\n500001 | 1 | p1 | 2025-03-20",
)
CENSUS_2026 = cin_census(
    2026,
    cin_details="""
    LAchildID | CINdetailsID | CINreferralDate | ReferralSource | PrimaryNeedCode | CINclosureDate | ReferralNFA
    500001    | 1            | 2024-09-02      | 3A             | N1              | 2025-07-01     | false
    """,
    child_protection_plans="LAchildID | CPPID | CPPstartDate | CPPendDate\n500001 | p1 | 2025-01-24 | 2025-06-01",
)


def test_the_census_tells_of_need_plans_and_enquiries(tmp_path: Path) -> None:
    """The newer census closes what the older left open. 500002 is open in 2025 and not named in
    2026: she is taken to have left need the day after 31 March, with no known end."""
    store = load(tmp_path, IN_CARE, CENSUS_2025, CENSUS_2026)

    assert shown(store, "child_in_need", "child_id started ended need end_unknown") == [
        "500001 2024-09-02 2025-07-01 N1 False",
        "500002 2024-10-01 2025-04-01 N4 True",
        "500003 2024-11-01 2024-11-02 N4 False",
    ]
    assert shown(store, "referral", "child_id date made_by no_further_action") == [
        "500001 2024-09-02 3A False",
        "500002 2024-10-01 5A False",
        "500003 2024-11-01 5A True",
    ]
    assert shown(store, "assessment", "started internal_review ended") == [
        "2024-09-03 2024-09-13 2024-10-10"
    ]
    assert shown(store, "assessment_factor", "assessment_started factor") == [
        "2024-09-03 1A",
        "2024-09-03 4B",
    ]
    assert shown(store, "child_in_need_plan", "started ended") == ["2024-10-11 2025-01-24"]
    assert shown(store, "conference", "date target") == ["2025-01-24 2025-01-27"]
    assert shown(store, "protection_plan", "started ended") == ["2025-01-24 2025-06-01"]
    assert shown(store, "protection_review", "date plan_id") == ["2025-03-20 p1"]
    assert shown(store, "disability", "child_id disability") == ["500001 HAND"]


def test_pre_proceedings_come_from_the_census_of_2027(tmp_path: Path) -> None:
    census = cin_census(
        2027,
        pre_proceedings="""
        LAchildID | PPStartDate | LBPSentDate | FGDMMeetingOffer | FGDMMeetingFac | InitialPPMeetingDate | ReviewMeetingsCount | StepDecisionDate | PPOutcome | CourtAppDate | LetterInitCPDate
        500001    | 2026-05-01  | 2026-05-06  | true             | false          | 2026-05-20           | 2                   | 2026-09-01       | C         | 2026-09-09   | 2026-09-04
        """,
    )
    store = load(tmp_path, IN_CARE, census)

    assert shown(
        store,
        "pre_proceedings",
        "started letter_before_proceedings family_group_offered review_meetings ended court_application",
    ) == ["2026-05-01 2026-05-06 True 2 2026-09-01 2026-09-09"]


def test_the_workforce_census_tells_of_workers_on_its_day(tmp_path: Path) -> None:
    census = workforce(
        2025,
        authority="NumberOfVacancies | NoAgencyFTE | NoAgencyHeadcount\n12 | 7 | 8",
        workers="""
        SWENo   | AgencyWorker | FTE30 | OrgRole | RoleStartDate | Cases30 | CFKSSstatus | Absat30Sept
        SW10001 | false        | 1     | 5       | 2024-09-01    | 11      | 1           | false
        SW10002 | true         | 1     | 4       | 2023-01-09    | 22      | 2           | true
        """,
    )
    store = load(tmp_path, IN_CARE, census)

    assert shown(store, "worker", "worker_id as_at agency role caseload asye absent") == [
        "SW10001 2025-09-30 False 5 11 True False",
        "SW10002 2025-09-30 True 4 22 False True",
    ]
    assert shown(store, "workforce_position", "as_at vacancies agency_headcount") == [
        "2025-09-30 12.0 8"
    ]


TEMPLATES = templates(
    "2026-03-31",
    strategy_discussions="""
    child_id | discussion_date | police_present | health_present | social_care_present | education_present | other_present | led_to_section47
    500001   | 2026-01-06      | true           | false          | true                | -                 | a translator  | true
    """,
    return_interviews="""
    child_id | returned_date | offered | offered_date | accepted | interview_date | independent
    500001   | 2026-01-10    | true    | 2026-01-11   | true     | 2026-01-12     | true
    """,
    match_decisions="""
    child_id | decision_date | kind                | decision   | panel_date | carer_id
    500001   | 2026-02-01    | long_term_fostering | agreed     | 2026-01-29 | F1
    500001   | 2026-02-10    | adoption            | not agreed | 2026-02-09 | F2
    """,
    panel_decisions="child_id | panel | panel_date | decision\n500001 | permanence | 2026-02-03 | agreed",
    iro_escalations="child_id | raised_date | stage | reason | resolved_date | outcome\n500001 | 2026-02-15 | 2 | no plan | 2026-03-01 | plan made",
    supervision="""
    worker_id | child_id | supervision_date | minutes
    SW10001   | 500001   | 2026-02-20       | 60
    SW10001   | -        | 2026-03-20       | 90
    """,
    family_time="""
    child_id | with_whom | planned_date | happened | reason_not
    500001   | mother    | 2026-03-02   | false    | no one to drive
    500001   | father    | 2026-03-05   | true     | -
    """,
)


def test_an_agreed_match_is_a_step_to_permanence_and_a_refused_one_is_not(tmp_path: Path) -> None:
    store = load(tmp_path, IN_CARE, TEMPLATES)

    assert shown(store, "permanence_step", "child_id step date source") == [
        "500001 matched_for_long_term_fostering 2026-02-01 templates"
    ]
    assert shown(store, "match_decision", "kind decision") == [
        "adoption not agreed",
        "long_term_fostering agreed",
    ]


def test_supervision_about_no_one_child_is_kept(tmp_path: Path) -> None:
    store = load(tmp_path, IN_CARE, TEMPLATES)

    assert shown(store, "supervision", "worker_id child_id date minutes") == [
        "SW10001 500001 2026-02-20 60",
        "SW10001 - 2026-03-20 90",
    ]


def test_the_chronology_tells_each_event_from_its_source(tmp_path: Path) -> None:
    store = load(tmp_path, IN_CARE, TEMPLATES, CENSUS_2025, CENSUS_2026)
    with store.open() as records:
        events = chronology(records, "500001")
        told = [children._told(event) for event in events]

    assert [
        f"{one.date} {one.title}: {one.text} ({one.source})"
        for one in told
        if one.date.year == 2026
    ] == [
        "2026-01-06 Strategy discussion: with police, social care, a translator (templates)",
        "2026-01-11 Return interview offered:  (templates)",
        "2026-01-12 Return interview:  (templates)",
        "2026-02-01 Decision on a match: long term fostering, agreed (templates)",
        "2026-02-01 Permanence: Matched with long-term foster carers (templates)",
        "2026-02-03 Panel: permanence, agreed (templates)",
        "2026-02-10 Decision on a match: adoption, not agreed (templates)",
        "2026-02-15 Concern raised by the independent reviewing officer: no plan (templates)",
        "2026-02-20 Spoken of in supervision: with SW10001 (templates)",
        "2026-03-01 Concern of the independent reviewing officer resolved: plan made (templates)",
        "2026-03-02 Family time: with mother: did not take place (no one to drive) (templates)",
        "2026-03-05 Family time: with father (templates)",
    ]
    early = [f"{event.date} {event.kind} {event.source}" for event in events][:5]
    assert early == [
        "2024-09-02 referral cin_census",
        "2024-09-03 assessment_started cin_census",
        "2024-10-10 assessment_authorised cin_census",
        "2024-10-11 child_in_need_plan_started cin_census",
        "2025-01-06 strategy_discussion cin_census",
    ]
