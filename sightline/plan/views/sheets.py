"""The plan from a workbook, with a preview before anything is stored; and into one."""

from io import BytesIO

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_http_methods

from sightline.improvement.acting import ActingError
from sightline.improvement.prioritising import PriorityError
from sightline.people.access import requires, signed_in
from sightline.people.log import record
from sightline.people.models.access_event import Act
from sightline.people.permissions import Permission
from sightline.people.xlsx_answer import as_xlsx
from sightline.plan.models import SheetTaken
from sightline.plan.sheets import waiting
from sightline.plan.sheets.differing import difference
from sightline.plan.sheets.exporting import workbook_of
from sightline.plan.sheets.forms import ColumnsForm, WorkbookForm
from sightline.plan.sheets.layouts import newest_layouts
from sightline.plan.sheets.taking import TakingError, take
from sightline.plan.standing import newest_plan
from sightline.plan_sheets import (
    OWN_LAYOUT,
    PlanSheetError,
    fingerprint,
    may_be_headings,
    opened,
)

SHOWN = 200  # rows of one list


@requires(Permission.KEEP_PLAN)
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Takes the file and shows what it would change."""
    plan = newest_plan()
    if plan is None:
        return redirect("plan")
    form = WorkbookForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["workbook"]
        waiting.keep(request.session, file, settings.DATA)
        record(signed_in(request), Act.LOADED, path=request.path, why=file.name)
        return redirect("plan-import-look")
    taken = SheetTaken.objects.filter(plan=plan).select_related("by").order_by("-pk")
    return render(request, "plan/sheets/upload.html", {"form": form, "taken": taken[:20]})


@requires(Permission.KEEP_PLAN)
@require_http_methods(["GET", "POST"])
def look(request: HttpRequest) -> HttpResponse:
    """What the workbook would change; its button stores all of it, or nothing."""
    plan, lies = newest_plan(), waiting.waiting(request.session, settings.DATA)
    if plan is None or lies is None:
        return redirect("plan-import")
    try:
        sent = lies.read()
    except PlanSheetError as error:
        return render(
            request, "plan/sheets/unread.html", {"why": str(error), "sheets": _sheets(lies)}
        )
    if request.method == "POST":
        try:
            taken = take(plan, sent, signed_in(request), timezone.now())
        except (TakingError, ActingError, PriorityError) as error:
            messages.error(request, str(error))
        else:
            waiting.drop(request.session, settings.DATA)
            new, changed = taken.counts["new"], taken.counts["changed"]
            messages.success(request, f"{taken.file} is stored: {new} new, {changed} changed.")
            return redirect("plan")
    book = sent.book
    context = {
        "book": book,
        "found": difference(plan, book),
        "shown": SHOWN,
        "columns": [(each.sheet, _columns(each.sheet)) for each in book.layouts],
        "passed_over": [(name, _columns(name)) for name in book.passed_over],
    }
    return render(request, "plan/sheets/look.html", context)


@requires(Permission.KEEP_PLAN)
@require_http_methods(["GET", "POST"])
def columns(request: HttpRequest) -> HttpResponse:
    """Which column of a sheet means what, said by the person who knows it."""
    lies, name = waiting.waiting(request.session, settings.DATA), request.GET.get("sheet", "")
    if lies is None:
        return redirect("plan-import")
    try:
        grids = {each.name: each for each in opened(lies.path.name, lies.data).sheets}
    except PlanSheetError as error:
        return render(request, "plan/sheets/unread.html", {"why": str(error), "sheets": []})
    rows = may_be_headings(grids[name]) if name in grids else []
    if not rows:
        messages.error(request, "No row of this sheet has two headings.")
        return redirect("plan-import-look")
    asked_for = request.GET.get("row", "")
    fullest = max(rows, key=lambda each: sum(map(bool, each[1])))
    row, headings = next((each for each in rows if str(each[0]) == asked_for), fullest)
    form = ColumnsForm(headings, request.POST or None)
    if request.method == "POST" and form.is_valid():
        waiting.tell(request.session, fingerprint(headings), form.told)
        return redirect("plan-import-look")
    context = {"form": form, "sheet": name, "row": row, "rows": dict(rows).items()}
    return render(request, "plan/sheets/columns.html", context)


@requires(Permission.SEE_PLAN)
@require_GET
def export(request: HttpRequest) -> HttpResponse:
    """The plan as a workbook, in the layout of the newest taken in, or with ?layout=own in ours."""
    plan = newest_plan()
    if plan is None:
        return redirect("plan")
    own = request.GET.get("layout") == "own"
    layouts = (OWN_LAYOUT,) if own else newest_layouts(plan)
    file = BytesIO()
    listed = workbook_of(plan, layouts, timezone.localdate(), file)
    return as_xlsx(request, "plan", file.getvalue(), listed)


def _sheets(lies: waiting.Waiting) -> list[tuple[str, str]]:
    """The sheets that have a row of headings, each with the page that says what they mean."""
    try:
        sheets = opened(lies.path.name, lies.data).sheets
    except PlanSheetError:
        return []
    return [(each.name, _columns(each.name)) for each in sheets if may_be_headings(each)]


def _columns(sheet: str) -> str:
    return f"{reverse('plan-import-columns')}?{urlencode({'sheet': sheet})}"
