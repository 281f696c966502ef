"""Issuing a pack: see what it would say, as a page or a PDF, then issue it."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from sightline.oversight.forms import IssuePackForm
from sightline.oversight.loaded import found_when_loaded, when_loaded
from sightline.oversight.packs.drafting import draft
from sightline.oversight.packs.issuing import HinderedError, NoReasonError, issue
from sightline.oversight.packs.kinds import KIND_BY_ID, PackKind
from sightline.oversight.packs.supplied import hindrances
from sightline.oversight.views.packs import numbered
from sightline.packs.pdf import pdf
from sightline.people.access import requires, signed_in
from sightline.people.log import record
from sightline.people.models.access_event import Act
from sightline.people.permissions import Permission


@requires(Permission.PUBLISH)
@require_http_methods(["GET", "POST"])
@when_loaded
def pack_draft(request: HttpRequest, kind_id: str) -> HttpResponse:
    """What the pack would say, and the button that issues it."""
    kind, now = _kind(kind_id), timezone.now()
    made = draft(kind, timezone.localdate())
    again = made.version > 1
    form = IssuePackForm(again, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            row = issue(kind, signed_in(request), now, **form.cleaned_data)
        except HinderedError as error:
            form.add_error(None, str(error))
        except NoReasonError as error:
            form.add_error("what_changed" if again else None, str(error))
        else:
            messages.success(request, "Issued. It is kept as it is shown here, and not changed.")
            return redirect("issued-pack", pk=row.pk)
    against = hindrances(kind.id, now)
    context = {
        "kind": kind,
        "blocks": [each for each in against if each.blocks],
        "warns": [each for each in against if not each.blocks],
        "form": form,
        "again": again,
        "pack": made.pack,
        "made": made,
        "sections": [(level, section, None) for level, section, _ in numbered(made.pack)],
        "authority": settings.AUTHORITY_NAME,
    }
    return render(request, "oversight/packs/draft.html", context)


@requires(Permission.PUBLISH)
@require_GET
@found_when_loaded
def pack_draft_pdf(request: HttpRequest, kind_id: str) -> HttpResponse:
    """The draft as a PDF that says on every page that it is one."""
    kind = _kind(kind_id)
    made = draft(kind, timezone.localdate())
    name = f"{kind.id}-draft.pdf"
    record(signed_in(request), Act.DOWNLOADED, path=request.get_full_path(), why=name)
    response = HttpResponse(pdf(made.pack, timezone.now()), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _kind(kind_id: str) -> PackKind:
    if kind_id not in KIND_BY_ID:
        raise Http404(f"There is no pack {kind_id}.")
    return KIND_BY_ID[kind_id]
