"""What other rooms put into a pack, and what they have against issuing one.

The site, which alone knows every room, names the functions to ask in its settings: PACK_SECTIONS
and PACK_HINDRANCES.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string

from sightline.oversight.packs.shown import Shown
from sightline.packs import Section


@dataclass(frozen=True, slots=True)
class Asked:
    """For which pack sections are asked, on which day; `measures` are all that it shows.

    Whoever says anything of figures works it out of `measures` and of nothing else.
    """

    kind: str
    today: date
    measures: Sequence[Shown]


@dataclass(frozen=True, slots=True)
class Supplied:
    """Sections for the first page, those for further down, and what is done next, in sentences."""

    first: tuple[Section, ...] = ()
    further: tuple[Section, ...] = ()
    next_steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hindrance:
    """One thing against issuing a pack; it `blocks`, or is only a warning. `href`: its page."""

    words: str
    href: str
    blocks: bool


def supplied(asked: Asked) -> Supplied:
    """What the other rooms say; nothing where no function is named."""
    named = getattr(settings, "PACK_SECTIONS", "")
    return cast(Supplied, import_string(named)(asked)) if named else Supplied()


def hindrances(kind: str, now: datetime) -> tuple[Hindrance, ...]:
    """What is against issuing at a moment: what blocks first, then warnings."""
    named = getattr(settings, "PACK_HINDRANCES", "")
    return cast("tuple[Hindrance, ...]", import_string(named)(kind, now)) if named else ()
