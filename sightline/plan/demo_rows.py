"""The demo's plan in words: sixty actions of a made-up authority, some of them too good to be true.

Every name is invented. Days count from the demo's last day: negative ones are past.
"""

from typing import NamedTuple

from sightline.improvement.models import Nature

PRACTICE, PROCESS, EXPERIENCE = Nature.PRACTICE, Nature.PROCESS, Nature.EXPERIENCE
TITLE = "Getting it right for every child: our improvement plan"
VISION = (
    "Every child who needs us is seen, heard and safe, lives where they can stay, and has one "
    "social worker who knows them and gets things done."
)

OWNERS = {
    "petra": "Petra Hollowell, head of permanence",
    "tobias": "Tobias Renn, service manager",
    "sunniva": "Sunniva Brandt, principal social worker",
    "ravi": "Ravi Castellan, designated nurse",
    "odile": "Odile Marchetti, audit officer",
    "fenn": "Fenn Adeyo, missing and exploitation lead",
    "head": "@head",
    "manager": "@manager",
    "quality": "@quality",
    "director": "@director",
    "nobody": "All team managers",
    "two": "Petra Hollowell and Tobias Renn",
}


class ActionRow(NamedTuple):
    """An action. `due` and `began` are days from the last day; `state` is how far it has come:

    "" not begun, u under way, s said to be done, b sent back, c closed, r closed and opened again.
    `old` is the title of an action that is there already.
    """

    title: str
    owner: str
    nature: Nature
    due: int | None
    began: int | None
    state: str
    partner: str = ""
    once: int | None = None
    yearly: int | None = None
    effect: str = ""
    waits: str = ""
    step: str = ""
    old: bool = False


class OutcomeRow(NamedTuple):
    """An outcome with its actions."""

    words: str
    measures: tuple[str, ...]
    actions: tuple[ActionRow, ...]
    audit: str = ""


class PriorityRow(NamedTuple):
    """A priority; `theme` finds its findings where it is not gathered yet."""

    name: str
    theme: str
    owner: str
    decision: str
    budget: str
    funded: int | None
    outcomes: tuple[OutcomeRow, ...]


A = ActionRow

PERMANENCE = PriorityRow(
    "Every child settled for good, without waiting", "permanence", OWNERS["petra"],
    "Cabinet, minute 41", "Permanence service, base budget", 500,
    (
        OutcomeRow(
            "Children know where they will grow up before their second review",
            ("permanence_plan_by_four_months", "long_term_fostering_unmatched"),
            (
                A("Head of permanence reads every plan that has run six months and agrees the next step", "petra", PRACTICE, 120, -80, "u", old=True),
                A("Long-term foster carers are matched at a fortnightly panel that the head of permanence chairs", "head", PRACTICE, -60, -330, "c", once=12_000, effect="long_term_fostering_unmatched", step="First panel sat"),
                A("A second plan is worked on beside the first from the day a child comes into care", "petra", PRACTICE, 45, -200, "u"),
                A("Permanence workers join the child’s social worker at the first review", "two", PRACTICE, 30, -90, "u"),
                A("Written guide to matching for social workers and carers", "petra", PROCESS, -150, -260, "c", effect="long_term_fostering_unmatched"),
            ),
            audit="Does the plan say where the child will live, and what happens if that fails?",
        ),
        OutcomeRow(
            "Children who could go home, or stay with family, are not kept waiting",
            ("care_order_at_home_a_year", "guardianship_not_considered"),
            (
                A("Each child at home on a care order is read by the legal manager, and a day for discharge set", "tobias", PRACTICE, 60, -150, "u", partner="Legal services", yearly=95_000),
                A("Special guardianship is talked through with every family carer within a year", "head", EXPERIENCE, 90, -120, "u", effect="guardianship_not_considered"),
                A("Two more social workers write court statements for discharge", "director", PROCESS, 20, None, "", yearly=118_000, waits="Each child at home on a care order is read by the legal manager, and a day for discharge set"),
                A("Family group conferences are offered before any child comes into care", "tobias", EXPERIENCE, -20, -280, "s", yearly=64_000, effect="family_group_offered"),
                A("Support for special guardians is written down and paid without asking twice", "nobody", EXPERIENCE, 150, None, "", yearly=40_000),
            ),
        ),
    ),
)  # fmt: skip

HEALTH = PriorityRow(
    "Children’s health looked after in time", "physical_health", OWNERS["ravi"],
    "Health and care board, item 6", "", None,
    (
        OutcomeRow(
            "Children in care are well, and their teeth are looked after",
            ("health_assessments_in_timescale", "dental_checks"),
            (
                A("A nurse sits with the team two days a week to book health and dental checks", "ravi", EXPERIENCE, 90, -120, "u", partner="Integrated care board", old=True),
                A("Consent for health checks is asked for on the day a child comes into care", "manager", PROCESS, -100, -300, "c", step="Form agreed with the hospital trust"),
                A("Dentists keep two sessions a week for children in care", "ravi", EXPERIENCE, -40, -220, "b", partner="Integrated care board"),
                A("Foster carers are shown how to book and move appointments", "ravi", EXPERIENCE, -10, -140, "s", partner="Foster carers’ association"),
                A("Health passports go with every child who moves", "manager", PROCESS, 75, -60, "u"),
            ),
        ),
        OutcomeRow(
            "Children get help with how they feel before it becomes a crisis",
            ("waiting_for_first_help", "sdq_mean"),
            (
                A("The waiting list for emotional support is read together each month, name by name", "ravi", PRACTICE, 30, -170, "u", partner="Mental health trust"),
                A("Every carer and teacher fills in the questionnaire before the yearly review", "head", PROCESS, -30, -250, "c", effect="sdq_mean"),
                A("A therapist works in each children’s home one day a week", "director", EXPERIENCE, 200, None, "", yearly=156_000, partner="Mental health trust"),
                A("Children who are turned away are offered something else within four weeks", "ravi", EXPERIENCE, 120, None, "", partner="Mental health trust"),
                A("Young people write what waiting was like, and the trust answers each point", "sunniva", EXPERIENCE, 15, -70, "u", partner="Children in care council"),
            ),
        ),
    ),
)  # fmt: skip

AUDITS = PriorityRow(
    "Audits that change practice", "quality_assurance", OWNERS["odile"],
    "Improvement board, minute 12", "Quality assurance, base budget", 90,
    (
        OutcomeRow(
            "Managers see practice as it is, and children feel the change",
            ("audits_good_or_better", "audits_moderated"),
            (
                A("New form for recording the actions of an audit", "odile", PROCESS, 90, -120, "u", old=True),
                A("Every manager audits one child’s record a month with the worker beside them", "quality", PRACTICE, -120, -340, "c", effect="audits_done", step="All managers trained"),
                A("A third of audits is graded again by somebody who has not seen the first grade", "quality", PRACTICE, -90, -300, "c", effect="audits_moderated"),
                A("Families are asked what they think in every audit", "odile", EXPERIENCE, 25, -160, "u", effect="audits_family_asked"),
                A("Actions of audits are read in supervision and closed by the auditor", "manager", PRACTICE, -70, -210, "r"),
            ),
            audit="Did the last audit of this child change anything for the child?",
        ),
        OutcomeRow(
            "What audits find is talked about where practice is taught",
            (),
            (
                A("A learning hour each month on the two things audits found most", "sunniva", PRACTICE, -15, -190, "s"),
                A("Auditors meet twice a year to grade the same record and talk about where they differ", "odile", PRACTICE, 60, -100, "u"),
                A("Findings of audits stand beside figures in the performance meeting", "head", PROCESS, -140, -290, "c"),
                A("Quarterly audit report to the improvement board", "odile", PROCESS, -200, -360, "c"),
                A("Team managers see how their grades lie beside those of the moderators", "quality", PRACTICE, 100, None, ""),
            ),
        ),
    ),
)  # fmt: skip

MANAGERS = PriorityRow(
    "Managers who know, ask and change things", "supervision", "",
    "", "Workforce development, grant", -30,
    (
        OutcomeRow(
            "Social workers are helped to think, and say so",
            ("children_supervised",),
            (
                A("Managers observe one another’s supervision each month and talk about what they saw", "sunniva", PRACTICE, 90, None, "u", old=True),
                A("Supervision asks of each child: what has changed, and what will change next", "head", PRACTICE, -80, -270, "c", effect="children_supervised"),
                A("Supervision is written up within five days, in words the worker has read", "nobody", PROCESS, -25, -230, "s", effect="children_supervised"),
                A("Newly appointed managers are paired with an experienced one for a year", "sunniva", PRACTICE, 80, -110, "u", partner="Partner authority", yearly=18_000),
                A("Heads of service sit in on four supervisions a year", "director", PRACTICE, 140, None, ""),
            ),
        ),
        OutcomeRow(
            "Managers see which children drift, and do something about it",
            ("reviews_in_timescale", "visits_in_timescale"),
            (
                A("Weekly meeting on the ten children who have waited longest", "head", PRACTICE, -110, -320, "c", effect="visits_in_timescale", step="List agreed with the analyst"),
                A("Weekly list of visits due sent to every team manager", "tobias", PROCESS, -160, -350, "c", effect="visits_in_timescale"),
                A("Weekly list of visits due is sent to each team manager", "tobias", PROCESS, 10, -30, "u"),
                A("Reviewing officers write to the head of service when a plan has not moved", "tobias", PRACTICE, 35, -85, "u", waits="Heads of service sit in on four supervisions a year"),
                A("Team managers’ caseload of actions from reviews is read each month", "manager", PROCESS, None, -50, "u"),
            ),
        ),
    ),
)  # fmt: skip

MISSING = PriorityRow(
    "Children who go missing are looked for, heard and kept safe", "missing", OWNERS["fenn"],
    "Safeguarding partnership, item 3", "Partnership fund", 300,
    (
        OutcomeRow(
            "Children who come back are asked what happened, by somebody they chose",
            ("return_interviews_in_time", "went_missing"),
            (
                A("An independent interviewer is offered within seventy-two hours", "fenn", EXPERIENCE, -55, -240, "c", yearly=72_000, effect="return_interviews_in_time", partner="Voluntary sector"),
                A("What children say is put together each month for the police and schools", "fenn", PRACTICE, 20, -130, "u", partner="Police"),
                A("Homes outside the area are told whom to ring, day and night", "tobias", PROCESS, -35, -180, "b", partner="Placing providers"),
                A("The push and pull of each place is written on the child’s own plan", "manager", PRACTICE, 50, -75, "u"),
                A("Interviewers’ notes reach the social worker the next day", "fenn", PROCESS, -5, -160, "s", partner="Voluntary sector"),
            ),
        ),
        OutcomeRow(
            "Children whom somebody exploits are found sooner and helped to get free",
            (),
            (
                A("A weekly meeting with the police on children at risk of exploitation", "fenn", PRACTICE, -130, -310, "c", partner="Police"),
                A("Parents are helped by a worker of their own", "sunniva", EXPERIENCE, 110, None, "", yearly=54_000, partner="Voluntary sector"),
                A("Schools ring on the first day a child at risk is away", "fenn", PROCESS, 40, -65, "u", partner="Schools"),
                A("Taxi drivers and hotels are shown what to look for", "fenn", PROCESS, 160, None, "", once=9_000, partner="Licensing"),
                A("A young people’s group advises the partnership on what keeps them safe", "sunniva", EXPERIENCE, 95, -40, "u", partner="Children in care council"),
            ),
        ),
    ),
)  # fmt: skip

STRATEGY = PriorityRow(
    "Children at risk are seen at once, by all who should be there", "strategy_discussions",
    "Hester Quillfeather, head of service", "Safeguarding partnership, item 4",
    "Assessment service, base budget", 400,
    (
        OutcomeRow(
            "Police and health are there when it is decided how a child is kept safe",
            ("strategy_quorate", "strategy_with_health"),
            (
                A("Health keeps a nurse on call for strategy discussions in working hours", "ravi", PRACTICE, -45, -260, "c", partner="Integrated care board", yearly=88_000, effect="strategy_with_health"),
                A("Police join by telephone where nobody can come", "head", PROCESS, -170, -340, "c", partner="Police", effect="strategy_with_police"),
                A("Who was there is written down before the discussion ends", "manager", PROCESS, -85, -200, "s", effect="strategy_quorate"),
                A("A discussion without all three is told to the head of service the same day", "head", PRACTICE, 5, -45, "u"),
                A("The partnership reads ten discussions a quarter together", "quality", PRACTICE, 70, -95, "u", partner="Safeguarding partnership"),
            ),
        ),
        OutcomeRow(
            "Children are spoken to alone, and conferences come in time",
            ("seen_in_assessment", "conferences_in_15_days"),
            (
                A("Every child is seen alone in the assessment, and what they said is written first", "manager", PRACTICE, -75, -290, "c", effect="seen_in_assessment"),
                A("Conferences are booked on the day the enquiry begins", "head", PROCESS, -65, -330, "c", effect="conferences_in_15_days"),
                A("Parents get the report two days before the conference", "manager", EXPERIENCE, 15, -105, "u"),
                A("Assessments are shared with the family before they are signed", "manager", EXPERIENCE, 55, -55, "u", effect="assessed_again"),
                A("A second conference chair is appointed", "director", PROCESS, 85, None, "", yearly=71_000),
            ),
        ),
    ),
)  # fmt: skip

PRIORITIES = (PERMANENCE, HEALTH, AUDITS, MANAGERS, MISSING, STRATEGY)

MOVED = "A second plan is worked on beside the first from the day a child comes into care"
MOVES = (
    (40, "The panel could not be staffed over the summer."),
    (60, "The new form was not ready."),
    (40, "Two managers left."),
)

TEAM_LINES = (
    (0, "Read every plan of a child six months in care at the team meeting.", 0),
    (0, "Each worker brings one plan to the permanence clinic a month.", 0),
    (0, "A desk for the nurse, and a list of checks due each Monday.", 1),
    (1, "One audit a month with the worker beside the manager.", 2),
    (1, "Every child seen alone, and what they said written first.", 5),
    (1, "Tidy the shared drive.", None),
    (2, "Supervision starts with what has changed for the child.", 3),
    (2, "New signs for the family rooms.", None),
)
"""Which team (counted from 0), what its plan says, and the priority (from 0) it belongs to."""

OBJECTIVES = ((0, 0, 9, 6), (0, 1, 9, 2), (1, 2, 11, 11), (1, 5, 11, 11), (2, 3, 8, 5))
"""Team, priority, staff, and how many of them hold an objective."""

OBLIGATIONS_FIRST = (
    ("1", "To follow the advice of the commissioner in improving children’s social care.", "The council", None, ()),
    ("2", "To put an improvement plan to the improvement board, with days and owners.", "The director", -420, ()),
    ("3", "To hold permanence planning to the time that regulations set.", "The director", -200, (0, 2)),
)  # fmt: skip
OBLIGATIONS_NOW = (
    ("1", "To follow the advice and instructions of the commissioner in improving children’s social care.", "The council", None, (35,)),
    ("2", "To put an improvement plan to the improvement board, with days and owners, and report on it every six weeks.", "The director", -100, (28,)),
    ("3", "To hold permanence planning to the time that regulations set.", "The director", -60, (0, 1, 2)),
    ("4", "To see that audits are moderated by people from outside the line.", "The director", 30, (22,)),
    ("5", "To agree with its partners how health and police take part in strategy discussions.", "The council and its partners", 90, (50, 51)),
    ("6", "To put a costed workforce strategy to the council.", "The chief executive", 20, ()),
)  # fmt: skip
"""Clause, words, of whom, due, and the places (from 0, in the order of the plan) that carry it."""

SERVICE_MOVES = (
    ("Youth justice", "Communities directorate", "Children’s services", "Hester Quillfeather, head of service", -60, (-210, -200, -120, None, -190), ()),
    ("Early help", "Communities directorate", "Children’s services", "Tobias Renn, service manager", 80, (-320, -320, -300, -310, -330), ("rereferrals", "referred_after_early_help")),
    ("Family hubs", "Public health", "Children’s services", "Tobias Renn, service manager", 150, (None, None, None, None, None), ()),
)  # fmt: skip
"""Service, from, to, who answers, due, and the days on which staff, budget, case systems, premises
and data-sharing moved; the measures to watch."""

POSTS = (
    ("quality", -400, "6", "6", "5.5", "0", None, ""),
    ("quality", -150, "6", "6", "3.5", "1", 40, "A third fewer audits were done in the quarter."),
    ("performance", -300, "4", "3", "2", "1", -20, "Reports to boards came late twice."),
    ("commissioning", -300, "3", "3", "3", "0", None, ""),
)
"""Function, from, needed, funded, filled for good, interims, when they leave, what the gap does."""
