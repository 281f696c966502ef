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


def labelled(split: str) -> Labelled:
    """Every pair of the split ("tune" or "held_out") that was judged."""
    passages = passages_by_id()
    mine = [row["id"] for row in rows("recurrence_passages.csv") if row["split"] == split]
    place = {name: number for number, name in enumerate(mine)}
    listed = [row for row in rows("recurrence_pairs.csv") if row["split"] == split]
    same = {(row["later"], row["earlier"]) for row in listed if row["same"] == "yes"}
    pooled = {(row["later"], row["earlier"]) for row in listed}
    pairs = list(_pairs(split, passages))
    return Labelled(
        tuple(passages[name] for name in mine),
        np.array([place[later] for later, _ in pairs], dtype=np.intp),
        np.array([place[earlier] for _, earlier in pairs], dtype=np.intp),
        np.array([pair in same for pair in pairs]),
        np.array([pair in pooled for pair in pairs]),
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
