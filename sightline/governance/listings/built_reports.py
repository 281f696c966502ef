"""Reports to committees that are built here, and the scrutineer's reports."""

from datetime import date

from django.urls import reverse

from sightline.governance import report_parts
from sightline.governance.listings.listing import Cell, Link, List, Listing, Table, add_link
from sightline.governance.models import CommitteeReport, ItemKind, ScrutineerReport
from sightline.governance.wording import counted
from sightline.people.models import User
from sightline.people.permissions import Permission

COMMITTEE = {
    "Report": 50, "Committee": 28, "Meeting": 12, "Who writes it": 24, "Still to be written": 44,
    "To be looked at": 14,
}  # fmt: skip
SCRUTINEER = {
    "Report": 50, "Board": 28, "Scrutineer": 24, "From": 12, "To": 12, "Due": 12, "Delivered": 12,
    "How it stands": 24, "Claims of impact": 12, "Resting on nothing": 14,
}  # fmt: skip


def _committee(each: CommitteeReport) -> list[Cell]:
    return [
        Link(each.title, each.get_absolute_url()),
        each.body.name,
        each.meeting.day if each.meeting else None,
        each.author,
        ", ".join(part.title for part in report_parts.missing(each.sections)),
        len(report_parts.remarks(each.sections)),
    ]


def _committee_reports(user: User, today: date) -> Listing:
    every = list(CommitteeReport.objects.select_related("body", "meeting"))
    rows = [_committee(each) for each in every]
    wanting = sum(bool(row[-1] or row[-2]) for row in rows)
    return Listing(
        f"{counted(len(every), 'report')}; {wanting} with something missing or to be looked at."
        if every
        else "No report has been begun here yet.",
        Table("Reports, the newest first", COMMITTEE, rows),
        intro="Every standard section is asked for. An answer of none needs its reason, and what "
        "the report itself says elsewhere is set beside it.",
        adds=add_link(user, "Begin a report", reverse("kept-add", args=["committee-report"])),
    )


def state(each: ScrutineerReport, today: date) -> str:
    """Whether it came by its day, as a person reads it."""
    if each.delivered_on:
        return "Delivered" if each.delivered_on <= each.due else "Delivered late"
    return "Overdue" if each.due < today else "Being written"


def _scrutineer(each: ScrutineerReport, today: date) -> list[Cell]:
    impact = [item for item in each.items.all() if item.kind == ItemKind.IMPACT]
    return [
        Link(each.title, each.get_absolute_url()),
        each.body.name,
        each.author,
        each.begins,
        each.ends,
        each.due,
        each.delivered_on,
        state(each, today),
        len(impact),
        sum(item.unbound for item in impact),
    ]


def _scrutineer_reports(user: User, today: date) -> Listing:
    every = list(ScrutineerReport.objects.select_related("body").prefetch_related("items"))
    late = sum(state(each, today) in ("Overdue", "Delivered late") for each in every)
    return Listing(
        f"{counted(len(every), 'report')} of the scrutineer, {late} of them late."
        if every
        else "No report of the scrutineer has been begun yet.",
        Table("Reports, the newest first", SCRUTINEER, [_scrutineer(e, today) for e in every]),
        intro="A list of what was done is no impact. Each claim of impact names the measure or the "
        "report that shows it, or is marked as resting on nothing.",
        adds=add_link(user, "Begin a report", reverse("kept-add", args=["scrutineer-report"])),
    )


COMMITTEE_REPORTS = List(
    "committee-reports", "Reports to committees", _committee_reports, Permission.KEEP_BOARDS
)  # drafts, until they go out as papers
SCRUTINEER_REPORTS = List("scrutineer-reports", "Reports of the scrutineer", _scrutineer_reports)
