"""The eleven lists of Annex A: the short name we use for each column, its heading and its kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "date", "number", "yes_no", "code"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: our name, the heading Ofsted gives it, what it holds, whether a row needs it."""

    name: str
    heading: str
    kind: Kind = "text"
    required: bool = False


@dataclass(frozen=True, slots=True)
class List:
    """One of the eleven lists."""

    name: str
    title: str
    columns: tuple[Column, ...]


CHILD = Column("child_id", "Child Unique ID", required=True)
SEX = Column("sex", "Gender", "code")
ETHNICITY = Column("ethnicity", "Ethnicity", "code")
BORN = Column("date_of_birth", "Date of Birth", "date")
AGE = Column("age", "Age of Child (Years)", "number")
DISABLED = Column("disabled", "Does the Child have a Disability", "yes_no")
TEAM = Column("team", "Allocated Team")
WORKER = Column("worker", "Allocated Worker")
WHO = (CHILD, SEX, ETHNICITY, BORN, AGE)

LISTS: tuple[List, ...] = (
    List(
        "list_1",
        "Contacts",
        (
            *WHO,
            Column("contact_date", "Date of Contact", "date", required=True),
            Column("contact_source", "Contact Source", "code"),
        ),
    ),
    List(
        "list_2",
        "Early help assessments",
        (
            *WHO,
            Column("assessment_start", "Assessment start date", "date"),
            Column("assessment_end", "Assessment completion date", "date"),
            Column("organisation", "Organisation completing assessment"),
        ),
    ),
    List(
        "list_3",
        "Referrals",
        (
            *WHO,
            Column("referral_date", "Date of referral", "date", required=True),
            Column("referral_source", "Referral Source", "code"),
            Column("no_further_action", "Referral NFA?", "yes_no"),
            Column("referrals_12_months", "Number of Referrals in Last 12 Months", "number"),
            TEAM,
            WORKER,
        ),
    ),
    List(
        "list_4",
        "Assessments",
        (
            *WHO,
            DISABLED,
            Column("assessment_start", "Continuous Assessment Start Date", "date"),
            Column("child_seen", "Child Seen During Continuous Assessment", "yes_no"),
            Column("authorised", "Continuous Assessment Date of Authorisation", "date"),
            Column(
                "needs_support",
                "Was the child assessed as requiring LA children's social care support?",
                "yes_no",
            ),
            TEAM,
            WORKER,
        ),
    ),
    List(
        "list_5",
        "Section 47 enquiries and initial child protection conferences",
        (
            *WHO,
            DISABLED,
            Column(
                "strategy_discussion",
                "Strategy discussion initiating Section 47 Enquiry Start Date",
                "date",
            ),
            Column(
                "conference_unnecessary",
                "Was an Initial Child Protection Conference deemed unnecessary?",
                "yes_no",
            ),
            Column("conference_date", "Date of Initial Child Protection Conference", "date"),
            Column(
                "led_to_plan",
                "Did the Initial Child Protection Conference Result in a Child Protection Plan",
                "yes_no",
            ),
            Column(
                "section47_12_months",
                "Number of Section 47 Enquiries in the last 12 months",
                "number",
            ),
            Column("conferences_12_months", "Number of ICPCs in the last 12 months", "number"),
            TEAM,
            WORKER,
        ),
    ),
    List(
        "list_6",
        "Children in need",
        (
            *WHO,
            DISABLED,
            Column("started", "CIN Start Date", "date"),
            Column("need", "Primary Need Code", "code"),
            Column("last_seen", "Date Child Was Last Seen", "date"),
            Column("ended", "CIN Closure Date", "date"),
            Column("reason_closed", "Reason for Closure", "code"),
            Column("status", "Case Status", "code"),
            TEAM,
            WORKER,
        ),
    ),
    List(
        "list_7",
        "Child protection plans",
        (
            *WHO,
            DISABLED,
            Column("started", "Child Protection Plan Start Date", "date"),
            Column("initial_category", "Initial Category of Abuse", "code"),
            Column("latest_category", "Latest Category of Abuse", "code"),
            Column("last_visit", "Date of the Last Statutory Visit", "date"),
            Column("seen_alone", "Was the Child Seen Alone?", "yes_no"),
            Column("last_review", "Date of latest review conference", "date"),
            Column("ended", "Child Protection Plan End Date", "date"),
            Column(
                "emergency_protection",
                "Subject to Emergency Protection Order or Protected Under Police Powers in Last "
                "Six Months (Y/N)",
                "yes_no",
            ),
            Column("previous_plans", "Number of Previous Child Protection Plans", "number"),
            TEAM,
            WORKER,
        ),
    ),
    List(
        "list_8",
        "Children in care",
        (
            *WHO,
            Column(
                "uasc",
                "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)",
                "yes_no",
            ),
            DISABLED,
            Column("care_started", "Date Started to be Looked After", "date", required=True),
            Column("need", "Child's Category of Need", "code"),
            Column(
                "repeat_period",
                "Is this a second or subsequent period of being a Looked After Child within the "
                "last 12 months (Y/N)",
                "yes_no",
            ),
            Column("legal_status_started", "Start date of current legal status", "date"),
            Column("legal_status", "Child's Legal Status", "code"),
            Column("last_review", "Date of Latest Statutory Review", "date"),
            Column("last_visit", "Date of Last Social Work Visit", "date"),
            Column("permanence_plan", "What is the permanence plan for this child?", "code"),
            Column("last_iro_contact", "Date of Last IRO Visit / Contact to the Child", "date"),
            Column("last_health_assessment", "Date of Last Health Assessment", "date"),
            Column("last_dental_check", "Date of Last Dental Check", "date"),
            Column("placements_12_months", "Number of Placements in the Last 12 months", "number"),
            Column("care_ended", "Date Ceased to be Looked After", "date"),
            Column("reason_ceased", "Reason Ceased to be Looked After", "code"),
            Column("placement_started", "Start Date of Most Recent Placement", "date"),
            Column("placement_type", "Placement Type", "code"),
            Column("placement_provider", "Placement Provider", "code"),
            Column("placement_postcode", "Placement postcode"),
            Column("urn", "URN of Placement"),
            Column("placement_location", "Placement Location", "code"),
            Column("placement_authority", "LA of Placement"),
            Column(
                "missing_12_months",
                "Number of Episodes the Child has been 'Missing' from their Placement in the last "
                "12 months",
                "number",
            ),
            Column(
                "absent_12_months",
                "Number of Episodes the Child has been 'Absent' from their Placement in the last "
                "12 months",
                "number",
            ),
            Column(
                "return_interview_offered",
                "Was the child offered a Return Interview after their last missing episode (Y/N)?",
                "yes_no",
            ),
            Column(
                "return_interview_accepted",
                "Did the child accept a Return Interview after their last missing episode (Y/N)?",
                "yes_no",
            ),
            TEAM,
            WORKER,
        ),
    ),
    List(
        "list_9",
        "Care leavers",
        (
            *WHO,
            Column(
                "uasc",
                "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)",
                "yes_no",
            ),
            DISABLED,
            TEAM,
            WORKER,
            Column("personal_adviser", "Allocated Personal Advisor"),
            Column("eligibility", "Eligibility Category", "code"),
            Column("pathway_plan_review", "Latest Pathway Plan Review Date", "date"),
            Column("in_touch", "LA in Touch", "code"),
            Column("last_contact", "Latest Date of Contact", "date"),
            Column("accommodation", "Type of Accommodation", "code"),
            Column("suitability", "Suitability of Accommodation", "code"),
            Column("activity", "Activity Status", "code"),
        ),
    ),
    List(
        "list_10",
        "Children for adoption",
        (
            CHILD,
            Column("family_id", "Family identifier"),
            SEX,
            ETHNICITY,
            BORN,
            AGE,
            DISABLED,
            Column("care_started", "Date the Child Entered Care", "date"),
            Column(
                "adoption_decision",
                "Date of Decision that Child Should be Placed for Adoption",
                "date",
            ),
            Column("placement_order", "Date of Placement Order", "date"),
            Column("matched", "Date of Matching Child and Prospective Adopters", "date"),
            Column("placed", "Date Placed for Adoption", "date"),
            Column("adoption_order", "Date of Adoption Order", "date"),
            Column(
                "decision_reversed",
                "Date of Decision that Child Should No Longer be Placed for Adoption",
                "date",
            ),
            Column("reason_reversed", "Reason Why Child No Longer Placed for Adoption", "code"),
            Column(
                "early_permanence_placed",
                "Date the child was placed for fostering in FFA or concurrent planning placement",
                "date",
            ),
        ),
    ),
    List(
        "list_11",
        "Prospective adopters",
        (
            Column("adopter_id", "Individual adopter identifier", required=True),
            Column("family_id", "Family identifier"),
            SEX,
            ETHNICITY,
            Column("disabled", "Disability", "yes_no"),
            Column(
                "early_permanence",
                "Is the (prospective) adopter fostering for adoption?",
                "yes_no",
            ),
            Column("enquiry", "Date enquiry received", "date"),
            Column("stage1_start", "Date Stage 1 started", "date"),
            Column("stage1_end", "Date Stage 1 ended", "date"),
            Column("stage2_start", "Date Stage 2 started", "date"),
            Column("stage2_end", "Date Stage 2 ended", "date"),
            Column("application", "Date application submitted", "date"),
            Column("approved", "Date application approved", "date"),
            Column("matched", "Date adopter matched with child(ren)", "date"),
            Column("placed", "Date child/children placed with adopter(s)", "date"),
            Column("children_placed", "No. of children placed", "number"),
            Column("adoption_order", "Date of Adoption Order", "date"),
            Column("left_process", "Date of leaving adoption process", "date"),
            Column("reason_left", "Reason for leaving adoption process", "code"),
        ),
    ),
)
