"""The pairs of passages labelled by reading, found again in the published reports.

Labels are references only: `tests/golden/labels/recurrence_passages.csv` names each passage by
file, page and number, with a digest of its first letters so that a reader that changes is noticed;
`recurrence_pairs.csv` names the pairs. Every passage with `judged_as_later` was judged against all
of its authority's earlier passages, so a pair that is not listed as "yes" is a "no".
docs/recurrence.md has the rule by which they were labelled.
"""

from __future__ import annotations

import csv
import hashlib
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sightline.letters import Letter, read
from sightline.letters.passages import Passage, passages_of

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("SIGHTLINE_SHARED", ROOT.parent / "shared"))
SOURCES = SHARED / "sources"
LABELS = ROOT / "tests" / "golden" / "labels"
_MARKED_LETTERS = 100


@dataclass(frozen=True, slots=True)
class Labelled:
    """The labelled pairs of one split: places in `passages` of later and earlier, and the label.

    `pooled` says which were candidates of some method or drawn by lot, or labelled the same.
    """

    passages: tuple[Passage, ...]
    later: NDArray[np.intp]
    earlier: NDArray[np.intp]
    same: NDArray[np.bool_]
    pooled: NDArray[np.bool_]


class ReportsAbsentError(Exception):
    """The published reports are not on this machine."""


def mark_of(text: str) -> str:
    """A digest of a passage's first letters, by which it is known again."""
    letters = re.sub(r"\W+", "", text).lower()[:_MARKED_LETTERS]
    return hashlib.sha256(letters.encode()).hexdigest()[:10]


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a file of labels."""
    with (LABELS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def report(name: str) -> Letter:
    """A published report by its file's name, without the ending."""
    folder = SOURCES / "ofsted"
    pdf = folder / f"{name}.pdf"
    path = pdf if pdf.is_file() else SOURCES / f"{name}.txt"
    if not path.is_file():
        raise ReportsAbsentError(f"No report {name} in {SOURCES}: set SIGHTLINE_SHARED.")
    return read(path)


def passages_by_id() -> dict[str, Passage]:
    """Every labelled passage; raises KeyError naming one that the reader no longer gives."""
    found: dict[str, dict[str, Passage]] = {}
    wanted = rows("recurrence_passages.csv")
    for name in dict.fromkeys(row["file"] for row in wanted):
        found[name] = {mark_of(each.text): each for each in passages_of(report(name))}
    missing = [row for row in wanted if row["mark"] not in found[row["file"]]]
    if missing:
        names = ", ".join(f"{row['file']} {row['reference']}" for row in missing[:5])
        raise KeyError(f"{len(missing)} labelled passages are not read any more: {names}")
    return {row["id"]: found[row["file"]][row["mark"]] for row in wanted}


def labelled(split: str, reading: str = "same") -> Labelled:
    """Every pair of the split ("tune" or "held_out") that was judged.

    `reading` is the column whose labels are taken: "first", "second" (only where the split was
    read twice whole) or "same", what was settled.
    """
    passages = passages_by_id()
    mine = [row["id"] for row in rows("recurrence_passages.csv") if row["split"] == split]
    place = {name: number for number, name in enumerate(mine)}
    listed = [row for row in rows("recurrence_pairs.csv") if row["split"] == split]
    same = {(row["later"], row["earlier"]) for row in listed if row[reading] == "yes"}
    pooled = {(row["later"], row["earlier"]) for row in listed}
    pairs = list(_pairs(split, passages))
    return Labelled(
        tuple(passages[name] for name in mine),
        np.array([place[later] for later, _ in pairs], dtype=np.intp),
        np.array([place[earlier] for _, earlier in pairs], dtype=np.intp),
        np.array([pair in same for pair in pairs]),
        np.array([pair in pooled for pair in pairs]),
    )


def everyone() -> Labelled:
    """Every judged pair of both splits: no pair is of two authorities."""
    tune, held_out = labelled("tune"), labelled("held_out")
    before = len(tune.passages)
    return Labelled(
        tune.passages + held_out.passages,
        np.concatenate([tune.later, held_out.later + before]),
        np.concatenate([tune.earlier, held_out.earlier + before]),
        np.concatenate([tune.same, held_out.same]),
        np.concatenate([tune.pooled, held_out.pooled]),
    )


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A suggestion drawn by lot from all the reports, and whether a reader found it good.

    `kind` is "regressed" (`other` praised what `passage` finds weak) or "precedent" (`other`, of
    another authority, tells of the same shortfall).
    """

    kind: str
    passage: Passage
    other: Passage
    good: bool


def suggestions() -> tuple[Suggestion, ...]:
    """Every labelled suggestion; raises KeyError where a passage is no longer read."""
    return tuple(
        Suggestion(
            row["kind"],
            _marked(row["file"])[row["mark"]],
            _marked(row["other_file"])[row["other_mark"]],
            row["good"] == "yes",
        )
        for row in rows("recurrence_suggestions.csv")
    )


@cache
def _marked(name: str) -> dict[str, Passage]:
    return {mark_of(each.text): each for each in passages_of(report(name))}


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two readings said of the same pairs: how many they judged, and found the same."""

    judged: int
    first: int
    second: int
    both: int

    @property
    def raw(self) -> float:
        """The share of pairs judged alike."""
        return 1 - (self.first + self.second - 2 * self.both) / self.judged

    @property
    def kappa(self) -> float:
        """Cohen's kappa: agreement beyond what the two rates of "same" make by chance, up to 1."""
        yes, also = self.first / self.judged, self.second / self.judged
        chance = yes * also + (1 - yes) * (1 - also)
        return (self.raw - chance) / (1 - chance)


def agreement(split: str) -> Agreement:
    """How far the two readings agree, over the pairs of the split that both judged."""
    twice = {row["id"] for row in rows("recurrence_passages.csv") if row["read_twice"] == "yes"}
    judged = [pair for pair in _pairs(split, passages_by_id()) if pair[0] in twice]
    listed = {(row["later"], row["earlier"]): row for row in rows("recurrence_pairs.csv")}
    said = [
        (listed[pair]["first"] == "yes", listed[pair]["second"] == "yes")
        for pair in judged
        if pair in listed
    ]
    return Agreement(
        len(judged),
        sum(first for first, _ in said),
        sum(second for _, second in said),
        sum(first and second for first, second in said),
    )


def _pairs(split: str, passages: dict[str, Passage]) -> Iterable[tuple[str, str]]:
    """Each passage judged as later with each of its authority's earlier ones."""
    wanted = [row for row in rows("recurrence_passages.csv") if row["split"] == split]
    for later in wanted:
        if later["judged_as_later"] != "yes":
            continue
        said = passages[later["id"]]
        for earlier in wanted:
            before = passages[earlier["id"]]
            if before.authority == said.authority and before.published < said.published:
                yield later["id"], earlier["id"]
