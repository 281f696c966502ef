"""Joins findings and their actions to the public's page: said by inspectors, promised, done."""

from datetime import date

from django.db.models import Prefetch

from sightline import words
from sightline.closure.standing import Standing, State, standings
from sightline.improvement.models import DIRECT, Answer, FindingKind, Review
from sightline.improvement.own import of_own
from sightline.improvement.unanswered import own_confirmed
from sightline.letters import LetterKind
from sightline.oversight.promised import Promised
from sightline.site.in_packs.guarded import guarded

_STANDS = {
    State.NOT_BEGUN: "Not begun",
    State.UNDER_WAY: "Being done",
    State.SAID_DONE: "We say it is done; nobody else has checked yet",
    State.CLOSED: "Done: somebody else saw the evidence",
    State.REOPENED: "We thought it was done, and it was not",
}


def promises_made(today: date) -> tuple[Promised, ...]:
    """Everything the newest published inspection asked for, in the order of its report.

    Only what the inspectorate has published is told, word for word as it stands there.
    """
    inspections = of_own(Review.objects.filter(kind=LetterKind.INSPECTION, published__lte=today))
    newest = inspections.order_by("-published").first()
    if newest is None:
        return ()
    agreed = Answer.objects.filter(strength__in=DIRECT, reviewer__isnull=False)
    asked = (
        own_confirmed()
        .filter(review=newest)
        .exclude(kind=FindingKind.FINDING)
        .order_by("order")
        .prefetch_related(Prefetch("answers", agreed.select_related("action__owner")))
    )
    found = list(asked)
    stand = standings({a.action for each in found for a in each.answers.all()}, today)
    by = f"{newest.title}, {words.day(newest.published)}"
    return tuple(
        Promised(
            each.text, by, tuple(_action(stand[answer.action_id]) for answer in each.answers.all())
        )
        for each in found
    )


def _action(each: Standing) -> tuple[str, str, str]:
    by_when = words.day(each.first_due) if each.first_due else "No day was given"
    if each.contradicted:
        return guarded(each.action.title), by_when, "We say it is done; our figures do not show it"
    state = _STANDS[each.state]
    return guarded(each.action.title), by_when, state
