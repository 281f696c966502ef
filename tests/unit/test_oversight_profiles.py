"""The table of audiences: what each page is made of, against the catalogue."""

import re

import pytest

from sightline.measures import catalogue
from sightline.measures.audiences import Audience
from sightline.oversight.audiences import PROFILES, Profile, own_profile
from sightline.oversight.audiences.plain import SENTENCES
from sightline.oversight.audiences.profile import MOST_FIGURES
from sightline.people.permissions import Permission
from sightline.people.roles import ROLES

JARGON = re.compile(
    r"\b(placements?|permanence|statutory|cohort|episodes?|LAC|CLA|CIN|CPP?|EHC|IRO|SDQ|DCS|"
    r"section 47|unregistered|suitability|timescales?|s47|referral rate)\b",
    re.IGNORECASE,
)
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
    if not profile.plain:
        return
    said = [question.title for question in profile.questions]
    for name in profile.measures:
        said += [SENTENCES[name], catalogue()[name].question]
    assert [found[0] for each in said if (found := JARGON.search(each))] == []
