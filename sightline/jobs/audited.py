"""Whether audits find a practice more often since something was begun than in the two years before.

Audits are few, so the two shares are set against each other by Fisher's exact test. Audits say what
their auditors found, moderated or not.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import ibis
from ibis import _
from scipy.stats import fisher_exact

from sightline import words
from sightline.jobs.authority import opened
from sightline.jobs.claims import BEYOND_CHANCE
from sightline.jobs.effects import Moved, Movement
from sightline.jobs.remembered import remembered
from sightline.records import NothingLoadedError

FEWEST = 10  # audits before, and since
BEFORE = timedelta(days=730)
Counts = tuple[int, int]  # found, of so many audits


def audits_since(data: Path, standard: str, begun: date, until: date) -> Movement:
    """Which way audits of a practice standard went since `begun`; see `compared`."""
    try:
        before, since = _counts(data, standard, begun, until)
    except NothingLoadedError:
        before = since = (0, 0)
    return compared(before, since)


def compared(before: Counts, since: Counts) -> Movement:
    """Which way it went: (audits that found it, audits) before, and since.

    Cannot be told with fewer than ten audits before; too soon with fewer than ten since.
    """
    if before[1] < FEWEST:
        return _both(Moved.CANNOT_TELL, "Too few audits looked for it before it began.")
    if since[1] < FEWEST:
        many = words.count_of(since[1], "audit has", "audits have")
        said = f"{many.capitalize()} looked for it since it began; {FEWEST} are needed to tell."
        return _both(Moved.TOO_SOON, said)
    p_value = fisher_exact([[f, of - f] for f, of in (before, since)]).pvalue
    then, now = (words.percentage(found / of) for found, of in (before, since))
    numbers = f"{then} of {before[1]} audits before, {now} of {since[1]} since"
    if p_value > BEYOND_CHANCE:
        said = "Audits find it no more and no less often, as far as can be told from chance"
        return Movement(Moved.NOT, f"{said}: {numbers}.", f"{said}.")
    better = since[0] / since[1] > before[0] / before[1]
    said = f"Audits find it {'more' if better else 'less'} often beyond chance"
    moved = Moved.BETTER if better else Moved.WORSE
    return Movement(moved, f"{said}: {numbers}.", f"{said}.")


@remembered
def _counts(data: Path, standard: str, begun: date, until: date) -> tuple[Counts, Counts]:
    with opened(data) as records:
        looked = records.table("audit_standard").filter(
            (_.standard == standard)
            & (_.date >= ibis.literal(begun - BEFORE))
            & (_.date <= ibis.literal(until))
            & _.met.notnull()
        )
        told = (
            looked.group_by(since=_.date >= ibis.literal(begun))
            .agg(found=_.met.cast("int64").sum(), audits=_.count())
            .to_pyarrow()
            .to_pylist()
        )
    found = {row["since"]: (int(row["found"] or 0), int(row["audits"])) for row in told}
    return found.get(False, (0, 0)), found.get(True, (0, 0))


def _both(moved: Moved, said: str) -> Movement:
    return Movement(moved, said, said)
