"""Who a child is."""

from __future__ import annotations

from sightline.records.tables.shape import CHILD, CanonicalTable

TABLES = (
    CanonicalTable(
        "person",
        "a child, with what the newest extract that says so says of her",
        {
            **CHILD,
            "sex": "string",
            "date_of_birth": "date",
            "expected_birth": "date",
            "died": "date",
            "ethnicity": "string",
            "upn": "string",
            "former_upn": "string",
            "disabled": "boolean",
            "uasc": "boolean",
        },
    ),
    CanonicalTable(
        "disability",
        "a disability that the newest census of a child names, by its code",
        {**CHILD, "disability": "string"},
    ),
)
