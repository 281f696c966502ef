"""A seal on a row: what was in it when the product last wrote it, chained to the seal before."""

import hashlib
import json

from django.db import models

FIRST_SEAL = "0" * 64


class Seal(models.Model):
    """One writing of one row. `content` is the digest of `columns`; empty once it is taken away.

    The columns are named, so that one which a later release adds makes nothing look changed.

    Written only by `sightline.people.sealing`.
    """

    table = models.CharField(max_length=100)
    row = models.PositiveBigIntegerField()
    columns = models.TextField(blank=True)
    content = models.CharField(max_length=64, blank=True)
    previous = models.CharField(max_length=64, unique=True)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["table", "row"])]

    def __str__(self) -> str:
        return f"{self.table} {self.row}"

    def worked_out_digest(self) -> str:
        """The digest that this seal should carry."""
        facts = [self.previous, self.table, self.row, self.columns, self.content]
        return hashlib.sha256(json.dumps(facts).encode()).hexdigest()
