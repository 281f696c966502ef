"""Packs as they were issued: added, and never changed or taken away."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models

from sightline.oversight.packs.kinds import KIND_BY_ID


class IssuedPackError(Exception):
    """Somebody tried to change or delete a pack that was issued."""

    def __init__(self) -> None:
        super().__init__("An issued pack is not changed or deleted: issue it again instead.")


class IssuedPackRows(models.QuerySet["IssuedPack"]):
    """Issued packs, for reading."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise IssuedPackError

    def delete(self) -> NoReturn:
        """Refused."""
        raise IssuedPackError


class IssuedPack(models.Model):
    """One issue of one pack. Its files stand in the data folder; `digest` is over all of them."""

    kind = models.SlugField(max_length=40, help_text="The id of the pack.")
    as_at = models.DateField(help_text="The newest day that it speaks of.")
    version = models.PositiveIntegerField()
    load_id = models.PositiveIntegerField(help_text="The load that the figures rest on.")
    run = models.CharField(max_length=64, help_text="The fingerprint of all figures of that load.")
    software = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)
    facts = models.JSONField(help_text="What it said of each measure, for the next pack.")
    figures = models.JSONField(help_text="The figures that nobody had been shown before, or so.")
    what_changed = models.TextField(blank=True, help_text="Why it was issued again.")
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    issued_at = models.DateTimeField()

    objects = IssuedPackRows.as_manager()

    class Meta:
        ordering = ["-as_at", "-version", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "as_at", "version"], name="one_issue_a_version")
        ]

    def __str__(self) -> str:
        return f"{self.kind}, {self.as_at}, version {self.version}"

    @property
    def folder(self) -> str:
        """What its files are kept under, and what a downloaded file is called."""
        return f"{self.kind}-{self.as_at.isoformat()}-v{self.version}"

    @property
    def title(self) -> str:
        """The title of the pack, as it is called now."""
        return KIND_BY_ID[self.kind].title if self.kind in KIND_BY_ID else self.kind

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Adds the issue. Raises IssuedPackError for one that is already there."""
        if self.pk is not None:
            raise IssuedPackError
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused."""
        raise IssuedPackError
