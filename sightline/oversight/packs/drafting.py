"""A pack drafted from live data: what it would say if it were issued now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings

from sightline import words
from sightline.jobs import coverage, figures, runs
from sightline.jobs.control import Control, control
from sightline.measures import Group, MeasureFigures
from sightline.oversight.audiences import Grain
from sightline.oversight.changes import Changed, changes_for
from sightline.oversight.control_seen import WITHHELD
from sightline.oversight.coverage_lines import CoverageLine, coverage_lines, coverage_sentence
from sightline.oversight.declaring import declared_for
from sightline.oversight.inspection import inspected_on, visits
from sightline.oversight.models import IssuedPack
from sightline.oversight.packs.around import (
    Origin,
    about,
    not_shown,
    pace_section,
    stands_out,
    three_questions,
)
from sightline.oversight.packs.facts import Fact, facts_from_json, facts_of
from sightline.oversight.packs.kinds import PackKind
from sightline.oversight.packs.measure_section import measure_section
from sightline.oversight.packs.shown import Ledger, Shown, new_to_ledger, shown_in_pack
from sightline.oversight.packs.since_last import Before, corrected, since_last
from sightline.oversight.packs.supplied import Asked, supplied
from sightline.oversight.publishing import figures_kept, published_before, written
from sightline.oversight.scrutiny_rows import everything_looked_at, scrutiny_list
from sightline.packs import Pack, Section
from sightline.records import NothingLoadedError, software


@dataclass(frozen=True, slots=True)
class Draft:
    """A pack that could be issued, with what is kept beside it then.

    `new_figures`: those that nobody was shown before, as the ledger keeps them. `version`: 1, or
    one more than the newest issue of the same day, which it would take the place of.
    """

    pack: Pack
    facts: dict[str, Fact]
    new_figures: tuple[dict[str, Any], ...]
    origin: Origin
    version: int


def draft(
    kind: PackKind, today: date, *, as_at: date | None = None, what_changed: str = ""
) -> Draft:
    """The pack up to a day (the newest, if none is given). `what_changed`: why issued again.

    Raises NothingLoadedError where nothing is loaded, or no figure of the pack is so old.
    """
    run = runs.run(settings.DATA, as_at=as_at)
    found = {each.measure.id: each for each in run.measures}
    wanted = [found[name] for name in kind.measures if name in found]
    if not wanted:
        raise NothingLoadedError(f"No figure of this pack reaches back to {words.day(run.as_at)}.")
    ledger = Ledger(published_before(), figures_kept())
    protected = shown_in_pack(wanted, _teams(kind, wanted, run.as_at), ledger)
    measures = protected.measures
    changed = _changed(measures)
    controls = {each.measure.id: _control(each) for each in measures}
    came = tuple(visit for visit in visits() if visit.day <= run.as_at)
    told = supplied(Asked(kind.id, today, measures))
    lines = coverage_lines(coverage.coverage(settings.DATA), today)
    same_day = IssuedPack.objects.filter(kind=kind.id, as_at=run.as_at).first()
    origin = Origin(run.load_id, str(run.as_json()["fingerprint"]), software())
    again = (
        (corrected(measures, facts_from_json(same_day.facts), what_changed),) if same_day else ()
    )
    lacking = [name for name in kind.measures if name not in found]
    sections = (
        *again,
        since_last(measures, changed, controls, _before(kind, run.as_at)),
        *told.first,
        three_questions(measures, changed, coverage_sentence(lines), told.next_steps),
        stands_out(_scrutiny(run, today), measures),
        pace_section(measures, inspected_on(came)),
        *told.further,
        *_questions(
            kind,
            {
                each.measure.id: measure_section(
                    each,
                    controls[each.measure.id],
                    changed.get(each.measure.id),
                    came,
                    kind.profile.wording,
                )
                for each in measures
            },
        ),
        not_shown(measures, protected.left_out, lacking, _not_measured(lines)),
        about(origin, len(measures), len(told.first) + len(told.further)),
    )
    version = same_day.version + 1 if same_day else 1
    pack = Pack(
        kind.title, settings.AUTHORITY_NAME, _about(kind, run.as_at), run.as_at, "draft", sections
    )
    new = tuple(
        written(each.measure, each.team, each.figure) for each in new_to_ledger(measures, ledger)
    )
    return Draft(pack, facts_of(measures, changed), new, origin, version)


def _about(kind: PackKind, as_at: date) -> str:
    return f"{kind.about} Figures up to {words.day(as_at)}."


def _before(kind: PackKind, as_at: date) -> Before | None:
    """The newest issue of this pack, or of one that it follows, of an earlier day."""
    kinds = (kind.id, *kind.follows)
    last = IssuedPack.objects.filter(kind__in=kinds, as_at__lt=as_at).first()
    return Before(last.as_at, facts_from_json(last.facts)) if last else None


def _teams(
    kind: PackKind, wanted: Sequence[MeasureFigures], as_at: date
) -> dict[str, Sequence[Group]]:
    if kind.profile.grain is not Grain.TEAMS:
        return {}
    of_children = [each for each in wanted if each.measure.of_children]
    found = {
        each.measure.id: figures.breakdown(
            settings.DATA, each.measure.id, "team", each.latest.as_at
        )
        for each in of_children
    }
    return {name: groups for name, groups in found.items() if len(groups) > 1}


def _changed(measures: Sequence[Shown]) -> dict[str, Changed]:
    """What is beyond chance, worked out of nothing but what the pack shows."""
    clean = [each.drawn for each in measures if each.whole]
    return {each.id: each for each in changes_for(clean, exact=False)}


def _control(each: Shown) -> Control:
    if not each.whole:
        return Control(why_not=WITHHELD)
    return control(each.drawn, declared_for(each.measure.id))


def _scrutiny(run: runs.Run, today: date) -> Any:
    """The areas for scrutiny; None where the pack speaks of an earlier day than the records."""
    if run.as_at < max(each.latest.as_at for each in figures.latest(settings.DATA)):
        return None
    looked = everything_looked_at(settings.DATA, findings=True)
    return scrutiny_list(looked, run.measures, today, exact=False)


def _questions(kind: PackKind, of_measure: Mapping[str, Section]) -> list[Section]:
    """A section for each question, each measure beneath the first that asks for it."""
    placed: set[str] = set()
    sections = []
    for question in kind.questions:
        own = [n for n in question.measures if n in of_measure and n not in placed]
        placed.update(own)
        if own:
            sections.append(Section(question.title, parts=tuple(of_measure[name] for name in own)))
    return sections


def _not_measured(lines: Sequence[CoverageLine]) -> list[tuple[str, str]]:
    return [(each.title, f"Not measured. {each.promise}") for each in lines if not each.measured]
