"""Signing in: the form, and the rest that an account takes after too many wrong tries."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.utils import timezone

from sightline.people.log import record
from sightline.people.models import AccessEvent, User
from sightline.people.models.access_event import Act

WRONG_TRIES = 10
REST = timedelta(minutes=15)
REFUSED = (
    "The user name or password is not right. After ten wrong tries an account rests for "
    "15 minutes, and then no password opens it."
)


def resting(username: str, now: datetime) -> bool:
    """True when the account had WRONG_TRIES refusals within REST, none of them since a success."""
    events = AccessEvent.objects.filter(username=username, at__gt=now - REST)
    last = events.filter(act=Act.SIGNED_IN).order_by("-pk").first()
    refused = events.filter(act=Act.SIGN_IN_REFUSED, pk__gt=last.pk if last else 0)
    return refused.count() >= WRONG_TRIES


class SignInForm(AuthenticationForm):
    """User name and password; a wrong one gives the same message as a resting account."""

    error_messages = {"invalid_login": REFUSED, "inactive": REFUSED}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "User name"
        self.fields["username"].error_messages["required"] = "Enter your user name"
        self.fields["password"].error_messages["required"] = "Enter your password"
        for field in self.fields.values():
            field.widget.attrs.pop("autofocus", None)

    def clean(self) -> dict[str, Any]:
        """Signs in, or refuses and notes the wrong try. Names that nobody has are not kept."""
        username = str(self.cleaned_data.get("username") or "")
        if resting(username, timezone.now()):
            raise ValidationError(REFUSED, code="invalid_login")
        try:
            return super().clean()
        except forms.ValidationError:
            known = User.objects.filter(username=username).first()
            if known is not None:
                record(known, Act.SIGN_IN_REFUSED, path="/sign-in/")
            raise
