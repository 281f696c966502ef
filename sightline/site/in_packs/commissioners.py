"""What only the commissioner's packs say: recommendations by two judges, the schedule, handover."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Prefetch
from django.utils import timezone

from sightline import words
from sightline.closure.standing import standings
from sightline.governance.models import Matter, MatterKind
from sightline.governance.standing import comes_back
from sightline.governance.standing import standings as matters_standing
from sightline.improvement.deliverables import parts_of
from sightline.improvement.models import Answer, Assurance, Finding, FindingKind
from sightline.improvement.unanswered import own_confirmed
from sightline.letters import LetterKind
from sightline.oversight.models import IssuedPack
from sightline.oversight.packs.kinds import COMMISSIONER, HANDOVER, KIND_BY_ID
from sightline.packs import Section, Table
from sightline.people.roles import Commissioner
from sightline.site.in_packs.guarded import guarded

_NOT_SAID = "The commissioner has not said"


def commissioner_sections(kind: str, today: date) -> tuple[Section, ...]:
    """For a pack of the commissioner's series; the handover says more."""
    common = (_recommendations(today), _schedule(today))
    if kind != HANDOVER:
        return common
    return (_instructions(today), *common, _promises(today))


def _recommendations(today: date) -> Section:
    """The council's account and the commissioner's own stand side by side; neither fills in."""
    title = "The commissioner’s recommendations, by the council and by the commissioner"
    found = list(
        own_confirmed()
        .filter(review__kind=LetterKind.COMMISSIONER_REPORT, kind=FindingKind.RECOMMENDATION)
        .select_related("review")
        .prefetch_related(
            Prefetch("answers", Answer.objects.select_related("action__owner", "reviewer")),
            Prefetch("assurances", Assurance.objects.select_related("by", "agreed_by")),
        )
        .order_by("review__dated", "order")
    )
    if not found:
        return Section(title, "No report of a commissioner is in the register.")
    actions = {a.action_id: a.action for each in found for a in each.answers.all() if a.agreed}
    stand = standings(actions.values(), today)
    rows = []
    for each in found:
        parts = parts_of(each)
        mine = [a for a in each.answers.all() if a.agreed]
        closed = sum(stand[a.action_id].evidenced for a in mine)
        rows.append(
            (
                f"{each.name}: {each.text}",
                str(len(parts)),
                ", ".join(words.day(part.due) for part in parts if part.due) or "None stated",
                f"{closed} of {words.count_of(len(mine), 'action')} closed" if mine else "Nothing",
                _own_word(each),
            )
        )
    said = sum(row[-1] != _NOT_SAID for row in rows)
    return Section(
        title,
        f"The commissioner has agreed that {said} of {len(rows)} are settled.",
        table=Table(
            "Recommendations",
            ("Recommendation", "Parts", "Days stated", "The council says", "The commissioner says"),
            tuple(rows),
        ),
        notes=("Only evidence that a commissioner agreed to is the commissioner’s own word.",),
    )


def _own_word(finding: Finding) -> str:
    for each in finding.assurances.all():
        agreed = each.agreed_by
        if agreed is not None and agreed.role == Commissioner.id:
            return f"Settled, {words.day(each.agreed_at)}"
    return _NOT_SAID


def _schedule(today: date) -> Section:
    """Which reports were issued on which day, and when the next is due."""
    issued = IssuedPack.objects.filter(kind__in=COMMISSIONER, issued_at__date__lte=today)
    newest: dict[str, IssuedPack] = {}
    rows = []
    for each in issued.order_by("issued_at", "pk").defer("facts", "figures"):
        newest[each.kind] = each
        version = f", version {each.version}" if each.version > 1 else ""
        rows.append(
            (each.title, words.day(each.as_at), f"{words.day(each.issued_at)}{version}", "Issued")
        )
    for kind in COMMISSIONER[:2]:
        last = newest.get(kind)
        if last is None:
            rows.append((KIND_BY_ID[kind].title, "–", "Not issued yet", "Wanted"))
            continue
        due = timezone.localdate(last.issued_at) + timedelta(weeks=KIND_BY_ID[kind].weeks)
        state = "Past its day" if due < today else "To come"
        rows.append((f"{KIND_BY_ID[kind].title}, the next", "–", words.day(due), state))
    return Section(
        "The commissioner’s reports, by day",
        f"{words.count_of(len(rows) - 2, 'report').capitalize()} issued so far."
        if len(rows) > 2
        else "None has been issued yet.",
        table=Table("Reports", ("Report", "Figures up to", "Issued or due", "State"), tuple(rows)),
    )


def _instructions(today: date) -> Section:
    title = "Instructions that are not carried out yet"
    rows = comes_back(matters_standing(Matter.objects.filter(kind=MatterKind.INSTRUCTION)))
    if not rows:
        return Section(title, "No instruction is open.")
    return Section(
        title,
        f"{words.count_of(len(rows), 'instruction').capitalize()} open, the oldest first.",
        table=Table(
            "Open instructions",
            ("Instruction", "Given by", "Given on", "Owner", "Due", "Days open", "State"),
            tuple(
                (
                    guarded(each.matter.words),
                    each.matter.raised_by,
                    words.day(each.matter.raised_on),
                    each.matter.owner,
                    words.day(each.due),
                    f"{each.age_days(today):,}",
                    each.state,
                )
                for each in rows
            ),
        ),
    )


def _promises(today: date) -> Section:
    title = "What boards are promised, by day"
    every = Matter.objects.exclude(kind__in=(MatterKind.INSTRUCTION, MatterKind.NOTED))
    rows = sorted(comes_back(matters_standing(every)), key=lambda each: each.due)
    if not rows:
        return Section(title, "Nothing that a board was promised is open.")
    late = sum(each.late(today) for each in rows)
    return Section(
        title,
        f"{words.count_of(len(rows), 'promise').capitalize()} open; {late} past the day first "
        "promised.",
        table=Table(
            "Open promises, the nearest day first",
            ("Promise", "Board", "Owner", "Due", "First due", "State"),
            tuple(
                (
                    guarded(each.matter.words),
                    each.matter.body.name,
                    each.matter.owner,
                    words.day(each.due),
                    words.day(each.matter.due),
                    each.state,
                )
                for each in rows
            ),
        ),
    )
