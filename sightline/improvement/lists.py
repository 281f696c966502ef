"""Every list of the register as a file: CSV or Excel, noted in the access log."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from sightline.people.csv_answer import csv_answer
from sightline.people.xlsx_answer import xlsx_answer

CSV, EXCEL = "csv", "xlsx"


def list_answer(
    request: HttpRequest,
    form: str,
    name: str,
    columns: Mapping[str, int],
    rows: Iterable[Sequence[Any]],
) -> HttpResponse:
    """The file NAME.csv or NAME.xlsx; `columns` gives each heading its width in characters.

    Raises Http404 for any other form.
    """
    if form == CSV:
        return csv_answer(request, name, tuple(columns), rows)
    if form == EXCEL:
        return xlsx_answer(request, name, dict(columns), rows)
    raise Http404(f"A list downloads as {CSV} or {EXCEL}, not as {form}.")
