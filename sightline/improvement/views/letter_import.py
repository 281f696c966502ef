"""How far an import of many letters has come, and what came of each file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sightline.improvement.lists import list_answer
from sightline.improvement.models import ImportedFile, LetterImport, Outcome
from sightline.people.access import requires
from sightline.people.permissions import Permission

COLUMNS = {"File": 40, "What came of it": 16, "Report": 50, "Why refused, or not read": 80}


@requires(Permission.CONFIRM_FINDINGS)
@require_GET
def letter_import(request: HttpRequest, pk: int) -> HttpResponse:
    """Refreshes itself while the import runs; needs no script."""
    job = get_object_or_404(LetterImport, pk=pk)
    files = list(job.files.select_related("review"))
    return render(
        request,
        "improvement/letter_import.html",
        {
            "job": job,
            "files": files,
            "counts": [(each, sum(f.outcome == each for f in files)) for each in Outcome],
            "silent": job.silent(timezone.now()),
        },
    )


@requires(Permission.CONFIRM_FINDINGS)
@require_GET
def letter_import_list(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """What came of each file, as CSV or Excel."""
    job = get_object_or_404(LetterImport, pk=pk)
    rows = (_cells(each) for each in job.files.select_related("review"))
    return list_answer(request, form, f"import-{pk}", COLUMNS, rows)


def _cells(file: ImportedFile) -> tuple[str, ...]:
    unread = " ".join(file.review.unread_sentences) if file.review else ""
    title = file.review.title if file.review else ""
    return (file.name, file.outcome_title, title, file.said or unread)
