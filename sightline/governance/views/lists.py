"""The lists: each as a page, as CSV and as Excel, from the same rows."""

from collections.abc import Callable, Iterator, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils import timezone
from django.views.decorators.http import require_GET

from sightline.governance.listings.every import LISTS
from sightline.governance.listings.listing import Cell, Link, List
from sightline.governance.listings.map_rows import MAP
from sightline.people.access import requires, signed_in
from sightline.people.csv_answer import csv_answer
from sightline.people.xlsx_answer import xlsx_answer

View = Callable[[HttpRequest], HttpResponse]


def addresses() -> Iterator[URLPattern]:
    """Three addresses a list: boards-SLUG, boards-SLUG-csv and boards-SLUG-xlsx."""
    for each in LISTS:
        if each is not MAP:  # which has a page of its own
            yield path(f"{each.slug}/", _page(each), name=f"boards-{each.slug}")
        yield path(f"{each.slug}.csv", _csv(each), name=f"boards-{each.slug}-csv")
        yield path(f"{each.slug}.xlsx", _xlsx(each), name=f"boards-{each.slug}-xlsx")


def _page(which: List) -> View:
    @requires(which.opens_to)
    @require_GET
    def page(request: HttpRequest) -> HttpResponse:
        user = signed_in(request)
        shown = which.made(user, timezone.localdate())
        context = {"list": which, "shown": shown, "lists": lists_for(request)}
        return render(request, "governance/list.html", context)

    return page


def _csv(which: List) -> View:
    @requires(which.opens_to)
    @require_GET
    def csv(request: HttpRequest) -> HttpResponse:
        main = which.made(signed_in(request), timezone.localdate()).main
        return csv_answer(request, which.slug, list(main.columns), map(plain, main.rows))

    return csv


def _xlsx(which: List) -> View:
    @requires(which.opens_to)
    @require_GET
    def xlsx(request: HttpRequest) -> HttpResponse:
        main = which.made(signed_in(request), timezone.localdate()).main
        return xlsx_answer(request, which.slug, main.columns, map(plain, main.rows))

    return xlsx


def lists_for(request: HttpRequest) -> list[List]:
    """The lists that this person may open."""
    user = signed_in(request)
    return [each for each in LISTS if user.may(each.opens_to)]


def plain(row: Sequence[Cell]) -> list[Cell]:
    """The cells of a row without their links, as a file has them."""
    return [str(cell) if isinstance(cell, Link) else cell for cell in row]
