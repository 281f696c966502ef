"""Joins findings, boards and the plan to the packs: which of their sections stand in which."""

from django.utils import timezone

from sightline.closure import pack_section as closure
from sightline.governance import pack_section as boards
from sightline.oversight.packs.kinds import COMMISSIONER
from sightline.oversight.packs.supplied import Asked, Supplied
from sightline.packs import Section
from sightline.plan import pack_section as plan
from sightline.progress import pack_section as progress
from sightline.site.in_packs.carried import carried_section
from sightline.site.in_packs.commissioners import commissioner_sections
from sightline.site.in_packs.found_again import found_again
from sightline.site.in_packs.guarded import guarded_section
from sightline.site.in_packs.planned import next_steps, plan_sections, the_plan

WITH_PARTNERS = frozenset(("improvement-board", "safeguarding-partners"))


def pack_sections(asked: Asked) -> Supplied:
    """Carried-forward findings first; then the plan, the partners and what is the commissioner's.

    How the plan and the boards stand is known for today alone: a pack that is issued as of a past
    day says nothing of them rather than what nobody knew then.
    """
    first: tuple[Section, ...] = (carried_section(asked.today),)
    further = (found_again(asked.today),)
    if asked.kind in COMMISSIONER:
        first = (*first, *commissioner_sections(asked.kind, asked.today))
    if asked.today < timezone.localdate():
        return Supplied(first, further)
    # its section on pace tells figures that did not go through the ledger, so that stays inside
    sources = progress.sources(asked.today, exact=False)
    stands = the_plan(asked.today)
    partners = boards.sections(asked.today, outside=True) if asked.kind in WITH_PARTNERS else ()
    return Supplied(
        first,
        (
            *(guarded_section(each) for each in plan.sections(asked.today, outside=True)),
            *plan_sections(stands, asked.measures),
            *(guarded_section(each) for each in closure.sections(asked.today, outside=True)),
            sources,
            *partners,
            *further,
        ),
        next_steps(stands),
    )
