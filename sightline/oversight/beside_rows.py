"""The section "Beside other areas" of a measure's page, as one person may see it."""

from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings

from sightline import words
from sightline.jobs import peers
from sightline.jobs.peers import Beside
from sightline.oversight import beside_words
from sightline.oversight.sentences import NO_SCORE
from sightline.oversight.withheld import SeenFigure, year_for
from sightline.peers import PER_CHILDREN, Unit, published_for
from sightline.people.models import User
from sightline.people.permissions import Permission


class State(StrEnum):
    """What there is to show."""

    COMPARED = "compared"
    NOTHING_LOADED = "nothing loaded"
    NOT_ANSWERED = "not answered"


@dataclass(frozen=True, slots=True)
class Row:
    """One area in the table: its figure in words, chance allowed for where that is known."""

    name: str
    said: str
    between: str = ""
    value: float | None = None  # in the unit of `Section.unit`, for a file
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """The section. Where `state` is COMPARED: sentences and rows; else only why there are none."""

    state: State
    sentence: str = ""
    notes: tuple[str, ...] = ()
    when: str = ""
    banded: bool = False  # whether the picture shows how far our own figure is by chance alone
    unit: str = ""
    rows: tuple[Row, ...] = ()
    differs: str = ""
    source: str = ""
    neighbours_source: str = ""
    needs_area: bool = False
    may_load: bool = False


def section_of(measure_id: str, user: User) -> Section | None:
    """The section of one measure; None where nothing comparable is published, or nobody loaded it.

    Who may load files is told how; for everyone else nothing stands where nothing is loaded.
    """
    published = published_for(measure_id)
    if published is None:
        return None
    may_load = user.may(Permission.LOAD_DATA)
    kept = peers.benchmarks(settings.DATA)
    if not peers.has_figures(kept):
        return Section(State.NOTHING_LOADED, may_load=True) if may_load else None
    found = peers.beside(settings.DATA, measure_id)
    if found is None:
        return Section(State.NOT_ANSWERED, needs_area=kept.area() is None, may_load=may_load)
    own = own_for(found, exact=user.sees_exact_figures)
    return Section(
        State.COMPARED,
        sentence=_sentence(found, own),
        notes=() if own.value is None else _notes(found),
        when=beside_words.when_words(found),
        banded=found.comparison.interval is not None and own.value is not None,
        unit=found.published.unit.value,
        rows=rows_of(found, own),
        differs=found.published.differs,
        source=found.source,
        neighbours_source=found.neighbours_source,
        needs_area=kept.area() is None,
        may_load=may_load,
    )


def own_for(found: Beside, *, exact: bool) -> SeenFigure:
    """Our own figure of the year compared, as a person may see it."""
    return year_for(found.own, found.parts, found.measure, exact=exact)


def rows_of(found: Beside, own: SeenFigure) -> tuple[Row, ...]:
    """Ourselves, the median, region and England, then each neighbour, the most alike first."""
    comparison = found.comparison
    together = [
        ("Median of the neighbours", comparison.neighbours_median),
        (found.region_name, found.region),
        ("England", found.england),
        (f"{found.name}, as published", found.as_published),
    ]
    return (
        _ours(found, own),
        *(_row(found, name, value) for name, value in together if value is not None),
        *(_row(found, area.name, area.value) for area in found.neighbours),
    )


def _ours(found: Beside, own: SeenFigure) -> Row:
    name = f"{found.name}, from its own records"
    interval = found.comparison.interval
    if own.value is None:
        return Row(name, words.SUPPRESSED if own.withheld else NO_SCORE, ours=True)
    between = (
        f"between {beside_words.said(found, interval.low)} and "
        f"{beside_words.said(found, interval.high)}"
        if interval
        else ""
    )
    value = found.comparison.own.value
    return Row(name, beside_words.said(found, value), between, shown(found, value), ours=True)


def _row(found: Beside, name: str, value: float) -> Row:
    return Row(name, beside_words.said(found, value), value=shown(found, value))


def shown(found: Beside, value: float) -> float:
    """A value as the picture and the file give it: a rate per 10,000, all else as it is."""
    return value * PER_CHILDREN if found.published.unit is Unit.PER_10000 else value


def _sentence(found: Beside, own: SeenFigure) -> str:
    if own.withheld:
        return "Our own figure is withheld, because it rests on so few children."
    if own.value is None:
        return f"Our own figure gives no score to compare. {own.trust_reason}"
    return beside_words.sentence(found)


def _notes(found: Beside) -> tuple[str, ...]:
    return tuple(filter(None, (beside_words.rank_words(found), beside_words.funnel_words(found))))
