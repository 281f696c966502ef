"""The table of audiences: what each page is made of, against the catalogue."""

import re
from pathlib import Path

import pytest

from sightline.measures import catalogue
from sightline.measures.audiences import Audience
from sightline.oversight import audiences
from sightline.oversight.audiences import PROFILE_BY_ID, PROFILES, Profile, Wording, own_profile
from sightline.oversight.audiences.childrens_words import (
    CHANGES,
    HIDDEN,
    NO_CLEAR_CHANGE,
    NO_GOOD_NUMBER,
    NOBODY,
    WORDS,
)
from sightline.oversight.audiences.plain import SENTENCES
from sightline.oversight.audiences.profile import MOST_FIGURES
from sightline.people.permissions import Permission
from sightline.people.roles import ROLES

JARGON = re.compile(
    r"\b(placements?|permanence|statutory|cohort|episodes?|LAC|CLA|CIN|CPP?|EHC|IRO|SDQ|DCS|"
    r"section 47|unregistered|suitability|timescales?|s47|referral rate)\b",
    re.IGNORECASE,
)
TEMPLATES = Path(audiences.__file__).parents[1] / "templates"
WORD = re.compile(r"[A-Za-z’']+")
EACH = pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.id)


def test_every_audience_has_one_page() -> None:
    assert sorted(profile.audience for profile in PROFILES) == sorted(Audience)


def test_every_measure_is_for_somebody() -> None:
    for measure in catalogue().values():
        assert measure.audiences, measure.id
        assert set(measure.audiences) <= set(Audience)


def test_every_role_has_its_own_page_and_may_open_it() -> None:
    for role in ROLES:
        profile = own_profile(role.id)
        assert profile, role.id
        assert role.permissions & set(profile.opens_to), role.id


@EACH
def test_its_measures_are_in_the_catalogue_and_name_the_audience(profile: Profile) -> None:
    assert len(set(profile.measures)) == len(profile.measures) <= MOST_FIGURES
    for name in profile.measures:
        assert profile.audience in catalogue()[name].audiences


@EACH
def test_who_may_know_no_child_opens_only_what_is_published(profile: Profile) -> None:
    opens_to_outsiders = Permission.SEE_SUPPRESSED_FIGURES_ONLY in profile.opens_to
    assert opens_to_outsiders == profile.published


@EACH
def test_what_councillors_and_the_public_read_is_plain(profile: Profile) -> None:
    if profile.wording is not Wording.PLAIN:
        return
    said = [question.title for question in profile.questions]
    for name in profile.measures:
        said += [SENTENCES[name], catalogue()[name].question]
    assert [found[0] for each in said if (found := JARGON.search(each))] == []


def childrens_texts() -> list[str]:
    """Every sentence that the children's page may show, but for the numbers."""
    page = PROFILE_BY_ID["children-and-young-people"]
    said = [page.title, page.intro, HIDDEN, NO_GOOD_NUMBER, NOBODY, NO_CLEAR_CHANGE]
    said += CHANGES.values()
    said += [question.title for question in page.questions]
    for name in page.measures:
        question, sentence = WORDS[name]
        said += [question, sentence.format(value="half")]
    template = (TEMPLATES / "oversight/audience/_for_children.html").read_text(encoding="utf-8")
    return [*said, *re.findall(r"(?<=>)[^<>{}%]*[a-z]{3}[^<>{}%]*[.?](?=<)", template)]


def test_what_children_read_is_for_a_reader_of_nine() -> None:
    """Flesch and Kincaid's grade, 0.39 words a sentence + 11.8 syllables a word - 15.59.

    Grade 4 is nine years of age. Counted over the page; and no sentence is longer than 20 words.
    """
    texts = childrens_texts()
    sentences = [each for text in texts for each in re.split(r"(?<=[.?!])\s+", text) if each]
    read = [WORD.findall(each) for each in sentences]
    counted = [word for each in read for word in each]
    syllables = sum(syllables_of(word) for word in counted)
    grade = 0.39 * len(counted) / len(read) + 11.8 * syllables / len(counted) - 15.59
    assert grade <= 4.0, grade
    assert max(len(each) for each in read) <= 20
    assert len(texts) > 25
    assert [found[0] for each in texts if (found := JARGON.search(each))] == []


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("care", 1), ("dentist", 2), ("advocate", 3), ("people", 2), ("family", 3), ("lived", 1)],
)
def test_syllables_are_counted_as_a_dictionary_divides_them(word: str, syllables: int) -> None:
    assert syllables_of(word) == syllables


def syllables_of(word: str) -> int:
    """Groups of vowels, less an e that is not sounded."""
    small = word.lower()
    groups = len(re.findall(r"[aeiouy]+", small))
    silent = re.search(r"[^aeiouyl]e$|[^aeiouytd]ed$|[^aeiou]es$", small) is not None
    return max(groups - silent, 1)
