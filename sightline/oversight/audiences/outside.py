"""The audiences from outside: government, inspectors, children themselves, everybody."""

from sightline.measures.audiences import Audience
from sightline.oversight.audiences.profile import Disclosure, Grain, Profile, Question, Wording
from sightline.people.permissions import ANY_FIGURES

COMMISSIONER = Profile(
    id="commissioner",
    audience=Audience.COMMISSIONER,
    title="For the Department for Education and the commissioner",
    intro="Whether children are safe now, and whether the service can put itself right.",
    roles=("commissioner",),
    opens_to=ANY_FIGURES,
    grain=Grain.AUTHORITY,
    disclosure=Disclosure.WITHHELD,
    wording=Wording.FIELD,
    questions=(
        Question(
            "Are children safe now?",
            (
                "unregistered_homes",
                "visits_in_timescale",
                "protection_visits_in_time",
                "assessments_in_45_days",
            ),
        ),
        Question(
            "Does every child have a plan that leads somewhere?",
            (
                "care_plan_missing",
                "permanence_plan_by_four_months",
                "reviews_in_timescale",
            ),
        ),
        Question(
            "Do children find a lasting home?",
            (
                "three_or_more_placements",
                "permanence_in_a_year",
            ),
        ),
        Question(
            "Can the workforce carry it?",
            (
                "caseload",
                "agency_workers",
                "workers_left",
            ),
        ),
    ),
)

INSPECTORS = Profile(
    id="inspectors",
    audience=Audience.INSPECTORS,
    title="For inspectors",
    intro="Figures on what an inspection looks at, to hand over as they stand.",
    opens_to=ANY_FIGURES,
    grain=Grain.AUTHORITY,
    disclosure=Disclosure.WITHHELD,
    wording=Wording.FIELD,
    questions=(
        Question(
            "Children who need help and protection",
            (
                "assessments_in_45_days",
                "conferences_in_15_days",
                "protection_visits_in_time",
            ),
        ),
        Question(
            "Children in care",
            (
                "visits_in_timescale",
                "reviews_in_timescale",
                "health_assessments_in_timescale",
                "three_or_more_placements",
                "permanence_plan_by_four_months",
            ),
        ),
        Question(
            "Young people who have left care",
            (
                "care_leavers_in_touch",
                "care_leavers_housed",
                "care_leavers_active",
            ),
        ),
        Question("Leaders and their workforce", ("caseload",)),
    ),
)

CHILDREN_AND_YOUNG_PEOPLE = Profile(
    id="children-and-young-people",
    audience=Audience.CHILDREN_AND_YOUNG_PEOPLE,
    title="How we look after you",
    intro="For children and young people in care, and for those who have left it.",
    opens_to=ANY_FIGURES,
    without_sign_in=True,
    grain=Grain.AUTHORITY,
    disclosure=Disclosure.WITHHELD,
    wording=Wording.CHILDREN,
    questions=(
        Question(
            "Do you have a home you can stay in?",
            (
                "three_or_more_placements",
                "fostered_by_family",
            ),
        ),
        Question(
            "Do we listen to you?",
            (
                "took_part_in_review",
                "visits_in_timescale",
                "social_worker_changes",
            ),
        ),
        Question(
            "Are you well?",
            (
                "health_assessments_in_timescale",
                "dental_checks",
            ),
        ),
        Question(
            "Do we help you when you leave care?",
            (
                "care_leavers_in_touch",
                "care_leavers_housed",
            ),
        ),
    ),
)

PUBLIC = Profile(
    id="public",
    audience=Audience.PUBLIC,
    title="Children’s services in figures",
    intro="How the council looks after children who need its help, for everybody who lives here.",
    opens_to=ANY_FIGURES,
    without_sign_in=True,
    promises=True,
    grain=Grain.AUTHORITY,
    disclosure=Disclosure.WITHHELD,
    wording=Wording.PLAIN,
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
