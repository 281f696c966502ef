"""What people say of one finding: what answers it, why nothing does, how far it has come."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from sightline.improvement import acting, assuring, natures, trajectories
from sightline.improvement.acting import ActingError, Draft, Link
from sightline.improvement.answer_forms import (
    EvidenceForm,
    NatureForm,
    NewAnswerForm,
    OldAnswerForm,
    TrajectoryForm,
    WhyForm,
)
from sightline.improvement.deliverables import parts_of
from sightline.improvement.models import Action, Assurance, Finding, Nature, Strength, Trajectory
from sightline.improvement.part_forms import parts_formset
from sightline.improvement.trajectories import Step
from sightline.improvement.unanswered import own_confirmed
from sightline.improvement.views.asking import Ask, asked, pressed
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission


@requires(Permission.ANSWER_FINDINGS)
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """A new action that answers it."""
    found = _found(pk)
    form = NewAnswerForm(
        request.POST or None, initial={"nature": natures.suggested(found.wording).value}
    )

    def act(form: forms.Form) -> str:
        said = form.cleaned_data
        link = Link(found, Strength(said["strength"]), said["how"])
        acting.write_down(draft_of(form), [link], signed_in(request), timezone.now())
        return "The action is written down. It counts as an answer once a second person agrees."

    ask = _ask(
        found,
        "Write down an action that answers it",
        "Write it down",
        "A link counts once a second person agrees to it.",
    )
    return asked(request, form, ask, act)


@requires(Permission.ANSWER_FINDINGS)
@require_http_methods(["GET", "POST"])
def answer_by_another(request: HttpRequest, pk: int) -> HttpResponse:
    """An action that is there already answers it too."""
    found = _found(pk)
    form = OldAnswerForm(request.POST or None)
    choice = form.fields["action"]
    if isinstance(choice, forms.ModelChoiceField):
        choice.queryset = Action.objects.exclude(answers__finding=found)

    def act(form: forms.Form) -> str:
        said = form.cleaned_data
        link = Link(found, Strength(said["strength"]), said["how"])
        acting.answer(said["action"], link, signed_in(request), timezone.now())
        return "The link is written down. It counts once a second person agrees."

    return asked(request, form, _ask(found, "Answer it by an action that is there", "Save"), act)


@requires(Permission.ANSWER_FINDINGS)
@require_http_methods(["GET", "POST"])
def answer_parts(request: HttpRequest, pk: int) -> HttpResponse:
    """One action for each part of a recommendation, in one step."""
    found = _found(pk)
    parts = parts_of(found)
    formset = parts_formset(parts, request.POST or None, natures.suggested(found.wording))
    if request.method == "POST" and formset.is_valid():
        user, now = signed_in(request), timezone.now()
        try:
            made = acting.write_down_parts(found, [draft_of(form) for form in formset], user, now)
        except ActingError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, f"{len(made)} actions are written down, one a part.")
            return redirect(found)
    rows = list(zip(parts, formset, strict=True))
    context = {"finding": found, "rows": rows, "formset": formset}
    return render(request, "improvement/answer_parts.html", context)


@requires(Permission.ANSWER_FINDINGS)
@require_http_methods(["GET", "POST"])
def no_action(request: HttpRequest, pk: int) -> HttpResponse:
    """Why nothing is done; or, where a reason stands, that it no longer does."""
    found = _found(pk)
    newest = found.no_action.last()
    stands = newest is not None and newest.stands

    def act(form: forms.Form) -> str:
        user, now, why = signed_in(request), timezone.now(), form.cleaned_data["why"]
        if stands:
            acting.take_back_no_action(found, why, user, now)
            return "The reason no longer stands: the finding asks for an action again."
        acting.say_no_action(found, why, user, now)
        return "The reason stands in place of an action."

    title = "Take the reason back" if stands else "Say why nothing is done"
    return asked(request, WhyForm(request.POST or None), _ask(found, title, "Save"), act)


@requires(Permission.ANSWER_FINDINGS)
@require_http_methods(["GET", "POST"])
def nature(request: HttpRequest, pk: int) -> HttpResponse:
    """What it is about: process, practice or a child's experience."""
    found = _found(pk)
    now_is = natures.tagged([found])[found.pk]
    form = NatureForm(request.POST or None, initial={"nature": now_is.nature.value})

    def act(form: forms.Form) -> str:
        said, user = form.cleaned_data, signed_in(request)
        natures.say(found, Nature(said["nature"]), said["why"], user, timezone.now())
        return "Your word is kept. Where a second person says the same, it is agreed."

    intro = f"It stands as: {now_is.said}."
    return asked(request, form, _ask(found, "Process, practice or experience?", "Save", intro), act)


@requires(Permission.ANSWER_FINDINGS)
@require_http_methods(["GET", "POST"])
def trajectory(request: HttpRequest, pk: int) -> HttpResponse:
    """How far putting it right has come."""
    found = _found(pk)

    def act(form: forms.Form) -> str:
        said = form.cleaned_data
        step = Step(Trajectory(said["state"]), said["on"], said["why"], said["source"])
        trajectories.add(found, step, signed_in(request), timezone.now())
        return "The step is added."

    ask = _ask(found, "How far has it come?", "Add this step")
    return asked(request, TrajectoryForm(request.POST or None), ask, act)


@requires(Permission.ANSWER_FINDINGS)
@require_http_methods(["GET", "POST"])
def assure(request: HttpRequest, pk: int) -> HttpResponse:
    """Evidence that what was found again is put right."""
    found = _found(pk)

    def act(form: forms.Form) -> str:
        evidence = form.cleaned_data["evidence"]
        assuring.offer(found, evidence, signed_in(request), timezone.now())
        return "The evidence is kept. The mark is cleared once a second person agrees."

    ask = _ask(
        found,
        "Offer evidence that it is put right",
        "Offer it",
        "The mark of a repeat finding is cleared by evidence that a second person agrees to, "
        "and by nothing else.",
    )
    return asked(request, EvidenceForm(request.POST or None), ask, act)


@requires(Permission.ANSWER_FINDINGS)
@require_POST
def assure_agree(request: HttpRequest, pk: int) -> HttpResponse:
    """A second person agrees to the evidence."""
    row = get_object_or_404(Assurance.objects.select_related("finding"), pk=pk)

    def act() -> str:
        assuring.agree(row, signed_in(request), timezone.now())
        return "You agree to the evidence: the mark of a repeat finding is cleared."

    return pressed(request, row.finding.get_absolute_url(), act)


def draft_of(form: forms.Form) -> Draft:
    """The action that an ActionForm holds."""
    said = form.cleaned_data
    return Draft(
        title=said["title"],
        nature=Nature(said["nature"]),
        owner_name=said["owner_name"],
        owner=said["owner"],
        due=said["due"],
        started_on=said["started_on"],
    )


def _found(pk: int) -> Finding:
    rows = own_confirmed().select_related("review").prefetch_related("themes")
    return get_object_or_404(rows, pk=pk)


def _ask(found: Finding, title: str, button: str, intro: str = "") -> Ask:
    return Ask(
        title,
        button,
        reverse("finding", args=[found.pk]),
        "The finding",
        caption=f"{found.name}, {found.review.title}",
        intro=intro,
        finding=found,
    )
