"""What is said of each statement of improvement: by its measure or finding, or by a person."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings

from sightline import words
from sightline.improvement.models import Finding, Statement
from sightline.jobs import claims
from sightline.jobs.claims import Borne
from sightline.letters import Direction, LetterKind
from sightline.letters.kinds import Weight
from sightline.measures import catalogue

UNBOUND = "unbound"
_TALLIED = (
    (Borne.SUPPORTED.value, "supported"),
    (Borne.CONTRADICTED.value, "contradicted"),
    (Borne.NO_MOVEMENT.value, "with no movement beyond chance"),
    (Borne.NOT_TESTABLE.value, "not testable"),
    (UNBOUND, "bound to nothing"),
)
_OF_DIRECTION = {
    Direction.STRENGTH: Borne.SUPPORTED,
    Direction.PROGRESS: Borne.SUPPORTED,
    Direction.WEAKNESS: Borne.CONTRADICTED,
    Direction.NEUTRAL: Borne.NOT_TESTABLE,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How one statement stands. `state` a value of Borne, or UNBOUND; `bound_to` in words."""

    statement: Statement
    state: str
    title: str
    why: str
    bound_to: str
    by_person: bool = False

    @property
    def colour(self) -> str:
        """The colour of its tag."""
        return {
            Borne.SUPPORTED.value: "green",
            Borne.CONTRADICTED.value: "red",
            Borne.NO_MOVEMENT.value: "orange",
            Borne.NOT_TESTABLE.value: "grey",
        }.get(self.state, "yellow")


def standing_of(statement: Statement, said_on: date | None, *, exact: bool) -> Standing:
    """How a statement stands, to those who see `exact` figures or only such as tell of no few."""
    by_itself = _by_itself(statement, said_on, exact=exact)
    if not statement.overruled:
        return by_itself
    title = Borne(statement.overruled).plain
    why = f"A person says so; by itself: {by_itself.title.lower()}. {by_itself.why}"
    return Standing(statement, statement.overruled, title, why, by_itself.bound_to, True)


def _by_itself(statement: Statement, said_on: date | None, *, exact: bool) -> Standing:
    if statement.measure:
        return _by_measure(statement, said_on, exact=exact)
    if statement.finding is not None:
        return _by_finding(statement, statement.finding, said_on)
    return Standing(statement, UNBOUND, "Bound to nothing", "Nobody has said what it rests on.", "")


def _by_measure(statement: Statement, said_on: date | None, *, exact: bool) -> Standing:
    known = catalogue().get(statement.measure)
    if known is None:
        why = "The measure is no longer in the catalogue."
        state = Borne.NOT_TESTABLE
        return Standing(statement, state.value, state.plain, why, statement.measure)
    answer = claims.answer(Path(settings.DATA), known.id, said_on)
    why = answer.sentence if exact or not answer.small else answer.short
    return Standing(statement, answer.borne.value, answer.borne.plain, why, known.title)


def _by_finding(statement: Statement, found: Finding, said_on: date | None) -> Standing:
    """A finding bears a claim out by its direction, where somebody independent made it in time."""
    bound_to = f"{found.name}, {found.review.title}"
    state = _OF_DIRECTION[Direction(found.direction)]
    day = found.review.dated
    why = f"{found.review.title} calls it a {found.direction}."
    if LetterKind(found.review.kind).weight is Weight.DERIVED:
        state, why = Borne.NOT_TESTABLE, "What it is bound to only repeats what others said."
    elif said_on and day and day > said_on:
        state = Borne.NOT_TESTABLE
        why = f"The finding came later, on {words.day(day)}, so it could not be known then."
    return Standing(statement, state.value, state.plain, why, bound_to)


def tally(standings: Sequence[Standing]) -> str:
    """ "14 statements of improvement: 3 supported, 2 contradicted, 9 bound to nothing"."""
    counts = Counter(each.state for each in standings)
    said = [f"{counts[state]} {name}" for state, name in _TALLIED if counts[state]]
    many = words.count_of(len(standings), "statement").capitalize()
    return f"{many} of improvement" + (f": {', '.join(said)}" if said else "")


def claims_of(statements: Iterable[Statement]) -> list[Statement]:
    """The statements of improvement."""
    return [each for each in statements if each.claims_improvement]
