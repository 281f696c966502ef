"""A table of a yearly return, typed by the schema of its year."""

from __future__ import annotations

from datetime import date

from sightline.returns.conform import Conformed, Located, conform
from sightline.returns.issues import one_issue
from sightline.returns.yearly import Schemas


def conform_of_year(
    located: Located, schemas: Schemas, year: int | None, period: date | None
) -> Conformed:
    """Type a located table by the nearest year we hold, and say so where that is another.

    Without a year, codes of any year pass. `period` is the day the table speaks of.
    """
    if year is None or period is None:
        return _of_no_year(located, schemas)
    name = located.heading.shape.table
    nearest, starts = schemas.nearest(year), schemas.first_year_of(name)
    label = schemas.label(nearest)
    read = conform(located, schemas.of(max(nearest, starts))[name], year, label, period)
    held = f"{schemas.label(schemas.years[0])} to {schemas.label(schemas.years[-1])}"
    if year not in schemas.years:
        message = (
            f"{located.place.words} is of {schemas.label(year)}; we hold the codes of {held} "
            f"and used those of {label}."
        )
        read.issues.append(one_issue(located.place, "year_unsupported", message))
    elif year < starts:
        message = (
            f"{located.place.words} holds the table {name}, collected from "
            f"{schemas.label(starts)}, but is of {label}; if it is of another year, say so."
        )
        read.issues.append(one_issue(located.place, "table_not_this_year", message))
    return read


def _of_no_year(located: Located, schemas: Schemas) -> Conformed:
    read = conform(located, schemas.of_any_year()[located.heading.shape.table])
    message = f"{located.place.words} has no date that tells its year; codes of any year pass."
    read.issues.append(one_issue(located.place, "year_unknown", message))
    return read
