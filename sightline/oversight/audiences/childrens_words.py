"""Figures as children and young people read them: short sentences, in words they use."""

from sightline.measures import Measure
from sightline.oversight.sentences import said
from sightline.oversight.withheld import SeenFigure

WORDS: dict[str, tuple[str, str]] = {  # by measure: what we ask, and how we answer
    "three_or_more_placements": (
        "Do you have to move a lot?",
        "{value} of the children we look after lived in three or more homes in the last year.",
    ),
    "fostered_by_family": (
        "Can you live with family or friends?",
        "{value} of the children we look after live with family or with friends of the family.",
    ),
    "took_part_in_review": (
        "Do you have a say?",
        "In {value} of the meetings about a child’s plan, the child had a say.",
    ),
    "visits_in_timescale": (
        "Do we come to see you?",
        "{value} of children saw their social worker as often as they should.",
    ),
    "social_worker_changes": (
        "Do you keep the same social worker?",
        "{value} of children had three or more social workers in the last year.",
    ),
    "health_assessments_in_timescale": (
        "Do we check that you are well?",
        "{value} of children had their health check when they should.",
    ),
    "dental_checks": (
        "Have you seen a dentist?",
        "{value} of children saw a dentist in the last year.",
    ),
    "care_leavers_in_touch": (
        "Do we stay in touch when you leave?",
        "We are in touch with {value} of the young people who have left care.",
    ),
    "care_leavers_housed": (
        "Do you have a good place to live when you leave care?",
        "{value} of young people who have left care have a good place to live.",
    ),
}

CHANGES = {
    "For the better": "This has got better.",
    "For the worse": "This has got worse.",
    "": "This has changed.",
}
NO_CLEAR_CHANGE = "We cannot see a change."
HIDDEN = "We hide this number. It is about so few children that you might guess who they are."
NO_GOOD_NUMBER = "We do not have a good number for this yet."
NOBODY = "There was nobody to count."


def childrens_question(measure: Measure) -> str:
    """What we ask. Raises KeyError where nothing is written for the measure."""
    return WORDS[measure.id][0]


def childrens_sentence(measure: Measure, figure: SeenFigure) -> str:
    """The figure in a sentence. Raises KeyError where nothing is written for the measure."""
    if figure.withheld:
        return HIDDEN
    if not figure.trusted:
        return NO_GOOD_NUMBER
    if figure.value is None:
        return NOBODY
    return WORDS[measure.id][1].format(value=said(figure, measure.unit))
