"""The promises of checked reports that lack an owner, a date or a measure, also for packs."""

from datetime import date

from sightline import words
from sightline.improvement.models import Statement
from sightline.packs import Section, Table

MOST = 12  # rows of a printed pack; the workbook has them all
TITLE = "Promises without measure"


def open_promises() -> list[Statement]:
    """The promises that still lack something; an accepted risk stays in the list, marked."""
    found = Statement.objects.exclude(promise="").select_related("review")
    return [each for each in found.order_by("review__dated", "review", "order") if each.lacks]


def sections(today: date) -> tuple[Section, ...]:
    """The same for the packs of boards and scrutiny, by the day of the pack, the oldest first.

    The words are those of reports to committees, which anybody may read. None where no report that
    was checked holds such a promise.
    """
    found = [each for each in open_promises() if (each.review.dated or today) <= today]
    if not found:
        return ()
    rows = tuple(
        (each.text, f"{each.review.title}, {each.place.lower()}", ", ".join(each.lacks))
        for each in found
    )
    many = words.count_of(len(found), "promise").capitalize()
    lacks = "lacks" if len(found) == 1 else "lack"
    heads = ("Promised", "Where", "Does not say")
    longer = len(rows) > MOST
    return (
        Section(
            TITLE,
            f"{many} in reports to committees {lacks} an owner, a date or a measure.",
            table=Table(TITLE, heads, rows[:MOST]),
            more=Table(TITLE, heads, rows) if longer else None,
            notes=(f"The {MOST} made longest ago; the workbook has all.",) if longer else (),
        ),
    )
