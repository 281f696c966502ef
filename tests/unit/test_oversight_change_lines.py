"""Which lines of what changed are looked at first, and which fold away."""

from sightline.jobs.history import Tally
from sightline.oversight.record_changes import lines, parted


def tally(name: str, shown: int, late: int, *, vanished: int = 0) -> Tally:
    return Tally(name, shown, late, None, None, 0, vanished, 0)


FOUND = [
    tally("Many", 1000, 20),
    tally("Most", 100, 30),
    tally("None", 500, 0),
    tally("Gone", 0, 0, vanished=7),
]


def test_the_largest_share_late_comes_first_and_what_is_quiet_folds() -> None:
    loud, quiet, end = parted(lines(FOUND, exact=True))
    assert [line.name for line in loud] == ["Most", "Many", "Gone"]
    assert [line.name for line in quiet] == ["None"]
    assert round(end, 3) == 0.396  # Wilson's upper limit of 30 of 100, as published tables have it


def test_what_is_withheld_folds_as_what_is_quiet_does() -> None:
    """The 2 of 1,000 is small; the 40 of 400 is withheld with it, or it could be worked out."""
    hidden = [tally("Two", 1000, 2), tally("None", 500, 0), tally("Some", 400, 40)]
    loud, quiet, _ = parted(lines(hidden, exact=False))
    assert loud == []
    assert [line.name for line in quiet] == ["Two", "None", "Some"]
