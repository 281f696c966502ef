"""The authority's inspection history on one picture."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sightline import words
from sightline.improvement.history import OVERALL, Past, history_of, recurring
from sightline.improvement.history_picture import LETTERS, picture_of
from sightline.improvement.lists import list_answer
from sightline.improvement.register import visible_to
from sightline.improvement.wording import how_long, theme_title
from sightline.letters import JudgementArea
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission

AREAS = (OVERALL, *(area.plain for area in JudgementArea))
COLUMNS = {
    "Review": 50, "Kind": 30, "Made by": 20, "Day": 12, **dict.fromkeys(AREAS, 22),
    "Priority actions": 10, "Weaknesses": 10, "Progress": 10, "Strengths": 10,
    "Themes of its weaknesses": 60,
}  # fmt: skip


@requires(Permission.SEE_FINDINGS)
@require_GET
def history(request: HttpRequest) -> HttpResponse:
    """Every review of the authority along the years, and the same as a table."""
    past, today = history_of(visible_to(signed_in(request))), timezone.localdate()
    back = recurring(past)
    return render(
        request,
        "improvement/history.html",
        {
            "authority": settings.AUTHORITY_NAME,
            "picture": picture_of(past),
            "sentence": _sentence(past, len(back)),
            "areas": AREAS,
            "legend": [(letters, grade) for grade, letters in LETTERS.items()],
            "rows": [(each, [each.grades.get(area, "") for area in AREAS]) for each in past[::-1]],
            "recurring": [
                (
                    theme,
                    [past[place] for place in at],
                    how_long(past[at[0]].day, today),
                )
                for theme, at in back
            ],
        },
    )


@requires(Permission.SEE_FINDINGS)
@require_GET
def history_list(request: HttpRequest, form: str) -> HttpResponse:
    """The table as CSV or Excel."""
    past = history_of(visible_to(signed_in(request)))
    rows = (_cells(each) for each in past)
    return list_answer(request, form, "inspection-history", COLUMNS, rows)


def _cells(past: Past) -> tuple[Any, ...]:
    review = past.review
    return (
        review.title,
        review.kind_title,
        review.body,
        past.day,
        *(past.grades.get(area, "") for area in AREAS),
        past.priority_actions,
        past.weaknesses,
        past.progress,
        past.strengths,
        "; ".join(sorted(map(theme_title, past.themes))),
    )


def _sentence(past: Sequence[Past], back: int) -> str:
    """What matters first: the newest overall grade, and how much came back."""
    graded = [each for each in past if OVERALL in each.grades]
    said = []
    if graded:
        newest = graded[-1]
        grade, month = newest.grades[OVERALL].lower(), words.month(newest.day)
        said.append(f"Judged {grade} overall in {month}")
    if back:
        themes = words.count_of(back, "theme")
        verb = "was" if back == 1 else "were"
        said.append(f"{themes} {verb} a weakness in more than one review")
    sentence = "; ".join(said)
    return f"{sentence[:1].upper()}{sentence[1:]}." if said else ""
