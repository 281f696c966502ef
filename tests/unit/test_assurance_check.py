"""A made-up report beside the letter it speaks of, checked against a reading of both."""

from __future__ import annotations

from pathlib import Path

import pytest

from sightline.assurance import Check, FactKind, check, conflicts_among, read_paper
from sightline.assurance.answering import How
from sightline.assurance.comparing import Treatment
from sightline.assurance.days import How as Differ
from tests import assurance_papers as papers


@pytest.fixture
def found(tmp_path: Path) -> Check:
    report, source = papers.cover(tmp_path), papers.letter(tmp_path)
    return check(read_paper(report), [read_paper(source)])


def test_every_sentence_has_its_place(found: Check) -> None:
    places = {(each.paragraph, each.page) for each in found.statements}
    assert {("1.2", 1), ("1.3", 1), ("1.4", 1)} <= places


def test_what_the_reviewer_recommends_is_not_the_authoritys_statement(found: Check) -> None:
    assert not [each for each in found.statements if "timetable" in each.text]


def test_only_the_promise_without_owner_date_and_measure_is_vague(found: Check) -> None:
    assert [each.paragraph for each in found.vague] == ["1.4", "1.6"]
    (firm,) = [each for each in found.statements if each.paragraph == "1.5"]
    assert firm.promise is not None
    assert firm.promise.missing == ()


def test_a_claim_of_improvement_is_one(found: Check) -> None:
    assert "1.3" in {each.paragraph for each in found.claims}
    assert "1.1" not in {each.paragraph for each in found.claims}


def test_the_strength_is_told_and_the_weaknesses_are_not(found: Check) -> None:
    treated = [each.treatment for each in found.comparisons[0].treated]
    waiting, oversight, carers, dental = treated
    assert waiting is not Treatment.MENTIONED
    assert oversight is Treatment.SOFTENED  # "weak" has become "better oversight"
    assert carers is Treatment.MENTIONED
    assert dental is Treatment.OMITTED
    assert found.comparisons[0].balance.picks_cherries


def test_each_recommendation_is_answered_or_not(found: Check) -> None:
    answers = {each.recommendation.number: (each.how, each.paragraph) for each in found.answers}
    assert answers == {"1": (How.VAGUE, "1.4"), "2": (How.UNANSWERED, "")}


def test_none_is_pointed_out_beside_money_for_three_years(found: Check) -> None:
    told = {each.question.split()[0]: [where for where, _ in each.told] for each in found.remarks}
    assert told["Resource"] == ["1.5", "recommendation 1"]
    assert "Equality" in told


def test_a_letter_published_after_the_report_cannot_have_been_left_out(tmp_path: Path) -> None:
    later = papers.LETTER.replace("7 April 2025", "7 July 2025")
    source = papers.written(tmp_path, "later.txt", later)
    found = check(read_paper(papers.cover(tmp_path)), [read_paper(source)])
    assert found.comparisons == ()


def test_a_reason_that_rests_on_leaders_is_overtaken_by_a_later_letter(tmp_path: Path) -> None:
    said = papers.COVER.replace(
        "- 1.2 ", "- 1.2 There are compelling reasons including the new senior leadership team. "
    )
    later = papers.LETTER.replace("7 April 2025", "7 July 2025")
    report = read_paper(papers.written(tmp_path, "cover.txt", said))
    (expired,) = check(report, [read_paper(papers.written(tmp_path, "l.txt", later))]).expired
    assert (expired.reason.paragraph, expired.rests_on) == ("1.2", "the leadership")
    assert "very recent appointment" in expired.later[0].text


def test_a_plan_in_progress_and_signed_off_and_two_days_of_publication_conflict(
    tmp_path: Path,
) -> None:
    both = [read_paper(papers.cover(tmp_path)), read_paper(papers.letter(tmp_path))]
    found = {each.kind: each for each in conflicts_among(both)}
    assert found[FactKind.PLAN].how is Differ.CONTRADICTS
    assert {f.value for f in found[FactKind.PLAN].facts} == {"work in progress", "signed off"}


def test_of_an_article_only_the_authority_speaks(tmp_path: Path) -> None:
    said = check(read_paper(papers.article(tmp_path))).statements
    assert {each.speaker for each in said} == {"Ada Quill"}
    assert [each.promise is not None and each.promise.vague for each in said] == [False, True]
