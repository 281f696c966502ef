"""Deny by default: a view says which permissions open it, or it opens to nobody."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from sightline.people.models.user import User
from sightline.people.permissions import EVERYONE_SIGNED_IN, Permission

View = TypeVar("View", bound=Callable[..., Any])

_MARK = "sightline_opens_to"
_ANYBODY = "anybody"


def requires(*any_of: Permission) -> Callable[[View], View]:
    """Decorator: the view opens to those who hold at least one of the permissions."""

    def mark(view: View) -> View:
        setattr(view, _MARK, any_of)
        return view

    return mark


def open_to_all(view: View) -> View:
    """Decorator: the view opens without signing in (the sign-in page and its like)."""
    setattr(view, _MARK, _ANYBODY)
    return view


def permissions_of(view: Callable[..., Any]) -> tuple[Permission, ...]:
    """The permissions any one of which opens the view; empty where it has not said."""
    mark = getattr(view, _MARK, ())
    return EVERYONE_SIGNED_IN if mark == _ANYBODY else mark


def signed_in(request: HttpRequest) -> User:
    """The person asking. Raises PermissionDenied where nobody is signed in."""
    if not isinstance(request.user, User):
        raise PermissionDenied("Nobody is signed in.")
    return request.user


class DenyByDefault:
    """Middleware: refuses every view to everybody but those it is marked open to."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Passes the request on; the decision is taken when the view is known."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """None lets the view run; a visitor is sent to sign in; others are refused."""
        if getattr(view, _MARK, None) == _ANYBODY:
            return None
        if not isinstance(request.user, User):
            return redirect_to_login(request.get_full_path())
        if not request.user.may_any(permissions_of(view)):
            raise PermissionDenied("Your role does not open this page.")
        return None
