"""Questions for those who oversee, in ten areas: what to ask, and what a good answer holds.

They come from the questions that the field asks of itself: an inspection's judgements, the
corporate parenting principles (Children and Social Work Act 2017, s 1), and what members are
advised to ask by those who train them; the wording is this software's own.
"""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask, and how to know that it was answered."""

    ask: str
    holds: str


@dataclass(frozen=True, slots=True)
class Area:
    """One of the ten areas; `themes` are ids of letters.themes."""

    title: str
    themes: tuple[str, ...]
    questions: tuple[Question, ...]


_OURS = "Would this be good enough for my child?"

AREAS = (
    Area("Would it be good enough for my child?", ("corporate_parenting",), (
        Question(_OURS, "Somebody says yes or no, and what they saw that makes them say it."),
        Question(
            "If our own child lived there, when would we next visit, and what would we ask?",
            "A day, a name, and what children there said last time.",
        ),
        Question(
            "What do we do for our own children that no child in our care is given?",
            "Things that are named, and which of them will be given by when.",
        ),
    )),
    Area("The front door and help early", ("front_door", "early_help"), (
        Question(
            "Which children were turned away and came back, and what did we miss the first time?",
            "The share that came back, and what was learned from looking at some of them.",
        ),
        Question(
            "How long does a family wait before anybody speaks with them?",
            "The longest waits as well as the usual one, and who waits longest.",
        ),
    )),
    Area("Children who need protection", ("child_protection", "section_47", "visits"), (
        Question(
            "Who has not been seen in time, and why is that bearable this week?",
            "How many, for how long, and who has decided for each what is done today.",
        ),
        Question(
            "When plans end, does it hold?",
            "How many came back within a year, and how that has moved.",
        ),
        Question(
            "Who was missing when it was decided that a child was safe?",
            "How often police and health took part, and what was decided without them.",
        ),
    )),
    Area("Assessment and plans", ("assessment", "care_planning", "supervision"), (
        Question(
            "Could a child read this plan and know what will be different, and by when?",
            "What auditors found when they read plans as a child would.",
        ),
        Question(
            "How do we know that supervision changes what happens to a child?",
            "Decisions that changed after supervision, not how often it took place.",
        ),
        Question(
            "For whom does a plan drift?",
            "The children whose plan has not moved for six months, by team, and what is done.",
        ),
    )),
    Area("Homes and permanence", ("permanence", "placement_stability", "adoption"), (
        Question(
            "Who is waiting to know where they will grow up, and for how long?",
            "The waits in months, the longest named by how many, and what stands in the way.",
        ),
        Question(
            "Who lives far away, and who asked whether they wanted to?",
            "How many, why, and what the children said.",
        ),
        Question(
            "Is any child living where nobody is registered to look after them?",
            "How many tonight, who has visited, and by when each will have moved.",
        ),
    )),
    Area("Health and how children feel", ("physical_health", "mental_health"), (
        Question(
            "How long does a child in our care wait for help with how they feel?",
            "The wait of those who still wait, not only of those who were seen.",
        ),
        Question(
            "Who has no dentist, and what is each partner doing about it?",
            "How many, where, and a promise with a name and a day.",
        ),
    )),
    Area("School and learning", ("education",), (
        Question(
            "Who is not in school today?",
            "How many, for how long, on what timetable, and who sees them in the day.",
        ),
        Question(
            "Does the plan for learning change what a child is taught?",
            "What was done with the money for it, and what the child says of it.",
        ),
    )),
    Area("Leaving care", ("care_leavers",), (
        Question(
            "Whom have we lost touch with, and who is looking for them?",
            "How many, for how long, and the names of those who look.",
        ),
        Question(
            "Does every care leaver feel safe where they sleep?",
            "What care leavers said when they were asked, and what followed for those who said no.",
        ),
    )),
    Area("What children and families say", ("voice",), (
        Question(
            "What did children ask for, and what did we do?",
            "Their words, our answer, and who told them.",
        ),
        Question(
            "Who never tells us anything?",
            "Which children are not heard, by age, need and language, and how that will change.",
        ),
    )),
    Area(
        "Staff, and whether we know ourselves",
        ("workforce", "caseloads", "quality_assurance", "performance_data"),
        (
            Question(
                "How many social workers has a child had this year?",
                "The share with three or more, and which teams they are in.",
            ),
            Question(
                "Where do our audits say good and the inspectors, or the figures, say otherwise?",
                "The places where they disagree, and what was changed in how we audit.",
            ),
            Question(
                "What do we not know, and when shall we?",
                "Gaps that are named with a day and an owner.",
            ),
        ),
    ),
)  # fmt: skip


def to_choose_from(themes: Collection[str]) -> list[tuple[str, Question]]:
    """Questions on these themes with the title of their area; the first area is asked of all."""
    return [
        (area.title, each)
        for place, area in enumerate(AREAS)
        for each in area.questions
        if not place or set(area.themes) & set(themes)
    ]
