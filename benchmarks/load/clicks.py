"""What people of each role click on, and how often."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One kind of page. `address` holds places, such as {measure}, for what differs by look.

    `weight`: how often it is opened beside the others. `apart`: a file that is made to be kept, in
    no hurry, and counts towards no target.
    """

    name: str
    address: str
    weight: int = 1
    then: str = ""  # the picture that a browser fetches with it
    apart: bool = False


HOME = Page("home", "/", 4)
FIGURES = (
    Page("measures", "/measures/", 4),
    Page("a measure", "/measures/{measure}/", 8, then="/measures/{measure}/chart.svg"),
    Page("a measure, broken down", "/measures/{measure}/?by={by}", 3),
    Page("how it is worked out", "/measures/{measure}/how/"),
    Page("figures as CSV", "/measures/{measure}/figures.csv"),
    Page("clocks", "/clocks/"),
    Page("record changes", "/data/changes/", 2, then="/data/changes/chart.svg"),
    Page("intervals", "/data/changes/intervals/?kind={event}"),
    Page("data quality", "/data/quality/", 3, then="/data/quality/after-each-load.svg"),
    Page("quality by return", "/data/quality/by-return/?return={returned}"),
    Page("quality by check", "/data/quality/by-check/"),
    Page("a check", "/data/quality/by-check/{rule}/", 2),
    Page("quality by team", "/data/quality/by-team/"),
    Page("quality by figure", "/data/quality/by-figure/"),
    Page("sources disagree", "/data/quality/sources-disagree/"),
)
CHILDREN = (
    Page("worklist", "/children/", 5),
    Page("worklist, one reason", "/children/?reason={reason}&page=2", 2),
    Page("a child", "/children/{child}/", 8),
    Page("children behind", "/measures/{measure_of_children}/children/", 4),
    Page("children whose record changed", "/data/changes/children/", 1),
    Page("to put right", "/data/quality/to-put-right/", 2),
    Page("who is who", "/data/quality/who-is-who/"),
)
FINDINGS = (
    Page("findings", "/findings/", 3),
    Page("reviews", "/findings/reports/"),
    Page("a review", "/findings/reports/{review}/"),
    Page("a finding", "/findings/{finding}/", 3),
    Page("told the same elsewhere", "/findings/{finding}/elsewhere/"),
    Page("history", "/findings/history/"),
    Page("a theme", "/findings/themes/permanence/"),
    Page("priorities", "/findings/priorities/"),
    Page("unanswered", "/findings/unanswered/"),
)
PLAN = (
    Page("the plan", "/plan/", 3),
    Page("a priority of the plan", "/plan/part/1/", 2),
    Page("an action", "/findings/actions/5/", 3),
    Page("actions", "/plan/actions/", 2),
    Page("what is done", "/plan/actions/done/", 2),
    Page("loose ends", "/plan/loose/"),
    Page("versions of the plan", "/plan/versions/"),
    Page("history of the plan", "/plan/history/"),
    Page("what five sources say", "/plan/priorities/"),
    Page("my part in the plan", "/plan/mine/"),
)
BOARDS = (
    Page("boards", "/boards/"),
    Page("what comes back", "/boards/what-comes-back/"),
    Page("packs", "/packs/"),
    Page("an issued pack", "/packs/issued/1/"),
)
LOADS = (
    Page("loads", "/data/"),
    Page("issues of a load", "/data/{load}/issues/"),
)
LOG = (Page("access log", "/access-log/"),)
APART = (Page("data quality as Excel", "/data/quality/data-quality.xlsx", apart=True),)


@dataclass(frozen=True, slots=True)
class Person:
    """One of those at work: a sign-in, and what it opens."""

    username: str
    role: str
    pages: Sequence[Page]
    here: int  # how many of twenty are such people


EXACT = (HOME, *FIGURES, *CHILDREN)
PEOPLE = (
    Person(
        "director", "director", (*EXACT, *FINDINGS, *PLAN, *BOARDS, *LOADS[:1], *LOG, *APART), 2
    ),
    Person("analyst", "analyst", (*EXACT, *FINDINGS, *PLAN, *BOARDS, *LOADS, *LOG, *APART), 4),
    Person("manager", "team_manager", (*EXACT, *FINDINGS, *PLAN, *BOARDS), 4),
    Person("worker", "social_worker", (*EXACT, *PLAN), 4),
    Person("iro", "iro", (*EXACT, *FINDINGS, *PLAN, *BOARDS), 2),
    Person("chair", "board_chair", (HOME, *FIGURES, *FINDINGS, *PLAN, *BOARDS), 2),
    Person("councillor", "councillor", (HOME, *FIGURES, *FINDINGS, *PLAN, *BOARDS), 2),
)
PASSWORD = "twenty-at-once"

Choices = Mapping[str, Sequence[object]]
"""What may stand in the places of an address: {"measure": […], "child": […], …}."""
