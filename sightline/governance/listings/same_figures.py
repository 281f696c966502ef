"""Whether members and the improvement board were shown the same figures: the same load and run."""

from datetime import date

from django.db.models import Prefetch

from sightline.governance import parity
from sightline.governance.elsewhere import packs_issued
from sightline.governance.listings.listing import Cell, Link, List, Listing, Table
from sightline.governance.models import BodyKind, Meeting, Paper
from sightline.governance.parity import Shown
from sightline.people.models import User

COLUMNS = {
    "Meeting of members": 44, "Its figures": 34, "Board meeting before it": 44,
    "The board’s figures": 34, "The same?": 26,
}  # fmt: skip
_MEMBERS = (BodyKind.SCRUTINY, BodyKind.CORPORATE_PARENTING, BodyKind.COUNCIL)


def _made(user: User, today: date) -> Listing:
    with_packs = Paper.objects.filter(pack__isnull=False)
    meetings = (
        Meeting.objects.filter(papers__pack__isnull=False, cancelled="")
        .distinct()
        .select_related("body")
        .prefetch_related(Prefetch("papers", with_packs))
    )
    shown = parity.shown_at(meetings, {each.number: each for each in packs_issued()})
    board = [each for each in shown if each.meeting.body.kind == BodyKind.IMPROVEMENT]
    members = [each for each in shown if each.meeting.body.kind in _MEMBERS]
    pairs = [(each, _before(each, board)) for each in members]
    other = [(one, two) for one, two in pairs if two and one.runs != two.runs]
    return Listing(
        f"{len(other)} of {len(pairs)} meetings of members were shown other figures than the "
        "improvement board before them."
        if pairs
        else "No meeting of members has an issued pack among its papers yet.",
        Table("Meetings of members, the newest first", COLUMNS, [_row(*each) for each in pairs]),
        intro="A run is the fingerprint of all figures of one load: where it is the same, so is "
        "every figure. It can be other for a good reason, such as a newer load or a later month.",
        marks=[f"{one.meeting}: {one.said}; the board had {two.said}." for one, two in other],
    )


def _before(each: Shown, board: list[Shown]) -> Shown | None:
    """The last meeting of the board up to that day."""
    earlier = [one for one in board if one.meeting.day <= each.meeting.day]
    return max(earlier, key=lambda one: one.meeting.day, default=None)


def _row(one: Shown, two: Shown | None) -> list[Cell]:
    return [
        Link(str(one.meeting), one.meeting.get_absolute_url()),
        one.said,
        Link(str(two.meeting), two.meeting.get_absolute_url()) if two else "None before it",
        two.said if two else "",
        parity.verdict(one, two) if two else "",
    ]


SAME_FIGURES = List("same-figures", "The same figures for members and board", _made)
