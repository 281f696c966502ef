"""Every template, in the order in which lists and pages show them."""

from __future__ import annotations

from sightline.returns.fields import Table
from sightline.returns.templates.audits import AUDITS
from sightline.returns.templates.before_care import BEFORE_CARE
from sightline.returns.templates.declaring import Template
from sightline.returns.templates.family import FAMILY
from sightline.returns.templates.health_and_education import HEALTH_AND_EDUCATION
from sightline.returns.templates.permanence import PERMANENCE
from sightline.returns.templates.practice import PRACTICE
from sightline.returns.templates.safeguarding import SAFEGUARDING

TEMPLATES: dict[str, Template] = {
    each.name: each
    for each in (
        *SAFEGUARDING,
        *BEFORE_CARE,
        *PERMANENCE,
        *FAMILY,
        *HEALTH_AND_EDUCATION,
        *PRACTICE,
        *AUDITS,
    )
}
"""Template by name."""

TABLES: dict[str, Table] = {name: each.table() for name, each in TEMPLATES.items()}
"""Each template as a table to be read."""

EVENTS: dict[str, tuple[str, ...]] = {
    name: tuple(column.name for column in each.columns if column.past)
    for name, each in TEMPLATES.items()
}
"""The columns that tell how far each list goes."""
