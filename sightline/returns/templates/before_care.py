"""Templates on help before a child needs social care."""

from __future__ import annotations

from sightline.returns.templates.declaring import Column, Template, child

EARLY_HELP = Template(
    "early_help",
    "Early help",
    "Early help given by the authority and its partners: how long it ran, and whether it kept a "
    "child from needing social care.",
    "The early help hub, a row for each child and time of help.",
    (
        child("20914"),
        Column(
            "started",
            "Date early help started",
            "The day help was agreed with the family.",
            "date",
            key=True,
            past=True,
            example="11/05/2026",
        ),
        Column(
            "ended",
            "Date early help ended",
            "The day it ended; blank while it goes on.",
            "date",
            past=True,
            example="25/09/2026",
        ),
        Column(
            "organisation",
            "Lead organisation",
            "Which organisation leads.",
            usual=("authority", "school", "health", "voluntary organisation"),
            example="school",
        ),
        Column(
            "outcome",
            "Outcome of early help",
            "What came of it.",
            usual=("needs met", "some needs met", "family declined", "moved away"),
            example="needs met",
        ),
        Column(
            "stepped_up",
            "Stepped up to social care",
            "Yes if it ended because the child was referred to social care.",
            "flag",
            example="No",
        ),
    ),
    ("child_id", "started"),
)

BEFORE_CARE = (EARLY_HELP,)
