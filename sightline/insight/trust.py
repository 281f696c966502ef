"""Whether a measure may be believed: sound, with care, or not to be used, and why.

What decides: how many children's inputs are missing or cannot be right, and whether that could
move the figure further than chance; how many are doubted; how old the data is; and how much of the
latest months is still to be written down. The thresholds stand here by name, so that they can be
argued with. They are the house's own; no guidance sets them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sightline.insight.bounds import Bounds
from sightline.insight.intervals import Interval

UNUSABLE_LOST = 0.20  # share of children whose inputs are missing or wrong: one in five
CAREFUL_LOST = 0.05
UNUSABLE_WIDTH = 0.20  # how far apart the bounds may lie, as a fraction of 1
CAREFUL_DOUBTED = 0.10
CAREFUL_LATE = 0.10  # share of new entries that an earlier extract should have shown
FEWEST_CHILDREN = 20
FEWEST_ENTRIES = 20  # to tell of late recording
_STALE_PERIODS = 2


class Level(StrEnum):
    """How far a measure may be believed."""

    SOUND = "sound"
    WITH_CARE = "with care"
    NOT_TO_BE_USED = "not to be used"


_ORDER = list(Level)


@dataclass(frozen=True, slots=True)
class Column:
    """One input of a measure, in plain English ("date of the last visit"), and its children.

    `missing`: children without it; `wrong`: children of whom an error says that it cannot be so;
    `doubted`: children of whom a warning doubts it. A child is in one of the three.
    """

    name: str
    missing: int = 0
    wrong: int = 0
    doubted: int = 0

    def __post_init__(self) -> None:
        """Raises ValueError for a count below 0."""
        if min(self.missing, self.wrong, self.doubted) < 0:
            raise ValueError("A count of children is not below 0.")


@dataclass(frozen=True, slots=True)
class Recorded:
    """Entries that extracts of the last year showed for the first time: how many, how many late.

    Late is one that an earlier extract, taken after the day of the entry, should have shown.
    """

    shown: int = 0
    late: int = 0

    def __post_init__(self) -> None:
        """Raises ValueError unless 0 <= late <= shown."""
        if not 0 <= self.late <= self.shown:
            raise ValueError("No more entries are late than were shown.")


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the checks found of a measure's inputs.

    `children`: in the denominator, or what else is `counted` (in the plural). `columns`: see
    Column. `age_days`: since the day the data was taken, and `due_every_days` how often it should
    be. `recorded`: how late its inputs are recorded. `bounds` and `chance`: of a share, how far
    what is missing and what chance could move it. `refused`: the tables that a measure needs and
    that were not read at all. `most_lost`: the share of inputs that may be missing or wrong
    (fraction of 1).
    """

    children: int
    columns: tuple[Column, ...] = ()
    age_days: int | None = None
    due_every_days: int = 31
    recorded: Recorded = Recorded()
    bounds: Bounds | None = None
    chance: Interval | None = None
    refused: tuple[str, ...] = ()
    counted: str = "children"
    most_lost: float = UNUSABLE_LOST

    def said(self, number: int) -> str:
        """ "12 children", "1 referral"."""
        one = "child" if self.counted == "children" else self.counted.removesuffix("s")
        return f"1 {one}" if number == 1 else f"{number:,} {self.counted}"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, as a sentence, and how far down it takes the measure by itself."""

    level: Level
    sentence: str


@dataclass(frozen=True, slots=True)
class Trust:
    """How far to believe a measure; the gravest reasons first. Sound has none."""

    level: Level
    reasons: tuple[Reason, ...]

    def sentence(self) -> str:
        """Say the level and why in plain English."""
        said = {
            Level.SOUND: "Sound: no check speaks against it.",
            Level.WITH_CARE: "With care:",
            Level.NOT_TO_BE_USED: "Not to be used:",
        }[self.level]
        return " ".join([said, *(reason.sentence for reason in self.reasons)])


def trust(inputs: Inputs) -> Trust:
    """Judge a measure by what gates it. Raises ValueError where more are missing than there are."""
    if any(column.missing + column.wrong > inputs.children for column in inputs.columns):
        raise ValueError("Of a measure's children no more are missing than there are.")
    found = [*_tables(inputs), *_columns(inputs), *_bounds(inputs), *_time(inputs)]
    if 0 < inputs.children < FEWEST_CHILDREN and not inputs.refused:
        found.append(
            Reason(Level.WITH_CARE, f"It counts {inputs.said(inputs.children)}: each one moves it.")
        )
    found.sort(key=lambda reason: -_ORDER.index(reason.level))
    level = found[0].level if found else Level.SOUND
    return Trust(level, tuple(found))


def _tables(inputs: Inputs) -> list[Reason]:
    if inputs.refused:
        named = ", ".join(inputs.refused)
        return [Reason(Level.NOT_TO_BE_USED, f"It needs what could not be read: {named}.")]
    if inputs.children == 0:
        return [Reason(Level.NOT_TO_BE_USED, f"There are no {inputs.counted} to count.")]
    return []


def _columns(inputs: Inputs) -> list[Reason]:
    found = []
    for column in inputs.columns:
        if not inputs.children:
            continue
        lost = column.missing + column.wrong
        if lost / inputs.children > CAREFUL_LOST:
            grave = lost / inputs.children > inputs.most_lost
            level = Level.NOT_TO_BE_USED if grave else Level.WITH_CARE
            found.append(Reason(level, f"The {column.name} {_lost(column, inputs)}."))
        elif column.doubted / inputs.children > CAREFUL_DOUBTED:
            sentence = (
                f"The {column.name} is doubted for {column.doubted} of "
                f"{inputs.said(inputs.children)}."
            )
            found.append(Reason(Level.WITH_CARE, sentence))
    return found


def _lost(column: Column, inputs: Inputs) -> str:
    every = inputs.said(inputs.children)
    missing = f"is missing for {column.missing} of {every}"
    wrong = f"cannot be right for {column.wrong}"
    if not column.wrong:
        return missing
    if not column.missing:
        return f"{wrong} of {every}"
    return f"{missing} and {wrong}"


def _bounds(inputs: Inputs) -> list[Reason]:
    bounds = inputs.bounds
    if bounds is None or not bounds.unsure:
        return []
    between = f"anywhere from {100 * bounds.low:.0f}% to {100 * bounds.high:.0f}%"
    if bounds.high - bounds.low > UNUSABLE_WIDTH:
        return [
            Reason(Level.NOT_TO_BE_USED, f"With what is missing, the truth could be {between}.")
        ]
    if inputs.chance is not None and bounds.beyond(inputs.chance):
        sentence = f"What is missing could move it further than chance would: {between}."
        return [Reason(Level.WITH_CARE, sentence)]
    return []


def _time(inputs: Inputs) -> list[Reason]:
    found = []
    if inputs.age_days is not None and inputs.age_days > inputs.due_every_days:
        stale = inputs.age_days > _STALE_PERIODS * inputs.due_every_days
        level = Level.NOT_TO_BE_USED if stale else Level.WITH_CARE
        sentence = (
            f"The data is {inputs.age_days} days old; it is due every {inputs.due_every_days}."
        )
        found.append(Reason(level, sentence))
    late, shown = inputs.recorded.late, inputs.recorded.shown
    if shown >= FEWEST_ENTRIES and late / shown > CAREFUL_LATE:
        sentence = (
            f"Of {shown:,} new entries that it rests on in a year, {late:,} "
            f"({100 * late / shown:.0f}%) were recorded late: the latest months may still change."
        )
        found.append(Reason(Level.WITH_CARE, sentence))
    return found
