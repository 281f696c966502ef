"""What the front door knows: children, and the chain of steps that followed each contact."""

from __future__ import annotations

from dataclasses import dataclass, field

from sightline.synthetic.model import Period
from sightline.synthetic.workforce import Post


@dataclass(slots=True)
class Known:
    """A child known at the front door; brothers and sisters have one family."""

    child_id: str
    sex: str
    born: int
    ethnicity: str
    disabled: bool
    upn: str = ""
    family: str = ""


@dataclass(slots=True)
class Chain:
    """One contact and what followed from it; None where it did not."""

    child: Known
    contact: int
    source: str
    team: str
    worker: str
    referral: int | None = None
    no_further_action: bool = False
    assessment: int | None = None
    authorised: int | None = None
    seen: bool = True
    needs_support: bool = False
    strategy: int | None = None
    conference: int | None = None
    led_to_plan: bool = False
    plan_end: int | None = None
    categories: tuple[str, str] = ("", "")
    previous_plans: int = 0
    reviews: list[int] = field(default_factory=list)
    need: str = ""
    cin_end: int | None = None
    visits: list[int] = field(default_factory=list)
    care: Period | None = None  # the period of care it led to
    closed: int | None = None
    closure: str = ""  # the CIN census's reason: RC1 to RC9
    post: Post | None = None  # who assesses
    assessed_again: tuple[int, int] | None = None  # a later assessment: begun, authorised
    later: Post | None = None  # who works with the family after that; None: no social worker

    @property
    def plan(self) -> int | None:
        """The day a child protection plan began."""
        return self.conference if self.led_to_plan else None

    @property
    def opened(self) -> bool:
        """Whether the referral opened an episode of need."""
        return self.referral is not None and self.assessment is not None

    def open_on(self, day: int) -> bool:
        """Whether the child is in need on a day by this chain."""
        if self.referral is None or self.assessment is None or self.closed is None:
            return False
        return self.referral <= day < self.closed


@dataclass(slots=True)
class EarlyHelp:
    """An early help assessment, and what came of it."""

    child: Known
    start: int
    end: int
    organisation: str
    outcome: str = ""


@dataclass(slots=True)
class FrontDoor:
    """Everything that the first seven lists of Annex A and the CIN census are written from."""

    chains: list[Chain]
    early_help: list[EarlyHelp]
    by_child: dict[str, list[Chain]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for chain in self.chains:
            self.by_child.setdefault(chain.child.child_id, []).append(chain)

    def add(self, chain: Chain) -> None:
        """One more chain."""
        self.chains.append(chain)
        self.by_child.setdefault(chain.child.child_id, []).append(chain)

    def before(self, chain: Chain, step: str, since: int) -> int:
        """How often the child had reached a step from `since` until this chain reached it."""
        until = getattr(chain, step)
        days = [getattr(other, step) for other in self.by_child[chain.child.child_id]]
        return sum(day is not None and since <= day < until for day in days)
