"""What the authority sends: a folder for each return, with its schema, reader and checks.

Out of this room come typed Arrow tables and data-quality issues. It knows nothing of any other room.
"""

from sightline.returns.reading import read_files
from sightline.returns.tables import ISSUE_SCHEMA, ReadFile, ReadTable, Severity

__all__ = ["ISSUE_SCHEMA", "ReadFile", "ReadTable", "Severity", "read_files"]
