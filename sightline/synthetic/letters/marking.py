"""Marks what `letters.compare` finds in the made-up letters against what is planted in them.

`python -m sightline.synthetic.letters.marking FOLDER` reads the truth and the letters of a made-up
authority's folder, and prints how many of the planted recurrences are found, and how many of those
found are planted.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from sightline.letters import Recurrence, compare, read

OUTSIDERS = ("inspection", "focused_visit", "monitoring_visit", "commissioner_report")
"""The kinds written by somebody who looked for themselves; the others repeat what these say."""

_Said = tuple[str, str]  # the document, and the exact words in it


@dataclass(frozen=True, slots=True)
class Marked:
    """What was found of what is planted.

    `planted` and `found` count subjects in pairs of documents: a subject that an earlier and a
    later document both find wanting. `listed` counts sightings, `right` those of them whose two
    passages are planted as the same subject.
    """

    planted: int
    found: int
    listed: int
    right: int
    missed: tuple[tuple[str, str, str], ...]  # the subject, the later document, the earlier one

    @property
    def recall(self) -> float:
        """Of the planted, the share found."""
        return self.found / self.planted

    @property
    def precision(self) -> float:
        """Of the sightings listed, the share planted."""
        return self.right / self.listed


def outsiders_letters(truth: dict[str, Any]) -> list[str]:
    """The files of the documents that may be witnesses, the oldest first."""
    return [each["file"] for each in truth["documents"] if each["kind"] in OUTSIDERS]


def marked(truth: dict[str, Any], recurrences: Sequence[Recurrence]) -> Marked:
    """How the recurrences compare with the `letters` part of truth.json."""
    files = outsiders_letters(truth)
    subjects = _subjects(truth)
    linked = {
        ((each.source, _plain(each.text)), (sighting.source, _plain(sighting.text)))
        for each in recurrences
        for sighting in each.earlier
        if each.source in files and sighting.source in files
    }
    shared = {pair: subjects.get(pair[0], set()) & subjects.get(pair[1], set()) for pair in linked}
    found = {
        (about, later[0], earlier[0])
        for (later, earlier), abouts in shared.items()
        for about in abouts
    }
    planted = _planted(truth, files)
    return Marked(
        len(planted),
        len(planted & found),
        len(linked),
        sum(bool(abouts) for abouts in shared.values()),
        tuple(sorted(planted - found)),
    )


def _plain(text: str) -> str:
    return " ".join(text.split())


def _subjects(truth: dict[str, Any]) -> dict[_Said, set[str]]:
    """Of each passage, the subjects that it finds wanting."""
    found: dict[_Said, set[str]] = {}
    for about, passages in truth["said_again"].items():
        for each in passages:
            found.setdefault((each["file"], _plain(each["text"])), set()).add(about)
    return found


def _planted(truth: dict[str, Any], files: Sequence[str]) -> set[tuple[str, str, str]]:
    """Every subject with every pair of outsiders' documents that find it wanting."""
    return {
        (about, later, earlier)
        for about, passages in truth["said_again"].items()
        for earlier, later in combinations(files, 2)
        if {earlier, later} <= {each["file"] for each in passages}
    }


def main(folder: Path) -> None:
    """Print the marks of the letters in a made-up authority's folder."""
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))["letters"]
    letters = [read(folder / "letters" / file) for file in outsiders_letters(truth)]
    marks = marked(truth, compare(letters))
    print(f"Planted recurrences found: {marks.found} of {marks.planted} ({marks.recall:.0%})")
    print(f"Sightings that are planted: {marks.right} of {marks.listed} ({marks.precision:.0%})")
    for about, later, earlier in marks.missed:
        print(f"Not found: {about}, {later} and {earlier}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
