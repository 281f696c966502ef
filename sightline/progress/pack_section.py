"""Pace and triangulation for packs: a sentence a priority, and the grid of sources."""

from datetime import date

from sightline.improvement.models import Priority
from sightline.packs import Section, Table
from sightline.progress.grid import auditors, grid, lead
from sightline.progress.priority_page import paged


def sections(today: date, *, outside: bool) -> tuple[Section, ...]:
    """Pace first, then what five sources say; `outside` withholds what small numbers rest on."""
    return (_pace(today, exact=not outside), sources(today, exact=not outside))


def _pace(today: date, *, exact: bool) -> Section:
    title = "Is each priority fast enough?"
    priorities = list(Priority.objects.prefetch_related("findings__themes").order_by("name"))
    if not priorities:
        return Section(title, "No priority has been gathered yet.")
    pages = sorted(paged(priorities, today, exact=exact), key=lambda page: not page.rows)
    rows = tuple(
        (page.priority.name, row.moving.measure.title, row.then, row.now, row.target, row.arrival)
        for page in pages
        for row in page.rows
    )
    heads = ("Priority", "Measure", "Inspection", "Now", "Standard", "Arrives at this rate")
    return Section(
        title,
        pages[0].sentence,
        points=tuple(f"{page.priority.name}. {page.sentence}" for page in pages),
        table=Table("Each measure on its way", heads, rows) if rows else None,
        notes=("A range that ends in never may have no end.",),
    )


def sources(today: date, *, exact: bool) -> Section:
    """What five sources say of each theme, in words and without a figure."""
    rows = grid(today, exact=exact)
    heads = ("Theme", "Status", "Data", "Audits", "Reviews", "Families", "Staff")
    table = tuple(
        (
            row.title,
            row.found.status.capitalize(),
            *(each.says.capitalize() for each in row.found.voices),
        )
        for row in rows
    )
    kinder = auditors()[1] if exact else ""
    rosy = (
        f"{row.title}: {each.sentence}."
        for row in rows
        if row.found.inside_is_rosier
        for each in row.found.conflicts[:1]
    )
    return Section(
        "Do data, audits, reviews, families and staff agree?",
        lead(rows),
        points=(*filter(None, [kinder]), *rosy),
        table=Table("What each source says", heads, table) if table else None,
        notes=("Nothing is averaged: one source that says poor or worse is not outvoted.",),
    )
