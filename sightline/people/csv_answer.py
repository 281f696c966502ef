"""A table as a CSV file to download, noted in the access log."""

import csv
from collections.abc import Iterable, Sequence

from django.http import HttpRequest, HttpResponse

from sightline.people.access import signed_in
from sightline.people.log import record
from sightline.people.models.access_event import Act

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_answer(
    request: HttpRequest, name: str, header: Sequence[str], rows: Iterable[Sequence[object]]
) -> HttpResponse:
    """The file NAME.csv, for a person who is signed in: the access log says who took it."""
    record(signed_in(request), Act.DOWNLOADED, path=request.get_full_path(), why=f"{name}.csv")
    return csv_file(name, header, rows)


def csv_file(name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """The file NAME.csv. A cell that a spreadsheet would run as a formula is given as words."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    writer = csv.writer(response)
    writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return response


def _harmless(value: object) -> object:
    if value is None:
        return ""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
