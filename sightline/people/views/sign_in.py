"""The sign-in page, and signing out."""

from typing import Any

from django.contrib.auth import logout
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from sightline.people.access import open_to_all
from sightline.people.log import record
from sightline.people.models import DemoSignIn, User
from sightline.people.models.access_event import Act
from sightline.people.sign_in import SignInForm


class SignIn(LoginView):
    """Asks for a user name and a password. On the demo it also shows who may be played."""

    template_name = "people/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Adds the demo's sign-ins; a real install has none."""
        demo = DemoSignIn.objects.select_related("user")
        return super().get_context_data(demo_sign_ins=demo, **kwargs)

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Signs the person in and notes it."""
        response = super().form_valid(form)
        user = form.get_user()
        assert isinstance(user, User)
        record(user, Act.SIGNED_IN, path=self.request.path)
        return response


sign_in = open_to_all(SignIn.as_view())


@open_to_all
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session and notes it."""
    if isinstance(request.user, User):
        record(request.user, Act.SIGNED_OUT, path=request.path)
        logout(request)
    return redirect("sign-in")
