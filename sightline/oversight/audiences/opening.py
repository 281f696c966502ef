"""The one thing with which an audience's page opens."""

from collections.abc import Sequence
from dataclasses import replace

from sightline import words
from sightline.insight.wording import Polarity
from sightline.measures import Measure
from sightline.oversight.audiences.profile import Profile
from sightline.oversight.changes import Changed
from sightline.oversight.lead import Lead, lead
from sightline.oversight.withheld import SeenFigure
from sightline.trackers.waiting import WaitingChild

Latest = tuple[Measure, SeenFigure, str]  # the newest figure and its sentence


def opening(
    profile: Profile, waiting: Sequence[WaitingChild], changed: Sequence[Changed]
) -> Lead | None:
    """For those who act: the children who wait for what the audience answers for, or a change.

    None where nobody waits and nothing on the page got worse.
    """
    own = [change for change in changed if change.id in profile.measures]
    return lead(waits_of(profile, waiting), own, exact=True)


def waits_of(profile: Profile, waiting: Sequence[WaitingChild]) -> tuple[WaitingChild, ...]:
    """The children who wait for something that the audience acts on, with those reasons alone."""
    narrowed = (
        replace(child, reasons=tuple(r for r in child.reasons if r.kind in profile.waits))
        for child in waiting
    )
    return tuple(child for child in narrowed if child.reasons)


def published_opening(latest: Sequence[Latest], changed: Sequence[Changed]) -> Lead:
    """For those who ask: the surest change for the worse, or what lies furthest from its target."""
    sentences = {measure.id: said for measure, _, said in latest}
    worse = next((each for each in changed if each.worse and each.id in sentences), None)
    if worse:
        return Lead(
            sentences[worse.id], "Of all that is shown here, this has most surely got worse."
        )
    behind = max(latest, key=lambda each: _behind(each[0], each[1]), default=None)
    if behind and _behind(behind[0], behind[1]) > 0 and behind[0].target:
        aim = words.figure(behind[0].target.value, behind[0].unit)
        return Lead(
            behind[2], f"The aim is {aim}. Nothing else that is shown here is as far from its aim."
        )
    return Lead("Nothing that is shown here got worse by more than chance.", "")


def _behind(measure: Measure, figure: SeenFigure) -> float:
    """How far a figure lies on the wrong side of its target, as a part of the target; else 0."""
    if measure.target is None or figure.value is None or not figure.trusted:
        return 0
    short = measure.target.value - figure.value
    if measure.polarity is Polarity.NONE:
        return 0
    short = short if measure.polarity is Polarity.HIGH else -short
    return max(short, 0) / (measure.target.value or 1)
