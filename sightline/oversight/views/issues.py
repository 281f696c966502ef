"""What was found in the files of a load."""

import csv

import pyarrow as pa
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sightline.jobs import loads
from sightline.oversight.issue_rows import NARROWED_BY, Narrowing, counts, page_of, with_file
from sightline.people.access import requires, signed_in
from sightline.people.log import record
from sightline.people.models.access_event import Act
from sightline.people.permissions import Permission

ROWS = 100
COLUMNS = ("file", "table", "row", "column", "value", "rule", "severity", "message")
TITLES = {"file": "File", "table": "Table", "rule": "Rule", "severity": "Error or warning"}


@requires(Permission.LOAD_DATA)
@require_GET
def issues(request: HttpRequest, load_id: int) -> HttpResponse:
    """The report: how many of each rule, then the rows, a hundred a page."""
    found = _issues(load_id)
    narrowing = Narrowing.of(request.GET)
    fitting = narrowing.apply(found)
    page = Paginator(range(fitting.num_rows), ROWS).get_page(request.GET.get("page"))
    first = max(page.start_index() - 1, 0)
    context = {
        "load_id": load_id,
        "total": found.num_rows,
        "fitting": fitting.num_rows,
        "by_rule": counts(found, "rule"),
        "choices": [
            (name, TITLES[name], narrowing.wanted.get(name, ""), counts(found, name))
            for name in NARROWED_BY
        ],
        "rows": page_of(fitting, first, ROWS),
        "page": page,
        "query": narrowing.query,
    }
    return render(request, "oversight/issues.html", context)


@requires(Permission.LOAD_DATA)
@require_GET
def issues_csv(request: HttpRequest, load_id: int) -> HttpResponse:
    """The issues, narrowed as the page is, as CSV."""
    fitting = Narrowing.of(request.GET).apply(_issues(load_id))
    record(signed_in(request), Act.DOWNLOADED, path=request.get_full_path(), why="issues.csv")
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="issues-of-load-{load_id}.csv"'
    writer = csv.writer(response)
    writer.writerow(COLUMNS)
    writer.writerows(
        [_harmless(row[name]) for name in COLUMNS] for row in page_of(fitting, 0, fitting.num_rows)
    )
    return response


def _issues(load_id: int) -> pa.Table:
    try:
        return with_file(loads.issues(settings.DATA, load_id))
    except KeyError as error:
        raise Http404(f"There is no load {load_id}.") from error


def _harmless(value: object) -> object:
    """A cell that a spreadsheet would run as a formula is given as words."""
    formula = isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r"))
    return f"'{value}" if formula else value
