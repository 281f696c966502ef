"""Templates on practice: supervision, what reviewing officers escalate, training."""

from __future__ import annotations

from sightline.returns.templates.declaring import Column, Template, child, worker

SUPERVISION = Template(
    "supervision",
    "Supervision",
    "When workers had supervision, on which child, and whether it was reflective and set actions.",
    "Each supervisor, a row for each child talked of, and one for general supervision.",
    (
        worker("W117", key=True, note="The ID of the worker who was supervised."),
        child(
            "10482",
            key=False,
            note="The child talked of; blank where the supervision was general.",
        ),
        Column(
            "supervision_date",
            "Date of supervision",
            "The day it took place.",
            "date",
            key=True,
            past=True,
            example="22/09/2026",
        ),
        Column(
            "supervisor_id",
            "Supervisor ID",
            "The ID of who supervised.",
            example="W031",
        ),
        Column(
            "minutes",
            "Minutes",
            "How long it took, in whole minutes.",
            "integer",
            low=0,
            high=600,
            example="60",
        ),
        Column(
            "reflective",
            "Reflective",
            "Yes if the work was reflected on, beyond tasks.",
            "flag",
            example="Yes",
        ),
        Column(
            "actions_set",
            "Actions set",
            "Yes if actions were agreed, each with a day.",
            "flag",
            example="Yes",
        ),
    ),
    ("worker_id", "child_id", "supervision_date"),
)

IRO_ESCALATIONS = Template(
    "iro_escalations",
    "IRO escalations",
    "What independent reviewing officers raised on a child's behalf, at which stage, and what came "
    "of it.",
    "The reviewing service, a row for each escalation and stage.",
    (
        child("10305"),
        Column(
            "raised_date",
            "Date escalation raised",
            "The day it was raised at this stage.",
            "date",
            key=True,
            past=True,
            example="02/09/2026",
        ),
        Column(
            "stage",
            "Stage of escalation",
            "The stage of the authority's own dispute resolution process: 1 is the first.",
            "integer",
            required=True,
            low=1,
            high=9,
            example="1",
        ),
        Column(
            "reason",
            "Reason for escalation",
            "What it is about, in a few words.",
            required=True,
            usual=("drift or delay", "care plan", "placement", "visits", "health", "education"),
            example="drift or delay",
        ),
        Column(
            "resolved_date",
            "Date escalation resolved",
            "The day it was settled at this stage or moved to the next; blank while it is open.",
            "date",
            past=True,
            example="16/09/2026",
        ),
        Column(
            "outcome",
            "Outcome of escalation",
            "What came of it.",
            usual=("resolved", "moved to the next stage", "withdrawn", "referred to Cafcass"),
            example="resolved",
        ),
    ),
    ("child_id", "raised_date", "reason"),
)

TRAINING = Template(
    "training",
    "Training",
    "Which training workers were booked on, and whether they came.",
    "The workforce development team, a row for each worker and day.",
    (
        worker("W117", key=True),
        Column(
            "programme",
            "Training programme",
            "What the training is called.",
            key=True,
            example="Permanence planning",
        ),
        Column(
            "training_date",
            "Date of training",
            "The day of it; of several days, a row for each.",
            "date",
            key=True,
            past=True,
            example="15/09/2026",
        ),
        Column(
            "attended",
            "Attended",
            "Yes if the worker came.",
            "flag",
            required=True,
            example="Yes",
        ),
        Column(
            "hours",
            "Hours of training",
            "How many hours it took; parts of an hour as 1.5.",
            "number",
            low=0,
            high=24,
            example="6.5",
        ),
    ),
    ("worker_id", "programme", "training_date"),
)

PRACTICE = (SUPERVISION, IRO_ESCALATIONS, TRAINING)
