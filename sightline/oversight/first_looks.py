"""What pages begin with, worked out before anybody asks: when the site starts, and after a load.

The first look at a page would wait for it otherwise. Whoever asks meanwhile waits for the one
answer that is on its way.
"""

import gc
import logging
import threading
from pathlib import Path

from sightline.jobs import bunches, children, history, quality, quality_effects
from sightline.jobs.looked_at import looked_at
from sightline.jobs.waits_between import intervals_of
from sightline.measures.event_intervals import Event
from sightline.oversight.standing_now import changes_in_teams_now, rows_now
from sightline.records import NothingLoadedError

LOG = logging.getLogger(__name__)


def look_first(data: Path) -> None:
    """Work it out and remember it; nothing to do where nothing has been loaded."""
    try:
        children.waiting(data)
        for exact in (True, False):
            rows_now(data, exact=exact)
        changes_in_teams_now(data, "")
        quality_effects.effects(data)
        quality.total(data)
        for by in quality.CUTS:
            quality.counts(data, by)
        history.changes(data)
        history.child_changes(data)
        bunches.questions(data)
        looked_at(data)
        for event in Event:
            intervals_of(data, event)
    except NothingLoadedError:
        return


def begin(data: Path) -> None:
    """`look_first` beside the site; what goes wrong is logged, and each page says it for itself."""

    def work() -> None:
        try:
            look_first(data)
            set_apart()
        except Exception:
            LOG.exception("The first looks failed")

    threading.Thread(target=work, name="first-looks", daemon=True).start()


def set_apart() -> None:
    """Keep what is remembered out of Python's search for cycles until the next load.

    It is hundreds of thousands of figures without a cycle among them; each search of them all would
    hold up every page for a fifth of a second.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
