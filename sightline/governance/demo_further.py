"""The demo's work programme, reviews of progress, support, learning reviews and instructions."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from sightline.governance import keeping
from sightline.governance.models import (
    Body,
    Confidence,
    Kept,
    LearningReview,
    Look,
    LookKind,
    Matter,
    MatterKind,
    Meeting,
    Member,
    Planned,
    PlannedKind,
    Publishing,
    ReviewKind,
    Support,
    SupportKind,
    Training,
    TrainingKind,
)
from sightline.people.models import User

Ago = Callable[[int], date]


def add_further(
    bodies: dict[str, Body], meetings: dict[str, list[Meeting]], keeper: User, until: date
) -> None:
    """One or more of each thing that a reader would want to see."""

    def ago(days: int) -> date:
        return until - timedelta(days=days)

    rows: list[Kept] = [
        *_programme(bodies["scrutiny"], ago),
        *_looks(bodies["improvement"], meetings, ago),
        *_support(ago),
        *_learning(bodies["safeguarding"], ago),
        *_trainings(ago),
        Matter(
            body=bodies["improvement"], kind=MatterKind.INSTRUCTION, raised_by="The commissioner",
            words="See within a month that every child without an allocated worker has one.",
            raised_on=ago(60), owner="Dilys Marrow", organisation="The council", due=ago(30),
            serious=True,
        ),
    ]  # fmt: skip
    for row in rows:
        keeping.make(row, keeper, timezone.make_aware(datetime.combine(ago(5), time(14))))


def _programme(scrutiny: Body, ago: Ago) -> list[Kept]:
    return [
        Planned(
            body=scrutiny, kind=PlannedKind.REVIEW, due=ago(-40),
            title="Why children wait for permanence",
            prompted_by="figures",
            why="The figures have not moved for a year.", by_whom="A group of four members",
            evidence="Carers, children’s guardians and two other authorities.",
            scope="Why the way to a home for good takes longer here; not who decided on which.",
        ),
        Planned(
            body=scrutiny, kind=PlannedKind.REPORT, title="Caseloads by team", due=ago(25),
            prompted_by="officers", why="A promise of the last budget.", by_whom="Head of service",
        ),
        Planned(
            body=scrutiny, kind=PlannedKind.VISIT, title="A day with the north team", due=ago(70),
            prompted_by="staff",
            why="Members read officers’ reports alone.", by_whom="Edda Pomfret",
            done_on=ago(72), evidence="Social workers of the team.",
            outcome="The question on newly qualified social workers came from it.",
        ),
    ]  # fmt: skip


def _looks(board: Body, meetings: dict[str, list[Meeting]], ago: Ago) -> list[Kept]:
    return [
        Look(
            title="Peer review of the front door", kind=LookKind.PEER, body=board,
            by_whom="Three directors of other authorities", themes=["front_door", "assessment"],
            planned_for=ago(210), done_on=ago(205), received_on=ago(180), stage="begun",
            final_to="Director, leader, chair of the board",
            reported_at=meetings["improvement"][4], scrutinised_at=meetings["scrutiny"][3],
        ),
        Look(
            title="Critical friend on supervision", kind=LookKind.CRITICAL_FRIEND, body=board,
            by_whom="A retired director", themes=["supervision"],
            planned_for=ago(100), done_on=ago(95), received_on=ago(80), stage="under_way",
        ),
        Look(
            title="Independent audit of recording", kind=LookKind.AUDIT, body=board,
            by_whom="An auditor of another authority", themes=["recording", "quality_assurance"],
            planned_for=ago(50), done_on=ago(45), received_on=ago(30), stage="under_way",
            why_late="It goes to the next meeting, together with the plan that answers it.",
        ),
        Look(
            title="Monitoring visit: care plans", kind=LookKind.OFSTED, body=board,
            by_whom="Ofsted", themes=["care_planning", "visits"], planned_for=ago(-30),
        ),
    ]  # fmt: skip


def _support(ago: Ago) -> list[Kept]:
    return [
        Support(
            provider="Fennmoor Council", kind=SupportKind.PARTNER, since=ago(250), until=ago(-115),
            purpose="Practice leads work beside our own two days a week.", days=80,
            pounds=95_000, paid_by="A government grant", themes=["assessment", "supervision"],
            effect="Assessments audited as good have risen in the two teams they work with.",
        ),
        Support(
            provider="Regional improvement alliance", kind=SupportKind.SECTOR, since=ago(150),
            purpose="Training of team managers in assessment.", days=12, themes=["assessment"],
            staff_days=24,
            deliverables="Every team manager trained, and observed once after it.",
        ),
        Support(
            provider="Kestrel Partners", kind=SupportKind.CONSULTANT, since=ago(90),
            until=ago(-10), purpose="A new form for assessment.", days=30, pounds=42_000,
            staff_days=15,
            paid_by="The council", themes=["assessment", "recording"],
        ),
    ]  # fmt: skip


def _learning(partnership: Body, ago: Ago) -> list[Kept]:
    return [
        LearningReview(
            reference="LR-11", kind=ReviewKind.PRACTICE, body=partnership, author="Independent",
            stage="Draft with the partners", aware_on=ago(300), notified_on=ago(296),
            rapid_on=ago(276), decided_on=ago(265), publishing=Publishing.YES,
            delay="Criminal proceedings ended two months ago.", recommendations=5, done=1,
        ),
        LearningReview(
            reference="LR-12", kind=ReviewKind.PRACTICE, body=partnership, stage="Scope agreed",
            aware_on=ago(240), notified_on=ago(228), rapid_on=ago(200), decided_on=ago(195),
        ),
        LearningReview(
            reference="LR-13", kind=ReviewKind.LEARNING, body=partnership, author="Ottilie Crane",
            stage="Learning shared with every team", aware_on=ago(200), notified_on=ago(197),
            rapid_on=ago(180), decided_on=ago(170), completed_on=ago(60),
            publishing=Publishing.NO, why_not="The family would be known by it.",
            recommendations=3, done=3,
        ),
    ]  # fmt: skip


def _trainings(ago: Ago) -> list[Kept]:
    names = ("Edda Pomfret", "Orla Wickett", "Tamsin Orrell")
    seats = Member.objects.filter(name__in=names).order_by("name")
    checks: list[Kept] = [
        Training(
            member=seat, kind=TrainingKind.CHECK, topic="Enhanced check with barred lists",
            on=ago(190), given_by="Democratic services",
        )
        for seat in seats
    ]  # fmt: skip
    return checks + [
        Training(
            member=seat, topic="Being a corporate parent", on=ago(150),
            confidence=Confidence.FAIRLY,
            given_by="The association of councils",
            effect="Asks what children said before asking for figures.",
        )
        for seat in seats
    ]  # fmt: skip
