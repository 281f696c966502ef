"""Adding a report or letter to the register."""

from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from sightline.improvement.forms import LetterForm
from sightline.improvement.models import Review
from sightline.improvement.reading import AlreadyThereError, add_review
from sightline.letters import LetterError
from sightline.people.access import requires, signed_in
from sightline.people.log import record
from sightline.people.models import User
from sightline.people.models.access_event import Act
from sightline.people.permissions import Permission


@requires(Permission.CONFIRM_FINDINGS)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Takes a letter, reads it, and goes on to what it says."""
    form = LetterForm(request.POST, request.FILES) if request.method == "POST" else LetterForm()
    there: Review | None = None
    if form.is_valid():
        user = signed_in(request)
        try:
            review = _read(form.cleaned_data["letter"], user)
        except LetterError as error:
            form.add_error("letter", str(error))
        except AlreadyThereError as error:
            there = error.review
        else:
            record(user, Act.LOADED, path=request.path, why=review.file_name)
            messages.success(request, _said(review))
            return redirect(review)
    return render(request, "improvement/add_review.html", {"form": form, "there": there})


def _read(letter: "UploadedFile[bytes]", user: User) -> Review:
    """Reads the letter under the name it came by; nothing of it is left outside the data folder."""
    name = PurePath((letter.name or "letter").replace("\\", "/")).name
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        with path.open("wb") as out:
            for chunk in letter.chunks():
                out.write(chunk)
        return add_review(path, user)


def _said(review: Review) -> str:
    findings = review.findings.count()
    if not findings:
        return f"{review.title} is kept, but no finding could be read in it."
    return f"{review.title} is read: {findings} findings to decide."
