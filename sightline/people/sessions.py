"""How long a session may last, however busy it is."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

SIGNED_IN_AT = "signed_in_at"  # seconds since 1970, kept in the session


@receiver(user_logged_in)
def note_the_time(request: HttpRequest, **kwargs: Any) -> None:
    """Keeps the time of signing in, for `absolute_limit`."""
    request.session[SIGNED_IN_AT] = timezone.now().timestamp()


def absolute_limit(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: signs a person out settings.SESSION_ABSOLUTE_AGE seconds after they signed in."""

    def respond(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            age = timezone.now().timestamp() - request.session.get(SIGNED_IN_AT, 0)
            if age > settings.SESSION_ABSOLUTE_AGE:
                logout(request)
        return get_response(request)

    return respond
