"""Whether what two boards were shown comes from the same load of the same records."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sightline.governance.elsewhere import Issue
from sightline.governance.models import Meeting

RUN_SHOWN = 12  # signs of a fingerprint that a person compares


@dataclass(frozen=True, slots=True)
class Shown:
    """A meeting and the issued packs among its papers."""

    meeting: Meeting
    issues: tuple[Issue, ...]

    @property
    def runs(self) -> frozenset[str]:
        """The fingerprints of the figures that it was shown."""
        return frozenset(each.run for each in self.issues)

    @property
    def said(self) -> str:
        """ "load 3, run 1a2b3c4d5e6f": what there is to compare."""
        return "; ".join(
            dict.fromkeys(f"load {each.load}, run {each.run[:RUN_SHOWN]}" for each in self.issues)
        )


def shown_at(meetings: Collection[Meeting], issues: Mapping[int, Issue]) -> list[Shown]:
    """Meetings that had an issued pack before them. Give meetings with `papers` fetched."""
    found = [
        Shown(each, tuple(issues[p.pack] for p in each.papers.all() if p.pack in issues))
        for each in meetings
    ]
    return [each for each in found if each.issues]


def verdict(one: Shown, other: Shown) -> str:
    """Whether two meetings were shown the same figures, as a person reads it."""
    if one.runs == other.runs:
        return "The same figures"
    if one.runs & other.runs:
        return "Partly the same figures"
    return "Other figures"
