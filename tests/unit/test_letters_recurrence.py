"""What an authority was told before."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sightline.letters import (
    Direction,
    Finding,
    Improvement,
    ImprovementKind,
    Letter,
    LetterKind,
    compare,
    recurrences_as_json,
)


def _letter(
    name: str, year: int, asked: list[str], found: list[str] | None = None, place: str = "Northmoor"
) -> Letter:
    kind = ImprovementKind.AREA_FOR_IMPROVEMENT
    weak = Direction.WEAKNESS
    return Letter(
        path=Path(name),
        sha256="",
        authority=place,
        kind=LetterKind.INSPECTION,
        visited_from=None,
        visited_to=None,
        published=date(year, 5, 1),
        published_source=None,
        judgements=(),
        improvements=tuple(Improvement(text, 2, kind, None, "") for text in asked),
        findings=tuple(Finding(text, 4, "1", "", ("neglect",), weak) for text in (found or [])),
        unread=(),
        pages=9,
    )


AUDITS = "The quality of audits, so that managers learn from them."
AUDITING = "Auditing is of poor quality, and managers do not learn from audits."
DENTISTS = "Access to a dentist for children in care."


def test_the_later_report_points_back_to_the_earlier() -> None:
    found = compare(
        [_letter("b.pdf", 2022, [AUDITING, DENTISTS]), _letter("a.pdf", 2019, [AUDITS])]
    )
    assert [(each.source, each.text) for each in found] == [("b.pdf", AUDITING)]
    sighting = found[0].earlier[0]
    assert (sighting.source, sighting.text, sighting.page) == ("a.pdf", AUDITS, 2)
    assert sighting.published == date(2019, 5, 1)
    assert 0 < sighting.score <= 1


def test_earlier_sightings_stand_oldest_first() -> None:
    letters = [_letter(f"{year}.pdf", year, [AUDITS]) for year in (2022, 2016, 2019)]
    last = compare(letters)[-1]
    assert last.source == "2022.pdf"
    assert [each.source for each in last.earlier] == ["2016.pdf", "2019.pdf"]


def test_weak_findings_are_compared_with_improvements() -> None:
    text = "Children wait too long for protection from neglect."
    found = compare([_letter("a.pdf", 2019, [], [text]), _letter("b.pdf", 2022, [text])])
    assert [each.text for each in found] == [text]


def test_other_authorities_are_left_alone() -> None:
    other = _letter("a.pdf", 2019, [AUDITS], place="Eastmere")
    assert compare([other, _letter("b.pdf", 2022, [AUDITS])]) == ()


def test_two_matters_in_like_words_are_not_one() -> None:
    permanence = "The timeliness of planning for permanence."
    dentistry = "The timeliness of checks by a dentist."
    assert (
        compare([_letter("a.pdf", 2019, [permanence]), _letter("b.pdf", 2022, [dentistry])]) == ()
    )


def test_json_has_the_contracts_keys() -> None:
    found = compare([_letter("a.pdf", 2019, [AUDITS]), _letter("b.pdf", 2022, [AUDITS])])
    recurrence = recurrences_as_json(found)["recurrences"][0]
    assert {"text", "page", "source", "earlier"} <= set(recurrence)
    assert (recurrence["said_first"], recurrence["stood_days"]) == ("2019-05-01", 1096)
    assert (recurrence["times_said"], recurrence["witnesses"]) == (2, 2)
    assert {"source", "page", "text", "score"} <= set(recurrence["earlier"][0])
