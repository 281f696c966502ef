"""A workbook to download, noted in the access log."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from django.http import HttpRequest, HttpResponse

from sightline.jobs.workbook import Workbook
from sightline.people.access import signed_in
from sightline.people.log import record
from sightline.people.models.access_event import Act

KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def as_xlsx(request: HttpRequest, name: str, content: bytes, listed: int) -> HttpResponse:
    """The file NAME.xlsx, in which `listed` rows are."""
    why = f"{name}.xlsx, {listed:,} rows"
    record(signed_in(request), Act.DOWNLOADED, path=request.get_full_path(), why=why)
    response = HttpResponse(content, content_type=KIND)
    response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response


def xlsx_answer(
    request: HttpRequest, name: str, columns: dict[str, int], rows: Iterable[Sequence[Any]]
) -> HttpResponse:
    """A workbook of one sheet; `columns` gives each heading its width in characters."""
    file, listed = BytesIO(), list(rows)
    book = Workbook(file)
    book.sheet("Rows", tuple(columns), listed, tuple(columns.values()))
    book.close()
    return as_xlsx(request, name, file.getvalue(), len(listed))
