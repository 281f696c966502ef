"""Templates on case audits: which were due and done, what they found, and their moderation."""

from __future__ import annotations

from sightline.returns.templates.declaring import Column, Template, child
from sightline.returns.templates.words import Choice, choices

GRADES = (
    Choice("outstanding", "outstanding"),
    Choice("good", "good"),
    Choice(
        "requires improvement", "requires improvement", ("ri", "requires improvement to be good")
    ),
    Choice("inadequate", "inadequate"),
)
STANDARDS = choices(
    "visits",
    "reviews",
    "health",
    "permanence plan",
    "supervision",
    "life story work",
    "seen in assessment",
    "child's voice",
    "care plan",
    "analysis",
)
"""What an auditor looks for. The first seven are practice that figures tell of as well."""

CASE_AUDITS = Template(
    "case_audits",
    "Case audits",
    "Which case audits were due and done, how they were graded, and which were moderated.",
    "The quality assurance team, a row for each audit, from the day it is given to an auditor.",
    (
        child("10482", note="The child whose record is audited."),
        Column(
            "due_date",
            "Audit due",
            "The day by which the audit was to be done.",
            "date",
            key=True,
            example="30/09/2026",
        ),
        Column(
            "audit_date",
            "Audit completed",
            "The day it was done; blank until then.",
            "date",
            past=True,
            example="25/09/2026",
        ),
        Column("auditor_id", "Auditor ID", "The worker ID of who audits.", example="W031"),
        Column(
            "grade",
            "Audit grade",
            "The auditor's own grade, before moderation.",
            "code",
            choices=GRADES,
            example="good",
        ),
        Column(
            "family_asked",
            "Family asked",
            "Yes if the child, a parent or a carer was asked what they think.",
            "flag",
            example="Yes",
        ),
        Column(
            "moderated_date",
            "Audit moderated",
            "The day a second person graded it; blank where nobody did.",
            "date",
            past=True,
            example="02/10/2026",
        ),
        Column(
            "moderated_grade",
            "Moderated grade",
            "The grade after moderation.",
            "code",
            choices=GRADES,
            example="requires improvement",
        ),
    ),
    ("child_id", "due_date"),
)

AUDIT_STANDARDS = Template(
    "audit_standards",
    "Audit findings by standard",
    "Whether each audit found the practice that a standard asks for, standard by standard.",
    "The quality assurance team, a row for each audit and each standard looked at.",
    (
        child("10482", note="The child whose record was audited."),
        Column(
            "audit_date",
            "Date of audit",
            "The day of the audit, as in the list of case audits.",
            "date",
            key=True,
            past=True,
            example="25/09/2026",
        ),
        Column(
            "standard",
            "Practice standard",
            "What was looked for.",
            "code",
            key=True,
            choices=STANDARDS,
            example="visits",
        ),
        Column(
            "met",
            "Standard met",
            "Yes if the auditor found it in the record.",
            "flag",
            required=True,
            example="No",
        ),
    ),
    ("child_id", "audit_date", "standard"),
)

AUDITS = (CASE_AUDITS, AUDIT_STANDARDS)
