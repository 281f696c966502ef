"""The invented letters: what is planted in them is there to be read, and true of the authority."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from sightline import letters
from sightline.letters import Grade, Letter, LetterKind, Voice, Weight, dates
from sightline.synthetic.journey import SLIPPING_TEAM, Journey
from sightline.synthetic.letters import WrittenLetters, planned, write_letters
from sightline.synthetic.letters.marking import main, marked, outsiders_letters

UNTIL = date(2026, 10, 31)
JOURNEY = Journey.ending(UNTIL)  # inspected in April 2023, a team slipping since June 2026
FIRST, FOCUSED, INSPECTION, MONITORING, STATEMENT, COMMISSIONER, NEWS, COVER = range(8)
RI, INADEQUATE = Grade.REQUIRES_IMPROVEMENT, Grade.INADEQUATE


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> WrittenLetters:
    return write_letters(tmp_path_factory.mktemp("letters"), JOURNEY, UNTIL, seed=1)


@pytest.fixture(scope="module")
def read(written: WrittenLetters) -> dict[str, Letter]:
    """Every document as read back, by its file's name; of both folders."""
    return {path.name: letters.read(path) for path in (*written.own, *written.elsewhere)}


def named(written: WrittenLetters, place: int) -> str:
    return written.own[place].name


def marks_of(written: WrittenLetters, part: str) -> dict[str, Any]:
    found = written.truth[part]
    assert isinstance(found, dict)
    assert found
    return found


def everything_planted(truth: Any) -> list[dict[str, Any]]:
    """Every passage anywhere in the truth that says where it stands."""
    if isinstance(truth, dict):
        here = [truth] if {"file", "text", "paragraph"} <= truth.keys() else []
        return here + [each for value in truth.values() for each in everything_planted(value)]
    if isinstance(truth, list):
        return [each for value in truth for each in everything_planted(value)]
    return []


def test_eight_documents_over_six_years(written: WrittenLetters, read: dict[str, Letter]) -> None:
    """Weekdays by the calendar: inspections run from a Monday to a Friday."""
    seen = [read[each.name] for each in written.own]
    visited = [(letter.visited_from, letter.visited_to) for letter in seen]
    assert visited[FIRST] == (date(2020, 10, 5), date(2020, 10, 30))
    assert visited[FOCUSED] == (date(2022, 4, 26), date(2022, 4, 27))
    assert visited[INSPECTION] == (date(2023, 4, 17), date(2023, 4, 28))
    assert visited[MONITORING] == (date(2025, 10, 28), date(2025, 10, 29))
    assert visited[COMMISSIONER] == (date(2026, 6, 15), date(2026, 7, 10))
    assert visited[COVER] == visited[NEWS] == visited[STATEMENT] == (None, None)
    published = [letter.published for letter in seen if letter.published]
    assert published == sorted(published)
    assert published == [dates.iso_date(each.name) for each in written.own]


KINDS = {
    FIRST: (LetterKind.INSPECTION, Weight.INDEPENDENT),
    FOCUSED: (LetterKind.FOCUSED_VISIT, Weight.INDEPENDENT),
    INSPECTION: (LetterKind.INSPECTION, Weight.INDEPENDENT),
    MONITORING: (LetterKind.MONITORING_VISIT, Weight.INDEPENDENT),
    STATEMENT: (LetterKind.STATEMENT, Weight.DERIVED),
    COMMISSIONER: (LetterKind.COMMISSIONER_REPORT, Weight.INDEPENDENT),
    NEWS: (LetterKind.NEWS, Weight.DERIVED),
    COVER: (LetterKind.COVER_REPORT, Weight.OWN),
}


@pytest.mark.parametrize("place", KINDS)
def test_each_is_of_its_kind_and_of_thornmere(
    written: WrittenLetters, read: dict[str, Letter], place: int
) -> None:
    letter = read[named(written, place)]
    assert (letter.kind, letter.kind.weight) == KINDS[place]
    assert letter.authority == "Thornmere"
    described = next(
        each for each in written.truth["documents"] if each["file"] == letter.path.name
    )
    assert described["kind"] == letter.kind.value


def test_the_cover_report_speaks_for_the_authority_and_carries_the_commissioners_words(
    written: WrittenLetters, read: dict[str, Letter]
) -> None:
    paper, source = (read[named(written, place)] for place in (COVER, COMMISSIONER))
    assert paper.conveys is LetterKind.COMMISSIONER_REPORT
    assert {each.voice for each in paper.findings} == {Voice.AUTHORITY}
    assert [each.text for each in paper.improvements] == [each.text for each in source.improvements]
    cut = [each.paragraph for each in paper.findings if each.damage]
    assert cut == ["2.10"]


def test_only_outsiders_give_findings(written: WrittenLetters, read: dict[str, Letter]) -> None:
    for place in (STATEMENT, NEWS):
        letter = read[named(written, place)]
        assert not letter.findings
        assert not letter.improvements


def test_judgements_are_read_whole_and_in_order(
    written: WrittenLetters, read: dict[str, Letter]
) -> None:
    """As a person reads the two tables; the first report's overall grade is in its heading."""
    graded = {
        place: [each.grade for each in read[named(written, place)].judgements]
        for place in (FIRST, INSPECTION)
    }
    assert graded[FIRST] == [RI, RI, RI, Grade.GOOD, RI, RI]
    assert graded[INSPECTION] == [INADEQUATE, RI, INADEQUATE, RI, INADEQUATE]


@pytest.mark.parametrize(
    ("place", "asked", "first", "last"),
    [
        (FIRST, 9, "Make sure that every child who is settled", "Supervise social workers"),
        (FOCUSED, 5, "Visits to children in care. The local", "The number of children allocated"),
        (INSPECTION, 12, "The regularity of social workers’ visits", "The stability of the work"),
        (MONITORING, 0, "", ""),
        (COMMISSIONER, 14, "A commissioner should remain", "Publish all five monitoring letters"),
        (COVER, 14, "A commissioner should remain", "Publish all five monitoring letters"),
    ],
)
def test_improvements_are_read_whole_and_in_order(
    written: WrittenLetters, read: dict[str, Letter], place: int, asked: int, first: str, last: str
) -> None:
    found = [each.text for each in read[named(written, place)].improvements]
    assert len(found) == asked
    described = next(
        each for each in written.truth["documents"] if each["file"] == named(written, place)
    )
    assert found == described["improvements"]
    if found:
        assert (found[0].startswith(first), found[-1].startswith(last)) == (True, True)


def test_a_recommendation_in_parts_keeps_its_parts(
    written: WrittenLetters, read: dict[str, Letter]
) -> None:
    fifth = read[named(written, COMMISSIONER)].improvements[4]
    assert fifth.text.count("\n") == 3
    assert "by 3 October 2026\n" in fifth.text


def test_reports_are_as_long_as_real_ones(written: WrittenLetters, read: dict[str, Letter]) -> None:
    for place in (FIRST, FOCUSED, INSPECTION, MONITORING, COMMISSIONER, COVER):
        letter = read[named(written, place)]
        assert 4 <= letter.pages <= 10 or letter.path.suffix == ".docx", letter.path.name
        assert 20 <= len(letter.findings) <= 45, letter.path.name


def test_every_planted_passage_is_read_back_in_its_place(
    written: WrittenLetters, read: dict[str, Letter]
) -> None:
    """Word for word, under its printed or running number, or its place in the list."""
    derived = {named(written, STATEMENT), named(written, NEWS)}
    planted = [each for each in everything_planted(written.truth) if each["file"] not in derived]
    placed = [each for each in planted if each["paragraph"] or each["improvement"]]
    assert len({(each["file"], each["text"]) for each in placed}) > 100
    for each in placed:
        letter = read[each["file"]]
        if each["improvement"]:
            assert letter.improvements[each["improvement"] - 1].text == each["text"]
        else:
            said = [one.text for one in letter.findings if one.paragraph == each["paragraph"]]
            assert each["text"] in said, (each["file"], each["paragraph"])


def test_every_passage_of_statement_and_news_stands_in_the_file(written: WrittenLetters) -> None:
    for place in (STATEMENT, NEWS):
        path = written.own[place]
        text = path.read_text(encoding="utf-8")
        passages = [each for each in everything_planted(written.truth) if each["file"] == path.name]
        assert len(passages) > 3
        assert all(each["text"] in text for each in passages)


def test_nothing_planted_is_printed(written: WrittenLetters, read: dict[str, Letter]) -> None:
    for letter in read.values():
        said = [each.text for each in letter.findings] + [each.text for each in letter.improvements]
        assert not any(mark in each for each in said for mark in ("<<", ">>", "{", "}"))


def test_the_same_shortfall_is_found_in_two_to_five_documents(written: WrittenLetters) -> None:
    again = marks_of(written, "said_again")
    documents = {about: len({each["file"] for each in said}) for about, said in again.items()}
    assert len(documents) >= 15
    assert set(documents.values()) <= {2, 3, 4, 5}
    assert documents["matching"] == documents["home_orders"] == 5
    for said in again.values():
        assert len({each["text"] for each in said}) == len(said), "in other words each time"


# What the authority's own files are made to: the share done on time, on the day of each document.
LEVELS = {
    "visits": "visits",
    "health": "health",
    "dental": "dental",
    "supervision": "supervised",
    "strategy_health": "health_present",
    "reviews_on_time": "reviews",
    "permanence_plan": "permanence_plan",
    "return_interviews": "return_interviews",
}


def level(about: str, day: date, text: str) -> float:
    if SLIPPING_TEAM in text:
        return JOURNEY.visits_on_time(SLIPPING_TEAM, day.toordinal())
    return JOURNEY.level(LEVELS[about], day.toordinal())


def test_what_is_found_wanting_is_done_worse_than_what_is_praised_later(
    written: WrittenLetters,
) -> None:
    """Set beside the curves that the children's files follow. Reviews improve on paper alone."""
    when = {each["file"]: each for each in written.truth["documents"]}
    said = marks_of(written, "said_again")
    praised = marks_of(written, "praised")
    compared = 0
    for about in LEVELS.keys() & praised.keys() - {"reviews_on_time"}:
        for praise in praised[about]:
            day = date.fromisoformat(when[praise["file"]]["visited"][1])
            good = level(about, day, praise["text"])
            for weak in (each for each in said.get(about, []) if each["paragraph"]):
                then = date.fromisoformat(when[weak["file"]]["visited"][1])
                assert level(about, then, weak["text"]) < good, (about, weak, praise)
                compared += 1
    assert compared >= 10


def test_matching_never_got_better(written: WrittenLetters) -> None:
    for each in written.truth["documents"]:
        day = date.fromisoformat(each["visited"][1])
        assert JOURNEY.level("matching", day.toordinal()) < 0.5
    assert "matching" not in marks_of(written, "praised")


def test_some_regress_after_praise(written: WrittenLetters) -> None:
    regressed = marks_of(written, "regressed")
    assert {"visits", "reviews_on_time", "performance", "parenting_board"} <= regressed.keys()
    order = [path.name for path in written.own]
    for each in (one for found in regressed.values() for one in found):
        then = [order.index(later["file"]) for later in each["then"]]
        assert min(then) > order.index(each["praised"]["file"])


def test_a_near_miss_is_another_matter_of_the_same_theme(written: WrittenLetters) -> None:
    near, same = marks_of(written, "near_misses"), marks_of(written, "said_again")
    assert len([each for said in near.values() for each in said]) >= 12
    for about, said in near.items():
        there = {each["text"] for each in same.get(about, [])}
        assert not there & {each["text"] for each in said}


def test_documents_differ_on_days_and_amounts(written: WrittenLetters) -> None:
    conflicts = marks_of(written, "conflicts")
    assert {"inspected", "inspection_published", "appointed", "budget", "leadership", "plan"} <= (
        conflicts.keys()
    )
    for about, stated in conflicts.items():
        assert len({each["words"] for each in stated}) > 1 or about == "recommendations"
        for each in stated:
            assert each["words"] in each["text"]
    fifth, six = conflicts["monitoring_visits"]
    assert (fifth["words"], six["words"]) == ("the fifth", "six monitoring visits")


def cover(written: WrittenLetters) -> dict[str, Any]:
    found: dict[str, Any] = next(
        each for each in written.truth["assurances"] if each["file"] == named(written, COVER)
    )
    return found


def test_the_cover_report_softens_and_leaves_out(written: WrittenLetters) -> None:
    found = cover(written)
    assert found["source"] == named(written, COMMISSIONER)
    assert len(found["softened"]) >= 10
    assert all(each["said"] for each in found["softened"]), "there is something to soften"
    assert found["omitted"].keys() == {"scrutiny", "leavers_work"}
    both = {each["text"] for each in found["softened"]} & {each["text"] for each in found["firm"]}
    assert not both


def test_a_vague_promise_has_no_day_and_a_firm_one_has_all_three(written: WrittenLetters) -> None:
    found = cover(written)
    assert len(found["vague"]) >= 10
    for each in found["vague"]:
        assert dates.full_date(each["text"]) is None
    assert len(found["firm"]) == 2
    for each in found["firm"]:
        assert dates.full_date(each["text"]), "by when"
        assert re.search(r"[A-Z][a-z]+ [A-Z]\S+, Head of", each["text"]), "by whom"
        assert re.search(r"share|number", each["text"]), "how it will be known"


def test_implications_are_denied_beside_money(written: WrittenLetters) -> None:
    found = cover(written)
    assert {"money", "equality"} <= found["implications_denied"].keys()
    source = read_text(written, COMMISSIONER)
    assert "recurrent money for at least three years" in source


def read_text(written: WrittenLetters, place: int) -> str:
    letter = letters.read(written.own[place])
    said = [each.text for each in letter.findings] + [each.text for each in letter.improvements]
    return "\n".join(said)


def test_the_false_claim_on_visits_is_false_on_the_day(written: WrittenLetters) -> None:
    false = cover(written)["claims"]["false"]
    assert any("on time in all teams" in each["text"] for each in false)
    day = dates.iso_date(named(written, COVER))
    assert day
    assert JOURNEY.visits_on_time(SLIPPING_TEAM, day.toordinal()) < 0.5
    assert JOURNEY.level("visits", day.toordinal()) > 0.85


def test_most_planted_recurrences_are_found_and_most_found_are_planted(
    written: WrittenLetters, read: dict[str, Letter]
) -> None:
    found = letters.compare([read[file] for file in outsiders_letters(written.truth)])
    marks = marked(written.truth, found)
    assert marks.planted > 60
    assert marks.recall >= 0.7
    assert marks.precision >= 0.8


def test_marks_by_hand() -> None:
    """One subject in three documents is three pairs; one pair linked, and one link that is none."""
    passage = {"section": "", "paragraph": "1", "improvement": None}
    said = [
        {**passage, "file": name, "text": f"Late in {name}."}
        for name in ("a.pdf", "b.pdf", "c.pdf")
    ]
    documents = [{"file": each["file"], "kind": "inspection"} for each in said]
    documents.append({"file": "paper.pdf", "kind": "cover_report"})
    truth = {"documents": documents, "said_again": {"visits": said}}
    earlier = (
        letters.Sighting("a.pdf", 1, "Late in a.pdf.", 0.5, None),
        letters.Sighting("a.pdf", 2, "Something else.", 0.3, None),
    )
    found = [
        letters.Recurrence("Late in b.pdf.", 1, "b.pdf", earlier),
        letters.Recurrence("Late in paper.pdf.", 1, "paper.pdf", earlier),
    ]
    marks = marked(truth, found)
    assert (marks.planted, marks.found, marks.listed, marks.right) == (3, 1, 2, 1)
    assert marks.missed == (("visits", "c.pdf", "a.pdf"), ("visits", "c.pdf", "b.pdf"))


def test_the_marks_are_printed_from_a_folder_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = write_letters(tmp_path / "letters", JOURNEY, UNTIL, seed=1)
    (tmp_path / "truth.json").write_text(json.dumps({"letters": made.truth}), encoding="utf-8")
    main(tmp_path)
    found, right, *missed = capsys.readouterr().out.splitlines()
    said = re.fullmatch(r"Planted recurrences found: (\d+) of (\d+) \(\d+%\)", found)
    assert said
    assert len(missed) == int(said[2]) - int(said[1])
    assert right.startswith("Sightings that are planted: ")


def digests(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_same_seed_writes_the_same_bytes(written: WrittenLetters, tmp_path: Path) -> None:
    write_letters(tmp_path, JOURNEY, UNTIL, seed=1)
    assert digests(tmp_path) == digests(written.own[0].parent)


def test_another_seed_has_other_people_and_amounts(written: WrittenLetters, tmp_path: Path) -> None:
    other = write_letters(tmp_path, JOURNEY, UNTIL, seed=2)
    assert [path.name for path in other.own] == [path.name for path in written.own]
    budgets = [each.truth["conflicts"]["budget"][0]["words"] for each in (written, other)]
    assert budgets[0] != budgets[1]


@pytest.mark.parametrize("until", [date(2024, 1, 31), date(2025, 6, 30), date(2026, 3, 31)])
def test_any_day_will_do(until: date) -> None:
    own, elsewhere = planned(Journey.ending(until), until, seed=3)
    published = [each.when.published for each in own]
    assert published == sorted(published)
    assert published[-1] <= until
    assert (published[-1] - published[0]).days > 5.5 * 365
    assert len(elsewhere) == 16
    assert all(each.when.published <= until for each in elsewhere)


OVERALL = {  # as a person reads the last row of each inspection's table, the oldest first
    "Hollowbeck": [INADEQUATE, RI],
    "Quernford": [INADEQUATE, Grade.GOOD],
    "Saltmere Vale": [INADEQUATE, INADEQUATE],
    "Tarnwick Moor": [INADEQUATE, RI, INADEQUATE],
    "Greyholt": [RI, Grade.GOOD],
    "Marlstone Reach": [INADEQUATE],
}


def test_six_other_authorities_fare_differently(
    written: WrittenLetters, read: dict[str, Letter]
) -> None:
    """Two got out of inadequate, one did not, one relapsed, one rose, one is still waiting."""
    overall: dict[str, list[Grade]] = {}
    for path in written.elsewhere:
        letter = read[path.name]
        assert letter.authority is not None
        assert letter.findings
        assert not letter.unread
        graded = [each.grade for each in letter.judgements][-1:]
        overall.setdefault(letter.authority, []).extend(graded)
    assert overall == OVERALL


def test_no_two_letters_share_a_paragraph(read: dict[str, Letter]) -> None:
    """But for the recommendations that the cover report carries."""
    said = [
        {each.text for each in letter.findings}
        for name, letter in read.items()
        if "cover-report" not in name
    ]
    for one, another in pairwise(said):
        assert not one & another
    every = [text for each in said for text in each]
    assert len(every) == len(set(every))
