"""Templates on a child's family and past: family time, life story work."""

from __future__ import annotations

from sightline.returns.templates.declaring import Column, Template, child, worker
from sightline.returns.templates.words import Choice, choices

LIFE_STORY_WORK = Template(
    "life_story_work",
    "Life story work",
    "Whether a child is helped to understand the past: work begun, and work done.",
    "The child's social worker or the direct work team, a row for each piece of work.",
    (
        child("10733"),
        Column(
            "kind",
            "Kind of work",
            "Which work; a later-life letter is one to be read when the child is older.",
            "code",
            required=True,
            choices=choices("life story work", "direct work", "later-life letter"),
            example="life story work",
        ),
        Column(
            "started",
            "Date work started",
            "The day of the first session, or the day the letter was begun.",
            "date",
            key=True,
            past=True,
            example="12/05/2026",
        ),
        Column(
            "completed",
            "Date work completed",
            "The day it was done; blank while it is not.",
            "date",
            past=True,
            example="18/09/2026",
        ),
        worker("W117"),
    ),
    ("child_id", "kind", "started"),
)

FAMILY_TIME = Template(
    "family_time",
    "Family time",
    "Whether the time a child was promised with family took place.",
    "The family time service or the child's social worker, a row for each time planned.",
    (
        child("10219"),
        Column(
            "with_whom",
            "Family time with",
            "Whom the child was to see; a row for each.",
            "code",
            required=True,
            choices=(
                Choice("mother", "mother", ("mum", "mam", "birth mother")),
                Choice("father", "father", ("dad", "birth father")),
                Choice(
                    "brothers or sisters",
                    "brothers or sisters",
                    ("siblings", "sibling", "brother", "sister", "brothers and sisters"),
                ),
                Choice(
                    "wider family",
                    "wider family",
                    ("extended family", "grandparents", "grandparent", "other family"),
                ),
            ),
            example="brothers or sisters",
        ),
        Column(
            "planned_date",
            "Date family time planned",
            "The day it was planned for.",
            "date",
            key=True,
            past=True,
            example="26/09/2026",
        ),
        Column(
            "happened",
            "Family time happened",
            "Yes if it took place; blank while the day is to come.",
            "flag",
            example="No",
        ),
        Column(
            "arranged_by",
            "Family time arranged by",
            "Who arranges it, such as the authority or the carer.",
            usual=("authority", "carer", "family"),
            example="authority",
        ),
        Column(
            "reason_not",
            "Reason it did not happen",
            "Why it did not take place, in a few words.",
            example="No supervisor was free",
        ),
    ),
    ("child_id", "with_whom", "planned_date"),
)

FAMILY = (FAMILY_TIME, LIFE_STORY_WORK)
