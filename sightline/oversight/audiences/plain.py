"""Figures as sentences for readers who do not know the field: councillors, the public."""

from sightline.measures import Measure
from sightline.oversight.sentences import said
from sightline.oversight.withheld import SeenFigure

SENTENCES: dict[str, str] = {
    "unregistered_homes": "Children who seem to live in a home that is not registered, "
    "as the law asks: {value}.",
    "visits_in_timescale": "{value} of children in care have been visited by their social worker "
    "as often as the law asks.",
    "protection_visits_in_time": "{value} of children with a plan to keep them safe were visited "
    "in the past four weeks.",
    "conferences_in_15_days": "After a worry that a child was being harmed, {value} of the "
    "meetings to decide on a plan were held within three weeks.",
    "permanence_plan_by_four_months": "{value} of children who have been in care for four months "
    "or more have a plan for where they will grow up.",
    "permanence_in_a_year": "{value} of the children who came into care a year ago had a lasting "
    "home within twelve months: back with their parents as planned, with relatives or others by "
    "an order of the court, or adopted.",
    "three_or_more_placements": "{value} of children in care lived in three or more places in the "
    "past year.",
    "long_term_stability": "{value} of children under 16 who have been in care for long have lived "
    "with the same people for at least two years.",
    "fostered_by_family": "{value} of children in care live with relatives or family friends.",
    "reviews_in_timescale": "{value} of children in care had every meeting to look again at their "
    "plan on time in the past year.",
    "health_assessments_in_timescale": "{value} of children in care have had their health looked "
    "at when they should.",
    "dental_checks": "{value} of children in care have seen a dentist in the past year.",
    "took_part_in_review": "In {value} of the meetings about a child’s plan this month, the child "
    "had a say.",
    "waiting_for_first_help": "{value} of the children who wait for help with their mental health "
    "have waited for more than twelve weeks.",
    "social_worker_changes": "{value} of children in care had three or more social workers in the "
    "past year.",
    "children_in_care": "The council looks after {value} children.",
    "on_protection_plan": "Children with a plan to keep them safe from harm: {value}.",
    "referrals": "Children were referred to the council’s social workers {value} times this month.",
    "care_leavers_in_touch": "The council is in touch with {value} of the young people who have "
    "left its care.",
    "care_leavers_housed": "{value} of young people who have left care have a suitable home.",
    "care_leavers_active": "{value} of young people who have left care are in education, work or "
    "training.",
    "caseload": "Each social worker works with {value} children and families, on average.",
    "agency_workers": "{value} of social workers are hired from an agency.",
}


def plain_sentence(measure: Measure, figure: SeenFigure) -> str:
    """The figure in a sentence without jargon. Raises KeyError where none is written for it."""
    if figure.withheld:
        return "Withheld, because it is about so few children that one of them might be known."
    if not figure.trusted:
        return "There is no figure: too much of what it rests on is missing or wrong."
    if figure.value is None:
        return "There was nobody to count."
    return SENTENCES[measure.id].format(value=said(figure, measure.unit))
