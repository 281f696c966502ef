"""What the authority sends: a folder for each return, with its schema, reader and checks.

Out come typed Arrow tables and data-quality issues. This room knows nothing of any other.
"""

from sightline.returns.as_at import (
    UndatedExtractError,
    extract_date,
    extract_dates,
    says_nothing,
)
from sightline.returns.cross_checks import CROSS_ISSUE_SCHEMA, columns_read, cross_check
from sightline.returns.parts import Part
from sightline.returns.reading import read_files
from sightline.returns.registry import RULES
from sightline.returns.rules import Rule
from sightline.returns.tables import ISSUE_SCHEMA, ReadFile, ReadTable, Severity

__all__ = [
    "CROSS_ISSUE_SCHEMA",
    "ISSUE_SCHEMA",
    "RULES",
    "Part",
    "ReadFile",
    "ReadTable",
    "Rule",
    "Severity",
    "UndatedExtractError",
    "columns_read",
    "cross_check",
    "extract_date",
    "extract_dates",
    "read_files",
    "says_nothing",
]
