"""The demo's answers: a few priorities, actions and warnings, as people would have left them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from sightline.improvement import acting, assuring, early_warnings, natures, prioritising
from sightline.improvement import trajectories as steps
from sightline.improvement.acting import Draft, Link
from sightline.improvement.models import (
    Action,
    Finding,
    FindingKind,
    Nature,
    Priority,
    Strength,
    Trajectory,
    WarningKind,
)
from sightline.improvement.priorities import in_order, themes_of
from sightline.improvement.response_clock import shared_on
from sightline.improvement.trajectories import Step
from sightline.improvement.unanswered import own_confirmed, to_answer
from sightline.people.models import User


@dataclass(frozen=True, slots=True)
class _Plan:
    """What people made of a theme: a priority's name, and an action with how it would help."""

    priority: str
    action: str
    nature: Nature
    owner: str
    how: str


PLANS = {
    "permanence": _Plan(
        "Every child settled for good, without waiting",
        "Head of permanence reads every plan that has run six months and agrees the next step",
        Nature.PRACTICE,
        "Petra Hollowell, head of permanence",
        "The plan of each child who waits is read with the worker, so drift is seen and ended.",
    ),
    "visits": _Plan(
        "Children seen as often as they need",
        "Weekly list of visits due sent to every team manager",
        Nature.PROCESS,
        "Tobias Renn, service manager",
        "Managers see which visit is due before it is late.",
    ),
    "supervision": _Plan(
        "Managers who know, ask and change things",
        "Managers observe one another’s supervision each month and talk about what they saw",
        Nature.PRACTICE,
        "Sunniva Brandt, principal social worker",
        "Supervision is watched and talked about, so that it asks harder questions of plans.",
    ),
    "physical_health": _Plan(
        "Children’s health looked after in time",
        "A nurse sits with the team two days a week to book health and dental checks",
        Nature.EXPERIENCE,
        "Ravi Castellan, designated nurse",
        "Checks are booked while the worker is there, so that fewer are missed.",
    ),
    "care_planning": _Plan(
        "Plans that say what will change for the child",
        "Plans are written with the child and carer in the room, and read back to them",
        Nature.PRACTICE,
        "Petra Hollowell, head of permanence",
        "A plan that is read back says what is to change, by when, in words the child knows.",
    ),
    "quality_assurance": _Plan(
        "Audits that change practice",
        "New form for recording the actions of an audit",
        Nature.PROCESS,
        "Odile Marchetti, quality assurance manager",
        "Each action of an audit gets an owner and a day.",
    ),
    "workforce": _Plan(
        "One social worker who stays",
        "Exit conversations held by the principal social worker, and their themes answered",
        Nature.EXPERIENCE,
        "Sunniva Brandt, principal social worker",
        "What makes people leave is heard and answered, so that children keep their worker.",
    ),
}
_MOST = 4
_GRAVEST_FIRST = [kind.value for kind in FindingKind]


def answer_demo(lead: User) -> None:
    """Gathers priorities, writes actions and warnings down, and overrules one; made once.

    Nothing where no director is there to be the second person, or no finding asks for anything.
    """
    director = User.objects.filter(role="director").first()
    if director is None or Priority.objects.exists():
        return
    found = list(to_answer(own_confirmed()).select_related("review").prefetch_related("themes"))
    planned = [theme for theme in themes_of(found) if theme in PLANS][:_MOST]
    for place, theme in enumerate(planned):
        group = [each for each in found if each.theme_ids[:1] == (theme,)]
        _answer(PLANS[theme], group, place, lead, director)
    _overrule(director)
    _warn(lead)


def _answer(plan: _Plan, group: list[Finding], place: int, lead: User, director: User) -> None:
    """A priority of the theme's findings; the gravest answered, the others left to be."""
    now, today = timezone.now(), timezone.localdate()
    priority = prioritising.gather(plan.priority, group, "", lead, now - timedelta(days=60))
    begun = _begun(group, place, today)
    draft = Draft(plan.action, plan.nature, plan.owner, None, today + timedelta(days=90), begun)
    gravest = _gravest(group)
    link = Link(gravest, Strength.PART if place else Strength.ALL, plan.how)
    action = acting.write_down(draft, [link], lead, now - timedelta(days=55))
    if place != 1:
        acting.agree(action.answers.get(), director, now - timedelta(days=54))
    natures.say(gravest, natures.suggested(gravest.wording), "", lead, now)
    if place == 0:
        _first(priority, gravest, action, lead, director)


def _gravest(group: list[Finding]) -> Finding:
    return min(group, key=lambda each: (_GRAVEST_FIRST.index(each.kind), each.pk))


def _begun(group: list[Finding], place: int, today: date) -> date | None:
    """Begun some months after the finding was shared; the last not yet."""
    shared = shared_on(_gravest(group).review)
    if shared is None or place == _MOST - 1:
        return None
    return min(today - timedelta(days=20), shared + timedelta(days=70 + 110 * place))


def _first(
    priority: Priority, gravest: Finding, action: Action, lead: User, director: User
) -> None:
    """The first priority has come a little further: two steps, and a day that was moved."""
    now, today = timezone.now(), timezone.localdate()
    said = (
        (
            120,
            Trajectory.TOO_SOON,
            "It has only just begun, and nothing shows yet.",
            "Improvement board, item 4",
        ),
        (
            30,
            Trajectory.EMERGING,
            "The first teams do it each week.",
            "Audit, page 3",
        ),
    )
    for days, state, why, source in said:
        step = Step(state, today - timedelta(days=days), why, source)
        steps.add(priority, step, lead, now)
    natures.say(gravest, natures.suggested(gravest.wording), "I read it so too.", director, now)
    assuring.offer(gravest, "Twenty records were read again, and most show the change.", lead, now)
    made = acting.Change(today + timedelta(days=120), "", "The post stood empty for a month.")
    acting.change(action, made, lead, now)


def _overrule(director: User) -> None:
    """The director puts the last priority second."""
    rows = in_order(timezone.localdate(), exact=True)
    if len(rows) > 2:
        why = "A serious incident last month turned on this; it cannot wait for the others."
        prioritising.put_at(rows[-1].priority, 2, len(rows), why, director, timezone.now())


_WARNINGS = (
    (
        900,
        WarningKind.STAFF_ALERT,
        "Social workers wrote that plans for permanence were put off from one review to the next.",
        "The principal social worker and the head of service",
        "Staff forum, minutes",
    ),
    (
        700,
        WarningKind.FUNDING_REQUEST,
        "Cabinet was asked for money for agency social workers for the third time in a year.",
        "Cabinet and the chief executive",
        "Cabinet paper, item 9",
    ),
    (
        400,
        WarningKind.COMPLAINT,
        "Carers complained that visits came late, and from a new worker each time.",
        "The complaints manager and the director",
        "Complaints report, page 6",
    ),
)


def _warn(lead: User) -> None:
    """Three warnings, of which the first was answered."""
    now, today = timezone.now(), timezone.localdate()
    written = [
        early_warnings.warn(
            {
                "on": today - timedelta(days=days),
                "kind": kind.value,
                "said": said,
                "known_by": known_by,
                "source": source,
                "theme": "",
            },
            lead,
            now,
        )
        for days, kind, said, known_by, source in _WARNINGS
    ]
    done = "The head of service met the forum and asked for a list of the plans put off."
    early_warnings.write_response(written[0], today - timedelta(days=820), done, lead, now)
