"""Sightline's own templates: running lists, kept by hand, of what no standard return carries."""

from sightline.returns.templates.declaring import RETURN_NAME, Basis, Column, Template
from sightline.returns.templates.every import EVENTS, TABLES, TEMPLATES
from sightline.returns.templates.headings import SHAPES
from sightline.returns.templates.reader import read
from sightline.returns.templates.words import Choice

__all__ = [
    "EVENTS",
    "RETURN_NAME",
    "SHAPES",
    "TABLES",
    "TEMPLATES",
    "Basis",
    "Choice",
    "Column",
    "Template",
    "read",
]
