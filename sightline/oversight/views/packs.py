"""Packs: the list, an issued one to read, its charts and its files."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sightline import words
from sightline.oversight.models import IssuedPack
from sightline.oversight.packs.issuing import content_of, files_of
from sightline.oversight.packs.kinds import KINDS, PackKind
from sightline.packs import Chart, Pack, Section
from sightline.packs.files import KINDS as FILES
from sightline.packs.frozen import ChangedError
from sightline.people.access import requires, signed_in
from sightline.people.csv_answer import csv_answer
from sightline.people.log import record
from sightline.people.models.access_event import Act
from sightline.people.permissions import ANY_FIGURES, Permission
from sightline.people.xlsx_answer import xlsx_answer

COLUMNS = {"Pack": 40, "Figures up to": 16, "Version": 10, "Issued": 24, "By": 24, "Run": 16}


@requires(*ANY_FIGURES)
@require_GET
def packs(request: HttpRequest) -> HttpResponse:
    """Every kind of pack with its newest issue, and those before."""
    may_issue = signed_in(request).may(Permission.PUBLISH)
    issued = list(_issued())
    rows = [_row(kind, issued) for kind in KINDS]
    context = {
        "rows": rows,
        "issued": issued,
        "may_issue": may_issue,
        "sees_boards": signed_in(request).may(Permission.SEE_BOARDS),
        "overdue": sum(bool(row["overdue"]) for row in rows),
    }
    return render(request, "oversight/packs/packs.html", context)


@requires(*ANY_FIGURES)
@require_GET
def packs_csv(request: HttpRequest) -> HttpResponse:
    """Every issued pack as CSV."""
    return csv_answer(request, "packs", tuple(COLUMNS), _lines())


@requires(*ANY_FIGURES)
@require_GET
def packs_xlsx(request: HttpRequest) -> HttpResponse:
    """Every issued pack as Excel."""
    return xlsx_answer(request, "packs", COLUMNS, _lines())


@requires(*ANY_FIGURES)
@require_GET
def issued_pack(request: HttpRequest, pk: int) -> HttpResponse:
    """An issued pack to read on the page, as it was issued."""
    row = _one(pk)
    try:
        pack = content_of(row)
    except ChangedError as error:
        context = {"row": row, "title": row.title, "changed": str(error)}
        return render(request, "oversight/packs/changed.html", context, status=409)
    newer = IssuedPack.objects.filter(kind=row.kind, as_at=row.as_at, version__gt=row.version)
    context = {
        "row": row,
        "pack": pack,
        "sections": numbered(pack),
        "newer": newer.first(),
        "files": [(ending, name) for ending, (name, _) in FILES.items()],
    }
    return render(request, "oversight/packs/issued.html", context)


@requires(*ANY_FIGURES)
@require_GET
def pack_chart(request: HttpRequest, pk: int, place: int) -> HttpResponse:
    """A chart of an issued pack, by its place."""
    try:
        charts = charts_of(content_of(_one(pk)))
    except ChangedError as error:
        raise Http404(str(error)) from error
    if not 0 <= place < len(charts):
        raise Http404("The pack has no such chart.")
    return HttpResponse(charts[place].svg, content_type="image/svg+xml")


@requires(*ANY_FIGURES)
@require_GET
def pack_file(request: HttpRequest, pk: int, ending: str) -> HttpResponse:
    """An issued pack as a file, exactly as it was issued."""
    row = _one(pk)
    if ending not in FILES:
        raise Http404("A pack is not kept in that form.")
    try:
        content = files_of(row)[f"pack.{ending}"]
    except ChangedError as error:
        raise Http404(str(error)) from error
    name = f"{row.folder}.{ending}"
    record(signed_in(request), Act.DOWNLOADED, path=request.get_full_path(), why=name)
    response = HttpResponse(content, content_type=FILES[ending][1])
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def numbered(pack: Pack) -> list[tuple[int, Section, int | None]]:
    """Each section with its level, and the place of its chart among all charts."""
    told, place = [], 0
    for level, section in pack.walk():
        told.append((min(level + 1, 4), section, place if section.chart else None))
        place += section.chart is not None
    return told


def charts_of(pack: Pack) -> list[Chart]:
    """The charts in their order."""
    return [section.chart for _, section in pack.walk() if section.chart]


def _one(pk: int) -> IssuedPack:
    return get_object_or_404(IssuedPack.objects.select_related("issued_by"), pk=pk)


def _issued() -> list[IssuedPack]:
    rows = IssuedPack.objects.select_related("issued_by").defer("facts", "figures")
    return list(rows.order_by("-issued_at", "-pk"))


def _row(kind: PackKind, issued: list[IssuedPack]) -> dict[str, object]:
    newest = max(
        (each for each in issued if each.kind == kind.id),
        key=lambda each: (each.as_at, each.version),
        default=None,
    )
    due = timezone.localdate(newest.issued_at) + timedelta(weeks=kind.weeks) if newest else None
    overdue = due is not None and due < timezone.localdate()
    return {"kind": kind, "newest": newest, "due": due, "overdue": overdue}


def _lines() -> list[tuple[object, ...]]:
    return [
        (
            each.title,
            each.as_at,
            each.version,
            words.moment(each.issued_at),
            str(each.issued_by),
            each.run[:12],
        )
        for each in _issued()
    ]
