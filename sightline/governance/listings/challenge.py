"""The challenge log: what was asked, whether it was answered in substance, and who judged that."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from statistics import median

from sightline import words
from sightline.governance.listings.listing import Cell, List, Listing, Table
from sightline.governance.listings.owed import row_of
from sightline.governance.models import Matter, MatterKind, StepKind
from sightline.governance.standing import Standing, standings
from sightline.governance.wording import age, counted
from sightline.people.models import User

COLUMNS = {
    "Question": 60, "Board": 28, "Asked by": 24, "Asked": 12, "Who answers": 24, "First due": 12,
    "Answered": 12, "With evidence": 14, "Judged": 34, "How far it is": 44, "Goes up to": 28,
}  # fmt: skip
BY_BOARD = {
    "Board": 28, "Asked": 8, "Answered": 10, "With evidence": 14, "In substance": 14,
    "Sent back": 10, "Past its day": 12, "Middle of days to answer": 16, "Longest unanswered": 18,
}  # fmt: skip
BY_QUARTER = {
    "Asked in": 20, "Asked": 8, "Answered": 10, "With evidence": 14, "In substance": 14,
    "Share in substance": 14,
}  # fmt: skip


def _made(user: User, today: date) -> Listing:
    every = standings(Matter.objects.filter(kind=MatterKind.QUESTION))
    answered = [each for each in every if each.answer]
    accepted = sum(each.closed_on is not None for each in every)
    sentence = (
        f"{counted(len(every), 'question')} asked: {len(answered)} answered, {accepted} of them "
        "judged to be answered in substance."
        if every
        else "No question has been written down yet."
    )
    return Listing(
        sentence,
        Table("Questions, the newest first", COLUMNS, [_row(e, today) for e in reversed(every)]),
        intro="An answer counts when somebody other than whoever gave it judges that it answers "
        "what was asked. How many questions a board asks says nothing of how well it asks.",
        marks=[
            f"Unanswered for a round past its day, so it goes up to {above}: {each.matter.words}"
            for each in every
            if (above := goes_up_to(each, today))
        ],
        more=(
            Table("By board", BY_BOARD, list(_by_board(every, today))),
            Table("Quarter by quarter", BY_QUARTER, list(_by_quarter(every))),
        ),
    )


def goes_up_to(each: Standing, today: date) -> str:
    """Who hears of a question that is unanswered a round of meetings after its day.

    The body to which the board reports, else its chair; empty while it is not so late.
    """
    body = each.matter.body
    if each.answer or each.closed_on or each.matter.due + timedelta(weeks=body.every_weeks) > today:
        return ""
    return body.reports_to.name if body.reports_to else f"the chair of {body.name}"


def _by_quarter(every: Sequence[Standing]) -> Iterator[list[Cell]]:
    def quarter(each: Standing) -> tuple[int, int]:
        return each.matter.raised_on.year, (each.matter.raised_on.month + 2) // 3

    for (year, number), group in groupby(sorted(every, key=quarter), key=quarter):
        asked = list(group)
        answers = [each.answer for each in asked if each.answer]
        evidence = sum(each.with_evidence for each in answers)
        substance = sum(each.closed_on is not None for each in asked)
        share = words.percentage(substance / len(asked))
        yield [f"{year}, quarter {number}", len(asked), len(answers), evidence, substance, share]


def _row(each: Standing, today: date) -> list[Cell]:
    matter, last = each.matter, each.steps[-1] if each.steps else None
    judged = last and last.kind in (StepKind.ACCEPTED, StepKind.SENT_BACK)
    return [
        row_of(each, matter.raised_on)[0],
        matter.body.name,
        matter.raised_by,
        matter.raised_on,
        matter.owner,
        matter.due,
        each.answered_on,
        ("Yes" if each.answer.with_evidence else "No") if each.answer else "",
        last.by.shown_name if last and judged else "",
        each.state,
        goes_up_to(each, today),
    ]


def _by_board(every: Sequence[Standing], today: date) -> list[list[Cell]]:
    def name(each: Standing) -> str:
        return each.matter.body.name

    return [
        _counts(board, list(asked), today)
        for board, asked in groupby(sorted(every, key=name), key=name)
    ]


def _counts(board: str, asked: Sequence[Standing], today: date) -> list[Cell]:
    answers = [each.answer for each in asked if each.answer]
    took = [(each.answered_on - each.matter.raised_on).days for each in asked if each.answered_on]
    waiting = [each.matter.raised_on for each in asked if not each.answer]
    return [
        board,
        len(asked),
        len(answers),
        sum(each.with_evidence for each in answers),
        sum(each.closed_on is not None for each in asked),
        sum(step.kind == StepKind.SENT_BACK for each in asked for step in each.steps),
        sum(each.late(today) for each in asked),
        round(median(took)) if took else None,
        age(min(waiting), today) if waiting else "",
    ]


CHALLENGE = List("challenge", "Challenge log", _made)
