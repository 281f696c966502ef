"""The audiences. To change what a board sees, change its row here."""

from sightline.measures.audiences import Audience
from sightline.oversight.audiences.profile import Disclosure, Grain, Profile, Question
from sightline.people.permissions import ANY_FIGURES, Permission
from sightline.trackers.waiting import Kind

_STAFF = (Permission.SEE_FIGURES,)

DIRECTOR = Profile(
    id="director",
    audience=Audience.DIRECTOR,
    title="For the director",
    intro="What a director of children’s services answers for, in one page.",
    roles=("director", "analyst"),
    opens_to=_STAFF,
    grain=Grain.AUTHORITY,
    disclosure=Disclosure.EXACT,
    plain=False,
    questions=(
        Question(
            "Are children safe today?",
            (
                "unregistered_homes",
                "visits_in_timescale",
                "protection_visits_in_time",
                "return_interviews_in_time",
            ),
        ),
        Question(
            "Do children have a permanent home in sight?",
            (
                "permanence_plan_by_four_months",
                "long_term_fostering_unmatched",
                "three_or_more_placements",
            ),
        ),
        Question(
            "Do children get what they are owed?",
            (
                "reviews_in_timescale",
                "health_assessments_in_timescale",
                "waiting_for_first_help",
            ),
        ),
        Question("Do we have the people to do it?", ("caseload", "agency_workers")),
    ),
)

HEAD_OF_SERVICE = Profile(
    id="head-of-service",
    audience=Audience.HEAD_OF_SERVICE,
    title="For heads of service",
    intro="Where the work is late, and in which team.",
    roles=("head_of_service", "qa_manager"),
    opens_to=_STAFF,
    grain=Grain.TEAMS,
    disclosure=Disclosure.EXACT,
    plain=False,
    questions=(
        Question(
            "Is the work done on time?",
            (
                "assessments_in_45_days",
                "conferences_in_15_days",
                "protection_reviews_in_time",
                "reviews_in_timescale",
                "visits_in_timescale",
            ),
        ),
        Question(
            "Do plans move on?",
            (
                "care_plan_missing",
                "permanence_plan_by_four_months",
                "waiting_for_a_match",
                "proceedings_overdue",
            ),
        ),
        Question("Are children settled?", ("three_or_more_placements", "social_worker_changes")),
        Question("Do workers have time to think?", ("children_supervised",)),
    ),
)

TEAM_MANAGER = Profile(
    id="team-manager",
    audience=Audience.TEAM_MANAGER,
    title="For team managers",
    intro="One team beside the whole authority, and its children who wait.",
    roles=("team_manager", "social_worker"),
    opens_to=_STAFF,
    grain=Grain.ONE_TEAM,
    disclosure=Disclosure.EXACT,
    plain=False,
    questions=(
        Question(
            "Has every child been seen?", ("visits_in_timescale", "protection_visits_in_time")
        ),
        Question(
            "Is every plan and review up to date?",
            (
                "care_plan_missing",
                "reviews_in_timescale",
                "assessments_overdue",
                "in_need_without_plan",
            ),
        ),
        Question(
            "Are our children settled and well?",
            (
                "three_or_more_placements",
                "social_worker_changes",
                "health_assessments_in_timescale",
            ),
        ),
        Question(
            "Do we talk about every child?", ("children_supervised", "supervision_sets_actions")
        ),
    ),
)

IRO_SERVICE = Profile(
    id="iro-service",
    audience=Audience.IRO_SERVICE,
    title="For the IRO service",
    intro="Whether reviews are held, plans lead somewhere and concerns are answered.",
    roles=("iro",),
    opens_to=_STAFF,
    grain=Grain.CHILDREN,
    disclosure=Disclosure.EXACT,
    waits=(Kind.REVIEW, Kind.NO_PLAN, Kind.UNMATCHED, Kind.AT_HOME),
    plain=False,
    questions=(
        Question(
            "Are reviews held, and do children take part?",
            ("reviews_in_timescale", "took_part_in_review", "seen_by_iro"),
        ),
        Question(
            "Do plans lead somewhere?",
            (
                "care_plan_missing",
                "permanence_plan_by_four_months",
                "long_term_match_decided",
                "care_order_at_home_a_year",
                "waiting_for_placement_order",
            ),
        ),
        Question("Are our concerns answered?", ("iro_concerns", "iro_concerns_overdue")),
        Question(
            "Do children keep their people and their story?",
            ("family_time_happened", "life_story_work_begun"),
        ),
    ),
)

IMPROVEMENT_BOARD = Profile(
    id="improvement-board",
    audience=Audience.IMPROVEMENT_BOARD,
    title="For the improvement board",
    intro="Whether what inspectors asked for is happening.",
    roles=("board_chair", "commissioner", "improvement_lead"),
    opens_to=ANY_FIGURES,
    grain=Grain.TEAMS,
    disclosure=Disclosure.WITHHELD,
    plain=True,
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
    plain=True,
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
    plain=True,
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

PUBLIC = Profile(
    id="public",
    audience=Audience.PUBLIC,
    title="Children’s services in figures",
    intro="How the council looks after children who need its help, for everybody who lives here.",
    opens_to=ANY_FIGURES,
    grain=Grain.AUTHORITY,
    disclosure=Disclosure.WITHHELD,
    plain=True,
    questions=(
        Question(
            "How many children does the council look after or protect?",
            ("children_in_care", "on_protection_plan"),
        ),
        Question(
            "Do children in care have a settled home?",
            ("three_or_more_placements", "fostered_by_family"),
        ),
        Question("Are they looked after well?", ("reviews_in_timescale", "dental_checks")),
        Question(
            "What becomes of young people who leave care?",
            ("care_leavers_housed", "care_leavers_active"),
        ),
        Question("Are there enough social workers?", ("agency_workers",)),
    ),
)

PROFILES: tuple[Profile, ...] = (
    DIRECTOR,
    HEAD_OF_SERVICE,
    TEAM_MANAGER,
    IRO_SERVICE,
    IMPROVEMENT_BOARD,
    CORPORATE_PARENTING_BOARD,
    SCRUTINY,
    PUBLIC,
)

PROFILE_BY_ID: dict[str, Profile] = {profile.id: profile for profile in PROFILES}


def own_profile(role: str) -> Profile | None:
    """The page that is made for a role; None for a person without one."""
    return next((profile for profile in PROFILES if role in profile.roles), None)
