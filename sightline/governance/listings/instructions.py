"""The log of instructions that a commissioner gave."""

from datetime import date

from django.urls import reverse

from sightline.governance.listings.listing import Link, List, Listing, Table
from sightline.governance.listings.owed import COLUMNS, row_of
from sightline.governance.models import Matter, MatterKind, StepKind
from sightline.governance.standing import Standing, standings
from sightline.governance.wording import counted
from sightline.people.models import User
from sightline.people.permissions import Permission


def _made(user: User, today: date) -> Listing:
    every = standings(Matter.objects.filter(kind=MatterKind.INSTRUCTION))
    open_now = [each for each in every if each.closed_on is None]
    late = [each for each in open_now if each.late(today) and not _noted(each)]
    add = Link("Write down an instruction", f"{reverse('matter-add')}?kind=instruction")
    may = user.may_any((Permission.KEEP_BOARDS, Permission.INSTRUCT))
    return Listing(
        f"{counted(len(open_now), 'instruction')} of {len(every)} open."
        if every
        else "No instruction has been written down.",
        Table(
            "Instructions, the oldest first",
            {**COLUMNS, "For how long": 24},
            [[*row_of(each, today), _span(each)] for each in every],
        ),
        intro="An instruction given by word of mouth is written down here on the same day. Whether "
        "it is carried out is for the commissioner to say.",
        marks=[
            f"Past its day without a note from the commissioner: {each.matter.words}"
            for each in late
        ],
        adds=(add,) if may else (),
    )


def _noted(each: Standing) -> bool:
    """Whether the commissioner has said something about it: the council's answer is none."""
    return any(step.kind in (StepKind.MOVED, StepKind.SENT_BACK) for step in each.steps)


def _span(each: Standing) -> str:
    return "Until it is withdrawn" if each.matter.ongoing else "Until it is carried out"


INSTRUCTIONS = List("instructions", "Instructions", _made)
