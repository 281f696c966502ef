"""Clearing the mark of a repeat finding: one person offers evidence, another agrees."""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from sightline.improvement.models import Assurance, Finding, Sighting, Status
from sightline.people.models import User


class AssuranceError(Exception):
    """The act is not open as things stand; the message says why, for the person."""


def offer(finding: Finding, evidence: str, user: User, at: datetime) -> Assurance:
    """Evidence that what was found again is put right. Raises AssuranceError without any."""
    if not evidence.strip():
        raise AssuranceError("Say what was looked at, by whom, and what it showed.")
    return Assurance.objects.create(finding=finding, evidence=evidence.strip(), by=user, at=at)


def agree(offered: Assurance, user: User, at: datetime) -> Assurance:
    """A second person agrees. Raises AssuranceError for who offered it, or when agreed already."""
    with transaction.atomic():
        row = Assurance.objects.select_for_update(of=("self",)).get(pk=offered.pk)
        if row.by_id == user.pk:
            raise AssuranceError("You offered this evidence: another person must look at it.")
        if row.agreed_by_id is not None:
            raise AssuranceError("Somebody agreed to it already.")
        row.agreed_by, row.agreed_at = user, at
        row.save()
    return row


def assured(findings: QuerySet[Finding]) -> QuerySet[Finding]:
    """Those for which evidence was offered that another person agreed to."""
    return findings.filter(Exists(_agreed()))


def repeats(findings: QuerySet[Finding]) -> QuerySet[Finding]:
    """The repeat findings: a confirmed finding of an earlier review said the same, and no evidence
    has been agreed to since. Nobody sets the mark, and nothing else clears it."""
    before = Sighting.objects.filter(later=OuterRef("pk"), earlier__status=Status.CONFIRMED)
    return findings.filter(Exists(before)).exclude(Exists(_agreed()))


def _agreed() -> QuerySet[Assurance]:
    return Assurance.objects.filter(finding=OuterRef("pk"), agreed_by__isnull=False)
