"""One priority: why it stands where it stands, what is in it, and what is done about it."""

from collections.abc import Iterable

from django import forms
from django.contrib import messages
from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from sightline.improvement import prioritising, trajectories
from sightline.improvement.answer_forms import PlaceForm, TrajectoryForm, WhyForm
from sightline.improvement.measures import measures_on, title_of
from sightline.improvement.measures_now import MeasureNow
from sightline.improvement.models import Action, Answer, Finding, Priority, Trajectory
from sightline.improvement.natures import tagged
from sightline.improvement.priorities import Ranked, in_order
from sightline.improvement.prioritising import PriorityError
from sightline.improvement.priority_forms import GatherForm, HoldForm, MeasuresForm
from sightline.improvement.ranking import MOST, MOST_A_REASON
from sightline.improvement.trajectories import Step, standing
from sightline.improvement.unanswered import own_confirmed, to_answer
from sightline.improvement.views.asking import Ask, asked
from sightline.people.access import requires, signed_in
from sightline.people.permissions import ANY_FIGURES, Permission


@requires(Permission.SEE_FINDINGS)
@require_GET
def priority(request: HttpRequest, pk: int) -> HttpResponse:
    """Its reasons, findings, actions, measures, children affected, and history."""
    user = signed_in(request)
    row, of = _ranked(pk, exact=user.sees_exact_figures)
    answers = Answer.objects.select_related("action", "reviewer")
    findings = row.priority.findings.select_related("review").prefetch_related(
        "themes", Prefetch("answers", answers)
    )
    members = list(findings.order_by("kind", "review__dated", "order"))
    steps = list(row.priority.trajectory.select_related("by"))
    natures = tagged(members)
    return render(
        request,
        "improvement/priority.html",
        {
            "row": row,
            "priority": row.priority,
            "of": of,
            "most": MOST,
            "most_a_reason": MOST_A_REASON,
            "members": [(each, natures[each.pk]) for each in members],
            "unsure": sum(not natures[each.pk].agreed for each in members),
            "actions": list(
                {
                    answer.action.pk: answer.action
                    for each in members
                    for answer in each.answers.all()
                }.values()
            ),
            "measures": [_shown(each, exact=user.sees_exact_figures) for each in row.measures]
            if user.may_any(ANY_FIGURES)
            else [],
            "steps": steps,
            "standing": standing(steps),
            "events": row.priority.events.select_related("by"),
            "may": user.may(Permission.SET_PRIORITIES),
            "may_answer": user.may(Permission.ANSWER_FINDINGS),
        },
    )


@requires(Permission.SET_PRIORITIES)
@require_http_methods(["GET", "POST"])
def gather(request: HttpRequest) -> HttpResponse:
    """A new priority from the findings of a theme, those left out that a person unticks."""
    theme = request.GET.get("theme", "")
    found = _of_theme(theme)
    form = GatherForm(request.POST or None, findings=found, theme=theme)
    if request.method == "POST" and form.is_valid():
        said, user = form.cleaned_data, signed_in(request)
        try:
            made = prioritising.gather(
                said["name"], said["findings"], said["why"], user, timezone.now()
            )
        except PriorityError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"{made.name} is a priority now.")
            return redirect(made)
    themes = {} if theme else _themes()
    return render(
        request, "improvement/gather.html", {"form": form, "theme": theme, "themes": themes}
    )


@requires(Permission.SET_PRIORITIES)
@require_http_methods(["GET", "POST"])
def hold(request: HttpRequest, pk: int) -> HttpResponse:
    """Other findings in it."""
    row = _found(pk)
    near = own_confirmed().filter(themes__theme__in=_lead_themes(row)).values("pk")
    offered = (to_answer(own_confirmed()).filter(pk__in=near) | row.findings.all()).distinct()
    form = HoldForm(request.POST or None, findings=_in_order(offered), chosen=row.findings.all())

    def act(form: forms.Form) -> str:
        said = form.cleaned_data
        user, now = signed_in(request), timezone.now()
        prioritising.hold(row, list(said["findings"]), said["why"], user, now)
        return f"{row.name} holds other findings now."

    return asked(request, form, _ask(row, "Change its findings", "Save"), act)


@requires(Permission.SET_PRIORITIES)
@require_http_methods(["GET", "POST"])
def measures(request: HttpRequest, pk: int) -> HttpResponse:
    """The measures that would show whether it is put right."""
    row = _found(pk)
    near = [(each.id, each.title) for each in measures_on(_lead_themes(row))]
    near += [(each, title_of(each)) for each in row.measures if each not in dict(near)]
    form = MeasuresForm(request.POST or None, measures=near, initial={"measures": row.measures})

    def act(form: forms.Form) -> str:
        said = form.cleaned_data
        user, now = signed_in(request), timezone.now()
        prioritising.choose_measures(row, said["measures"], said["why"], user, now)
        return "The measures are chosen."

    intro = "Without a choice, every measure that bears on its themes counts."
    return asked(request, form, _ask(row, "Choose its measures", "Save", intro), act)


@requires(Permission.SET_PRIORITIES)
@require_http_methods(["GET", "POST"])
def place(request: HttpRequest, pk: int) -> HttpResponse:
    """Elsewhere than the reasons put it, and why."""
    row, of = _ranked(pk, exact=signed_in(request).sees_exact_figures)
    form = PlaceForm(request.POST or None, initial={"place": max(1, row.place - 1)})
    choice = form.fields["place"]
    if isinstance(choice, forms.ChoiceField):
        choice.choices = [(n, _place_title(n, row)) for n in range(1, of + 1)]

    def act(form: forms.Form) -> str:
        said = form.cleaned_data
        user, now = signed_in(request), timezone.now()
        prioritising.put_at(row.priority, said["place"], row.place, said["why"], user, now)
        return f"{row.priority.name} is put at place {said['place']}."

    intro = (
        f"It stands at place {row.place} of {of}; the reasons put it at place {row.by_reasons}. "
        "Your reason stays in its history, and the place by the reasons is always shown beside it."
    )
    return asked(
        request, form, _ask(row.priority, "Overrule its place", "Put it there", intro), act
    )


@requires(Permission.SET_PRIORITIES)
@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """Its place follows from the reasons again."""
    row = _found(pk)

    def act(form: forms.Form) -> str:
        user, now, why = signed_in(request), timezone.now(), form.cleaned_data["why"]
        prioritising.leave_to_reasons(row, why, user, now)
        return f"The place of {row.name} follows from its reasons again."

    ask = _ask(row, "Leave its place to the reasons", "Leave it to the reasons")
    return asked(request, WhyForm(request.POST or None), ask, act)


@requires(Permission.ANSWER_FINDINGS)
@require_http_methods(["GET", "POST"])
def trajectory(request: HttpRequest, pk: int) -> HttpResponse:
    """How far putting it right has come; a step is added, none is overwritten."""
    row = _found(pk)

    def act(form: forms.Form) -> str:
        said = form.cleaned_data
        step = Step(Trajectory(said["state"]), said["on"], said["why"], said["source"])
        trajectories.add(row, step, signed_in(request), timezone.now())
        return "The step is added."

    ask = _ask(row, "How far has it come?", "Add this step")
    return asked(request, TrajectoryForm(request.POST or None), ask, act)


def _ranked(pk: int, *, exact: bool) -> tuple[Ranked, int]:
    """The priority at its place, and of how many. Raises Http404."""
    rows = in_order(timezone.localdate(), exact=exact)
    for row in rows:
        if row.priority.pk == pk:
            return row, len(rows)
    raise Http404("There is no such priority.")


def _actions(members: Iterable[Finding]) -> list[Action]:
    """The actions that answer any of the findings, each once."""
    answers = [answer for each in members for answer in each.answers.all()]
    return list({answer.action_id: answer.action for answer in answers}.values())


def _found(pk: int) -> Priority:
    return get_object_or_404(Priority.objects.prefetch_related("findings__themes"), pk=pk)


def _ask(row: Priority, title: str, button: str, intro: str = "") -> Ask:
    return Ask(title, button, row.get_absolute_url(), row.name, caption=row.name, intro=intro)


def _lead_themes(row: Priority) -> set[str]:
    return {each.theme_ids[0] for each in row.findings.all() if each.theme_ids}


def _of_theme(theme: str) -> QuerySet[Finding]:
    """The findings of a theme that ask for something and no priority holds."""
    return _in_order(
        to_answer(own_confirmed()).filter(
            pk__in=Finding.objects.filter(themes__theme=theme, themes__order=1).values("pk"),
            priorities=None,
        )
    )


def _themes() -> dict[str, int]:
    """The themes with findings that no priority holds, those of most findings first."""
    counts: dict[str, int] = {}
    rows = to_answer(own_confirmed()).filter(priorities=None, themes__order=1)
    for theme in rows.order_by().values_list("themes__theme", flat=True):
        counts[theme] = counts.get(theme, 0) + 1
    return dict(sorted(counts.items(), key=lambda each: -each[1]))


def _in_order(findings: QuerySet[Finding]) -> QuerySet[Finding]:
    return findings.select_related("review").order_by("review__dated", "review", "order")


def _place_title(number: int, row: Ranked) -> str:
    notes = ["where it stands now"] if number == row.place else []
    notes += ["where the reasons put it"] if number == row.by_reasons else []
    return f"{number}{': ' + ' and '.join(notes) if notes else ''}"


def _shown(each: MeasureNow, *, exact: bool) -> dict[str, object]:
    hidden = each.small and not exact
    return {
        "id": each.id,
        "title": each.title,
        "as_at": each.as_at,
        "value": each.value_for(exact=exact),
        "children": "Withheld" if hidden else each.children,
        "pace": "Withheld" if hidden else each.pace_words,
    }
