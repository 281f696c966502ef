"""The chair's one page, to read and as a PDF. It joins every room, so it stands in the site."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sightline.oversight.views.packs import numbered
from sightline.packs.pdf import pdf
from sightline.people.access import requires, signed_in
from sightline.people.log import record
from sightline.people.models.access_event import Act
from sightline.people.permissions import Permission
from sightline.site.in_packs.chair import MOST_DECISIONS, chairs_page, to_decide


@requires(Permission.SEE_BOARDS)
@require_GET
def chair(request: HttpRequest) -> HttpResponse:
    """Alert, advise, assure; and what is to be decided, each with its page."""
    pack = chairs_page(timezone.localdate())
    context = {
        "pack": pack,
        "sections": numbered(pack),
        "matters": to_decide()[:MOST_DECISIONS],
    }
    return render(request, "site/chair.html", context)


@requires(Permission.SEE_BOARDS)
@require_GET
def chair_pdf(request: HttpRequest) -> HttpResponse:
    """The same on one sheet."""
    now = timezone.now()
    name = "chairs-page.pdf"
    content = pdf(chairs_page(timezone.localdate()), now)
    record(signed_in(request), Act.DOWNLOADED, path=request.get_full_path(), why=name)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
