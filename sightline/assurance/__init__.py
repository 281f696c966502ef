"""Whether a report says what its sources say: claims, promises, what it leaves out, conflicts.

In come documents as `letters` reads them: a report to a committee or a press statement, and the
inspection letters and reviews it speaks of. Out come its statements sentence by sentence with
where they stand, promises that lack an owner, a date or a measure, what of a source is mentioned,
softened and left out, answers of "none" beside content that has some, and competing statements of
one fact.

It reads governance reports only, never a practitioner's notes. It knows no measures, no database
and no web: whether a claim is borne out by a measure is asked elsewhere.
"""

from sightline.assurance.as_json import check_as_json, conflicts_as_json
from sightline.assurance.checking import Check, check
from sightline.assurance.conflicts import Conflict, conflicts, conflicts_among
from sightline.assurance.fact import Fact, FactKind
from sightline.assurance.facts import facts_of
from sightline.assurance.paper import Paper, read_paper
from sightline.assurance.statements import Statement, StatementKind, statements

__all__ = [
    "Check",
    "Conflict",
    "Fact",
    "FactKind",
    "Paper",
    "Statement",
    "StatementKind",
    "check",
    "check_as_json",
    "conflicts",
    "conflicts_among",
    "conflicts_as_json",
    "facts_of",
    "read_paper",
    "statements",
]
