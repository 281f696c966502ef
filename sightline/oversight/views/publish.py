"""Publishing: see what would be published, decide about what stands against it, publish."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from sightline.oversight.audiences import Profile
from sightline.oversight.forms import PublishForm
from sightline.oversight.loaded import View, when_loaded
from sightline.oversight.publishing import GivenAwayError, draft, publish
from sightline.oversight.views.published import as_shown
from sightline.people.access import requires, signed_in
from sightline.people.log import record
from sightline.people.models.access_event import Act
from sightline.people.permissions import Permission


def publish_page_for(profile: Profile) -> View:
    """The view that publishes for one audience."""

    @requires(Permission.PUBLISH)
    @require_http_methods(["GET", "POST"])
    @when_loaded
    def page(request: HttpRequest) -> HttpResponse:
        now = timezone.now()
        made = draft(profile, timezone.localdate())
        form = PublishForm(made.given_away, request.POST if request.method == "POST" else None)
        if form.is_valid():
            try:
                publish(profile, signed_in(request), now, **form.cleaned_data)
            except GivenAwayError as error:
                form.add_error(None, str(error))
            else:
                why = f"published figures: {profile.title}"
                record(signed_in(request), Act.DECIDED, path=request.path, why=why)
                messages.success(request, "Published. It is kept as it is shown here.")
                return redirect(profile.page_url)
        context = {
            "profile": profile,
            "made": made,
            "form": form,
            "as_at": made.as_at,
            "link": True,
            **as_shown(profile, made.content),
        }
        return render(request, "oversight/audience/publish.html", context)

    return page
