"""The whole check of a report: what it states, what it answers, what it leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sightline.assurance.answering import Answered, answered
from sightline.assurance.comparing import Comparison, compared
from sightline.assurance.implications import Remark, remarks
from sightline.assurance.paper import Paper
from sightline.assurance.reasons import Expired, expired
from sightline.assurance.statements import Statement, statements


@dataclass(frozen=True, slots=True)
class Check:
    """What was found in a report. `answers` to the recommendations it carries or of its sources."""

    report: str
    statements: tuple[Statement, ...]
    answers: tuple[Answered, ...]
    comparisons: tuple[Comparison, ...]
    remarks: tuple[Remark, ...]
    expired: tuple[Expired, ...]

    @property
    def vague(self) -> tuple[Statement, ...]:
        """The statements that promise without two or more of owner, date and measure."""
        return tuple(each for each in self.statements if each.promise and each.promise.vague)

    @property
    def claims(self) -> tuple[Statement, ...]:
        """The statements of improvement."""
        return tuple(each for each in self.statements if each.claims_improvement)


def check(report: Paper, sources: Sequence[Paper] = ()) -> Check:
    """Checks a report by itself and beside each of its sources.

    A report cannot leave out what was published after it: a later source is asked only whether a
    reason that the report gives has been overtaken.
    """
    said = statements(report)
    known = [source for source in sources if not _is_later(source, report)]
    carried = answered(report.letter, said)
    answers = carried or tuple(each for source in known for each in answered(source.letter, said))
    return Check(
        report.name,
        said,
        answers,
        tuple(compared(said, source) for source in known),
        remarks(report),
        expired([report, *sources]),
    )


def _is_later(source: Paper, report: Paper) -> bool:
    theirs, ours = source.letter.published, report.letter.published
    return theirs is not None and ours is not None and theirs > ours
