"""What a board's pack says of what is called done: what is not shown comes first."""

from datetime import date

from sightline import words
from sightline.closure.accuracy import accuracy
from sightline.closure.every import contradicted, every_standing, waiting
from sightline.packs import Section, Table

_MOST = 10
_TITLE = "Done, and whether it makes a difference"


def sections(today: date, *, outside: bool) -> tuple[Section, ...]:
    """What is claimed, what the data says otherwise, and what closed actions changed.

    `outside`: for readers for whom small numbers are withheld; they read no figure of children
    here, since none goes through the ledger of what left the house. None without an action.
    """
    every = every_standing(today)
    if not every:
        return ()
    against = contradicted(every)
    return (
        Section(
            _TITLE,
            accuracy(every).sentence,
            points=tuple(
                f"Closed, but the data says otherwise: {each.action.title}. "
                f"{each.told.short if outside else each.told.sentence}"
                for each in against[:_MOST]
            ),
            table=_effects([each.effect.plain for each in every if each.evidenced]),
            notes=(
                *_waiting(len(waiting(every))),
                "A closed action is one whose evidence somebody other than its owner has seen. "
                "What moved since an action began was not thereby moved by it.",
            ),
        ),
    )


def _effects(told: list[str]) -> Table | None:
    """Closed actions by what the figures say of them, the most frequent first."""
    counts = sorted(((told.count(each), each) for each in set(told)), key=lambda c: (-c[0], c[1]))
    if not counts:
        return None
    rows = tuple((each, str(many)) for many, each in counts)
    return Table("What difference closed actions make", ("The figures say", "Actions"), rows)


def _waiting(many: int) -> tuple[str, ...]:
    if not many:
        return ()
    said = words.count_of(many, "action is", "actions are")
    return (f"{said.capitalize()} said to be done, and nobody else has looked.",)
