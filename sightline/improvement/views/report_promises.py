"""Promises without an owner, a date or a measure, until they have all three."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sightline.improvement.lists import list_answer
from sightline.improvement.open_promises import open_promises
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission

COLUMNS = {
    "Report": 45, "Said on": 14, "Paragraph": 11, "Page": 7, "Exact words": 80,
    "Promising words": 25, "Lacks": 40, "Owner": 25, "By when": 14, "Measure": 40,
    "Risk accepted": 14,
}  # fmt: skip


@requires(Permission.CHECK_REPORTS)
@require_GET
def report_promises(request: HttpRequest) -> HttpResponse:
    """The open promises of every checked report, the oldest first."""
    rows = open_promises()
    return render(
        request,
        "improvement/report_promises.html",
        {
            "rows": rows,
            "vague": sum(each.is_vague for each in rows),
            "may_act": signed_in(request).may(Permission.ANSWER_FINDINGS),
            "may_give": signed_in(request).may(Permission.CONFIRM_FINDINGS),
        },
    )


@requires(Permission.CHECK_REPORTS)
@require_GET
def report_promises_download(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as Excel or CSV."""
    rows = (
        (
            each.review.title,
            each.review.dated,
            each.paragraph.removeprefix("p"),
            each.page,
            each.text,
            each.promise,
            ", ".join(each.lacks),
            each.owner,
            each.due,
            each.gauge,
            "Yes" if each.risk_accepted else "No",
        )
        for each in open_promises()
    )
    return list_answer(request, form, "promises-without-measure", COLUMNS, rows)
