"""What the real documents hide, found: the traps of the published reports, by reference.

Each expected value is a place in a published document (its paragraph's printed number) and what a
person reads there. No sentence of a document stands here.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from sightline.assurance import Check, Conflict, FactKind, Paper, check, conflicts_among, read_paper
from sightline.assurance.answering import How
from sightline.assurance.comparing import Treatment
from sightline.assurance.days import How as Differ
from sightline.letters import LetterKind, Weight

SHARED = Path(os.environ.get("SIGHTLINE_SHARED", Path(__file__).parents[2].parent / "shared"))
SOURCES = SHARED / "sources"
pytestmark = pytest.mark.skipif(
    not SOURCES.is_dir(), reason="the published documents are not here (SIGHTLINE_SHARED)"
)

COVER = "sefton-scrutiny-commissioner-report-2022-11-07"
LETTER = "sefton-monitoring-visit-letter-2023-08-23"
REACTIONS = "sefton-monitoring-visit-news-2023-08-23"
ARTICLE = "sefton-commissioner-news-2022-11-10"
INSPECTION = "sefton-inspection-2022-05-09"


@cache
def paper(name: str) -> Paper:
    pdf = SOURCES / "ofsted" / f"{name}.pdf"
    return read_paper(pdf if pdf.exists() else SOURCES / f"{name}.txt")


@cache
def checked(report: str, *sources: str) -> Check:
    return check(paper(report), [paper(source) for source in sources])


@cache
def all_conflicts() -> tuple[Conflict, ...]:
    return conflicts_among([paper(n) for n in (COVER, LETTER, REACTIONS, ARTICLE, INSPECTION)])


def values(kind: FactKind) -> tuple[Differ, set[str]]:
    found = [each for each in all_conflicts() if each.kind is kind]
    assert len(found) == 1
    return found[0].how, {fact.value for fact in found[0].facts}


# Trap 1: dates and amounts


def test_the_publication_is_in_march_and_on_9_may_within_one_report() -> None:
    assert values(FactKind.PUBLISHED) == (Differ.CONTRADICTS, {"March 2022", "9 May 2022"})


def test_the_commissioner_came_on_22_may_or_in_june() -> None:
    assert values(FactKind.COMMISSIONER) == (Differ.CONTRADICTS, {"22 May 2022", "June"})


def test_the_budget_is_52_million_or_52_069_million() -> None:
    assert values(FactKind.AMOUNT) == (Differ.ROUNDED, {"£52m", "£52.069m"})


def test_the_inspection_was_in_february_or_in_february_and_march() -> None:
    how, said = values(FactKind.INSPECTED)
    assert how is Differ.PARTLY
    assert said == {"February 2022", "February and March", "21 February to 4 March 2022"}


def test_each_side_of_a_conflict_says_where_it_stands() -> None:
    (found,) = [each for each in all_conflicts() if each.kind is FactKind.PUBLISHED]
    assert {(f.paragraph, f.source) for f in found.facts} == {
        ("1.2", f"{COVER}.txt"),
        ("1.3", f"{COVER}.txt"),
    }


# Trap 2: a compelling reason that a later letter overtakes


def test_a_reason_that_rests_on_new_leaders_meets_the_letter_that_says_they_are_newer_still() -> (
    None
):
    found = checked(COVER, LETTER).expired
    overtaken = {(e.reason.paragraph, e.rests_on, w.source) for e in found for w in e.later}
    assert overtaken == {("1.4", "the leadership", f"{LETTER}.txt")}
    assert "very recent appointment" in found[0].later[0].text


# Trap 3: the cover report softens


@pytest.mark.parametrize("paragraph", ["2.7", "2.9", "2.12", "2.14", "2.15", "2.8", "2.11", "2.13"])
def test_a_promise_without_owner_date_or_measure_is_listed(paragraph: str) -> None:
    assert paragraph in {each.paragraph for each in checked(COVER).vague}


def test_three_paragraphs_say_that_plans_are_in_place() -> None:
    said = [e.paragraph for e in checked(COVER).vague if "plans are in place" in e.text.lower()]
    assert said == ["2.7", "2.9", "2.12"]


@pytest.mark.parametrize(
    "paragraph", ["1.1", "1.2", "1.5", "2.1", "2.3", "2.17"], ids=lambda name: f"paragraph {name}"
)
def test_what_promises_nothing_is_not_listed(paragraph: str) -> None:
    assert paragraph not in {each.paragraph for each in checked(COVER).vague}


def test_one_sentence_answers_the_whole_safeguarding_partnership() -> None:
    answers = {each.recommendation.number: each for each in checked(COVER).answers}
    assert len(answers) == 21
    for number in ("16", "17"):
        assert (answers[number].paragraph, answers[number].how) == ("2.15", How.VAGUE)
        assert len(answers[number].statements) == 1


@pytest.mark.parametrize("number", ["1", "7", "11", "15"])
def test_a_recommendation_that_nothing_speaks_of_is_unanswered(number: str) -> None:
    answers = {each.recommendation.number: each.how for each in checked(COVER).answers}
    assert answers[number] is How.UNANSWERED


def test_no_implications_stand_beside_what_the_report_asks_for() -> None:
    told = {each.question: {where for where, _ in each.told} for each in checked(COVER).remarks}
    resource = next(where for question, where in told.items() if question.startswith("Resource"))
    assert "recommendation 2" in resource
    assert "2.20" in resource
    assert told["Equality Implications:"]
    assert "Have a positive impact" in told


def test_the_law_is_not_pointed_out_for_it_gives_its_reason() -> None:
    assert not [e for e in checked(COVER).remarks if e.question.startswith("Legal")]


def test_of_the_letter_the_statement_tells_a_strength_and_no_weakness() -> None:
    (found,) = checked(REACTIONS, LETTER).comparisons
    assert found.balance.weaknesses_told == 0
    assert found.balance.strengths_told >= 1
    assert found.balance.picks_cherries
    assert found.treated[0].treatment is Treatment.SOFTENED  # too slow: "more and faster progress"
    assert {e.treatment for e in found.treated[2:5]} == {Treatment.OMITTED}


# Trap 4: news repeats; the authority's own people are told from others who speak in it


@pytest.mark.parametrize("name", [ARTICLE, REACTIONS, "medway-commissioner-news-2020-01-13"])
def test_an_article_adds_no_witness(name: str) -> None:
    assert paper(name).letter.kind.weight is Weight.DERIVED


def test_a_cover_report_is_the_authoritys_own_and_its_recommendations_another_s() -> None:
    letter = paper(COVER).letter
    assert (letter.kind.weight, letter.conveys) == (Weight.OWN, LetterKind.COMMISSIONER_REPORT)


def test_only_the_authoritys_own_are_taken_from_an_article() -> None:
    speakers = {each.speaker for each in checked(REACTIONS).statements}
    assert speakers == {"Risthardh Hare", "Mhairi Doyle"}


def test_the_commissioners_words_in_an_article_are_not_the_authoritys() -> None:
    assert {each.speaker.split()[-1] for each in checked(ARTICLE).statements} <= {"Birch", "Doyle"}


# Trap 5: recommendations of several parts


@pytest.mark.parametrize(("number", "parts"), [("8", 4), ("10", 2), ("14", 2), ("20", 2)])
def test_a_recommendation_of_several_parts_is_taken_apart(number: str, parts: int) -> None:
    (asked,) = [e for e in paper(COVER).letter.improvements if e.number == number]
    assert len(asked.parts) == parts


# Trap 6: a plan that is in progress and signed off


def test_one_plan_is_a_work_in_progress_and_signed_off() -> None:
    assert values(FactKind.PLAN) == (Differ.CONTRADICTS, {"work in progress", "signed off"})


# Trap 7: damaged text


def test_a_paragraph_that_lost_its_number_has_it_again() -> None:
    numbers = [each.paragraph for each in paper(COVER).paragraphs if each.paragraph[:2] == "2."]
    assert numbers == [f"2.{number}" for number in range(1, 22)]


def test_a_paragraph_that_a_page_cut_in_two_is_whole() -> None:
    (whole,) = [each for each in paper(COVER).paragraphs if each.paragraph == "2.14"]
    assert "Overview and Scrutiny functions" in whole.text


def test_the_sentence_that_stops_in_the_middle_is_marked() -> None:
    (stopped,) = [each for each in paper(COVER).paragraphs if each.paragraph == "2.8"]
    assert "middle of a sentence" in stopped.damage


# Trap 8: what is not said is not invented


@pytest.mark.parametrize("words", ["section 20", "section 38"])
def test_what_the_documents_do_not_name_is_in_no_statement(words: str) -> None:
    for name in (COVER, REACTIONS, ARTICLE):
        assert not [each for each in checked(name).statements if words in each.text.lower()]
