"""An authority on its way to a folder: what is to be written, and what was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from sightline.synthetic.authority import THORNMERE, Authority, Place, simulate
from sightline.synthetic.chance import stream
from sightline.synthetic.dirt import Soiled
from sightline.synthetic.planting import in_care_on
from sightline.synthetic.return_years import ReturnYear

Progress = Callable[[str, int, int], None]


@dataclass(slots=True)
class Made:
    """What was written: the files in order of time, their rows in all, and the planted truths."""

    out: Path
    authority: str
    seed: int
    until: date
    returns: list[Path] = field(default_factory=list)
    workbooks: list[Path] = field(default_factory=list)
    letters: list[Path] = field(default_factory=list)  # of the authority, the oldest first
    letters_elsewhere: list[Path] = field(default_factory=list)  # of other authorities
    censuses: list[Path] = field(default_factory=list)  # children in need, a file a year
    workforce: list[Path] = field(default_factory=list)  # a file a year
    dataset: list[Path] = field(default_factory=list)  # the SSD, a file a table
    templates: list[Path] = field(default_factory=list)  # Sightline's own, a file each
    benchmarks: list[Path] = field(default_factory=list)  # of other areas, as published
    rows: int = 0
    truth: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A child whom one kind of file forgets; blank where there was none to forget."""

    of_annex_a: str
    of_ssda903: str


@dataclass(frozen=True, slots=True)
class Job:
    """An authority on its way to a folder."""

    authority: Authority
    place: Place
    made: Made
    soiled: Soiled
    left_out: LeftOut
    report: Progress

    @classmethod
    def begin(
        cls, out: Path, size: tuple[int, int], seed: int, until: date,
        progress: Progress | None = None, place: Place = THORNMERE,
    ) -> Job:  # fmt: skip
        """Simulate an authority of `size` (children in care, years); nothing is written yet."""
        children, years = size
        if children < 20 or years < 1:
            raise ValueError("A made-up authority needs at least 20 children in care and one year.")
        report = progress or (lambda what, done, of: None)
        report("children", 0, 1)
        authority = simulate(children, years, seed, until, place)
        report("children", 1, 1)
        soiled = Soiled(seed, _spared(authority))
        left_out = _left_out(authority, soiled.spared)
        return cls(authority, place, Made(out, place.name, seed, until), soiled, left_out, report)


def _spared(authority: Authority) -> frozenset[str]:
    planted = authority.planted
    return frozenset(
        planted.not_visited
        + planted.long_term_fostering_not_matched
        + planted.care_order_at_home
        + planted.unregistered_home
        + planted.twins
        + [*planted.known_as_other, *planted.known_as_other.values()]
        + [*planted.new_pupil_number, *planted.id_used_again]
        + [*planted.adopted_anew, *planted.adopted_anew.values()]
        + [one.child_id for one in planted.rewritten]
    )


def _left_out(authority: Authority, spared: frozenset[str]) -> LeftOut:
    """Two children long in care: one that Annex A forgets, one that the 903 forgets."""
    end = ReturnYear(authority.return_years[-1]).last
    able = [
        person.child_id
        for person, period in in_care_on(authority.people, end)
        if person.child_id not in spared and period.start < end - 400 and len(person.periods) == 1
        and period.end > authority.until
    ]  # fmt: skip
    chosen = stream(authority.seed, "left out").sample(able, min(2, len(able)))
    first, second, *_ = [*chosen, "", ""]
    return LeftOut(first, second)
