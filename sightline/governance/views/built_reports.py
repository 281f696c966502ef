"""Reports that are built here: on the page, and as Word or PDF."""

from collections.abc import Callable
from datetime import date, datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_GET

from sightline.governance import keeping, report_parts
from sightline.governance.elsewhere import letters_received
from sightline.governance.listings.built_reports import state
from sightline.governance.listings.listing import Cell, Link, Table
from sightline.governance.listings.partners import every_partner
from sightline.governance.models import CommitteeReport, ItemKind, ScrutineerReport
from sightline.governance.report_packs import committee_pack, scrutineer_pack, written
from sightline.governance.views.lists import plain
from sightline.measures import catalogue
from sightline.packs import Pack
from sightline.packs.files import KINDS
from sightline.packs.pdf import pdf
from sightline.packs.word import docx
from sightline.people.access import requires, signed_in
from sightline.people.log import record
from sightline.people.models.access_event import Act
from sightline.people.permissions import Permission
from sightline.words import day

_WRITERS: dict[str, Callable[[Pack, datetime], bytes]] = {"docx": docx, "pdf": pdf}
_UNBOUND = "Nothing: the claim is not bound to a measure or a report"


@requires(Permission.KEEP_BOARDS)
@require_GET
def committee_report(request: HttpRequest, pk: int) -> HttpResponse:
    """What is to be looked at first; then every section that is written."""
    report = get_object_or_404(CommitteeReport.objects.select_related("body", "meeting"), pk=pk)
    context = {
        "report": report,
        "missing": report_parts.missing(report.sections),
        "remarks": report_parts.remarks(report.sections),
        "sections": written(report, every=False),
        "history": keeping.history(report),
    }
    return render(request, "governance/committee_report.html", context)


@requires(Permission.KEEP_BOARDS)
@require_GET
def committee_report_file(request: HttpRequest, pk: int, ending: str) -> HttpResponse:
    """The report as Word or PDF."""
    report = get_object_or_404(CommitteeReport.objects.select_related("body", "meeting"), pk=pk)
    return _file(request, committee_pack(report, timezone.localdate()), ending)


@requires(Permission.SEE_BOARDS)
@require_GET
def scrutineer_report(request: HttpRequest, pk: int) -> HttpResponse:
    """How many claims rest on nothing first; then the items, and how partners perform."""
    report = get_object_or_404(ScrutineerReport.objects.select_related("body"), pk=pk)
    items = list(report.items.all())
    context = {
        "report": report,
        "claims": sum(each.kind == ItemKind.IMPACT for each in items),
        "unbound": sum(each.unbound for each in items),
        "state": state(report, timezone.localdate()),
        "tables": _tables(report),
        "may_keep": signed_in(request).may(Permission.KEEP_BOARDS),
        "history": keeping.history(report),
    }
    return render(request, "governance/scrutineer_report.html", context)


@requires(Permission.SEE_BOARDS)
@require_GET
def scrutineer_report_file(request: HttpRequest, pk: int, ending: str) -> HttpResponse:
    """The report as Word or PDF: claims that rest on nothing are marked there too."""
    report = get_object_or_404(ScrutineerReport, pk=pk)
    tables = [
        (each.heading, tuple(each.columns), [tuple(map(_text, plain(row))) for row in each.rows])
        for each in _tables(report)
    ]
    items = list(report.items.all())
    claims = sum(each.kind == ItemKind.IMPACT for each in items)
    unbound = sum(each.unbound for each in items)
    rest = "rests" if unbound == 1 else "rest"
    sentence = f"{unbound} of {claims} claims of impact {rest} on nothing that is shown."
    pack = scrutineer_pack(report, tables, sentence, timezone.localdate())
    return _file(request, pack, ending)


def _tables(report: ScrutineerReport) -> list[Table]:
    """The items by kind, impact first, then the partners' figures with whether they agree."""
    letters = {each.number: each for each in letters_received()}
    items = list(report.items.all())

    def rests_on(measure: str, letter: int | None) -> Cell:
        if letter in letters:
            return Link(letters[letter].title, letters[letter].address)
        if measure in catalogue():
            return f"Measure: {catalogue()[measure].title}"
        return ""

    impact: list[list[Cell]] = [
        [e.words, _UNBOUND if e.unbound else rests_on(e.measure, e.letter), e.on]
        for e in items
        if e.kind == ItemKind.IMPACT
    ]
    others = [
        Table(
            heading, {"In words": 80, "Day": 12}, [[e.words, e.on] for e in items if e.kind == kind]
        )
        for heading, kind in (
            ("What was done", ItemKind.ACTIVITY),
            ("Gaps", ItemKind.GAP),
            ("Recommendations", ItemKind.RECOMMENDATION),
        )
    ]
    partners: list[list[Cell]] = [
        [
            each.name,
            each.state,
            each.figures["Meetings attended in the past year"],
            each.figures["Actions and answers done"],
            each.figures["Data supplied"],
        ]
        for each in every_partner(timezone.localdate())
    ]
    heads = {"Partner": 30, "Figures": 34, "Meetings attended": 14, "Done": 12, "Data supplied": 12}
    return [
        Table("Claims of impact", {"In words": 70, "What shows it": 50, "Day": 12}, impact),
        *others,
        Table("How partners perform today", heads, partners),
    ]


def _text(cell: Cell) -> str:
    if isinstance(cell, date):
        return day(cell)
    return "" if cell is None else str(cell)


def _file(request: HttpRequest, pack: Pack, ending: str) -> HttpResponse:
    """The pack as a file to keep; the access log says who took it."""
    if ending not in _WRITERS:
        raise Http404
    name = f"{slugify(pack.title)[:80] or 'report'}.{ending}"
    record(signed_in(request), Act.DOWNLOADED, path=request.get_full_path(), why=name)
    content = _WRITERS[ending](pack, timezone.now())
    answer = HttpResponse(content, content_type=KINDS[ending][1])
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
