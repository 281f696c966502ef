"""What people said, what came of it, who settled a conflict, what was stated of a priority."""

from sightline.progress.models.asked_for import AskedFor
from sightline.progress.models.heard import Heard, Who
from sightline.progress.models.settled import Settled
from sightline.progress.models.stated import Stated

__all__ = ["AskedFor", "Heard", "Settled", "Stated", "Who"]
