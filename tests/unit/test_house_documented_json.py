"""The JSON that docs/command-line.md shows has the keys that the commands print, and no others."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from sightline import letters
from sightline.assurance import (
    check,
    check_as_json,
    conflicts_among,
    conflicts_as_json,
    read_paper,
)
from sightline.cli.letters_adding import outcomes_as_json
from sightline.improvement.importing import Came
from sightline.improvement.models import Outcome, Review
from sightline.insight.bounds import Bounds
from sightline.jobs import checks, peers, peers_json, quality_json, runs, templates
from sightline.jobs.journeys import reference_as_json, reference_class
from sightline.jobs.quality import Count, Row
from sightline.jobs.quality_effects import Effect
from sightline.letters.grades import Given
from sightline.letters.journeys import Journey, Spell
from sightline.letters.kinds import LetterKind
from sightline.letters.letter import (
    DateSource,
    Direction,
    Finding,
    Grade,
    Improvement,
    ImprovementKind,
    Judgement,
    Letter,
    Part,
    Unread,
)
from sightline.letters.precedents import Later, Precedent, Standing
from sightline.letters.recurrence import Recurrence, Sighting
from sightline.measures import Figure, MeasureFigures, catalogue
from tests import assurance_papers as papers
from tests import peers_files
from tests.peers_data import NOON, loaded, moved, ours, stability_2025

PAGE = Path(__file__).parents[2] / "docs" / "command-line.md"
DAY = date(2026, 3, 31)


def documented(command: str) -> Any:
    section = PAGE.read_text(encoding="utf-8").split(f"### `{command}`")[1]
    block = re.search(r"```json\n(.*?)```", section, re.DOTALL)
    assert block
    return json.loads(block.group(1))


def shape(value: Any) -> Any:
    """Keys all the way down; of a list, its first entry."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [shape(value[0])] if value else []
    return None


def checked(folder: Path) -> object:
    file = folder / "episodes.csv"
    file.write_text(
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,"
        "HOME_POST,PL_POST,URN\n"
        "A1,05/06/2024,S,C2,N1,U6,PR1,,,,ZZ1 1AA,ZZ1 1AB,9912345\n"
        "A2,31/02/2025,S,C2,N1,U6,PR1,,,,ZZ1 1AA,ZZ1 1AB,9912345\n"
    )
    return json.loads("".join(checks.json_pieces(checks.check([file]))))


def run(_: Path) -> object:
    figure = Figure(
        as_at=DAY,
        numerator=540,
        denominator=600,
        value=0.9,
        low=0.8734,
        high=0.9215,
        known_share=1.0,
        enough_known=0.9,
    )
    measure = catalogue()["reviews_in_timescale"]
    return runs.Run(DAY, 7, (MeasureFigures(measure, (figure,)),)).as_json()


def reproduced(_: Path) -> object:
    return runs.Verdict(17, (), True, "0.1.0", "0.1.0").as_json()


def quality_overview(_: Path) -> object:
    count = Count("date_unreadable", 0, 2, 2, 1, 0)
    plans = catalogue()["long_term_fostering_unmatched"]
    effect = Effect(plans, DAY, 71, 100, Bounds(66, 89, 100), 5, 6)
    return quality_json.overview(count, "check", [count], [effect])


def quality_rows(_: Path) -> object:
    row = Row(
        id=1,
        return_name="ssda903",
        period=DAY,
        table="reviews",
        file="reviews.csv",
        row=856,
        column="REVIEW",
        value="30/02/2026",
        child_id="1042",
        rule="key_unreadable",
        severity="error",
        message="…",
        first_seen=DAY,
        new=True,
        owner="North",
        worker="A. Reed",
    )
    return quality_json.rows([row])


def letter(_: Path) -> object:
    read = Letter(
        path=Path("letter.pdf"),
        sha256="08655c",
        authority="Thornmere",
        kind=LetterKind.INSPECTION,
        visited_from=DAY,
        visited_to=DAY,
        published=DAY,
        published_source=DateSource.DOCUMENT,
        judgements=(Judgement("Overall effectiveness", Grade.INADEQUATE, 1),),
        improvements=(
            Improvement(
                "…",
                2,
                ImprovementKind.AREA_FOR_IMPROVEMENT,
                None,
                "What needs to improve?",
                (Part("…", DAY, "by 31 March 2026"),),
            ),
        ),
        findings=(Finding("…", 3, "7", "…", ("permanence",), Direction.WEAKNESS),),
        unread=(Unread(4, "…"),),
        pages=12,
    )
    return {"version": 1, **letters.letter_as_json(read)}


def compared(_: Path) -> object:
    earlier = Sighting("earlier.pdf", 5, "…", 0.512, DAY)
    found = (Recurrence("…", 2, "later.pdf", (earlier,)),)
    return {"version": 1, **letters.recurrences_as_json(found)}


def precedents_told(_: Path) -> object:
    found = Sighting("saltmere.pdf", 4, "…", 0.731, DAY, "9")
    again = Sighting("saltmere-2.pdf", 2, "…", 0.655, DAY, "3")
    later = Later("saltmere-2.pdf", DAY, Standing.STILL_WEAK, again)
    told = Precedent("Saltmere Vale", found, None, (later,), ())
    return {"version": 1, "precedents": letters.precedents_as_json([told])}


def journeys_told(_: Path) -> object:
    given = Given(DAY, Grade.INADEQUATE, "saltmere.pdf")
    told = [Journey("Saltmere Vale", (Spell(DAY, None, None, None, False),), (given,))]
    reference = reference_as_json(reference_class(told, DAY + timedelta(days=30)))
    return {"version": 1, "journeys": letters.journeys_as_json(told), "class": reference}


def added(_: Path) -> object:
    review = Review(pk=12, title="Focused visit, …, July 2023", unread=[{"page": 4, "reason": "…"}])
    return outcomes_as_json([Came("letter.pdf", Outcome.READ, review)])


def listed(_: Path) -> object:
    return templates.as_json()


def benchmarks_loaded(folder: Path) -> object:
    file = peers_files.stability(
        folder / "stability.csv", {"England": ("10", "100"), "951": ("ten", "100")}
    )
    return peers_json.loaded_json(peers.load([file], folder / "data", loaded_at=NOON))


def benchmarks_kept(folder: Path) -> object:
    loaded(folder / "data", folder, stability_2025(folder))
    return peers_json.kept_json(peers.benchmarks(folder / "data"))


def benchmarks_compared(folder: Path) -> object:
    loaded(folder / "data", folder, stability_2025(folder))
    with pytest.MonkeyPatch.context() as patched:
        ours(patched, three_or_more_placements=moved())
        found = peers.all_beside(folder / "data")
    return peers_json.compared_json(peers.benchmarks(folder / "data"), found)


def report_checked(folder: Path) -> object:
    """As the command prints it, beside the letter before and one that overtakes a reason."""
    said = papers.COVER.replace(
        "- 1.2 ", "- 1.2 There are compelling reasons: the new senior leadership team. "
    )
    later = papers.LETTER.replace("7 April 2025", "7 July 2025")
    cover = papers.written(folder, "cover.txt", said)
    sources = [papers.letter(folder), papers.written(folder, "later.txt", later)]
    found = check_as_json(check(read_paper(cover), [read_paper(each) for each in sources]))
    found["statements"].sort(key=lambda each: each["promise"] is None)
    for comparison in found["comparisons"]:
        comparison["headlines"].sort(key=lambda each: each["nearest"] is None)
    found["implications"].sort(key=lambda each: not each["told"])
    return {"version": 1, **found}


def facts_in_conflict(folder: Path) -> object:
    found = conflicts_among([read_paper(papers.cover(folder)), read_paper(papers.letter(folder))])
    return {"version": 1, **conflicts_as_json(found)}


@pytest.mark.parametrize(
    ("command", "printed"),
    [
        ("check --json", checked),
        ("quality --json", quality_overview),
        ("quality rows --json", quality_rows),
        ("measures run --json", run),
        ("measures reproduce --json", reproduced),
        ("letters read --json", letter),
        ("letters compare --json", compared),
        ("letters precedents --json", precedents_told),
        ("letters journeys --json", journeys_told),
        ("letters add --json", added),
        ("assurance check --json", report_checked),
        ("assurance conflicts --json", facts_in_conflict),
        ("templates list --json", listed),
        ("benchmarks load --json", benchmarks_loaded),
        ("benchmarks list --json", benchmarks_kept),
        ("benchmarks compare --json", benchmarks_compared),
    ],
)
def test_the_documented_document_has_the_printed_keys(
    command: str, printed: Any, tmp_path: Path
) -> None:
    assert shape(documented(command)) == shape(printed(tmp_path))


def test_the_interval_shown_is_the_wilson_interval_of_the_figure_shown() -> None:
    """540 of 600: z = 1.96; centre (0.9 + z²/1200) / (1 + z²/600), by hand 0.8975 ± 0.0241."""
    (figure,) = documented("measures run --json")["measures"]
    assert figure["value"] == figure["numerator"] / figure["denominator"]
    low, high = figure["interval"]
    assert low == pytest.approx(0.8975 - 0.0241, abs=0.0001)
    assert high == pytest.approx(0.8975 + 0.0241, abs=0.0001)
