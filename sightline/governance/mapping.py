"""The map of governance: who oversees what, and where it overlaps, gapes or contradicts itself.

Pure: from bodies as plain values to what is to be said of them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sightline.governance.wording import listed, theme_title


@dataclass(frozen=True, slots=True)
class Node:
    """A body: what it oversees, on which of it it leads, to whom it reports (an id, or None)."""

    id: int
    name: str
    themes: frozenset[str]
    leads: frozenset[str] = frozenset()
    reports_to: int | None = None
    chair: str = ""
    is_top: bool = False  # the council or its cabinet, which reports to nobody


@dataclass(frozen=True, slots=True)
class Concern:
    """Something the map shows; `kind` is overlap, gap or contradiction."""

    kind: str
    words: str
    theme: str = ""
    findings: int = 0


def concerns(bodies: Sequence[Node], findings: Mapping[str, int]) -> list[Concern]:
    """Contradictions, then gaps (those that inspectors found wanting first), then overlaps.

    `findings` counts the weaknesses that inspectors found, by theme. A theme that nobody oversees
    is a gap where a finding bears on it; one without findings is in `unseen`.
    """
    return [
        *contradictions(bodies),
        *gaps(bodies, findings),
        *overlaps(bodies),
    ]


def overlaps(bodies: Sequence[Node]) -> list[Concern]:
    """Themes that two or more bodies oversee with none of them as the lead."""
    return [
        Concern(
            "overlap",
            f"{theme_title(theme)}: {listed(each.name for each in over)} oversee it, and none of "
            "them leads.",
            theme,
        )
        for theme in _themes(bodies)
        if len(over := _overseeing(bodies, theme)) > 1 and not _leading(bodies, theme)
    ]


def gaps(bodies: Sequence[Node], findings: Mapping[str, int]) -> list[Concern]:
    """Themes with findings that no body oversees, those with most findings first."""
    overseen = set(_themes(bodies))
    return [
        Concern(
            "gap",
            f"{theme_title(theme)}: no body oversees it, and inspectors found "
            f"{count} weakness{'' if count == 1 else 'es'} in it.",
            theme,
            count,
        )
        for theme, count in sorted(findings.items(), key=lambda item: (-item[1], item[0]))
        if count and theme not in overseen
    ]


def contradictions(bodies: Sequence[Node]) -> list[Concern]:
    """Two leads on one theme; bodies that report in a circle, or nowhere; one chair over both."""
    return [*_two_leads(bodies), *_circles(bodies), *_orphans(bodies), *_one_chair(bodies)]


def thread(bodies: Sequence[Node], start: int) -> list[str]:
    """The names from a body up to the one that reports to nobody; ends where it would go round."""
    by_id, names, seen = {each.id: each for each in bodies}, [], set()
    at: int | None = start
    while at is not None and at in by_id and at not in seen:
        seen.add(at)
        names.append(by_id[at].name)
        at = by_id[at].reports_to
    return names


def _two_leads(bodies: Sequence[Node]) -> Iterable[Concern]:
    for theme in _themes(bodies):
        leading = _leading(bodies, theme)
        if len(leading) > 1:
            names = listed(each.name for each in leading)
            yield Concern(
                "contradiction", f"{theme_title(theme)}: {names} each say they lead.", theme
            )


def _circles(bodies: Sequence[Node]) -> Iterable[Concern]:
    """Each circle once, told from its first member in the order given."""
    by_id = {each.id: each for each in bodies}
    told: set[int] = set()
    for body in bodies:
        path: list[int] = []
        at: int | None = body.id
        while at in by_id and at not in path:
            path.append(at)
            at = by_id[at].reports_to
        if at == body.id and body.id not in told:
            told.update(path)
            names = " to ".join(by_id[each].name for each in (*path, body.id))
            yield Concern("contradiction", f"Reports go round in a circle: {names}.")


def _orphans(bodies: Sequence[Node]) -> Iterable[Concern]:
    for body in bodies:
        if body.reports_to is None and not body.is_top:
            yield Concern("contradiction", f"{body.name} reports to nobody.")


def _one_chair(bodies: Sequence[Node]) -> Iterable[Concern]:
    by_id = {each.id: each for each in bodies}
    for body in bodies:
        above = by_id.get(body.reports_to or 0)
        if above and body.chair and body.chair.casefold() == above.chair.casefold():
            yield Concern(
                "contradiction",
                f"{body.chair} chairs {body.name} and {above.name}, to which it reports.",
            )


def _themes(bodies: Iterable[Node]) -> list[str]:
    counts = Counter(theme for body in bodies for theme in body.themes | body.leads)
    return sorted(counts, key=theme_title)


def _overseeing(bodies: Iterable[Node], theme: str) -> list[Node]:
    return [each for each in bodies if theme in each.themes | each.leads]


def _leading(bodies: Iterable[Node], theme: str) -> list[Node]:
    return [each for each in bodies if theme in each.leads]
