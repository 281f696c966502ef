"""What is done about a finding, for its own page; and the navigation of the findings' pages."""

from typing import Any

from django import template
from django.db.models import Prefetch
from django.forms import BoundField, CheckboxSelectMultiple, Select, Textarea
from django.urls import resolve, reverse

from sightline.improvement.assuring import repeats
from sightline.improvement.deliverables import parts_of
from sightline.improvement.local_counts import counts_at_the_time
from sightline.improvement.models import Answer, Finding, Status
from sightline.improvement.natures import tagged
from sightline.improvement.quantities import quantities
from sightline.improvement.unanswered import to_answer
from sightline.people.access import permissions_of
from sightline.people.models import User
from sightline.people.permissions import ANY_FIGURES, Permission

register = template.Library()

PLACES = (
    ("findings", "Register"),
    ("reviews", "Reports"),
    ("inspection-history", "History"),
    ("themes", "Themes"),
    ("corroboration", "Who says it"),
    ("priorities", "Priorities"),
    ("actions", "Actions"),
    ("unanswered", "Unanswered"),
    ("findings-coverage", "Coverage"),
    ("response", "Response times"),
    ("warnings", "Early warnings"),
)
"""The pages of the findings: address names and titles. A page of another room adds its line."""


@register.inclusion_tag("improvement/_nav.html", takes_context=True)
def findings_nav(context: dict[str, Any]) -> dict[str, Any]:
    """The pages of the findings that this person may open; the one they are on is marked."""
    user, path = context.get("user"), context["request"].path
    links = []
    for name, title in PLACES:
        href = reverse(name)
        if isinstance(user, User) and user.may_any(permissions_of(resolve(href).func)):
            here = path == href if name == "findings" else path.startswith(href)
            links.append({"href": href, "title": title, "here": here})
    return {"links": links}


@register.inclusion_tag("improvement/_answered.html", takes_context=True)
def finding_answered(context: dict[str, Any], finding: Finding) -> dict[str, Any]:
    """What is done about one finding: actions, reason for none, trajectory, and its words.

    Nothing for one that is not confirmed.
    """
    user = context["user"]
    if finding.status != Status.CONFIRMED:
        return {"confirmed": False}
    one = Finding.objects.filter(pk=finding.pk)
    answers = Answer.objects.select_related("action", "by", "reviewer")
    row = one.prefetch_related(
        Prefetch("answers", answers), "trajectory__by", "no_action__by"
    ).get()
    quantified = quantities(finding.text) if user.may_any(ANY_FIGURES) else ()
    counts = counts_at_the_time(finding, exact=user.sees_exact_figures) if quantified else ()
    reasons = list(row.no_action.all())
    return {
        "confirmed": True,
        "finding": finding,
        "asks": to_answer(one).exists(),
        "answers": row.answers.all(),
        "reason": reasons[-1] if reasons and reasons[-1].stands else None,
        "steps": row.trajectory.all(),
        "nature": tagged([finding])[finding.pk],
        "tags": finding.nature_tags.select_related("by"),
        "repeat": repeats(one).exists(),
        "assurances": finding.assurances.select_related("by", "agreed_by"),
        "quantities": quantified,
        "counts": counts,
        "parts": len(parts_of(finding)),
        "may": user.may(Permission.ANSWER_FINDINGS),
        "user": user,
    }


@register.filter
def box(field: BoundField) -> str:
    """Which component a field needs: "textarea", "select", "ticks", else "input"."""
    widget = field.field.widget
    if isinstance(widget, CheckboxSelectMultiple):
        return "ticks"
    if isinstance(widget, Textarea):
        return "textarea"
    return "select" if isinstance(widget, Select) else "input"
