"""How well the check of reports agrees with a person who read the same documents.

The labels (tests/golden/assurance_labels.txt) refer to the published documents, which are not part
of this repository; without them there is nothing to measure. They are one reader's, and the
thresholds were chosen on the same documents, so the figures flatter. The baseline for vague
promises is a search for the five phrases that a requirement once listed.

    python benchmarks/assurance.py [FOLDER OF THE DOCUMENTS]
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from sightline.assurance import Paper, check, conflicts_among, read_paper
from sightline.assurance.comparing import Treatment

ROOT = Path(__file__).parents[1]
LABELS = ROOT / "tests" / "golden" / "assurance_labels.txt"
SHARED = Path(os.environ.get("SIGHTLINE_SHARED", ROOT.parent / "shared"))
COVER = "sefton-scrutiny-commissioner-report-2022-11-07"
LETTER, REACTIONS = (
    "sefton-monitoring-visit-letter-2023-08-23",
    "sefton-monitoring-visit-news-2023-08-23",
)
ARTICLES = ("sefton-commissioner-news-2022-11-10", "medway-commissioner-news-2020-01-13")
LISTED = re.compile(r"(?i)plans are in place|at pace|tak(?:ing|en) steps|further developed")


def labels(section: str) -> Iterator[tuple[str, ...]]:
    """The rows of one section of the labels."""
    text = LABELS.read_text(encoding="utf-8").split(f"[{section}]\n")[1].split("\n[")[0]
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield tuple(cell.strip() for cell in line.split("|"))


@cache
def paper(name: str, folder: Path) -> Paper:
    return read_paper(folder / f"{name}.txt")


def vague(folder: Path) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]], set[tuple[str, ...]]]:
    """The labelled vague promises, those found, and those with one of the listed phrases."""
    found: set[tuple[str, ...]] = set()
    listed: set[tuple[str, ...]] = set()
    for name in (COVER, REACTIONS, *ARTICLES):
        for each in check(paper(name, folder)).statements:
            place = (name, each.paragraph, str(each.sentence))
            if each.promise and each.promise.vague:
                found.add(place)
            if LISTED.search(each.text):
                listed.add(place)
    return set(labels("vague")), found, listed


def answers(folder: Path) -> list[tuple[str, bool]]:
    """Each recommendation's number, and whether the paragraph found is one that a person names."""
    wanted = {number: set(places.split(", ")) for number, places in labels("answers")}
    return [
        (
            each.recommendation.number or "",
            (each.paragraph or "-") in wanted[each.recommendation.number or ""],
        )
        for each in check(paper(COVER, folder)).answers
    ]


def headlines(folder: Path) -> list[tuple[Treatment, Treatment]]:
    """Of each headline, how a person says it is treated and what was found."""
    found = check(paper(REACTIONS, folder), [paper(LETTER, folder)]).comparisons[0].treated
    return [
        (Treatment(label), each.treatment)
        for (_, label), each in zip(labels("headlines"), found, strict=True)
    ]


def conflict_labels(folder: Path) -> list[tuple[str, str, str]]:
    """Each conflict among all documents: authority, fact, and what a person calls it."""
    known = {(authority, fact): label for authority, fact, label in labels("conflicts")}
    texts = [paper(path.stem, folder) for path in sorted(folder.glob("*.txt"))]
    reports = [read_paper(path) for path in sorted((folder / "ofsted").glob("*.pdf"))]
    return [
        (each.authority, each.kind.value, known.get((each.authority, each.kind.value), "false"))
        for each in conflicts_among([*texts, *reports])
    ]


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / "sources"
    if not folder.is_dir():
        sys.stdout.write("The published documents are not here (SIGHTLINE_SHARED).\n")
        return
    wanted, found, listed = vague(folder)
    for name, those in (("by grammar", found), ("by the listed phrases", listed)):
        right = len(those & wanted)
        sys.stdout.write(
            f"vague promises {name}: {len(those)} found, {right} of them rightly "
            f"(precision {right / len(those):.2f}), of {len(wanted)} (recall "
            f"{right / len(wanted):.2f})\n"
        )
    matched = answers(folder)
    sys.stdout.write(
        f"recommendations set beside the right paragraph, or rightly none: "
        f"{sum(right for _, right in matched)} of {len(matched)}\n"
    )
    treated = headlines(folder)
    sys.stdout.write(
        f"headlines treated as a person says: {sum(one == two for one, two in treated)} of "
        f"{len(treated)}\n"
    )
    told = [label for _, _, label in conflict_labels(folder)]
    sys.stdout.write(
        f"conflicts of fact among all documents: {len(told)}, of which {told.count('true')} true, "
        f"{told.count('shorthand')} a shorthand, {told.count('false')} false\n"
    )


if __name__ == "__main__":
    main()
