"""What is in doubt in the record: returns that disagree, and identifiers that clash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import ibis
from ibis import _
from ibis.expr.types import BooleanValue, Table

from sightline.jobs.authority import opened
from sightline.jobs.remembered import remembered
from sightline.jobs.whose import whose
from sightline.records import Records, ask_again
from sightline.records.precedence import ALL


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A fact on which two returns disagree. Values are as the returns give them: codes or days."""

    child_id: str
    what: str
    used_source: str
    used_value: str
    used_period: date
    other_source: str
    other_value: str
    other_period: date
    reason: str


@dataclass(frozen=True, slots=True)
class DisagreementCount:
    """How often one return was used over another about one fact, and of how many children."""

    what: str
    used_source: str
    other_source: str
    reason: str
    facts: int
    children: int


@dataclass(frozen=True, slots=True)
class IdentityClash:
    """A doubt about who is who, what was done about it, and why.

    `other_child_id` is None where the doubt lies within one child's record, where to name the
    other would itself link an adopted child's two identities, or where whoever asks may not see
    the other child. `source` and what follows are None where no one return is meant.
    """

    child_id: str
    other_child_id: str | None
    kind: str
    value: str | None
    source: str | None
    period: date | None
    other_value: str | None
    other_source: str | None
    other_period: date | None
    outcome: str
    reason: str


@dataclass(frozen=True, slots=True)
class Among:
    """The children of a team, or of a worker; both blank is every child."""

    team: str = ""
    worker: str = ""

    def holds(self, team: ibis.Value, worker: ibis.Value) -> BooleanValue:
        """Whether a child whose team and worker these are is one of them."""
        if not (self.team or self.worker):
            return ibis.literal(True)
        of_team = team == self.team if self.team else ibis.literal(True)
        of_worker = worker == self.worker if self.worker else ibis.literal(True)
        return (of_team & of_worker).fill_null(False)


EVERY_CHILD = Among()


def disagreements(data: Path, child_id: str) -> tuple[Disagreement, ...]:
    """On what the returns disagree about one child, by what it is; NothingLoadedError if empty."""
    with opened(data) as records:
        return disagreements_in(records, child_id)


def disagreements_in(records: Records, child_id: str) -> tuple[Disagreement, ...]:
    """As `disagreements`, from records that are open."""

    def hers(child: str) -> Table:
        found = records.table("disagreement").filter(_.child_id == child)
        return found.order_by(["what", *_WITHIN]).select(_FIELDS)

    rows = ask_again(records, "disagreements", hers, child=child_id)
    return tuple(Disagreement(**row) for row in rows)


@remembered
def disagreement_counts(data: Path) -> tuple[DisagreementCount, ...]:
    """Fact by fact (in the order of `precedence.ALL`): which return was used over which."""
    keys = ["what", "used_source", "other_source", "reason"]
    with opened(data) as records:
        every = records.table("disagreement")
        counted = every.group_by(keys).agg(facts=_.count(), children=_.child_id.nunique())
        ordered = counted.order_by([_place(counted), *keys])
        rows = records.connection.to_pyarrow(ordered).to_pylist()
    return tuple(DisagreementCount(**row) for row in rows)


@remembered
def children_of_disagreements(data: Path) -> int:
    """Of how many children any two returns disagree."""
    with opened(data) as records:
        return int(records.table("disagreement").child_id.nunique().execute())


def disagreements_among(
    data: Path, among: Among, what: str = "", *, first: int = 0, limit: int | None = None
) -> tuple[Disagreement, ...]:
    """Those of the children in question, or those of one fact: fact by fact, then child by child.

    `first` and `limit` pick a page of them. Raises NothingLoadedError.
    """
    with opened(data) as records:
        found = _among(records, among, what)
        ordered = found.order_by([_place(found), "child_id", *_WITHIN])
        return _disagreements(records, ordered.limit(limit, offset=first))


@remembered
def how_many_disagreements(data: Path, among: Among, what: str = "") -> int:
    """How many `disagreements_among` has in all."""
    with opened(data) as records:
        return int(_among(records, among, what).count().execute())


@remembered
def identity_clashes(data: Path, among: Among = EVERY_CHILD) -> tuple[IdentityClash, ...]:
    """Every doubt about who is who, by child. Raises NothingLoadedError.

    Of the clashes of other children, those with a child in question are given too, told from the
    side of the one in question: the other child is then not named, nor anything said of her.
    """
    with opened(data) as records:
        ordered = _from_the_side_of(among, _with_whose(records)).order_by(
            ["child_id", "kind", "other_child_id", "other_value"]
        )
        wanted = ordered.select(list(IdentityClash.__dataclass_fields__))
        rows = records.connection.to_pyarrow(wanted).to_pylist()
    return tuple(IdentityClash(**row) for row in rows)


_FIELDS = list(Disagreement.__dataclass_fields__)
_WITHIN = ("used_period", "used_value", "other_source", "other_value")
_SIDES = {
    "child_id": "other_child_id",
    "value": "other_value",
    "source": "other_source",
    "period": "other_period",
}


def _place(table: Table) -> ibis.Value:
    """Where a fact stands in `precedence.ALL`."""
    return ibis.cases(*((table.what == each.what, at) for at, each in enumerate(ALL)), else_=99)


def _among(records: Records, among: Among, what: str) -> Table:
    found = records.table("disagreement")
    if what:
        found = found.filter(_.what == what)
    if among == EVERY_CHILD:
        return found
    owned = whose(records)
    return found.semi_join(owned.filter(among.holds(owned.team_now, owned.worker_now)), "child_id")


def _disagreements(records: Records, ordered: Table) -> tuple[Disagreement, ...]:
    wanted = ordered.select(_FIELDS)
    rows = records.connection.to_pyarrow(wanted).to_pylist()
    return tuple(Disagreement(**row) for row in rows)


def _with_whose(records: Records) -> Table:
    """The clashes, with the team and worker of both children."""
    clashes, owned = records.table("identity_clash"), whose(records)
    other = owned.select(
        other_child_id=_.child_id, other_team=_.team_now, other_worker=_.worker_now
    )
    one = clashes.left_join(owned, "child_id").select(clashes, owned.team_now, owned.worker_now)
    return one.left_join(other, "other_child_id").select(one, other.other_team, other.other_worker)


def _from_the_side_of(among: Among, clashes: Table) -> Table:
    """Those with a child in question, who comes first; the other is blank unless in question too.

    What two returns say of one child is told whole: there is no other child in it.
    """
    mine = among.holds(clashes.team_now, clashes.worker_now)
    others = among.holds(clashes.other_team, clashes.other_worker)
    told = clashes.mutate(
        mine=mine, both=clashes.other_child_id.isnull() | (mine & others), others=others
    ).filter(_.mine | (_.others & _.other_child_id.notnull()))
    first = {one: ibis.ifelse(told.mine, told[one], told[other]) for one, other in _SIDES.items()}
    second = {
        other: ibis.ifelse(told.both, told[other], ibis.null(told[other].type()))
        for other in _SIDES.values()
    }
    return told.select(**first, **second, kind=_.kind, outcome=_.outcome, reason=_.reason)
