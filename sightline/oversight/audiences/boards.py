"""The audiences who hold the service to account: boards, members, partners."""

from sightline.measures.audiences import Audience
from sightline.oversight.audiences.profile import Disclosure, Grain, Profile, Question, Wording
from sightline.people.permissions import ANY_FIGURES

IMPROVEMENT_BOARD = Profile(
    id="improvement-board",
    audience=Audience.IMPROVEMENT_BOARD,
    title="For the improvement board",
    intro="Whether what inspectors asked for is happening.",
    roles=("board_chair", "improvement_lead"),
    opens_to=ANY_FIGURES,
    grain=Grain.TEAMS,
    disclosure=Disclosure.WITHHELD,
    wording=Wording.PLAIN,
    meets=True,
    questions=(
        Question(
            "Are children safe?",
            (
                "unregistered_homes",
                "visits_in_timescale",
                "protection_visits_in_time",
                "conferences_in_15_days",
            ),
        ),
        Question(
            "Do children in care find a lasting home?",
            (
                "permanence_plan_by_four_months",
                "permanence_in_a_year",
                "three_or_more_placements",
            ),
        ),
        Question(
            "Do children in care get what they are owed?",
            (
                "reviews_in_timescale",
                "health_assessments_in_timescale",
                "waiting_for_first_help",
            ),
        ),
        Question("Is the workforce steady?", ("caseload", "agency_workers")),
    ),
)

CORPORATE_PARENTING_BOARD = Profile(
    id="corporate-parenting-board",
    audience=Audience.CORPORATE_PARENTING_BOARD,
    title="For the corporate parenting board",
    intro="How the children to whom the council is a parent are doing.",
    roles=("councillor",),
    opens_to=ANY_FIGURES,
    grain=Grain.AUTHORITY,
    disclosure=Disclosure.WITHHELD,
    wording=Wording.PLAIN,
    meets=True,
    questions=(
        Question("To how many children are we a parent?", ("children_in_care",)),
        Question(
            "Do they have a home they can stay in?",
            (
                "three_or_more_placements",
                "long_term_stability",
                "fostered_by_family",
                "permanence_plan_by_four_months",
            ),
        ),
        Question(
            "Are they heard and in good health?",
            (
                "took_part_in_review",
                "social_worker_changes",
                "health_assessments_in_timescale",
                "dental_checks",
            ),
        ),
        Question(
            "Do we stand by them when they leave care?",
            ("care_leavers_in_touch", "care_leavers_housed", "care_leavers_active"),
        ),
    ),
)

SCRUTINY = Profile(
    id="scrutiny",
    audience=Audience.SCRUTINY,
    title="For scrutiny councillors",
    intro="What to ask the director and the lead member about.",
    opens_to=ANY_FIGURES,
    grain=Grain.AUTHORITY,
    disclosure=Disclosure.WITHHELD,
    wording=Wording.PLAIN,
    meets=True,
    questions=(
        Question(
            "How many children need help or protection?",
            ("referrals", "on_protection_plan", "children_in_care"),
        ),
        Question(
            "Are children seen and reviewed when they should be?",
            ("protection_visits_in_time", "visits_in_timescale", "reviews_in_timescale"),
        ),
        Question(
            "Do children in care have a settled home?",
            ("three_or_more_placements", "permanence_in_a_year"),
        ),
        Question(
            "What becomes of young people who leave care?",
            ("care_leavers_housed", "care_leavers_active"),
        ),
        Question("Are there enough social workers?", ("caseload", "agency_workers")),
    ),
)

LEAD_MEMBER = Profile(
    id="lead-member",
    audience=Audience.LEAD_MEMBER,
    title="For the lead member",
    intro="What the lead member for children answers for to the council.",
    opens_to=ANY_FIGURES,
    grain=Grain.AUTHORITY,
    disclosure=Disclosure.WITHHELD,
    wording=Wording.PLAIN,
    questions=(
        Question(
            "Are children safe?",
            (
                "unregistered_homes",
                "protection_visits_in_time",
                "conferences_in_15_days",
            ),
        ),
        Question(
            "Are we good parents to the children in our care?",
            (
                "visits_in_timescale",
                "reviews_in_timescale",
                "permanence_plan_by_four_months",
                "health_assessments_in_timescale",
                "waiting_for_first_help",
            ),
        ),
        Question(
            "Do young people who leave our care do well?",
            (
                "care_leavers_housed",
                "care_leavers_active",
            ),
        ),
        Question(
            "Are there enough social workers?",
            (
                "caseload",
                "agency_workers",
            ),
        ),
    ),
)

SAFEGUARDING_PARTNERS = Profile(
    id="safeguarding-partners",
    audience=Audience.SAFEGUARDING_PARTNERS,
    title="For the safeguarding partners",
    intro="Whether the council, the police and the health service protect children together.",
    opens_to=ANY_FIGURES,
    meets=True,
    grain=Grain.AUTHORITY,
    disclosure=Disclosure.WITHHELD,
    wording=Wording.FIELD,
    questions=(
        Question(
            "Do the agencies decide together?",
            (
                "strategy_with_police",
                "strategy_with_health",
                "strategy_quorate",
            ),
        ),
        Question(
            "Are children protected in time?",
            (
                "conferences_in_15_days",
                "protection_reviews_in_time",
                "protection_visits_in_time",
            ),
        ),
        Question(
            "Does protection last?",
            (
                "repeat_plans",
                "plans_over_two_years",
            ),
        ),
        Question(
            "Does early help prevent harm?",
            (
                "rereferrals",
                "referred_after_early_help",
            ),
        ),
        Question(
            "Are children who go missing found and heard?",
            (
                "went_missing",
                "return_interviews_in_time",
            ),
        ),
    ),
)
