"""What boards asked to have looked at more deeply: the list, one request, and asking."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from sightline.measures import catalogue
from sightline.oversight.board_requests import steps
from sightline.oversight.board_requests.forms import AskForm
from sightline.oversight.board_requests.rows import open_rows, row_of, steps_for
from sightline.oversight.board_requests.standing import kept, standing_of, standings
from sightline.oversight.models import BoardRequest
from sightline.people.access import requires, signed_in
from sightline.people.permissions import ANY_FIGURES, Permission

CLOSED_SHOWN = 20


@requires(*ANY_FIGURES)
@require_GET
def board_requests(request: HttpRequest) -> HttpResponse:
    """Every request, those without an answer first; how many were answered by their meeting."""
    user, today, every = signed_in(request), timezone.localdate(), standings()
    closed = [row_of(each, today) for each in reversed(every) if each.closed]
    context = {
        "sentence": kept(every, today).sentence,
        "rows": open_rows(every, today),
        "closed": closed if "all" in request.GET else closed[:CLOSED_SHOWN],
        "more": 0 if "all" in request.GET else max(len(closed) - CLOSED_SHOWN, 0),
        "may_ask": user.may(Permission.ASK_FOR_BOARDS),
    }
    return render(request, "oversight/requests/list.html", context)


@requires(*ANY_FIGURES)
@require_GET
def board_request(request: HttpRequest, pk: int) -> HttpResponse:
    """One request with every step that was taken, and what this person may do next."""
    user = signed_in(request)
    standing = standing_of(get_object_or_404(BoardRequest, pk=pk))
    context = {
        "row": row_of(standing, timezone.localdate()),
        "asked_at": standing.request.asked_at,
        "taken_on": standing.taken_on,
        "steps": steps_for(standing, user),
        "may_take_on": steps.may_take_on(standing, user),
        "may_answer": steps.may_answer(standing, user),
        "may_withdraw": steps.may_withdraw(standing, user),
        "may_settle": steps.may_settle(standing, user),
    }
    return render(request, "oversight/requests/one.html", context)


@requires(Permission.ASK_FOR_BOARDS)
@require_http_methods(["GET", "POST"])
def ask_for_board(request: HttpRequest) -> HttpResponse:
    """A form, about the measure that `?measure=` names if any, for the board of `?board=`."""
    about = catalogue().get(request.GET.get("measure", ""))
    form = AskForm(request.POST or None, initial={"board": request.GET.get("board", "")})
    if request.method == "POST" and form.is_valid():
        user, now = signed_in(request), timezone.now()
        made = steps.ask(
            **form.cleaned_data, user=user, at=now, measure_id=about.id if about else ""
        )
        messages.success(request, "The request is made. It stays open until you accept its answer.")
        return redirect("board-request", made.pk)
    return render(request, "oversight/requests/ask.html", {"form": form, "about": about})
