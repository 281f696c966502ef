"""Adding to the access log, and checking that nobody has touched what is in it."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils import timezone

from sightline.people.models.access_event import FIRST_HASH, AccessEvent, Act
from sightline.people.models.user import User

_TRIES = 20  # two processes may add at once; `previous` is unique, so one of them tries again


def record(
    user: User,
    act: Act,
    *,
    child_id: str = "",
    path: str = "",
    why: str = "",
    at: datetime | None = None,
) -> AccessEvent:
    """Adds one event, chained to the last. `at` is now where it is not given."""
    for _ in range(_TRIES):
        event = AccessEvent(
            at=at or timezone.now(),
            user=user,
            username=user.username,
            role=user.role,
            act=act,
            child_id=child_id[:100],
            path=path[:500],
            why=why[:500],
        )
        try:
            with transaction.atomic():
                last = AccessEvent.objects.order_by("-pk").first()
                event.previous = last.digest if last else FIRST_HASH
                event.digest = event.worked_out_digest()
                event.save()
        except IntegrityError:
            continue
        return event
    raise RuntimeError("The access log could not be written; the page is not shown without it.")


def opened_from(request: HttpRequest) -> str:
    """The page of this site from which a page was opened, for `why`; empty where none is told."""
    came = urlsplit(request.headers.get("Referer", ""))
    if not came.path or came.netloc != request.get_host():
        return ""
    return f", opened from {came.path}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check of the whole log found."""

    events: int
    broken_at: int | None  # the row from which the chain no longer holds

    @property
    def sound(self) -> bool:
        """True when every row is as it was written."""
        return self.broken_at is None

    @property
    def sentence(self) -> str:
        """The verdict in words."""
        if self.sound:
            return f"The access log is whole: {self.events:,} events, each as it was written."
        return f"The access log has been changed: row {self.broken_at} is not as it was written."


def verify() -> Verdict:
    """Walks the chain from the first row.

    An edit, an insertion or a row taken from the middle is seen. Rows cut from the end are not:
    compare the number of events with the last one printed.
    """
    previous, events = FIRST_HASH, 0
    for event in AccessEvent.objects.order_by("pk").iterator(chunk_size=2_000):
        if event.previous != previous or event.digest != event.worked_out_digest():
            return Verdict(events, event.pk)
        previous, events = event.digest, events + 1
    return Verdict(events, None)
