"""The map of governance as rows: a line a theme, a column a body."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sightline.governance.elsewhere import found_wanting
from sightline.governance.listings.listing import List, Listing, Table
from sightline.governance.mapping import Concern, Node, concerns
from sightline.governance.models import Body, BodyKind
from sightline.governance.wording import counted, theme_title
from sightline.people.models import User

LEADS, OVERSEES = "Leads", "Oversees"


@dataclass(frozen=True, slots=True)
class Line:
    """One theme across the bodies; `verdict` is empty where there is one lead."""

    theme: str
    findings: int
    cells: Sequence[tuple[str, str]]  # the body's name, and Leads, Oversees or nothing
    verdict: str


@dataclass(frozen=True, slots=True)
class GovernanceMap:
    """The bodies that stand on a day, the lines, and what is to be said of them."""

    bodies: Sequence[Node]
    lines: Sequence[Line]
    concerns: Sequence[Concern]
    areas: Sequence[tuple[str, Sequence[str]]]

    @property
    def sentence(self) -> str:
        """ "Two contradictions, one gap and four overlaps." """
        if not self.bodies:
            return "No board has been written down yet, so there is nothing to map."
        kinds = [each.kind for each in self.concerns]
        counts = (
            counted(kinds.count("contradiction"), "contradiction"),
            counted(kinds.count("gap"), "gap").lower(),
            counted(kinds.count("overlap"), "overlap").lower(),
        )
        return "{}, {} and {} in who oversees what.".format(*counts)


def nodes(today: date) -> list[Node]:
    """The bodies that stand on that day, as the map knows them."""
    return [node_of(each) for each in Body.objects.all() if each.stands(today)]


def node_of(body: Body) -> Node:
    """One body as the map knows it."""
    return Node(
        body.pk,
        body.name,
        frozenset(body.themes),
        frozenset(body.leads),
        body.reports_to_id,
        body.chair,
        body.kind == BodyKind.COUNCIL,
    )


def governance_map(today: date) -> GovernanceMap:
    """The map of that day."""
    bodies, findings = nodes(today), found_wanting()
    themes = {theme for body in bodies for theme in body.themes | body.leads}
    themes |= {theme for theme, count in findings.items() if count}
    lines = [
        _line(theme, bodies, findings.get(theme, 0)) for theme in sorted(themes, key=theme_title)
    ]
    areas = [
        (each.name, each.areas) for each in Body.objects.all() if each.areas and each.stands(today)
    ]
    return GovernanceMap(bodies, lines, concerns(bodies, findings), areas)


def _line(theme: str, bodies: Sequence[Node], findings: int) -> Line:
    cells = [
        (
            body.name,
            LEADS if theme in body.leads else OVERSEES if theme in body.themes else "",
        )
        for body in bodies
    ]
    said = [cell for _, cell in cells if cell]
    return Line(theme_title(theme), findings, cells, _verdict(said))


def _verdict(said: Sequence[str]) -> str:
    if not said:
        return "Nobody"
    leads = said.count(LEADS)
    if leads > 1:
        return "More than one lead"
    return "" if leads or len(said) == 1 else "No lead"


def _made(user: User, today: date) -> Listing:
    drawn = governance_map(today)
    columns = {"Theme": 40, "Weaknesses found": 12, **{each.name: 24 for each in drawn.bodies}}
    return Listing(
        drawn.sentence,
        Table(
            "Who oversees what",
            {**columns, "What stands out": 24},
            [
                [line.theme, line.findings, *(cell for _, cell in line.cells), line.verdict]
                for line in drawn.lines
            ],
        ),
        marks=[each.words for each in drawn.concerns],
    )


MAP = List("map", "Who oversees what", _made)
