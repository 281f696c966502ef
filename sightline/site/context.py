"""What every page is given beside its own data: the authority's name and the navigation."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from sightline.people.models import DemoSignIn, User
from sightline.people.permissions import Permission
from sightline.site.navigation import links_for


def furniture(request: HttpRequest) -> dict[str, Any]:
    """Context processor for the base template."""
    user = getattr(request, "user", None)
    return {
        "authority_name": settings.AUTHORITY_NAME,
        "navigation": links_for(user, request.path) if isinstance(user, User) else (),
        "may_see_findings": isinstance(user, User) and user.may(Permission.SEE_FINDINGS),
        "made_up": DemoSignIn.objects.exists(),
    }
