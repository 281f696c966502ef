"""Data quality as an Excel workbook."""

from io import BytesIO

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from sightline.jobs import quality_workbook
from sightline.oversight.loaded import found_when_loaded
from sightline.oversight.quality_asked import asked
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission
from sightline.people.scope import scope_of
from sightline.people.xlsx_answer import as_xlsx


@requires(Permission.SEE_FIGURES)
@require_GET
@found_when_loaded
def download(request: HttpRequest) -> HttpResponse:
    """The counts; and the rows that the address asks for of children whom the person may see."""
    scope = scope_of(signed_in(request))
    rows = None if scope.nobody else asked(request.GET, scope)
    file = BytesIO()
    listed = quality_workbook.write(settings.DATA, file, rows)
    return as_xlsx(request, "data-quality", file.getvalue(), listed)
