"""What a page shows before anything has been loaded."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from sightline.people.access import signed_in
from sightline.people.permissions import Permission
from sightline.records import NothingLoadedError

View = Callable[..., HttpResponse]


def found_when_loaded(view: View) -> View:
    """Decorator for a picture or a file: not found where nothing has been loaded."""

    @wraps(view)
    def found(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except NothingLoadedError as error:
            raise Http404(str(error)) from error

    return found


def when_loaded(view: View) -> View:
    """Decorator: shows how to begin where the view finds that nothing has been loaded."""

    @wraps(view)
    def shown(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except NothingLoadedError:
            may_load = signed_in(request).may(Permission.LOAD_DATA)
            return render(request, "oversight/no_data.html", {"may_load": may_load})

    return shown
