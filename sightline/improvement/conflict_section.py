"""For packs: facts that documents state differently, and which of them is used."""

from datetime import date

from sightline import words
from sightline.improvement.conflicting import Listed, listed
from sightline.improvement.own import own_names
from sightline.packs import Section, Table

TITLE = "Facts that documents state differently"
_NOBODY = "Nobody has said which is used"


def sections(today: date) -> tuple[Section, ...]:
    """The conflicts among documents of the authority itself, of the pack's day or earlier: what
    each states, and which is used. None where no two of them differ."""
    own = {name.casefold() for name in own_names()}
    found = [
        row
        for row in listed()
        if row.conflict.authority.casefold() in own
        and all((side.review.dated or today) <= today for side in row.sides)
    ]
    if not found:
        return ()
    undecided = sum(row.decided is None for row in found)
    facts = words.count_of(len(found), "fact").capitalize()
    are = "is" if len(found) == 1 else "are"
    sentence = f"{facts} {are} stated differently in the documents"
    if undecided:
        sentence += f"; of {undecided} nobody has said yet which is used"
    return (Section(TITLE, f"{sentence}.", table=Table(TITLE, _HEADS, tuple(map(_row, found)))),)


_HEADS = ("Fact", "Stated", "Used, and why")


def _row(row: Listed) -> tuple[str, str, str]:
    stated = "; ".join(
        dict.fromkeys(f"{side.fact.value} ({side.review.title})" for side in row.sides)
    )
    decided = row.decided
    used = f"{decided.used}: {decided.why}" if decided else _NOBODY
    return row.conflict.kind.plain, stated, used
