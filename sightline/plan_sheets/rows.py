"""What a plan's sheet says: a row an action, with where each word stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from sightline.plan_sheets.headings import Layout

STRUCK = "Struck out in the sheet"
HIDDEN = "Hidden in the sheet"
_NAME = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3}")
_DONE = re.compile(
    r"(?i)^(?:b|blue|1|100(?:\.0)? ?%?|done|closed|finished|achieved|delivered"
    r"|(?:action |fully |now )*completed?)\b(?! by| in\b)"
)


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone; without a day where the sheet gives none."""

    words: str
    due: date | None = None


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One action. `status`, `progress` and `percent` are its owner's word and close nothing.

    `start_words` and `due_words` are what stands in the cell where it is no exact day ("Ongoing",
    "Sept 2025"). `further` holds every other column, word for word, by its heading. `row` counts
    from 1, as Excel shows it. `struck`: the action is struck out in the sheet.
    """

    sheet: str
    row: int
    action: str
    reference: str = ""
    priority: str = ""
    outcome: str = ""
    owner: str = ""
    partner: str = ""
    start: date | None = None
    start_words: str = ""
    due: date | None = None
    due_words: str = ""
    steps: tuple[Step, ...] = ()
    evidence: str = ""
    measure: str = ""
    progress: str = ""
    status: str = ""
    percent: str = ""
    cost: str = ""
    finding: str = ""
    further: Mapping[str, str] = field(default_factory=dict)

    @property
    def owners(self) -> tuple[str, ...]:
        """Those whom the cell names; the first is the one who answers for the action."""
        return tuple(owners_of(self.owner))

    @property
    def said_done(self) -> bool:
        """Whether the sheet says that it is done, which is its owner's word."""
        return says_done(self.status) or (not self.status and says_done(self.percent))

    @property
    def struck(self) -> bool:
        """Whether it is struck out in the sheet."""
        return bool(self.further.get(STRUCK))


@dataclass(frozen=True, slots=True)
class Issue:
    """Something of a cell that could not be taken as it stands, in plain words."""

    file: str
    sheet: str
    row: int
    column: str
    value: str
    message: str

    @property
    def sentence(self) -> str:
        """Where, and what."""
        column = f", {self.column}" if self.column else ""
        return f"{self.file}, sheet “{self.sheet}”, row {self.row}{column}: {self.message}"


@dataclass(frozen=True, slots=True)
class PlanBook:
    """A whole file. `read` counts the rows of actions: those kept and those rejected.

    `aside` counts further lines below the headings that are no rows of actions: titles of what is
    beneath them, sums, headings once more, further lines of a merged action. `passed_over` names
    sheets in which no heading row of a plan was found.
    """

    file: str
    layouts: tuple[Layout, ...]
    rows: tuple[PlanRow, ...]
    issues: tuple[Issue, ...]
    read: int
    rejected: int
    aside: int
    passed_over: tuple[str, ...]


def owners_of(words: str) -> Iterator[str]:
    """Each owner of a cell: by line, ";" or "/"; by "," or "and" only where all are full names."""
    parts = [" ".join(each.split()) for each in re.split(r"[\n;/]", words)]
    for part in filter(None, parts):
        names = re.split(r", | and | & ", part)
        yield from names if all(map(_NAME.fullmatch, names)) else [part]


def says_done(words: str) -> bool:
    """Whether a status says that the action is done; a colour but blue says nothing of the kind."""
    return bool(_DONE.match(words.strip()))
