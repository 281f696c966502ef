"""Writing down and changing a board, a member, a meeting and the rest: one pair of pages."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from sightline.governance import keeping
from sightline.governance.forms import KeptForm
from sightline.governance.keeping import ChangedMeanwhileError
from sightline.governance.kinds import KINDS, Kind
from sightline.governance.models import Kept, Paper
from sightline.governance.paper_files import keep_file
from sightline.people.access import requires, signed_in
from sightline.people.permissions import Permission


@requires(Permission.KEEP_BOARDS)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """A form for a new row of what is kept about boards."""
    if slug == "matter":
        raise Http404
    return adding(request, _kind(slug))


@requires(Permission.KEEP_BOARDS)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A form for a row that is there, with its history."""
    return editing(request, _kind(slug), pk)


def adding(request: HttpRequest, kind: Kind) -> HttpResponse:
    """A form for a new row, beneath what `?of=` names where it belongs to something."""
    row = kind.model()
    above = _above(kind, request)
    if above is not None:
        setattr(row, kind.of, above)
    form = kind.form(request.POST or None, request.FILES or None, instance=row)
    if request.method == "POST" and form.is_valid() and _whole(form):
        _take_file(form)
        keeping.make(row, signed_in(request), timezone.now())
        messages.success(request, f"The {kind.thing} is written down.")
        return redirect(kind.after(row))
    back = above.get_absolute_url() if above else kind.up()
    return _page(request, form, kind.title_new, back)


def editing(request: HttpRequest, kind: Kind, pk: int) -> HttpResponse:
    """A form for a row that is there, with its history. Who comes second is told what changed."""
    row = get_object_or_404(kind.model, pk=pk)
    title, back = str(row), kind.after(row)
    form = kind.form(request.POST or None, request.FILES or None, instance=row)
    if request.method == "POST" and form.is_valid() and _whole(form):
        _take_file(form)
        try:
            keeping.change(row, form.seen, signed_in(request), timezone.now())
        except ChangedMeanwhileError as error:
            form = _shown_again(form, error)
        else:
            messages.success(request, "Saved.")
            return redirect(kind.after(row))
    context = {"caption": title, "history": keeping.history(row)}
    return _page(request, form, f"Change this {kind.thing}", back, context)


def _kind(slug: str) -> Kind:
    if slug not in KINDS:
        raise Http404
    return KINDS[slug]


def _above(kind: Kind, request: HttpRequest) -> Kept | None:
    """What the new row belongs to; None where such rows stand alone."""
    if not kind.of:
        return None
    number = request.GET.get("of", "")
    if not number.isdecimal():
        raise Http404
    related = kind.model._meta.get_field(kind.of).related_model
    assert isinstance(related, type)
    assert issubclass(related, Kept)
    return get_object_or_404(related, pk=int(number))


def _whole(form: KeptForm) -> bool:
    """Whether no rule across fields that the form does not show is broken (one meeting a day)."""
    try:
        form.instance.validate_constraints()
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True


def _take_file(form: KeptForm) -> None:
    sent = form.cleaned_data.get("upload")
    if sent and isinstance(form.instance, Paper):
        keep_file(form.instance, sent)


def _shown_again(form: KeptForm, error: ChangedMeanwhileError) -> KeptForm:
    """The form with what the person wrote, over the version as it now is."""
    data = QueryDict(mutable=True)
    data.update(form.data)
    data["version"] = str(error.now.version)
    again = type(form)(data, instance=form.instance)
    again.add_error(None, str(error))
    return again


def _page(
    request: HttpRequest,
    form: KeptForm,
    title: str,
    back: str,
    further: dict[str, Any] | None = None,
) -> HttpResponse:
    context = {"form": form, "title": title, "back": back, **(further or {})}
    return render(request, "governance/kept.html", context)
