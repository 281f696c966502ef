"""The pages of those who may know no child: what somebody has published for them, as it was."""

from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sightline import words
from sightline.jobs import coverage
from sightline.oversight.audiences import Profile, Wording
from sightline.oversight.board_requests.rows import open_rows
from sightline.oversight.board_requests.standing import standings
from sightline.oversight.coverage_lines import coverage_lines, coverage_sentence
from sightline.oversight.loaded import View
from sightline.oversight.models import Publication
from sightline.people.access import open_to_all, requires
from sightline.people.csv_answer import csv_answer, csv_file
from sightline.people.models import User
from sightline.people.permissions import ANY_FIGURES, Permission
from sightline.records import NothingLoadedError
from sightline.words import SUPPRESSED

COLUMNS = (
    *("measure", "title", "unit", "as_at", "team"),
    *("numerator", "denominator", "value", "low", "high", "level"),
)
BODIES = {
    Wording.FIELD: "oversight/audience/_published.html",
    Wording.PLAIN: "oversight/audience/_published.html",
    Wording.CHILDREN: "oversight/audience/_for_children.html",
}
KEPT_FOR = 300  # seconds; a newer publication is seen after no longer
NUMBERS = ("numerator", "denominator", "value", "low", "high")


def published_page_for(profile: Profile, *, without_sign_in: bool = False) -> View:
    """The view of a profile's newest publication, or of the one that ?publication= names."""

    @require_GET
    def page(request: HttpRequest) -> HttpResponse:
        shown = _asked(request, profile)
        refused = None if shown else _refused(request, profile)
        return refused or _for_caches(
            request,
            render(request, "oversight/audience/published.html", _context(request, profile, shown)),
        )

    return open_to_all(page) if without_sign_in else requires(*profile.opens_to)(page)


def published_csv_for(profile: Profile, *, without_sign_in: bool = False) -> View:
    """The same publication's figures, teams and all, as CSV; withheld figures are "c"."""

    @require_GET
    def file(request: HttpRequest) -> HttpResponse:
        shown = _asked(request, profile)
        if shown is None:
            refused = _refused(request, profile)
            if refused:
                return refused
            raise Http404("Nothing has been published yet.")
        rows = ([_cell(each, column) for column in COLUMNS] for each in shown.content["figures"])
        name = f"{profile.id}-{shown.as_at.isoformat()}"
        if isinstance(request.user, User):
            return csv_answer(request, name, COLUMNS, rows)
        return csv_file(name, COLUMNS, rows)

    return open_to_all(file) if without_sign_in else requires(*profile.opens_to)(file)


def _for_caches(request: HttpRequest, page: HttpResponse) -> HttpResponse:
    """What everybody may read may lie in any cache for a while; what a person sees may not."""
    if not isinstance(request.user, User):
        page["Cache-Control"] = f"public, max-age={KEPT_FOR}"
    return page


def _asked(request: HttpRequest, profile: Profile) -> Publication | None:
    of_profile = Publication.objects.filter(audience=profile.id)
    number = request.GET.get("publication", "")
    if not number:
        return of_profile.first()
    if not number.isdecimal():
        raise Http404(f"There is no publication {number}.")
    return get_object_or_404(of_profile, pk=int(number))


def _refused(request: HttpRequest, profile: Profile) -> HttpResponse | None:
    """Where nothing is published: only those whose role opens the page learn that."""
    if not isinstance(request.user, User):
        return redirect_to_login(request.get_full_path())
    if not request.user.may_any(profile.opens_to):
        raise PermissionDenied("Your role does not open this page.")
    return None


def _context(request: HttpRequest, profile: Profile, shown: Publication | None) -> dict[str, Any]:
    user = request.user if isinstance(request.user, User) else None
    common = {
        "asked": open_rows(standings(), timezone.localdate(), profile.id) if profile.meets else (),
        "may_ask": profile.meets and user is not None and user.may(Permission.ASK_FOR_BOARDS),
        "profile": profile,
        "link": user is not None and user.may_any(ANY_FIGURES),
        "may_publish": user is not None and user.may(Permission.PUBLISH),
        "publication": shown,
    }
    if shown is None:
        return {**common, "coverage": _coverage_today()}
    earlier = Publication.objects.filter(audience=profile.id).exclude(pk=shown.pk)
    return {**common, **as_shown(profile, shown.content), "as_at": shown.as_at, "others": earlier}


def as_shown(profile: Profile, content: dict[str, Any]) -> dict[str, Any]:
    """What a template needs of a publication's content."""
    return {
        "body": BODIES[profile.wording],
        "opening": content["opening"],
        "answers": [
            {
                **answer,
                "lines": [
                    {**line, "as_at": date.fromisoformat(line["as_at"])} for line in answer["lines"]
                ],
            }
            for answer in content["questions"]
        ],
        "promised": content.get("promised", []),  # publications before it was told have none
        "promised_sentence": _promised_sentence(content.get("promised", [])),
        "coverage": content["coverage"],
        "not_measured": content["not_measured"],
    }


def _promised_sentence(promised: list[dict[str, Any]]) -> str:
    without = sum(not each["actions"] for each in promised)
    return (
        f"Inspectors asked for {words.count_of(len(promised), 'thing')}. For {without} of them we "
        "have not said yet what we will do."
    )


def _coverage_today() -> str:
    try:
        found = coverage.coverage(settings.DATA)
    except NothingLoadedError:
        return ""
    return coverage_sentence(coverage_lines(found, timezone.localdate()))


def _cell(figure: dict[str, Any], column: str) -> object:
    if figure["withheld"] and column in NUMBERS:
        return SUPPRESSED
    value = figure[column]
    return "" if value is None else value
