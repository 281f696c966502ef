"""How much a meeting is given to read and to do, against what the board agreed."""

from collections.abc import Collection
from dataclasses import dataclass

from sightline.governance.models import Body, Paper


@dataclass(frozen=True, slots=True)
class MeetingLoad:
    """Pages and items of a meeting. `uncounted` papers have no number of pages written down."""

    pages: int
    items: int
    uncounted: int
    agreed_pages: int | None
    agreed_items: int | None

    @property
    def index(self) -> float | None:
        """Pages as a multiple of what was agreed; None where nothing was agreed or counted.

        With papers uncounted it is at least this.
        """
        if not self.agreed_pages or self.uncounted == self.items:
            return None
        return self.pages / self.agreed_pages

    @property
    def too_much(self) -> bool:
        """Whether it is more to read, or more items, than agreed."""
        over_items = self.agreed_items is not None and self.items > self.agreed_items
        return over_items or (self.index is not None and self.index > 1)

    @property
    def sentence(self) -> str:
        """What there is to read, and whether that is what was agreed."""
        if not self.items:
            return ""
        said = [f"{_count(self.items, 'paper')} of {_count(self.pages, 'page')}"]
        if self.uncounted:
            said.append(f"the pages of {_count(self.uncounted, 'paper')} are not written down")
        if self.index is not None:
            at_least = "at least " if self.uncounted else ""
            said.append(f"{at_least}{self.index:.1f} times the {self.agreed_pages} pages agreed")
        if self.agreed_items is not None and self.items > self.agreed_items:
            said.append(
                f"{self.items - self.agreed_items} more than the {self.agreed_items} agreed"
            )
        return f"{'; '.join(said)}."


def load_of(body: Body, papers: Collection[Paper]) -> MeetingLoad:
    """The load of a meeting with these papers."""
    return MeetingLoad(
        sum(each.pages or 0 for each in papers),
        len(papers),
        sum(each.pages is None for each in papers),
        body.agreed_pages,
        body.agreed_items,
    )


def _count(many: int, thing: str) -> str:
    return f"{many:,} {thing}{'' if many == 1 else 's'}"
