"""Which identifiers are one child, where they clash, and where the returns disagree."""

from __future__ import annotations

from sightline.records.tables.shape import CHILD, CanonicalTable

TABLES = (
    CanonicalTable(
        "identifier",
        "an identifier as a return writes it, the child it means, and how we know; valid in the "
        "extracts from `valid_from` until before `valid_to`, null for always",
        {
            **CHILD,
            "source_id": "string",
            "how": "string",
            "reason": "string",
            "valid_from": "date",
            "valid_to": "date",
        },
    ),
    CanonicalTable(
        "identity_clash",
        "a doubt about who is who: what clashes, who says what, and what was done about it",
        {
            **CHILD,
            "other_child_id": "string",
            "kind": "string",
            "value": "string",
            "other_value": "string",
            "other_source": "string",
            "other_period": "date",
            "outcome": "string",
            "reason": "string",
        },
    ),
    CanonicalTable(
        "disagreement",
        "a fact on which two returns disagree: which was used, and why",
        {
            **CHILD,
            "what": "string",
            "used_source": "string",
            "used_value": "string",
            "used_period": "date",
            "other_source": "string",
            "other_value": "string",
            "other_period": "date",
            "reason": "string",
        },
    ),
)
