"""Adding reports or letters to the register: one, many, or a zip of them."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from sightline.improvement import import_runner
from sightline.improvement.conflicting import keep_facts
from sightline.improvement.forms import LettersForm, is_alone
from sightline.improvement.models import LetterImport, Review
from sightline.improvement.reading import AlreadyThereError, add_review
from sightline.improvement.retelling import keep_retold
from sightline.letters import LetterError
from sightline.people import uploads
from sightline.people.access import requires, signed_in
from sightline.people.log import record
from sightline.people.models import User
from sightline.people.models.access_event import Act
from sightline.people.permissions import Permission

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


@requires(Permission.CONFIRM_FINDINGS)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Reads one letter and goes on to what it says; of many, shows how far it has come."""
    form = LettersForm(request.POST, request.FILES) if request.method == "POST" else LettersForm()
    there: Review | None = None
    if form.is_valid():
        user, letters = signed_in(request), form.cleaned_data["letters"]
        if not is_alone(letters):
            return redirect(_begun(request, letters))
        try:
            review = _read(letters[0], user)
        except LetterError as error:
            form.add_error("letters", str(error))
        except AlreadyThereError as error:
            there = error.review
        else:
            record(user, Act.LOADED, path=request.path, why=review.file_name)
            messages.success(request, _said(review))
            return redirect(review)
    return render(request, "improvement/add_review.html", {"form": form, "there": there})


def _begun(request: HttpRequest, letters: "list[UploadedFile[bytes]]") -> LetterImport:
    folder, user, now = uploads.keep(letters, settings.DATA), signed_in(request), timezone.now()
    names = ", ".join(sorted(file.name for file in folder.iterdir()))
    record(user, Act.LOADED, path=request.path, why=names)
    job = LetterImport.objects.create(
        user=user, asked_at=now, heard_at=now, folder=str(folder), total=len(letters)
    )
    import_runner.start(job)
    return job


def _read(letter: "UploadedFile[bytes]", user: User) -> Review:
    """Reads the letter under the name it came by; nothing of it is left outside the data folder."""
    folder = uploads.keep([letter], settings.DATA)
    try:
        added = add_review(next(folder.iterdir()), user)
    finally:
        uploads.take_away(folder, settings.DATA)
    keep_facts()
    keep_retold()
    return added


def _said(review: Review) -> str:
    findings = review.findings.count()
    if not findings:
        return f"{review.title} is kept, but no finding could be read in it."
    return f"{review.title} is read: {findings} findings to decide."
