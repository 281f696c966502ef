"""The chair's one page: what to alert, advise and assure the board of, and what it must decide.

Everything on it follows from kept records; nobody chooses under which of the three a line falls.
"""

from __future__ import annotations

from collections import Counter
from datetime import date

from django.conf import settings

from sightline import words
from sightline.closure.accuracy import accuracy
from sightline.closure.every import contradicted
from sightline.governance.models import Matter, MatterKind
from sightline.governance.standing import Standing, comes_back
from sightline.governance.standing import standings as matters_standing
from sightline.improvement.models import FindingKind
from sightline.improvement.unanswered import orphan_findings, own_confirmed, pack_blockers
from sightline.insight.pace import PaceVerdict
from sightline.packs import Pack, Section, Table
from sightline.plan.standing import PlanStands
from sightline.progress.moving import moving_now
from sightline.site.in_packs.carried import still_open
from sightline.site.in_packs.guarded import guarded
from sightline.site.in_packs.planned import the_plan

TITLE = "The chair’s page"
MOST_DECISIONS = 4
_SURE = 0.8  # a share of true closures below this, at the least that chance allows, assures nobody
ALERT, ADVISE, ASSURE = "Alert", "Advise", "Assure"
Lines = list[tuple[str, str]]  # under which of the three, and the sentence


def chairs_page(today: date) -> Pack:
    """The page as a pack of one page."""
    stands = the_plan(today)
    lines = [*_pace(), *_coherence(), *_effect(stands), *_confidence(stands)]
    lines += _risks(stands, today)
    return Pack(
        TITLE,
        settings.AUTHORITY_NAME,
        f"Pace and co-ordination on {words.day(today)}.",
        today,
        "not issued: as things stand",
        (first_of(lines), *(_under(name, lines) for name in (ALERT, ADVISE, ASSURE)), _decide()),
    )


def first_of(lines: Lines) -> Section:
    """What to read first: how many lines of each kind, and a warning where all assure."""
    count = Counter(name for name, _ in lines)
    if lines and count[ASSURE] == len(lines):
        return Section(
            "First",
            "Everything stands under “assure”: ask what was not looked at before you rely on it.",
        )
    return Section(
        "First",
        f"{count[ALERT]} to alert the board to, {count[ADVISE]} to advise it of, "
        f"{count[ASSURE]} to assure it of.",
    )


def _under(name: str, lines: Lines) -> Section:
    found = tuple(sentence for of, sentence in lines if of == name)
    return Section(name, "" if found else "Nothing.", points=found)


def _pace() -> Lines:
    """How many measures with a standard are on pace for it. No figure is told."""
    verdicts = Counter(m.pace.verdict for m in moving_now(exact=False).values() if m.pace)
    every = sum(verdicts.values())
    if not every:
        return [(ADVISE, "Pace: no measure has a standard to move towards.")]
    good = verdicts[PaceVerdict.ARRIVED] + verdicts[PaceVerdict.ON_PACE]
    slow, wrong = verdicts[PaceVerdict.TOO_SLOW], verdicts[PaceVerdict.WRONG_WAY]
    name = ALERT if wrong else ASSURE if good == every else ADVISE
    told = words.count_of(every, "measure")
    return [
        (
            name,
            f"Pace: of {told} with a standard, {good} are there or on pace, {slow} too slow and "
            f"{wrong} going the wrong way; of {every - good - slow - wrong} it cannot be told.",
        )
    ]


def _coherence() -> Lines:
    """Whether every finding has an action that two people say answers it."""
    grave, orphans = pack_blockers().count(), orphan_findings().count()
    every = own_confirmed().filter(direction="weakness").count()
    if not every:
        return [(ADVISE, "Coherence: no confirmed finding is in the register.")]
    name = ALERT if grave else ADVISE if orphans else ASSURE
    priority = FindingKind.PRIORITY_ACTION.label.lower()
    also = f", among them {words.count_of(grave, priority)}" if grave else ""
    return [(name, f"Coherence: {orphans} of {every} weaknesses have no agreed action{also}.")]


def _effect(stands: PlanStands | None) -> Lines:
    if stands is None:
        return [(ALERT, "Effect: nobody has written down an improvement plan.")]
    told, late = stands.tally, len(stands.late)
    name = ALERT if told.contradicted else ASSURE if told.evidenced == told.shown > 0 else ADVISE
    return [
        (
            name,
            f"Effect: of {told.evidenced} closed actions, {told.shown} have made the difference "
            f"that was expected; of {told.contradicted} the data says otherwise.",
        ),
        (
            ADVISE if late else ASSURE,
            f"Promises: {late} of {told.actions} actions are open past the day first promised.",
        ),
    ]


def _confidence(stands: PlanStands | None) -> Lines:
    """How far "closed" can be relied on, by what was drawn by lot."""
    if stands is None:
        return []
    known = accuracy(each.standing for each in stands.actions)
    sure = known.interval is not None and known.interval.low >= _SURE
    name = ASSURE if sure else ADVISE
    return [(name, f"Confidence: {known.sentence}")]


def _risks(stands: PlanStands | None, today: date) -> Lines:
    lines: Lines = []
    found = still_open(today)
    if found:
        oldest = f"{found[0].days:,} days"
        lines.append(
            (
                ALERT,
                f"Risk: {len(found)} recommendations of earlier reviews are open, the oldest for "
                f"{oldest}.",
            )
        )
    false = contradicted(each.standing for each in stands.actions) if stands else []
    lines += [
        (ALERT, f"Risk: “{guarded(each.action.title)}” is closed, but the data says otherwise.")
        for each in false[:2]
    ]
    return lines


def to_decide() -> list[Standing]:
    """The open matters of boards: first those with an answer to judge, then by day."""
    open_now = comes_back(matters_standing(Matter.objects.exclude(kind=MatterKind.NOTED)))
    return sorted(open_now, key=lambda e: (not e.waits_to_be_judged, e.due, e.matter.pk))


def _decide() -> Section:
    rows = to_decide()
    if not rows:
        return Section("Decisions needed", "Nothing waits for the board.")
    told = rows[:MOST_DECISIONS]
    return Section(
        "Decisions needed",
        f"{words.count_of(len(rows), 'matter').capitalize()} open; answer these at the meeting.",
        table=Table(
            "To answer at the meeting",
            ("Matter", "Owner", "Due", "State"),
            tuple(
                (guarded(e.matter.words), e.matter.owner, words.day(e.due), e.state) for e in told
            ),
        ),
    )
