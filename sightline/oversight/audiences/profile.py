"""What one audience's page is made of."""

from dataclasses import dataclass
from enum import StrEnum

from sightline.measures.audiences import Audience
from sightline.people.permissions import Permission
from sightline.trackers.waiting import Kind

MOST_FIGURES = 12  # more is a catalogue, and the measures page is that


class Grain(StrEnum):
    """How far down the page goes."""

    AUTHORITY = "the whole authority"
    TEAMS = "each team"
    ONE_TEAM = "one team beside the whole, and its children who wait"
    CHILDREN = "the whole authority, and the children who wait"
    OWN_CHILDREN = "the children of the reader who wait, and the whole authority"


class Disclosure(StrEnum):
    """What the page may give away."""

    EXACT = "exact figures"
    WITHHELD = "small numbers withheld, as published"


class Wording(StrEnum):
    """For whom its sentences are written."""

    FIELD = "readers who know the field"
    PLAIN = "readers who do not know the field"
    CHILDREN = "children and young people"


@dataclass(frozen=True, slots=True)
class Question:
    """What the audience asks, in its own words, and the measures that answer, in order."""

    title: str
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One audience: who opens its page, what stands on it, in what order and in what words."""

    id: str  # in the address
    audience: Audience
    title: str
    intro: str  # whose page this is and what it is for, in a sentence
    roles: tuple[str, ...] = ()  # whose own page it is
    opens_to: tuple[Permission, ...]
    grain: Grain
    disclosure: Disclosure
    waits: tuple[Kind, ...] = tuple(Kind)  # what children may wait for that this audience acts on
    wording: Wording
    questions: tuple[Question, ...]
    without_sign_in: bool = False  # whether what is published opens to everybody
    promises: bool = False  # whether it is told what inspectors said and what was promised
    meets: bool = False  # whether it holds meetings that may ask for a deeper look

    @property
    def name(self) -> str:
        """Its readers, as a heading or a choice names them."""
        return self.audience[:1].upper() + self.audience[1:]

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures in the order of the page."""
        return tuple(each for question in self.questions for each in question.measures)

    @property
    def published(self) -> bool:
        """Whether its readers see what somebody has published, and nothing else."""
        return self.disclosure is Disclosure.WITHHELD

    @property
    def page_url(self) -> str:
        """The name of the page's address."""
        return f"for-{self.id}"

    @property
    def csv_url(self) -> str:
        """The name of the address of its figures as CSV, where it is published."""
        return f"{self.page_url}-csv"

    @property
    def publish_url(self) -> str:
        """The name of the address where it is published from."""
        return f"{self.page_url}-publish"
