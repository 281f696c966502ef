"""The critical elements of care planning, and how each is measured, if it is.

Which elements: inspectors wrote that "the breadth of data is still not sufficient to monitor
critical elements of care planning"; these are what regulations 4 to 7 and Schedule 1 of the Care
Planning, Placement and Case Review (England) Regulations 2010 ask of a plan, with the practice
that carries it [unverified: the list is the house's own].

A measure that lies near an element is not the element: it is named in `near`, and the element
counts as not measured.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from sightline.records.feeds import feeds

Place = tuple[str, str]  # a return and a table of it


class Way(StrEnum):
    """Where what is measured comes from."""

    RETURN = "from a return"
    CASE_SYSTEM = "from the case system"
    TEMPLATES = "from templates"


def way_of(return_name: str) -> Way:
    """The way in which a return's tables come to us."""
    return {"ssd": Way.CASE_SYSTEM, "templates": Way.TEMPLATES}.get(return_name, Way.RETURN)


@dataclass(frozen=True, slots=True)
class Element:
    """A critical element of care planning.

    `measures` measure the thing itself; `told_by`: of their inputs, the one that tells of it.
    """

    id: str
    title: str
    measures: tuple[str, ...] = ()
    told_by: str = ""
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """How one element is measured with what has been loaded.

    `by`: the tables that tell of it, way by way. `unloaded`: where none does, those that would.
    """

    element: Element
    by: Mapping[Way, tuple[Place, ...]]
    unloaded: tuple[Place, ...]

    @property
    def measured(self) -> bool:
        """Whether anything that was loaded tells of it."""
        return bool(self.by)


ELEMENTS: tuple[Element, ...] = (
    Element(
        "assessment",
        "The assessment is current",
        near=("assessments_in_45_days", "assessments_overdue"),
    ),
    Element(
        "plan",
        "The care plan is current and says what is to be achieved",
        near=("care_plan_missing",),
    ),
    Element("contingency", "There is a contingency plan"),
    Element(
        "permanence",
        "There is a plan for permanence by the second review",
        ("permanence_plan_by_four_months",),
        "care_plan.permanence_plan",
    ),
    Element(
        "parallel",
        "A second plan is made alongside, in case the first fails",
        near=("early_permanence",),
    ),
    Element(
        "matching",
        "Children are matched with their carers",
        ("long_term_match_decided",),
        "match_decision.date",
    ),
    Element(
        "visits",
        "The social worker visits as often as the rules ask",
        ("visits_in_timescale",),
        "visit.social_work",
    ),
    Element("reviews", "Reviews are held on time", ("reviews_in_timescale",), "review.date"),
    Element(
        "views",
        "The child’s views are heard",
        ("took_part_in_review",),
        "review.participation",
    ),
    Element(
        "supervision",
        "The child is talked of in supervision",
        ("children_supervised",),
        "supervision.date",
    ),
    Element(
        "family_time",
        "Family time takes place",
        ("family_time_happened",),
        "family_time.happened",
    ),
    Element(
        "life_story",
        "Life story work is done",
        ("life_story_work_begun",),
        "life_story_work.started",
    ),
    Element(
        "health",
        "Health is assessed when it is due",
        ("health_assessments_in_timescale",),
        "health_check.health_assessment",
    ),
    Element("education", "There is a plan for the child’s education, and it is kept to"),
)


def coverage(loaded: Iterable[Place]) -> tuple[Coverage, ...]:
    """How each element is measured, where rows of the tables `loaded` are held."""
    held = set(loaded)
    return tuple(_coverage(element, held) for element in ELEMENTS)


def _coverage(element: Element, held: set[Place]) -> Coverage:
    telling = _telling().get(element.told_by, ()) if element.told_by else ()
    by: defaultdict[Way, list[Place]] = defaultdict(list)
    for place in telling:
        if place in held:
            by[way_of(place[0])].append(place)
    return Coverage(
        element,
        {way: tuple(places) for way, places in by.items()},
        () if by else telling,
    )


@cache
def _telling() -> Mapping[str, tuple[Place, ...]]:
    """`table.column` of the record → the tables of returns that it is told by."""
    found: defaultdict[str, set[Place]] = defaultdict(set)
    for place, columns in feeds().items():
        for names in columns.values():
            for name in names:
                found[name].add(place)
    return {name: tuple(sorted(places)) for name, places in found.items()}
