"""What people do with a statement: each act changes it and adds its event, or nothing is done."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from sightline.improvement import acting
from sightline.improvement.acting import Draft
from sightline.improvement.decisions import DecisionError
from sightline.improvement.models import (
    Action,
    Finding,
    Overruled,
    Statement,
    StatementAct,
    StatementEvent,
)
from sightline.measures import catalogue
from sightline.people.models import User


@dataclass(frozen=True, slots=True)
class Given:
    """What a promise is given; empty values leave what is there."""

    owner: str = ""
    due: date | None = None
    gauge: str = ""  # in words of one's own: another person must agree to it
    measure: str = ""  # or a measure of the catalogue, by its id


def bind(
    statement: Statement, user: User, at: datetime, *, measure: str = "", finding: int | None = None
) -> Statement:
    """Binds the statement to a measure of the catalogue or to a finding, in place of any other.

    Raises DecisionError where neither is named, or what is named is not there.
    """
    with transaction.atomic():
        row = _held(statement)
        if measure:
            if measure not in catalogue():
                raise DecisionError("There is no such measure in the catalogue.")
            row.measure, row.finding, what = measure, None, catalogue()[measure].title
        else:
            found = Finding.objects.select_related("review").filter(pk=finding or 0).first()
            if found is None:
                raise DecisionError("Choose a measure or a finding that it rests on.")
            row.measure, row.finding = "", found
            what = f"{found.name}, {found.review.title}"
        row.overruled = ""
        return _done(row, StatementEvent(act=StatementAct.BOUND, what=what, by=user, at=at))


def unbind(statement: Statement, user: User, at: datetime, why: str) -> Statement:
    """Takes the binding away. Raises DecisionError where there is none or no reason is given."""
    reason = _reason(why)
    with transaction.atomic():
        row = _held(statement)
        if not row.measure and row.finding_id is None:
            raise DecisionError("It is bound to nothing.")
        row.measure, row.finding, row.overruled = "", None, ""
        act = StatementAct.UNBOUND
        return _done(row, StatementEvent(act=act, what="it", by=user, at=at, why=reason))


def overrule(statement: Statement, user: User, at: datetime, to: str, why: str) -> Statement:
    """Says of the statement what the measure does not say. Raises DecisionError without a reason.

    The reason stays in the history, whatever follows.
    """
    reason = _reason(why)
    if to not in Overruled.values:
        raise DecisionError("Choose what you say of it.")
    with transaction.atomic():
        row = _held(statement)
        row.overruled = to
        what = f"“{Overruled(to).label.lower()}”"
        act = StatementAct.OVERRULED
        return _done(row, StatementEvent(act=act, what=what, by=user, at=at, why=reason))


def give(statement: Statement, user: User, at: datetime, given: Given, why: str) -> Statement:
    """Gives a promise its owner, date or measure; those given before may be given anew.

    Raises DecisionError where it promises nothing, nothing is given, or no reason is given.
    """
    reason = _reason(why)
    with transaction.atomic():
        row = _held(statement)
        gauge = _gauge(given)
        said = [
            f"the owner {given.owner.strip()}" if given.owner.strip() else "",
            f"the date {given.due.isoformat()}" if given.due else "",
            f"the measure “{gauge}”" if gauge else "",
        ]
        what = ", ".join(each for each in said if each)
        if not row.promise:
            raise DecisionError("It promises nothing.")
        if not what:
            raise DecisionError("Give at least one of owner, date and measure.")
        row.owner = given.owner.strip() or row.owner
        row.due = given.due or row.due
        if gauge:
            row.gauge, row.gauge_measure = gauge[:300], given.measure
            row.gauge_by, row.gauge_agreed_by = user, None
        event = StatementEvent(act=StatementAct.GAVE, what=what[:600], by=user, at=at, why=reason)
        return _done(row, event)


def _gauge(given: Given) -> str:
    """The measure given, in words. Raises DecisionError for an unknown one, or for two."""
    if given.measure and given.gauge.strip():
        raise DecisionError("Give a measure of the catalogue or one in your own words, not both.")
    if not given.measure:
        return given.gauge.strip()
    if given.measure not in catalogue():
        raise DecisionError("There is no such measure in the catalogue.")
    return catalogue()[given.measure].title


def agree_gauge(statement: Statement, user: User, at: datetime, why: str) -> Statement:
    """A second person agrees that a measure in somebody's own words would show the promise kept.

    Raises DecisionError where none waits, for who gave it, or without a reason.
    """
    reason = _reason(why)
    with transaction.atomic():
        row = _held(statement)
        if not row.gauge_waits:
            raise DecisionError("No measure of it waits for another person.")
        if row.gauge_by_id == user.pk:
            raise DecisionError("You gave this measure: another person must agree to it.")
        row.gauge_agreed_by = user
        act = StatementAct.AGREED
        event = StatementEvent(act=act, what=f"“{row.gauge}”", by=user, at=at, why=reason)
        return _done(row, event)


def make_action(
    statement: Statement, draft: Draft, given: Given, user: User, at: datetime, why: str
) -> Action:
    """Makes the promise an action with an owner, a day and a measure: all of it, or nothing.

    Raises DecisionError where it promises nothing, is an action already, or lacks one of the three
    or a reason.
    """
    reason = _reason(why)
    with transaction.atomic():
        row = _held(statement)
        if not row.promise:
            raise DecisionError("It promises nothing.")
        if row.action_id is not None:
            raise DecisionError("It was made an action already.")
        if not (draft.owner_name.strip() and draft.due and _gauge(given)):
            raise DecisionError(
                "An action needs an owner, a day, and a measure that would show it."
            )
        told = Given(draft.owner_name, draft.due, given.gauge, given.measure)
        give(row, user, at, told, reason)
        try:
            action = acting.write_down(draft, [], user, at)
        except acting.ActingError as error:
            raise DecisionError(str(error)) from error
        row.refresh_from_db()
        row.action = action
        event = StatementEvent(act=StatementAct.ACTED, what=action.title, by=user, at=at)
        _done(row, event)
        return action


def accept_risk(statement: Statement, user: User, at: datetime, why: str) -> Statement:
    """Lets a vague promise stand as an accepted risk. Raises DecisionError as `give`."""
    reason = _reason(why)
    with transaction.atomic():
        row = _held(statement)
        if not row.is_open_promise:
            raise DecisionError("It is not a promise that lacks anything.")
        row.risk_accepted = True
        return _done(row, StatementEvent(act=StatementAct.ACCEPTED, by=user, at=at, why=reason))


def _held(statement: Statement) -> Statement:
    """The statement as it now stands in the database, held for this transaction."""
    return Statement.objects.select_for_update(of=("self",)).get(pk=statement.pk)


def _reason(why: str) -> str:
    if not why.strip():
        raise DecisionError("Say why, so that whoever reads this later understands it.")
    return why.strip()


def _done(row: Statement, event: StatementEvent) -> Statement:
    row.save()
    event.statement = row
    event.save()
    return row
