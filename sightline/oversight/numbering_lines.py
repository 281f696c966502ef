"""Returns that number children differently, as a person would say it."""

from pathlib import Path

from sightline import words
from sightline.jobs.numberings import NotHeld, OwnNumbers, not_held, own_numbers
from sightline.oversight.clash_lines import KINDS, ClashLine
from sightline.oversight.quality_words import return_title

KIND = "numbering"
_ASK = (
    "Ask whoever makes the two extracts which system each comes from. Give every child one number "
    "in all returns, that of the records system, and load them again."
)


def numbering_lines(data: Path) -> list[ClashLine]:
    """What stands of it in all that is loaded. Raises NothingLoadedError."""
    return [
        *(_of_its_own(each) for each in own_numbers(data)),
        *(_not_held(each) for each in not_held(data)),
    ]


def _of_its_own(found: OwnNumbers) -> ClashLine:
    title = return_title(found.source)
    apart = words.count_of(found.apart, "child", "children")
    joined = ""
    if found.joined:
        one = words.count_of(found.joined, "child", "children")
        joined = (
            f" {one[0].upper()}{one[1:]} of it could be told by UPN and date of birth, and "
            f"{'keeps' if found.joined == 1 else 'keep'} one record."
        )
    return ClashLine(
        kind=KIND,
        title=KINDS[KIND],
        names=(),
        about=title,
        what=f"A newer return uses the numbers in the {title} (newest: {words.day(found.period)}) "
        "for other children: hardly one number goes with the same date of birth in both.",
        did=f"Kept {apart} of the {title} apart: each stands under a name of its own, "
        f"{found.named}: and then the number.{joined}",
        why="Where two systems both count from one, the same number says nothing about who it is.",
        check=f"{_ASK} Until then a child who is in both is told of twice, as two children, but "
        "for those whose UPN is in both.",
    )


def _not_held(found: NotHeld) -> ClashLine:
    title = return_title(found.return_name)
    of = f" of {words.day(found.period)}" if found.period else ""
    what, _, _ = found.message.partition(". ")
    return ClashLine(
        kind=KIND,
        title=KINDS[KIND],
        names=(),
        about=f"{title}{of}",
        what=f"{what}.",
        did="Did not hold the two against each other: no check that looks for the children of the "
        "one in the other was run.",
        why="Nearly every child would be “not in the other return”, and none of it would be true.",
        check=f"{_ASK} If they are of one system, look whether one of them is of another authority "
        "or another year.",
    )
