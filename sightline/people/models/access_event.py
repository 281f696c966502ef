"""The log of who looked at what: rows are added, and never changed or taken away."""

import hashlib
import json
from datetime import UTC
from typing import Any, NoReturn

from django.conf import settings
from django.db import models

FIRST_HASH = "0" * 64


class AppendOnlyError(Exception):
    """Somebody tried to change or delete a row of the access log."""

    def __init__(self) -> None:
        super().__init__("The access log is only ever added to; a row is not changed or deleted.")


class Act(models.TextChoices):
    """What was done; the label is the verb of the sentence."""

    SIGNED_IN = "signed_in", "signed in"
    SIGN_IN_REFUSED = "sign_in_refused", "was refused at sign-in"
    SIGNED_OUT = "signed_out", "signed out"
    LOOKED_AT_CHILD = "looked_at_child", "looked at the record of child"
    CHILD_REFUSED = "child_refused", "was refused the record of child"
    LISTED_CHILDREN = "listed_children", "listed children"
    DOWNLOADED = "downloaded", "downloaded"
    LOADED = "loaded", "loaded"
    DECIDED = "decided", "decided"


class AccessEventRows(models.QuerySet["AccessEvent"]):
    """Rows of the log, for reading."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise AppendOnlyError

    def delete(self) -> NoReturn:
        """Refused."""
        raise AppendOnlyError

    def bulk_create(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused: rows made together would not be chained."""
        raise AppendOnlyError


class AccessEvent(models.Model):
    """One act of one person. `digest` covers the row and the digest before it.

    Written only by `sightline.people.log.record`.
    """

    at = models.DateTimeField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    username = models.CharField(max_length=150)
    role = models.CharField(max_length=40, blank=True)
    act = models.CharField(max_length=20, choices=Act.choices)
    child_id = models.CharField(max_length=100, blank=True, db_index=True)
    path = models.CharField(max_length=500, blank=True)
    why = models.CharField(max_length=500, blank=True)
    previous = models.CharField(max_length=64, unique=True)
    digest = models.CharField(max_length=64, unique=True)

    objects = AccessEventRows.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["username", "act", "at"])]

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """ "j.oake looked at the record of child C0012: children in the worklist." """
        child = f" {self.child_id}" if self.child_id else ""
        why = f": {self.why}" if self.why else ""
        return f"{self.username} {Act(self.act).label}{child}{why}"

    def worked_out_digest(self) -> str:
        """The digest that this row should carry (SHA-256 over its own facts and `previous`)."""
        facts = [
            self.previous,
            self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            self.user_id,
            self.username,
            self.role,
            self.act,
            self.child_id,
            self.path,
            self.why,
        ]
        return hashlib.sha256(json.dumps(facts).encode()).hexdigest()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Adds the row. Raises AppendOnlyError for a row that is already there."""
        if self.pk is not None:
            raise AppendOnlyError
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise AppendOnlyError
