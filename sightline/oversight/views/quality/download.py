"""Data quality as an Excel workbook."""

from io import BytesIO

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from sightline.jobs import quality_workbook
from sightline.oversight.loaded import found_when_loaded
from sightline.oversight.quality_asked import asked
from sightline.people.access import requires, signed_in
from sightline.people.log import record
from sightline.people.models.access_event import Act
from sightline.people.permissions import Permission
from sightline.people.scope import scope_of

KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@requires(Permission.SEE_FIGURES)
@require_GET
@found_when_loaded
def download(request: HttpRequest) -> HttpResponse:
    """The counts; and the rows that the address asks for of children whom the person may see."""
    user = signed_in(request)
    scope = scope_of(user)
    rows = None if scope.nobody else asked(request.GET, scope)
    file = BytesIO()
    listed = quality_workbook.write(settings.DATA, file, rows)
    why = f"data-quality.xlsx, {listed:,} rows"
    record(user, Act.DOWNLOADED, path=request.get_full_path(), why=why)
    response = HttpResponse(file.getvalue(), content_type=KIND)
    response["Content-Disposition"] = 'attachment; filename="data-quality.xlsx"'
    return response
