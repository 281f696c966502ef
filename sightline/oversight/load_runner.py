"""Runs a load beside the site, in a thread, and writes down how far it has come."""

import logging
import threading
from pathlib import Path

import pyarrow.compute as pc
from django.conf import settings
from django.db import connection
from django.utils import timezone

from sightline import words
from sightline.jobs import loads
from sightline.jobs.loads import LoadReceipt
from sightline.oversight import first_looks
from sightline.oversight.models import LoadJob
from sightline.people import uploads
from sightline.returns import UndatedExtractError

LOG = logging.getLogger(__name__)
STAGES = 4  # read, keep, work out, done
OURS = (
    "Sightline failed while reading these files. The fault is ours: it has been written to the "
    "server’s log."
)


def start(job: LoadJob) -> None:
    """Begins the load and returns at once."""
    threading.Thread(target=_run_apart, args=(job.pk,), name=f"load-{job.pk}").start()


def _run_apart(job_id: int) -> None:
    try:
        run(job_id)
        first_looks.begin(settings.DATA)
    finally:
        connection.close()


def run(job_id: int) -> None:
    """Reads and loads the files of the job; leaves it done or failed, and its folder gone."""
    job = LoadJob.objects.get(pk=job_id)
    folder = Path(job.folder)
    try:
        receipt = loads.load(
            sorted(folder.iterdir()),
            settings.DATA,
            loaded_at=job.asked_at,
            as_at=job.as_at,
            year=job.year,
            progress=lambda stage: _note(job, stage),
        )
        _finish(job, receipt)
    except UndatedExtractError as undated:
        _close(job, LoadJob.State.FAILED, str(undated))
    except Exception:
        LOG.exception("Load %s failed", job_id)
        _close(job, LoadJob.State.FAILED, OURS)
    finally:
        uploads.take_away(folder, settings.DATA)


def _note(job: LoadJob, stage: str) -> None:
    job.state = LoadJob.State.RUNNING
    job.stage, job.heard_at = stage, timezone.now()
    job.done, job.total = job.done + 1, STAGES
    job.save(update_fields=["state", "stage", "heard_at", "done", "total"])


def _finish(job: LoadJob, receipt: LoadReceipt) -> None:
    tables = receipt.report.tables
    if not any(table.table for table in tables):
        _close(job, LoadJob.State.FAILED, _why_unread(receipt))
        return
    job.load_id = receipt.load_id
    if receipt.report.is_empty:
        said = "Nothing was kept: there is not a row in these files."
    elif receipt.load_id is None:
        said = "All that these files say is held already."
    else:
        kept, rejected = sum(t.kept for t in tables), sum(t.rejected for t in tables)
        speaks_of = f" The data now speaks of {words.day(receipt.as_at)}." if receipt.as_at else ""
        lost = f"{words.count_of(rejected, 'row')} could not be" if rejected else "none lost"
        said = f"{words.count_of(kept, 'row').capitalize()} kept, {lost}.{speaks_of}"
    job.unread = _unread(receipt)
    _close(job, LoadJob.State.DONE, said)


def _why_unread(receipt: LoadReceipt) -> str:
    """What was wrong with files none of which could be read, in the words of the issues."""
    messages = receipt.report.issues["message"].to_pylist()
    return " ".join(dict.fromkeys(messages)) or "None of these files is a return that we know."


def _unread(receipt: LoadReceipt) -> list[str]:
    """Why each file that gave no table at all was not read."""
    issues = receipt.report.issues
    of_files = issues.filter(pc.is_null(issues["table"]))
    paths = {table.path for table in receipt.report.tables if table.table is None}
    rows = of_files.select(["path", "message"]).to_pylist()
    return list(dict.fromkeys(row["message"] for row in rows if row["path"] in paths))


def _close(job: LoadJob, state: LoadJob.State, said: str) -> None:
    job.state, job.said, job.heard_at = state, said, timezone.now()
    job.save(update_fields=["state", "said", "heard_at", "load_id", "unread"])
