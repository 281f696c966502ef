"""Process, practice or experience: suggested by words, said by one person, agreed by another."""

from datetime import date

import pytest

from sightline.improvement import natures
from sightline.improvement.models import KeptRowsStandError, Nature
from tests.answers_data import NOW, finding, person, review


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        ("The timeliness of initial health assessments.", Nature.PROCESS),
        ("Plans completed on time", Nature.PROCESS),
        ("Visits are recorded late and the tracker is not kept.", Nature.PROCESS),
        ("The quality of care plans is weak and analysis is superficial.", Nature.PRACTICE),
        ("Supervision lacks challenge and is not reflective.", Nature.PRACTICE),
        ("Children live in homes far away and are not settled.", Nature.EXPERIENCE),
        ("Nothing here says which.", Nature.PRACTICE),
    ],
)
def test_what_words_suggest(text: str, nature: Nature) -> None:
    assert natures.suggested(text) is nature


@pytest.mark.parametrize(
    ("findings", "answers", "only"),
    [
        ([Nature.PRACTICE], [Nature.PROCESS], True),
        ([Nature.PRACTICE, Nature.PROCESS], [Nature.PROCESS, Nature.PROCESS], True),
        ([Nature.PRACTICE], [Nature.PROCESS, Nature.PRACTICE], False),
        ([Nature.PRACTICE], [Nature.EXPERIENCE], False),
        ([Nature.PROCESS], [Nature.PROCESS], False),
        ([Nature.PRACTICE], [], False),
    ],
)
def test_practice_answered_by_process_alone(
    findings: list[Nature], answers: list[Nature], only: bool
) -> None:
    assert natures.only_process(findings, answers) is only


@pytest.mark.django_db
def test_a_second_person_agrees_by_saying_the_same() -> None:
    lead, second = person("improvement_lead", "Imogen"), person("director", "Dilys")
    found = finding(review(lead, date(2025, 1, 1)), "Plans are completed late.")

    def said() -> str:
        return natures.tagged([found])[found.pk].said

    assert said() == "Process, suggested by its words"
    natures.say(found, Nature.PRACTICE, "It is about drift.", lead, NOW)
    assert said() == "Practice, one person says"
    natures.say(found, Nature.PRACTICE, "", lead, NOW)
    assert said() == "Practice, one person says", "the same person twice is one person"
    natures.say(found, Nature.PRACTICE, "", second, NOW)
    assert said() == "Practice, two people agree"
    natures.say(found, Nature.EXPERIENCE, "They wait.", second, NOW)
    assert said() == "Child’s experience or outcome, one person says"
    assert [each.sentence for each in found.nature_tags.all()] == [
        "Imogen called it practice: It is about drift.",
        "Imogen called it practice",
        "Dilys called it practice",
        "Dilys called it child’s experience or outcome: They wait.",
    ]
    with pytest.raises(KeptRowsStandError):
        found.nature_tags.all().delete()
