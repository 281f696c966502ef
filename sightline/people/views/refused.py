"""The pages of a refusal: not allowed, not found, and a form that came from elsewhere."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403, with the reason the view gave."""
    return render(request, "403.html", {"reason": str(exception)}, status=403)


def csrf_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that was not ours, or that waited past the end of its session."""
    said = "The form was too old, or did not come from Sightline. Go back, reload and send again."
    return render(request, "403.html", {"reason": said}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404; says nothing of whether the thing is there and merely not theirs."""
    return render(request, "404.html", status=404)
