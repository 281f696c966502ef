"""Episodes of care as the SSDA903 counts them: a new one at every change of status or placement."""

from __future__ import annotations

from dataclasses import dataclass

from sightline.synthetic.model import Period, Placement, placement_on, state_on


@dataclass(frozen=True, slots=True)
class Episode:
    """One episode; `reason` is why it ended, `why_moved` why the placement changed."""

    start: int
    new_because: str
    status: str
    placement: Placement
    end: int
    reason: str
    why_moved: str


def _new_because(before: Placement, after: Placement, status_changed: bool) -> str:
    """L status only; P placement and carer; T placement with the same carer; B and U both."""
    if before is after:
        return "L"
    if before.carer == after.carer:
        return "U" if status_changed else "T"
    return "B" if status_changed else "P"


def episodes_of(period: Period) -> list[Episode]:
    """The episodes of a period, contiguous, the last with the reason that care ceased."""
    starts = {spell.start for spell in period.legal} | {p.start for p in period.placements}
    days = sorted(day for day in starts if period.start <= day < period.end)
    states = []
    for day in days:
        status = state_on(period.legal, day)
        states.append((day, status.code if status else "V2", placement_on(period.placements, day)))
    found = []
    for index, (day, status_code, placement) in enumerate(states):
        because = "S"
        if index:
            _, status_before, placement_before = states[index - 1]
            because = _new_because(placement_before, placement, status_before != status_code)
        if index + 1 == len(states):
            found.append(
                Episode(day, because, status_code, placement, period.end, period.reason, "")
            )
            continue
        following, _, placement_after = states[index + 1]
        moved = placement_after is not placement
        why = placement.why_ended if moved else ""
        if moved and placement_after.carer == placement.carer:
            why = "STAND"
        found.append(Episode(day, because, status_code, placement, following, "X1", why))
    return found
