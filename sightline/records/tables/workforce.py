"""The workers, and how they are helped to do the work."""

from __future__ import annotations

from sightline.records.tables.shape import CHILD, CanonicalTable

TABLES = (
    CanonicalTable(
        "worker",
        "a social worker in one role as a census had them; fte_on_day and caseload: on its day",
        {
            "worker_id": "string",
            "as_at": "date",
            "agency": "boolean",
            "fte": "float64",
            "fte_on_day": "float64",
            "role": "string",
            "role_started": "date",
            "role_ended": "date",
            "reason_left": "string",
            "destination": "string",
            "caseload": "int64",
            "days_absent": "float64",
            "absent": "boolean",
            "reason_absent": "string",
            "asye": "boolean",
            "stage": "string",
            "sex": "string",
            "date_of_birth": "date",
            "ethnicity": "string",
            "qualified_at": "string",
            "contract_weeks": "float64",
        },
    ),
    CanonicalTable(
        "workforce_position",
        "vacancies and agency workers of the authority on a census's day",
        {
            "as_at": "date",
            "vacancies": "float64",
            "agency_fte": "float64",
            "agency_headcount": "int64",
        },
    ),
    CanonicalTable(
        "supervision",
        "a worker's supervision; child_id is null where it was about no one child",
        {
            **CHILD,
            "worker_id": "string",
            "date": "date",
            "supervisor_id": "string",
            "minutes": "int64",
            "reflective": "boolean",
            "actions_set": "boolean",
        },
    ),
    CanonicalTable(
        "training",
        "a day of training",
        {
            "worker_id": "string",
            "programme": "string",
            "date": "date",
            "attended": "boolean",
            "hours": "float64",
        },
    ),
)
