"""The packs: for whom each is, how often, and what it holds beyond its audience's page."""

from dataclasses import dataclass

from sightline.oversight.audiences import PROFILE_BY_ID, Profile, Question


@dataclass(frozen=True, slots=True)
class PackKind:
    """One pack. `weeks`: how long after one the next is wanted.

    `follows`: other packs with which it forms one series, so that each is set beside the last.
    """

    id: str
    title: str
    about: str
    profile: Profile
    weeks: int
    more: tuple[Question, ...] = ()
    follows: tuple[str, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """What its readers ask, in the order of the pack."""
        return (*self.profile.questions, *self.more)

    @property
    def measures(self) -> tuple[str, ...]:
        """The ids of its measures, each once, in the order of the pack."""
        asked = (name for question in self.questions for name in question.measures)
        return tuple(dict.fromkeys(asked))


HANDOVER = "commissioner-handover"
COMMISSIONER = ("commissioner-six-months", "commissioner-twelve-months", HANDOVER)
"""The packs that form one series of the commissioner's."""

_COMMISSIONER_TOO = (
    Question("Are children seen, and protected in time?", ("conferences_in_15_days",)),
    Question(
        "What becomes of young people who leave care?",
        ("care_leavers_in_touch", "care_leavers_housed", "care_leavers_active"),
    ),
)

KINDS: tuple[PackKind, ...] = (
    PackKind(
        "improvement-board",
        "Pack for the improvement board",
        "Whether what inspectors asked for is happening, and fast enough.",
        PROFILE_BY_ID["improvement-board"],
        weeks=6,
    ),
    PackKind(
        "scrutiny",
        "Pack for scrutiny",
        "For a scrutiny meeting of the six-week cycle: what to ask the director and lead member.",
        PROFILE_BY_ID["scrutiny"],
        weeks=6,
    ),
    PackKind(
        "corporate-parenting-board",
        "Pack for the corporate parenting board",
        "How the children to whom the council is a parent are doing.",
        PROFILE_BY_ID["corporate-parenting-board"],
        weeks=13,
        more=(
            Question(
                "Do they find a lasting home, and are they safe in it?",
                ("permanence_in_a_year", "unregistered_homes"),
            ),
            Question(
                "Are those who go missing found and heard?",
                ("went_missing", "return_interviews_in_time"),
            ),
            Question(
                "Do they get help with how they feel?", ("waiting_for_first_help", "sdq_mean")
            ),
        ),
    ),
    PackKind(
        "safeguarding-partners",
        "Pack for the safeguarding partnership",
        "Whether the council, the police and the health service protect children together.",
        PROFILE_BY_ID["safeguarding-partners"],
        weeks=13,
    ),
    PackKind(
        "commissioner-six-months",
        "Commissioner’s six-month report",
        "Whether children are safe now, and whether the service can put itself right: the figures "
        "behind the commissioner’s report after six months.",
        PROFILE_BY_ID["commissioner"],
        weeks=26,
        more=_COMMISSIONER_TOO,
        follows=("commissioner-twelve-months",),
    ),
    PackKind(
        "commissioner-twelve-months",
        "Commissioner’s twelve-month report",
        "Whether children are safe now, and whether the service can put itself right: the figures "
        "behind the commissioner’s report after twelve months.",
        PROFILE_BY_ID["commissioner"],
        weeks=52,
        more=_COMMISSIONER_TOO,
        follows=("commissioner-six-months",),
    ),
    PackKind(
        HANDOVER,
        "Handover between commissioners",
        "What the next commissioner takes over: what is instructed and not done, what is "
        "recommended and not settled, what is promised and by when, with the figures of today.",
        PROFILE_BY_ID["commissioner"],
        weeks=26,
        follows=("commissioner-six-months", "commissioner-twelve-months"),
    ),
)

KIND_BY_ID: dict[str, PackKind] = {kind.id: kind for kind in KINDS}
