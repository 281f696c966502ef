"""Which children a passage is about: in care, care leavers, at risk outside the home, and so on.

The phrases are those by which reports name the children themselves, not the work done for them, so
that a sentence on social workers' caseloads is about no group. Written as in `phrases`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from sightline.letters.phrases import any_of

EVERY = "every"
_HEADING_COUNTS = 2  # a heading names whom its paragraphs are about


@dataclass(frozen=True)
class Group:
    """A group of children: its id, its title in plain English, and how reports name it."""

    id: str
    title: str
    phrases: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any of the phrases."""
        return any_of(self.phrases)


def _group(name: str, title: str, phrases: str) -> Group:
    return Group(name, title, tuple(phrase.strip() for phrase in phrases.split(";")))


GROUPS: tuple[Group, ...] = (
    _group(
        "in_care",
        "Children in care",
        "children in care; child in care; children looked after; looked after child; "
        "looked-after child; children in * care; come into care; entered care; permanence; "
        "foster carer; foster home; fostering; residential home; children’s homes; care order; "
        "placement order",
    ),
    _group(
        "care_leavers",
        "Care leavers",
        "care leaver; leaving care; care-experienced; care experienced; personal adviser; "
        "personal advisor; pathway plan; left care",
    ),
    _group(
        "help_and_protection",
        "Children who need help or protection",
        "help and protection; child protection; children in need; child in need; strategy meeting; "
        "strategy discussion; section 47; core group; pre-proceedings; protection plan; "
        "at risk of harm; significant harm; early help",
    ),
    _group("adopted", "Children with a plan for adoption", "adopt"),
    _group(
        "disabled", "Disabled children", "disabled child; disabilit; disabled young; complex needs"
    ),
    _group(
        "outside_home",
        "Children at risk outside the home",
        "exploit; missing from; go missing; goes missing; going missing; went missing; "
        "extra-familial; outside the home; gang",
    ),
    _group(
        "unaccompanied",
        "Unaccompanied children seeking asylum",
        "unaccompanied; asylum; UASC",
    ),
    _group("homeless", "Homeless young people aged 16 and 17", "homeless; 16 and 17; 16- and 17"),
    _group("privately_fostered", "Privately fostered children", "privately foster; private foster"),
    _group("kinship", "Children living with relatives", "kinship; special guardian; connected"),
)
GROUP_TITLES = {group.id: group.title for group in GROUPS} | {EVERY: "No one group named"}


def group_title(group: str) -> str:
    """ "Children in care"; an id that no group has any longer is given as it is."""
    return GROUP_TITLES.get(group, group)


@lru_cache(maxsize=50_000)
def groups_of(text: str, section: str = "") -> tuple[str, ...]:
    """The groups that the passage names most often, in the order of GROUPS; (EVERY,) for none.

    A heading counts as two namings. Groups named as often as one another all stand: a sentence on
    "children in care and care leavers" is about both.
    """
    counts = {group.id: _times(group, text, section) for group in GROUPS}
    most = max(counts.values())
    return tuple(name for name, count in counts.items() if count == most) if most else (EVERY,)


def _times(group: Group, text: str, section: str) -> int:
    named = group.pattern
    return len(named.findall(text)) + _HEADING_COUNTS * bool(named.search(section))
