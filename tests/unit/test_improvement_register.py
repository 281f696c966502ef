"""The register: who sees what, how it is narrowed and ordered, and what is said before."""

import csv
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from sightline.improvement import decisions, export
from sightline.improvement.models import Finding, FindingKind, Review
from sightline.improvement.reading import add_review
from sightline.improvement.register import (
    EVERY,
    Order,
    Wanted,
    narrowed,
    ordered,
    visible_to,
    with_history,
)
from sightline.improvement.standing import recurring_unanswered
from sightline.people.models import User
from tests.improvement_letters import (
    ASKED,
    BLAMED,
    EARLIER_BLAMED,
    FOCUSED_VISIT_2021,
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
        found = ordered(narrowed(with_history(seen, seen), wanted), wanted.order)
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


def test_the_csv_has_every_word_and_opens_in_a_spreadsheet(house: House) -> None:
    house.confirm(BLAMED)
    seen = visible_to(house.lead)
    found = ordered(with_history(seen, seen), Order.URGENCY)
    text = "".join(export.lines(found, TODAY))
    assert text.startswith("\ufeffSource,")
    rows = list(csv.DictReader(StringIO(text.removeprefix("\ufeff"))))
    assert len(rows) == Finding.objects.count()
    row = next(each for each in rows if each["Exact words"] == BLAMED)
    assert row["Source"] == "Focused visit, Eastholme, October 2023"
    assert (row["Page"], row["Status"], row["Decided by"]) == ("1", "Confirmed", "Imogen")
    assert (row["Decided on"], row["First said"]) == ("2026-05-03", "2021-04-21")
    assert (row["Reviews that said it"], row["Has stood"]) == ("2", "5 years")


def test_the_csv_runs_no_formula(house: House) -> None:
    made = decisions.Edit("=1+1", "weakness", (), "To see what a spreadsheet makes of it.")
    decisions.edit(Finding.objects.get(text=BLAMED), house.lead, NOON, made)
    found = with_history(Finding.objects.filter(text=BLAMED), Finding.objects.all())
    assert ",'=1+1," in "".join(export.lines(found, TODAY))
