"""Templates on permanence: matches, placement plans, panels, assessments of carers."""

from __future__ import annotations

from sightline.returns.templates.declaring import Basis, Column, Template, carer, child
from sightline.returns.templates.words import Choice

_NOT_AGREED = ("declined", "refused", "rejected", "not approved", "disagreed")
_DECISIONS = (
    Choice("agreed", "agreed", ("approved", "agree")),
    Choice("not agreed", "not agreed", _NOT_AGREED),
    Choice("deferred", "deferred", ("adjourned", "postponed")),
)

MATCH_DECISIONS = Template(
    "match_decisions",
    "Match decisions",
    "The day it was decided that carers are the right long-term home for a child: no return says "
    "it of long-term fostering.",
    "The panel adviser or agency decision maker's office, a row for each child and decision.",
    (
        child("10305"),
        Column(
            "decision_date",
            "Date of match decision",
            "The day the agency decision maker decided.",
            "date",
            key=True,
            past=True,
            example="17/09/2026",
        ),
        Column(
            "kind",
            "Kind of match",
            "What the match is for.",
            "code",
            required=True,
            choices=(
                Choice(
                    "long_term_fostering",
                    "long-term fostering",
                    ("long term foster care", "long term foster", "longterm fostering", "ltf"),
                ),
                Choice("adoption", "adoption", ("adoptive", "adopters")),
            ),
            example="long-term fostering",
        ),
        Column(
            "decision",
            "Match decision",
            "What was decided.",
            "code",
            required=True,
            choices=_DECISIONS,
            example="agreed",
        ),
        Column(
            "panel_date",
            "Date of matching panel",
            "The day the panel gave its advice.",
            "date",
            past=True,
            example="08/09/2026",
        ),
        carer("F2071"),
    ),
    ("child_id", "decision_date", "kind"),
)

PLACEMENT_PLANS = Template(
    "placement_plans",
    "Placement plans",
    "When the plan for a placement was made: no return holds its date.",
    "The child's social worker or the placements team, a row for each placement.",
    (
        child("10482"),
        Column(
            "placement_started",
            "Date placement started",
            "The day the child moved in, as the SSDA903 has it.",
            "date",
            key=True,
            past=True,
            example="01/09/2026",
        ),
        Column(
            "plan_date",
            "Date of placement plan",
            "The day the plan was made; blank while there is none.",
            "date",
            past=True,
            example="04/09/2026",
        ),
    ),
    ("child_id", "placement_started"),
    (
        Basis(
            "The plan is made before the placement or, where that is not reasonably practicable, "
            "within five working days of its start.",
            "Care Planning, Placement and Case Review (England) Regulations 2010, reg 9(1) and (2)",
            "https://www.legislation.gov.uk/uksi/2010/959/part/3/made",
            verified=True,
        ),
    ),
)

PANEL_DECISIONS = Template(
    "panel_decisions",
    "Panel decisions",
    "What each panel decided for a child, who decided, and when it is looked at again.",
    "The clerk of each panel, a row for each child and panel.",
    (
        child("10117"),
        Column(
            "panel",
            "Panel",
            "Which panel.",
            "code",
            required=True,
            choices=(
                Choice("permanence", "permanence", ("permanence panel", "permanency panel")),
                Choice("fostering", "fostering", ("fostering panel", "foster panel")),
                Choice("adoption", "adoption", ("adoption panel",)),
                Choice(
                    "legal gateway",
                    "legal gateway",
                    ("legal gateway panel", "legal gateway meeting", "legal planning meeting"),
                ),
                Choice("resources", "resources", ("resource panel", "resources panel")),
            ),
            example="permanence",
        ),
        Column(
            "panel_date",
            "Date of panel",
            "The day it sat.",
            "date",
            key=True,
            past=True,
            example="10/09/2026",
        ),
        Column(
            "decision",
            "Panel decision",
            "What was decided, in a few words.",
            required=True,
            usual=("agreed", "not agreed", "deferred"),
            example="agreed",
        ),
        Column(
            "decided_by",
            "Panel decision made by",
            "The role or worker ID of who decided.",
            example="Head of service",
        ),
        Column(
            "next_date",
            "Next panel date",
            "When it is to be looked at again; blank if it is not.",
            "date",
            example="10/12/2026",
        ),
    ),
    ("child_id", "panel", "panel_date"),
)

CARER_ASSESSMENTS = Template(
    "carer_assessments",
    "Assessments of carers for a child",
    "How long it took to assess relatives and friends for a child, and where the decision went "
    "against the recommendation.",
    "The kinship or fostering team, a row for each assessment.",
    (
        child("10305"),
        carer("K0418"),
        Column(
            "relationship",
            "Relationship to child",
            "What the carer is to the child, such as grandparent.",
            usual=("grandparent", "aunt or uncle", "brother or sister", "friend of the family"),
            example="grandparent",
        ),
        Column(
            "kind",
            "Kind of carer assessment",
            "Which assessment; a row for each.",
            "code",
            required=True,
            choices=(
                Choice("viability", "viability", ("initial viability", "viability assessment")),
                Choice("regulation 24", "regulation 24", ("reg 24", "temporary approval")),
                Choice("full", "full", ("full assessment", "form c", "connected persons")),
                Choice("special guardianship", "special guardianship", ("sgo", "sg")),
            ),
            example="viability",
        ),
        Column(
            "started",
            "Date carer assessment started",
            "The day it was asked for.",
            "date",
            key=True,
            past=True,
            example="03/08/2026",
        ),
        Column(
            "completed",
            "Date carer assessment completed",
            "The day the report was done; blank while it is not.",
            "date",
            past=True,
            example="28/08/2026",
        ),
        Column(
            "recommendation",
            "Recommendation",
            "What the assessment recommends.",
            usual=("approve", "do not approve"),
            example="do not approve",
        ),
        Column(
            "decision",
            "Decision on carer",
            "What was decided.",
            usual=("approved", "not approved"),
            example="approved",
        ),
        Column(
            "decision_date",
            "Date of decision on carer",
            "The day it was decided.",
            "date",
            past=True,
            example="04/09/2026",
        ),
        Column(
            "overridden",
            "Recommendation overridden",
            "Yes if the decision goes against the recommendation.",
            "flag",
            example="Yes",
        ),
        Column(
            "override_reason",
            "Reason for overriding",
            "Why, where it does.",
            example="The court asked for a full assessment",
        ),
        Column(
            "decided_by",
            "Decision on carer made by",
            "The role or worker ID of who decided.",
            example="Service manager",
        ),
    ),
    ("child_id", "carer_id", "kind", "started"),
)

PERMANENCE = (MATCH_DECISIONS, PLACEMENT_PLANS, PANEL_DECISIONS, CARER_ASSESSMENTS)
