"""The first thing a pack says: what changed since the last one, beyond chance."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sightline import words
from sightline.jobs.control import Control
from sightline.oversight.changes import Changed
from sightline.oversight.control_seen import signs_said
from sightline.oversight.packs.facts import Fact, definition_digest
from sightline.oversight.packs.shown import Shown
from sightline.oversight.sentences import said
from sightline.packs import Section, Table

TITLE = "What changed since the last pack"
OTHERWISE = "Counted otherwise since: not to be compared"


@dataclass(frozen=True, slots=True)
class Before:
    """The pack before this one. `same_day`: an earlier version of this very pack, if there is."""

    as_at: date
    facts: Mapping[str, Fact]


def since_last(
    measures: Sequence[Shown],
    changed: Mapping[str, Changed],
    controls: Mapping[str, Control],
    before: Before | None,
) -> Section:
    """The section. Without a pack before, what differs beyond chance from the months before."""
    if before is None:
        return _first(changed)
    news = [
        *_begun(measures, changed, before),
        *_signs(measures, controls, before.as_at),
        *_ended(measures, changed, before),
    ]
    otherwise = [
        f"Counted by another definition since the last pack, so not set beside it: {each}."
        for each in _otherwise(measures, before)
    ]
    lasting = [f"As in the last pack: {each.sentence}" for each in _lasting(changed, before)]
    return Section(
        TITLE,
        _sentence(len(news), before.as_at),
        points=(*news, *otherwise, *lasting),
        table=_table(measures, changed, before),
    )


def _first(changed: Mapping[str, Changed]) -> Section:
    points = tuple(_led(each) for each in changed.values())
    sentence = (
        "This is the first pack of its kind, so there is none to set it beside. "
        "This is what differs from the months before it, beyond chance."
        if points
        else "This is the first pack of its kind. Nothing in it differs from the months before, "
        "beyond chance."
    )
    return Section(TITLE, sentence, points=points)


def _sentence(how_many: int, day: date) -> str:
    if not how_many:
        return f"Nothing has changed beyond chance since the last pack, at {words.day(day)}."
    things = words.count_of(how_many, "thing").capitalize()
    verb = "has" if how_many == 1 else "have"
    return f"{things} {verb} changed beyond chance since the last pack, at {words.day(day)}."


def _begun(
    measures: Sequence[Shown], changed: Mapping[str, Changed], before: Before
) -> Iterator[str]:
    """What is beyond chance now and was not then."""
    known = {each.measure.id for each in measures}
    for name, change in changed.items():
        then = before.facts.get(name)
        if name in known and then is not None and not then.beyond_chance:
            yield _led(change)


def _lasting(changed: Mapping[str, Changed], before: Before) -> Iterator[Changed]:
    for name, change in changed.items():
        then = before.facts.get(name)
        if then is not None and then.beyond_chance:
            yield change


def _ended(
    measures: Sequence[Shown], changed: Mapping[str, Changed], before: Before
) -> Iterator[str]:
    """What was beyond chance then and is no longer."""
    for each in measures:
        then = before.facts.get(each.measure.id)
        if then and then.beyond_chance and each.whole and each.measure.id not in changed:
            yield f"No longer beyond chance: {each.measure.title} (then: {then.beyond_chance})"


def _otherwise(measures: Sequence[Shown], before: Before) -> Iterator[str]:
    for each in measures:
        then = before.facts.get(each.measure.id)
        if then is not None and then.definition != definition_digest(each.measure):
            yield each.measure.title


def _signs(
    measures: Sequence[Shown], controls: Mapping[str, Control], since: date
) -> Iterator[str]:
    """The newest month since then that is a sign of something, where there was no such sign yet."""
    for each in measures:
        seen = controls[each.measure.id].limits
        then = [at.verdict for day, at in sorted(seen.items()) if day <= since][-1:]
        signs = [
            day
            for day, at in seen.items()
            if day > since and at.verdict is not None and at.verdict not in then
        ]
        if signs:
            told = signs_said(seen[max(signs)])
            yield f"{each.measure.title}: a sign of change in {words.month(max(signs))}: {told}."


def _led(change: Changed) -> str:
    return f"{change.verdict}: {change.sentence}" if change.verdict else change.sentence


def _table(measures: Sequence[Shown], changed: Mapping[str, Changed], before: Before) -> Table:
    heads = ("Measure", f"At {words.day(before.as_at)}", "Now", "Beyond chance now")
    rows = tuple(_row(each, changed, before.facts.get(each.measure.id)) for each in measures)
    return Table("Then and now: then as the last pack gave it", heads, rows)


def _row(each: Shown, changed: Mapping[str, Changed], then: Fact | None) -> tuple[str, ...]:
    measure = each.measure
    now = said(each.latest, measure.unit)
    if then is None:
        return measure.title, "Not in it", now, _beyond(each, changed)
    if then.definition != definition_digest(measure):
        return measure.title, then.said, now, OTHERWISE
    return measure.title, then.said, now, _beyond(each, changed)


def _beyond(each: Shown, changed: Mapping[str, Changed]) -> str:
    if not each.whole:
        return "Cannot be told: figures are withheld"
    if not each.latest.trusted:
        return "Cannot be told: not to be relied on"
    change = changed.get(each.measure.id)
    return change.short if change else "No"


def corrected(measures: Sequence[Shown], earlier: Mapping[str, Fact], why: str) -> Section:
    """For an issue that takes the place of another of the same day: what it changes, and why."""
    rows = tuple(
        (each.measure.title, earlier[each.measure.id].said, now)
        for each in measures
        if each.measure.id in earlier
        and (now := said(each.latest, each.measure.unit)) != earlier[each.measure.id].said
    )
    table = Table("Figures that are others now", ("Measure", "Before", "Now"), rows)
    notes = () if rows else ("No newest figure is another than in the version before.",)
    return Section("What this version changes", why, table=table if rows else None, notes=notes)
