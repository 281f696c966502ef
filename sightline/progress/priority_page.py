"""All that the page of one priority shows, gathered for one person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sightline.assurance.sustaining import Met, Sustained, regressed, sustained
from sightline.assurance.triangulation import Triangulated
from sightline.improvement.models import Action, Priority
from sightline.insight.process_control import standing as charted
from sightline.insight.process_control import xmr
from sightline.insight.process_control.verdicts import Variation
from sightline.progress.burn_up import Quarter, burn_up, late_to_begin
from sightline.progress.grid import GridRow, grid
from sightline.progress.models import Stated
from sightline.progress.moving import Moving, inspected, moving_now
from sightline.progress.pacing import Paced, lead, paced, promised_of, themes
from sightline.progress.picture import Picture, picture
from sightline.progress.writing import stated_of


@dataclass(frozen=True, slots=True)
class PriorityPage:
    """A priority: its pace, its pictures, its sources, its actions, and whether it may close."""

    priority: Priority
    sentence: str
    rows: tuple[Paced, ...]
    pictures: tuple[Picture, ...]
    themes: tuple[GridRow, ...]
    quarters: tuple[Quarter, ...]
    actions: int
    late: int
    stated: Stated | None
    test: Sustained
    open_again: tuple[str, ...]

    @property
    def closed(self) -> bool:
        """Whether it is closed and nothing has opened it again."""
        return self.stated is not None and self.stated.closed and not self.open_again

    @property
    def rosy(self) -> tuple[Triangulated, ...]:
        """Its themes in which the inside picture is rosier."""
        return tuple(row.found for row in self.themes if row.found.inside_is_rosier)


def gathered(priority: Priority, today: date, *, exact: bool) -> PriorityPage:
    """The page of a priority as a person who may see `exact` figures or not may read it."""
    return paged([priority], today, exact=exact)[0]


def paged(priorities: list[Priority], today: date, *, exact: bool) -> list[PriorityPage]:
    """The pages of many: what sources say is gathered once for all."""
    moving, rows = moving_now(exact=exact), grid(today, exact=exact)
    since = inspected()
    return [_page(each, today, moving, rows, since) for each in priorities]


def _page(
    priority: Priority,
    today: date,
    moving: Mapping[str, Moving],
    rows: list[GridRow],
    since: date | None,
) -> PriorityPage:
    of, stated = themes(priority), stated_of(priority)
    actions = list(
        Action.objects.filter(answers__finding__priorities=priority).distinct().order_by("due")
    )
    on_way = paced(priority.measures, of, moving, promised_of(stated, actions))
    met = [_met(each.moving) for each in on_way]
    closed = stated is not None and stated.closed
    return PriorityPage(
        priority=priority,
        sentence=lead(on_way, priority.name),
        rows=on_way,
        pictures=tuple(picture(each, since) for each in on_way),
        themes=tuple(row for row in rows if row.theme in of),
        quarters=burn_up(actions, today),
        actions=len(actions),
        late=late_to_begin(actions, today),
        stated=stated,
        test=sustained(
            met,
            funded=stated.funded if stated else None,
            permanent=stated.permanent if stated else None,
        ),
        open_again=regressed(met) if closed else (),
    )


def _met(moving: Moving) -> Met:
    """Its periods against the standard, and whether the newest is out of the ordinary."""
    chart = xmr([each.value for each in moving.points])
    said = charted(chart, moving.measure.polarity).variation
    worse = said in {Variation.CONCERNING_HIGH, Variation.CONCERNING_LOW}
    return Met(moving.measure.title, moving.met, worse=worse)
