"""Runs an import beside the site, in a thread, and writes down how far it has come."""

import logging
import threading
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from sightline.improvement.importing import Came, import_letters
from sightline.improvement.models import ImportedFile, LetterImport
from sightline.improvement.unpacking import unpacked
from sightline.people import uploads

LOG = logging.getLogger(__name__)


def start(job: LetterImport) -> None:
    """Begins the import and returns at once."""
    threading.Thread(target=_run_apart, args=(job.pk,), name=f"letters-{job.pk}").start()


def _run_apart(job_id: int) -> None:
    try:
        run(job_id)
    finally:
        connection.close()


def run(job_id: int) -> None:
    """Takes in the files of the job; leaves it finished, and its folder gone."""
    job = LetterImport.objects.select_related("user").get(pk=job_id)
    folder = Path(job.folder)
    try:
        sent = list(unpacked([each for each in folder.iterdir() if each.is_file()], folder))
        job.total = len(sent)
        import_letters(
            sent,
            job.user,
            job.asked_at,
            begun=lambda name: _note(job, name),
            done=lambda came: _write_down(job, came),
        )
    except Exception:
        LOG.exception("Import %s failed", job_id)
    finally:
        job.finished = True
        _note(job, "")
        uploads.take_away(folder, settings.DATA)


def _note(job: LetterImport, name: str) -> None:
    job.reading, job.heard_at = name[:300], timezone.now()
    job.save(update_fields=["reading", "heard_at", "total", "finished"])


def _write_down(job: LetterImport, came: Came) -> None:
    ImportedFile.objects.create(
        of=job, name=came.name[:255], outcome=came.outcome, said=came.said, review=came.review
    )
