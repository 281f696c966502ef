"""The register: who sees what, how it is narrowed and ordered, and what is said before."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from sightline.improvement import decisions, export
from sightline.improvement.models import Finding, FindingKind, Review, Sighting
from sightline.improvement.reading import add_review
from sightline.improvement.register import (
    EVERY,
    NO_AREA,
    OTHERS,
    OWN,
    Age,
    Order,
    Stands,
    Wanted,
    narrowed,
    ordered,
    visible_to,
    what_stands,
    with_history,
)
from sightline.improvement.standing import recurring_unanswered
from sightline.people.models import User
from tests.improvement_letters import (
    ASKED,
    BLAMED,
    EARLIER_BLAMED,
    FOCUSED_VISIT_2021,
    FOCUSED_VISIT_2023,
    PRAISED,
    text_letter,
)

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 5, 3, 12, 0, tzinfo=UTC)
TODAY = date(2026, 5, 3)


@dataclass(frozen=True)
class House:
    lead: User
    councillor: User
    older: Review
    newer: Review

    def texts(self, wanted: Wanted, user: User | None = None) -> list[str]:
        seen = visible_to(user or self.lead)
        found = ordered(narrowed(with_history(seen, seen), wanted, TODAY), wanted.order)
        return [each.text for each in found]

    def confirm(self, *texts: str) -> None:
        for text in texts:
            decisions.confirm(Finding.objects.get(text=text), self.lead, NOON)

    def reject(self, text: str) -> None:
        decisions.reject(Finding.objects.get(text=text), self.lead, NOON, "Misread.")


@pytest.fixture
def house(settings: Settings, tmp_path: Path) -> House:
    settings.DATA = tmp_path / "data"
    lead = User.objects.create_user("lead", role="improvement_lead", first_name="Imogen")
    councillor = User.objects.create_user("councillor", role="councillor")
    older = add_review(text_letter(tmp_path, FOCUSED_VISIT_2021, "older.txt"), lead)
    newer = add_review(text_letter(tmp_path), lead)
    return House(lead, councillor, older, newer)


def test_a_councillor_sees_only_what_is_confirmed(house: House) -> None:
    assert house.texts(Wanted(status=EVERY), house.councillor) == []
    house.confirm(PRAISED)
    assert house.texts(Wanted(status=EVERY), house.councillor) == [PRAISED]


def test_what_asks_for_an_answer_comes_first(house: House) -> None:
    texts = house.texts(Wanted())
    kinds = {each.text: each for each in Finding.objects.all()}
    assert [kinds[text].kind for text in texts[:3]] == [FindingKind.AREA_FOR_IMPROVEMENT] * 3
    assert [kinds[text].direction for text in texts[3:]] == ["weakness"] * 2 + ["strength"] * 2


def test_the_longest_standing_first(house: House) -> None:
    texts = house.texts(Wanted(order=Order.LONGEST))
    assert set(texts[-2:]) == {ASKED[1], PRAISED}, "only these were not said in 2021"


def test_the_newest_report_first_in_its_own_order(house: House) -> None:
    assert house.texts(Wanted(order=Order.NEWEST))[:4] == [*ASKED, BLAMED, PRAISED]


@pytest.mark.parametrize(
    ("wanted", "texts"),
    [
        (Wanted(words="birthdays VALUED"), {PRAISED}),
        (Wanted(words="birthdays unicorns"), set()),
        (Wanted(theme="long_term_fostering", direction="weakness"), {BLAMED, EARLIER_BLAMED}),
        (Wanted(kind="finding", direction="strength", words="foster"), {PRAISED}),
        (Wanted(again=True), {ASKED[0], BLAMED}),
        (Wanted(status="confirmed"), set()),
    ],
    ids=["words", "words that are nowhere", "theme", "kind", "said again", "standing"],
)
def test_narrowing(house: House, wanted: Wanted, texts: set[str]) -> None:
    assert set(house.texts(wanted)) == texts


def test_narrowing_to_one_report(house: House) -> None:
    assert set(house.texts(Wanted(review=house.newer.pk))) == {*ASKED, BLAMED, PRAISED}


def test_the_rejected_stand_aside_until_asked_for(house: House) -> None:
    house.reject(PRAISED)
    assert PRAISED not in house.texts(Wanted())
    assert PRAISED in house.texts(Wanted(status=EVERY))
    assert house.texts(Wanted(status="rejected")) == [PRAISED]


def test_a_finding_has_stood_since_it_was_first_said(house: House) -> None:
    seen = visible_to(house.lead)
    found = with_history(seen, seen).get(text=BLAMED)
    assert (found.said_first, found.times_said) == (date(2021, 4, 21), 2)


def test_a_rejected_earlier_finding_does_not_count(house: House) -> None:
    house.reject(EARLIER_BLAMED)
    seen = visible_to(house.lead)
    found = with_history(seen, seen).get(text=BLAMED)
    assert (found.said_first, found.times_said) == (date(2023, 10, 18), 1)


def test_nothing_stands_until_both_are_confirmed(house: House) -> None:
    assert recurring_unanswered(TODAY) == ()
    house.confirm(BLAMED)
    assert recurring_unanswered(TODAY) == ()
    house.confirm(EARLIER_BLAMED)
    (standing,) = recurring_unanswered(TODAY)
    assert standing.finding.text == BLAMED
    assert (standing.said_first, standing.times_said) == (date(2021, 4, 21), 2)
    assert standing.has_stood == "5 years"


def test_the_file_has_every_word_and_what_was_decided(house: House) -> None:
    house.confirm(BLAMED)
    seen = visible_to(house.lead)
    found = ordered(with_history(seen, seen), Order.URGENCY)
    listed = [dict(zip(export.COLUMNS, row, strict=True)) for row in export.rows(found, TODAY)]
    assert len(listed) == Finding.objects.count()
    row = next(each for each in listed if each["Exact words"] == BLAMED)
    assert (row["Source"], row["Made by"]) == ("Focused visit, Eastholme, October 2023", "Ofsted")
    assert (row["Page"], row["Status"], row["Decided by"]) == (1, "Confirmed", "Imogen")
    assert (row["Decided on"], row["First said"]) == (date(2026, 5, 3), date(2021, 4, 21))
    assert (row["Reviews that said it"], row["Has stood"]) == (2, "5 years")


# Whose, which area, who made it, how long it has stood


def other_authority(house: House, tmp_path: Path) -> Review:
    words = FOCUSED_VISIT_2023.replace("Eastholme", "Westmoor").replace("Foster carers", "Carers")
    return add_review(text_letter(tmp_path, words, "westmoor.txt"), house.lead)


def test_other_authorities_stay_out_unless_asked_for(
    house: House, settings: Settings, tmp_path: Path
) -> None:
    settings.AUTHORITY_NAME = "Eastholme Metropolitan Borough Council"
    other = other_authority(house, tmp_path)
    assert other.authority == "Westmoor"
    theirs = set(other.findings.values_list("pk", flat=True))
    seen = visible_to(house.lead)

    def shown(whose: str) -> set[int]:
        found = narrowed(with_history(seen, seen), Wanted(whose=whose), TODAY)
        return set(found.values_list("pk", flat=True))

    ours = set(Finding.objects.exclude(pk__in=theirs).values_list("pk", flat=True))
    assert (shown(OWN), shown(OTHERS), shown(EVERY)) == (ours, theirs, ours | theirs)


def test_before_the_authority_has_a_name_every_report_is_its_own(
    house: House, settings: Settings, tmp_path: Path
) -> None:
    settings.AUTHORITY_NAME = "Your authority"
    other_authority(house, tmp_path)
    assert len(house.texts(Wanted())) == Finding.objects.count() == 11


def test_another_authority_never_says_what_ours_has_not_answered(
    house: House, settings: Settings, tmp_path: Path
) -> None:
    settings.AUTHORITY_NAME = "Westmoor"
    other_authority(house, tmp_path)
    house.confirm(EARLIER_BLAMED)
    decisions.confirm(house.newer.findings.get(text=BLAMED), house.lead, NOON)
    assert recurring_unanswered(TODAY) == ()


@pytest.mark.parametrize(
    ("age", "texts"),
    [
        (Age.UNDER_ONE, set()),
        (Age.ONE_TO_TWO, set()),
        (Age.TWO_TO_FIVE, {ASKED[1], PRAISED}),  # first said 18 October 2023
        (Age.OVER_FIVE, {ASKED[0], BLAMED, EARLIER_BLAMED}),  # first said 21 April 2021
    ],
)
def test_age_counts_from_when_it_was_first_said(house: House, age: Age, texts: set[str]) -> None:
    found = set(house.texts(Wanted(age=age)))
    assert found & {*ASKED, BLAMED, PRAISED, EARLIER_BLAMED} == texts


@pytest.mark.parametrize(
    ("today", "ages"),
    [
        (date(2026, 4, 20), Age.TWO_TO_FIVE),
        (date(2026, 4, 21), Age.OVER_FIVE),
        (date(2024, 2, 29), Age.TWO_TO_FIVE),  # a day that the years before do not have
    ],
)
def test_an_age_begins_on_its_anniversary(house: House, today: date, ages: Age) -> None:
    seen = visible_to(house.lead)
    found = with_history(seen, seen).filter(text=EARLIER_BLAMED)
    assert [each for each in Age if narrowed(found, Wanted(age=each), today).exists()] == [ages]


def test_narrowing_by_kind_of_report_and_who_made_it(house: House) -> None:
    every = set(house.texts(Wanted()))
    assert set(house.texts(Wanted(source="focused_visit", body="ofsted"))) == every
    assert house.texts(Wanted(source="peer_review")) == house.texts(Wanted(body="Nobody")) == []


def test_narrowing_by_the_day_of_the_report(house: House) -> None:
    """The older was published on 21 April 2021, the newer on 18 October 2023."""
    assert set(house.texts(Wanted(until=date(2021, 4, 21)))) == set(
        house.older.findings.values_list("text", flat=True)
    )
    assert set(house.texts(Wanted(since=date(2021, 4, 22)))) == set(
        house.newer.findings.values_list("text", flat=True)
    )
    assert house.texts(Wanted(since=date(2023, 10, 19))) == []


def test_the_register_says_how_the_answers_to_its_reports_stand(house: House) -> None:
    page = Client()
    page.force_login(house.lead)
    assert "each by its own clock" not in page.get("/findings/").content.decode(), "none is asked"
    Review.objects.filter(pk=house.older.pk).update(kind="inspection")
    body = page.get("/findings/").content.decode()
    assert "1 late" in body, "70 working days after 21 April 2021 are long past"
    Review.objects.filter(pk=house.older.pk).update(response_sent=date(2021, 6, 1))
    assert "1 met" in page.get("/findings/").content.decode()


def test_narrowing_by_judgement_area(house: House) -> None:
    care = set(house.texts(Wanted(area="children_in_care")))
    assert {ASKED[0], BLAMED} <= care
    assert ASKED[1] not in care
    assert ASKED[1] in house.texts(Wanted(area=NO_AREA)), "visits are made in every area"


def test_each_weakness_stands_once_however_often_it_was_said(house: House) -> None:
    seen = visible_to(house.lead)
    standing = what_stands(narrowed(with_history(seen, seen), Wanted(), TODAY))
    weak = {ASKED[0], ASKED[1], BLAMED}  # of 2023; of 2021 what was not said again
    again = Sighting.objects.values("earlier")
    alone = house.older.findings.filter(direction="weakness").exclude(pk__in=again)
    assert standing.findings == len(weak) + alone.count()
    assert (standing.said_before, standing.since) == (2, date(2021, 4, 21))


def test_nothing_stands_in_an_empty_list(house: House) -> None:
    seen = visible_to(house.lead)
    none = narrowed(with_history(seen, seen), Wanted(words="unicorns"), TODAY)
    assert what_stands(none) == Stands(0, 0, None)


def test_what_an_authority_says_of_itself_stands_nowhere_as_a_weakness(house: House) -> None:
    seen = visible_to(house.lead)

    def standing() -> int:
        return what_stands(with_history(seen.filter(text=BLAMED), seen)).findings

    assert standing() == 1
    Finding.objects.filter(text=BLAMED).update(voice="authority")
    assert standing() == 0
