"""The triangulation grid as rows: for the page, for files, and for packs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sightline import words
from sightline.assurance.triangulation import Rosier, Source, Status, Triangulated, rosier
from sightline.improvement.wording import theme_title
from sightline.progress.models import Settled
from sightline.progress.voices import audits, by_theme

_FIRST = (
    Status.NOT_IMPROVING,
    Status.DISPUTED,
    Status.NOT_SEEN_FROM_OUTSIDE,
    Status.IMPROVING,
    Status.GOOD,
    Status.NOT_KNOWN,
)
HEADS = ("Theme", "Status", "Why", *(each.value.capitalize() for each in Source), "Disagree")
WIDTHS = (28, 22, 50, 40, 40, 50, 50, 50, 60)


@dataclass(frozen=True, slots=True)
class GridRow:
    """A theme: what its sources say, and which one a person chose to go by, where they did."""

    theme: str
    found: Triangulated
    settled: Settled | None

    @property
    def title(self) -> str:
        """ "Permanence"."""
        return theme_title(self.theme)

    @property
    def cells(self) -> tuple[str, ...]:
        """The row of a file: each source with its evidence and day."""
        said = (
            " ".join(filter(None, (f"{each.says.capitalize()}.", each.evidence, _on(each.day))))
            for each in self.found.voices
        )
        disagree = "; ".join(each.sentence for each in self.found.conflicts)
        return (self.title, self.found.status.capitalize(), self.found.why, *said, disagree)


def _on(day: date | None) -> str:
    return f"({words.day(day)})" if day else ""


def grid(today: date, *, exact: bool) -> list[GridRow]:
    """Every theme that a source speaks of: those where the inside is rosier first."""
    newest: Mapping[str, Settled] = {
        each.theme: each for each in Settled.objects.select_related("by").order_by("pk")
    }
    found = by_theme(today, exact=exact)
    rows = [GridRow(theme, each, newest.get(theme)) for theme, each in found.items()]
    return sorted(
        rows, key=lambda row: (not row.found.inside_is_rosier, _FIRST.index(row.found.status))
    )


def lead(rows: list[GridRow]) -> str:
    """The one thing that matters: where we tell ourselves better than others tell us."""
    if not rows:
        return "No source says anything yet: load data, findings, or what people say."
    rosy = [row for row in rows if row.found.inside_is_rosier]
    of = words.count_of(len(rows), "theme")
    if not rosy:
        return f"In none of {of} is the picture from inside rosier than the one from outside."
    named = ", ".join(row.title for row in rosy[:3])
    such = ", such as" if len(rosy) > 3 else ":"
    return (
        f"In {len(rosy)} of {of} our own figures or audits are rosier than what inspectors, "
        f"children or families say{such} {named}."
    )


def auditors() -> tuple[Rosier | None, str]:
    """By how many grades our own auditors are kinder than those who graded after them."""
    found = rosier(audits().moderated)
    if found is None:
        return None, ""
    way = "kinder" if found.by >= 0 else "harsher"
    held = (
        f" ({found.low:+.2f} to {found.high:+.2f})"
        if found.low is not None and found.high is not None
        else ""
    )
    of = words.count_of(found.of, "audit")
    return found, (
        f"Our own auditors grade {abs(found.by):.2f} of a grade {way} than moderators{held}, over "
        f"{of} of the last year that both graded."
    )
