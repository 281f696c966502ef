"""The demo's targets, visits, partners and reports: by what boards hold others to account."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from sightline.governance import keeping, steps
from sightline.governance.demo_reports import IN_SHORT, ITEMS, REPORT
from sightline.governance.elsewhere import packs_issued
from sightline.governance.listings.partners import every_partner
from sightline.governance.models import (
    Body,
    CommitteeReport,
    Countersign,
    Election,
    Kept,
    Matter,
    MatterKind,
    Meeting,
    Paper,
    PartnerPromise,
    Planned,
    PlannedKind,
    PromiseKind,
    ReportItem,
    ScrutineerReport,
    Target,
    Visit,
    Way,
)
from sightline.people.models import User

Ago = Callable[[int], date]
People = tuple[User, User, User]  # who keeps, who owns, who judges
_WITH_PACKS = (
    ("improvement", 1, "improvement board"),
    ("scrutiny", 1, "for scrutiny"),
    ("parenting", 1, "corporate parenting"),
    ("improvement", 2, "improvement board"),
)


def add_held_to_account(
    bodies: dict[str, Body], meetings: dict[str, list[Meeting]], people: People, until: date
) -> None:
    """One or more of each thing that a reader would want to see."""

    def ago(days: int) -> date:
        return until - timedelta(days=days)

    keeper = people[0]
    rows: list[Kept] = [
        *_targets(bodies, ago),
        *_visits(bodies, ago),
        *_promises(ago),
        Election(title="Council election", quiet_from=ago(255), polling_on=ago(212)),
    ]
    for row in rows:
        keeping.make(row, keeper, _at(ago(5)))
    _new_terms(bodies["improvement"], keeper, ago)
    _packs(meetings, keeper, ago)
    _in_depth(bodies["scrutiny"], people, ago)
    _reports(bodies, meetings, keeper, ago)
    _partners_word(keeper, until)


def _targets(bodies: dict[str, Body], ago: Ago) -> Iterator[Kept]:
    told = (
        ("improvement", "Every assessment in time", "assessments_in_45_days", "at_least", 85, -60),
        ("improvement", "Reviews of children in care in time", "reviews_in_timescale", "at_least",
         95, 15),
        ("parenting", "No child where nobody is registered", "unregistered_homes", "at_most", 0,
         30),
        ("parenting", "Care leavers in touch with us", "care_leavers_in_touch", "at_least", 90,
         -90),
        ("safeguarding", "Police at every strategy discussion", "strategy_with_police", "at_least",
         95, -30),
        ("scrutiny", "Social workers’ visits in time", "visits_in_timescale", "at_least", 90, -45),
    )  # fmt: skip
    for board, said, measure, way, number, days in told:
        yield Target(
            body=bodies[board], words=f"{said}.", measure=measure, way=Way(way), number=number,
            by_when=ago(days),
        )  # fmt: skip
    yield Target(
        body=bodies["improvement"], by_when=ago(25), judged_by="The independent chair",
        words="Partners answer for what they promised without being asked twice.",
    )  # fmt: skip


def _visits(bodies: dict[str, Body], ago: Ago) -> list[Kept]:
    return [
        Visit(
            body=bodies["scrutiny"], on=ago(72), who="Edda Pomfret, Lorcan Vane",
            where="the north assessment team", spoke_with="Social workers, without their managers",
            seen="They spend a day a week on a form that nobody reads. The newest of them had not "
            "been shadowed on a visit.",
            followed="Asked why newly qualified social workers leave.",
            matter=Matter.objects.filter(words__startswith="Why do newly").first(),
        ),
        Visit(
            body=bodies["scrutiny"], on=ago(33), who="Sabra Quill", where="the front door",
            spoke_with="Those who take the calls",
            seen="Schools wait in the same line as the public.",
        ),
    ]  # fmt: skip


def _promises(ago: Ago) -> list[Kept]:
    commitment, data = PromiseKind.COMMITMENT, PromiseKind.DATA
    told = (
        ("Marlshire Police", commitment, "An officer at every strategy discussion, day and night.",
         200, 90, None, "The rota waits for the new control room."),
        ("Marlshire Police", data, "Children reported missing, every month.", 120, 30, 18, ""),
        ("Marlshire integrated care board", commitment,
         "A named nurse for every child placed outside the area.", 180, 60, 70, ""),
        ("Marlshire integrated care board", data, "Waiting times for help with mental health.",
         150, 20, None, ""),
        ("Schools", commitment, "Every school has somebody who knows its children in care.",
         220, 40, 45, ""),
    )  # fmt: skip
    return [
        PartnerPromise(
            organisation=who, kind=kind, words=said, agreed_on=ago(agreed), due=ago(due),
            kept_on=None if kept is None else ago(kept), note=note,
        )
        for who, kind, said, agreed, due, kept, note in told
    ]  # fmt: skip


def _new_terms(board: Body, keeper: User, ago: Ago) -> None:
    board.remit += " It asks of every partner what it asks of the council."
    keeping.change(board, board.version, keeper, _at(ago(60)))


def _packs(meetings: dict[str, list[Meeting]], keeper: User, ago: Ago) -> None:
    """The performance report of the newest meetings is the pack that was issued for them."""
    issued = packs_issued()
    for key, rounds, title in _WITH_PACKS:
        found = [each for each in issued if title in each.title]
        if len(found) < rounds:
            continue
        paper = Paper.objects.get(meeting=meetings[key][rounds], title="Performance report")
        paper.pack = found[rounds - 1].number
        keeping.change(paper, paper.version, keeper, _at(ago(4)))


def _in_depth(scrutiny: Body, people: People, ago: Ago) -> None:
    keeper, owner, judge = people
    review = Planned(
        body=scrutiny, kind=PlannedKind.REVIEW, title="Children who live far from home",
        prompted_by="children",
        why="Members heard of it on a visit.", by_whom="A group of three members", due=ago(110),
        scope="Who lives far away, who asked them, and what it does to family time; not money.",
        evidence="Young people, foster carers, independent visitors and two schools.",
        done_on=ago(112), sent_on=ago(104), outcome="Its recommendations went to the cabinet.",
    )  # fmt: skip
    keeping.make(review, keeper, _at(ago(112)))
    told = ("Pay the journeys of brothers and sisters to one another.",
            "Tell the committee each quarter how many live far away, and why.")  # fmt: skip
    for place, words in enumerate(told):
        row = Matter(
            body=scrutiny, kind=MatterKind.RECOMMENDATION, words=words, raised_by="The committee",
            raised_on=ago(104), owner="Rowena Thistlewood", organisation="The council",
            due=ago(20), theme="family_time", review=review,
        )  # fmt: skip
        keeping.make(row, keeper, _at(ago(104)))
        if not place:
            said = "Agreed. The journeys are paid from this month, and the first were made."
            steps.answer(row, said, owner, _at(ago(60)), with_evidence=True)
            steps.accept(
                row, "Brothers and sisters see one another.", judge, _at(ago(30)),
                changed_something=True,
            )  # fmt: skip


def _reports(
    bodies: dict[str, Body], meetings: dict[str, list[Meeting]], keeper: User, ago: Ago
) -> None:
    draft = CommitteeReport(
        body=bodies["scrutiny"], meeting=meetings["scrutiny"][0], author="Dilys Marrow",
        title="How the improvement plan is resourced", sections=REPORT,
    )  # fmt: skip
    keeping.make(draft, keeper, _at(ago(6)))
    report = ScrutineerReport(
        body=bodies["safeguarding"], title="Work of the partnership and what it changed",
        author="Ottilie Crane", begins=ago(375), ends=ago(10), due=ago(8), summary=IN_SHORT,
    )  # fmt: skip
    keeping.make(report, keeper, _at(ago(40)))
    for kind, words, days, measure in ITEMS:
        item = ReportItem(report=report, kind=kind, words=words, on=ago(days), measure=measure)
        keeping.make(item, keeper, _at(ago(12)))


def _partners_word(keeper: User, until: date) -> None:
    """One agrees, one says that it is wrong; the police have said nothing."""
    told = {
        "Marlshire integrated care board": (True, "", "Ines Calloway, chief nurse"),
        "Schools": (
            False,
            "Heads sent word twice that the meeting fell into the examinations.",
            "Maud Ellery, headteacher",
        ),
    }
    for each in every_partner(until):
        if each.name in told:
            agreed, words, who = told[each.name]
            Countersign(
                organisation=each.name, figures=each.figures, agreed=agreed, words=words,
                said_by=who, by=keeper, at=_at(until - timedelta(days=3)),
            ).save()  # fmt: skip


def _at(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(14)))
