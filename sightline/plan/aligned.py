"""Whether plan, performance framework and practice work speak of the same priorities.

The three instruments of an improvement (PLN-03) are held together by what each row does and not by
a label: a priority is in the plan by an open or evidenced action, in the framework by a measure of
the catalogue and by an audit question, and in the practice work by an action that changes the work
with the child. A measure that leaves the catalogue leaves its priority unaligned at once.
"""

from __future__ import annotations

from dataclasses import dataclass

from sightline.governance.wording import listed
from sightline.improvement.models import Nature
from sightline.measures import catalogue
from sightline.plan.standing import PlanStands, PriorityStands


@dataclass(frozen=True, slots=True)
class Alignment:
    """A priority beside the three instruments: what each has for it, in words."""

    priority: PriorityStands
    actions: tuple[str, ...]
    measures: tuple[str, ...]
    audits: tuple[str, ...]
    practice: tuple[str, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The instruments that have nothing for it."""
        said = {
            "an action": self.actions,
            "a measure": self.measures,
            "an audit question": self.audits,
            "work on practice": self.practice,
        }
        return tuple(name for name, found in said.items() if not found)

    @property
    def sentence(self) -> str:
        """Whether it stands in all of them."""
        return f"Without {listed(self.missing)}." if self.missing else "In all of them."


def aligned(stands: PlanStands) -> tuple[Alignment, ...]:
    """Each priority of the plan, in its order. No query of its own."""
    known = catalogue()
    return tuple(_alignment(each, {name: m.title for name, m in known.items()}) for each in
                 stands.priorities)  # fmt: skip


def _alignment(priority: PriorityStands, titles: dict[str, str]) -> Alignment:
    expected = [each.standing.expected for each in priority.actions if each.standing.expected]
    ids = {name for outcome in priority.outcomes for name in outcome.row.measures}
    ids |= {each.measure for each in expected}
    audits = [outcome.row.audit_question for outcome in priority.outcomes]
    audits += [each.audit_question for each in expected]
    return Alignment(
        priority,
        tuple(each.reference for each in priority.actions),
        tuple(sorted(titles[name] for name in ids if name in titles)),
        tuple(dict.fromkeys(each for each in audits if each)),
        tuple(
            each.reference for each in priority.actions if each.row.action.nature == Nature.PRACTICE
        ),
    )
