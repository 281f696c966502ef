"""How often the reader gives a paragraph the theme and the direction of its label.

Run: `uv run python benchmarks/letters_accuracy.py`. The labels (tests/golden/labels/paragraphs.csv)
name 400 paragraphs of the published reports by file, page, paragraph and a digest of their words,
without the words; the reports lie in $SIGHTLINE_SHARED/sources/ofsted (by default in a folder
`shared` beside this checkout). One labeller read each paragraph, without the reader's answer, and
gave it a main theme, other themes that would do, and a direction; in the half "improve" the rules
were then made better, the half "held_out" is only measured.

Printed for each half: theme top-1 (the first theme is the label's main one), theme acceptable
(it is the main one or one of the others), theme in list (the main one is among the reader's, at
most four), direction, each with its 95% Wilson interval; and what was taken for what.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sightline.insight.intervals import wilson
from sightline.letters import Direction, Finding, read

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("SIGHTLINE_SHARED", ROOT.parent / "shared"))
LABELS = ROOT / "tests" / "golden" / "labels" / "paragraphs.csv"
HALVES = ("improve", "held_out")


@dataclass(frozen=True, slots=True)
class Label:
    """What the label says of one paragraph, and where it is."""

    file: str
    page: int
    digest: str
    theme: str
    others: tuple[str, ...]
    direction: Direction
    half: str


@dataclass(frozen=True, slots=True)
class Answered:
    """A label, and the finding that the reader made of the same words; None where it made none."""

    label: Label
    finding: Finding | None

    @property
    def first(self) -> str:
        """The reader's first theme; "" where it has none."""
        return self.finding.themes[0] if self.finding and self.finding.themes else ""


def labels(path: Path) -> list[Label]:
    """The labels of a file such as tests/golden/labels/paragraphs.csv."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Label(
                row["file"],
                int(row["page"]),
                row["digest"],
                row["theme"],
                tuple(row["other_themes"].split()),
                Direction(row["direction"]),
                row["half"],
            )
            for row in csv.DictReader(file)
        ]


def digest(text: str) -> str:
    """The first eight figures of the SHA-256 of a paragraph's words."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def answered(wanted: Sequence[Label], reports: Path) -> Iterator[Answered]:
    """Each label with the reader's finding; reports that are not there are left out."""
    for name in sorted({label.file for label in wanted}):
        if not (reports / name).is_file():
            continue
        found = {(each.page, digest(each.text)): each for each in read(reports / name).findings}
        for label in wanted:
            if label.file == name:
                yield Answered(label, found.get((label.page, label.digest)))


def rates(answers: Sequence[Answered]) -> dict[str, int]:
    """How many answers are right, by what is asked; a paragraph that was not read is wrong."""
    return {
        "theme top-1": sum(each.first == each.label.theme for each in answers),
        "theme acceptable": sum(
            each.first in (each.label.theme, *each.label.others) for each in answers
        ),
        "theme in list": sum(
            each.finding is not None and each.label.theme in each.finding.themes for each in answers
        ),
        "direction": sum(
            each.finding is not None and each.finding.direction is each.label.direction
            for each in answers
        ),
    }


def print_half(half: str, answers: Sequence[Answered]) -> None:
    """The rates of one half and the confusion of its directions."""
    unread = sum(each.finding is None for each in answers)
    print(f"\n{half}: {len(answers)} paragraphs, {unread} of them not read as labelled")
    for name, right in rates(answers).items():
        interval = wilson(right, len(answers))
        assert interval is not None  # there are answers
        share = 100 * right / len(answers)
        between = f"{100 * interval.low:.0f} to {100 * interval.high:.0f}"
        print(f"  {name:<17}{right:>4}  {share:.1f}% (95% interval {between})")
    confusion = Counter(
        (each.label.direction, each.finding.direction) for each in answers if each.finding
    )
    print("  direction: the label (down) by the reader's (across)")
    print(f"  {'':<10}" + "".join(f"{each.value:>10}" for each in Direction))
    for truth in Direction:
        counts = "".join(f"{confusion[truth, each]:>10}" for each in Direction)
        print(f"  {truth.value:<10}{counts}")


def main() -> int:
    parser = argparse.ArgumentParser(description="Accuracy of themes and directions.")
    parser.add_argument("--labels", type=Path, default=LABELS)
    parser.add_argument("--reports", type=Path, default=SHARED / "sources" / "ofsted")
    chosen = parser.parse_args()
    answers = list(answered(labels(chosen.labels), chosen.reports))
    if not answers:
        print(f"None of the labelled reports lie in {chosen.reports}: set SIGHTLINE_SHARED.")
        return 1
    for half in HALVES:
        print_half(half, [each for each in answers if each.label.half == half])
    return 0


if __name__ == "__main__":
    sys.exit(main())
