"""The audiences who run the service: they see exact figures, and the children they may see."""

from sightline.measures.audiences import Audience
from sightline.oversight.audiences.profile import Disclosure, Grain, Profile, Question, Wording
from sightline.people.permissions import Permission
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
    wording=Wording.FIELD,
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
    wording=Wording.FIELD,
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
    roles=("team_manager",),
    opens_to=_STAFF,
    grain=Grain.ONE_TEAM,
    disclosure=Disclosure.EXACT,
    wording=Wording.FIELD,
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

PRACTITIONER = Profile(
    id="practitioner",
    audience=Audience.PRACTITIONER,
    title="For social workers",
    intro="Your own children who wait, and how the work stands across the authority.",
    roles=("social_worker",),
    opens_to=_STAFF,
    grain=Grain.OWN_CHILDREN,
    disclosure=Disclosure.EXACT,
    wording=Wording.FIELD,
    questions=(
        Question(
            "Has every child been seen?",
            (
                "visits_in_timescale",
                "protection_visits_in_time",
                "seen_in_assessment",
            ),
        ),
        Question(
            "Does every child have a plan that is up to date?",
            (
                "care_plan_missing",
                "in_need_without_plan",
                "reviews_in_timescale",
                "permanence_plan_by_four_months",
            ),
        ),
        Question(
            "Are children well and settled?",
            (
                "health_assessments_in_timescale",
                "three_or_more_placements",
                "return_interviews_in_time",
            ),
        ),
        Question(
            "Is there time to think?",
            (
                "children_supervised",
                "caseload",
            ),
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
    wording=Wording.FIELD,
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
