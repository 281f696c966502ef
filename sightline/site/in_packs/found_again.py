"""What inspectors said before, and say again."""

from datetime import date

from sightline import words
from sightline.improvement.standing import recurring_unanswered
from sightline.packs import Section, Table

MOST = 12


def found_again(today: date) -> Section:
    """Confirmed weaknesses that two or more reviews found, the longest standing first."""
    found = recurring_unanswered(today)
    title = "What inspectors found before, and found again"
    if not found:
        return Section(title, "No confirmed weakness was found by more than one review.")
    rows = tuple(
        (
            each.finding.wording,
            words.day(each.said_first),
            str(each.times_said),
            each.has_stood,
        )
        for each in found[:MOST]
    )
    stand = "weakness stands" if len(found) == 1 else "weaknesses stand"
    left = f"The {MOST} that have stood longest." if len(found) > MOST else ""
    return Section(
        title,
        f"{words.count_of(len(found), stand, stand).capitalize()} that more than one review found.",
        table=Table(
            "Found again",
            ("In the words of the newest report", "Said first", "Reviews", "Has stood"),
            rows,
        ),
        notes=(left,) if left else (),
    )
