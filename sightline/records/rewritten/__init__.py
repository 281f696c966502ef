"""How the record itself changed: what one extract showed of the past and the next showed otherwise.

Declared table by table (`watched`), compared over the parts of all loads, those superseded among
them. In come snapshots; out go three tables: `late_recording`, `rewritten`, `first_shown`.
"""

from sightline.records.rewritten.keep import FIRST_SHOWN, LATE, REWRITTEN, keep_changes
from sightline.records.rewritten.watched import Watched
from sightline.records.rewritten.which import WATCHED

__all__ = ["FIRST_SHOWN", "LATE", "REWRITTEN", "WATCHED", "Watched", "keep_changes"]
