"""The demo's boards in words: who sits on them, what they asked, and what came of it.

Every name is invented. Days are counted from the demo's last day; a meeting is told by how many
rounds ago it was.
"""

from typing import NamedTuple

from sightline.governance.models import BodyKind, MatterKind


class BoardRow(NamedTuple):
    """A board. `above` is the key of the board to which it reports."""

    key: str
    name: str
    kind: BodyKind
    chair: str
    above: str
    every_weeks: int
    quorum: int
    review_in: int  # days from the last day
    pages: int  # that it agreed to read for a meeting
    remit: str
    themes: str
    leads: str
    areas: str = ""


BOARDS = (
    BoardRow(
        "cabinet", "Cabinet", BodyKind.COUNCIL, "Rowena Thistlewood", "", 8, 4, 200, 150,
        "Decides for the council, and answers to the council for its children’s services.",
        "corporate_parenting", "",
    ),
    BoardRow(
        "scrutiny", "Children’s scrutiny committee", BodyKind.SCRUTINY, "Cosmo Underhay", "cabinet",
        6, 4, 150, 120,
        "Holds the executive to account for children’s services; chooses what it looks at by what "
        "the figures, inspectors, children and staff say, and not by what is reported to it.",
        "caseloads workforce care_planning visits supervision", "caseloads", "Workforce",
    ),
    BoardRow(
        "improvement", "Improvement board", BodyKind.IMPROVEMENT, "Percival Oddie", "cabinet",
        6, 5, -20, 120,
        "Sees that what inspectors asked for is done at pace, by the council and its partners, "
        "and that it makes a difference to children.",
        "assessment care_planning supervision visits quality_assurance front_door workforce "
        "permanence",
        "assessment care_planning supervision visits quality_assurance",
        "Assessment|Permanence|Practice",
    ),
    BoardRow(
        "parenting", "Corporate parenting board", BodyKind.CORPORATE_PARENTING, "Tamsin Orrell",
        "cabinet", 6, 5, 90, 80,
        "Acts as a good parent would for every child in care and care leaver, and asks whether "
        "this would be good enough for our own.",
        "corporate_parenting care_leavers physical_health mental_health education permanence voice "
        "care_planning",
        "corporate_parenting care_leavers physical_health care_planning",
        "Children in care|Health|Leaving care",
    ),
    BoardRow(
        "safeguarding", "Safeguarding children partnership", BodyKind.SAFEGUARDING,
        "Ottilie Crane", "", 12, 3, 300, 100,
        "Council, police and health keep children safe together and learn from what goes wrong.",
        "multi_agency child_protection exploitation strategy_discussions",
        "multi_agency child_protection exploitation strategy_discussions", "Child protection",
    ),
)  # fmt: skip

COUNCIL, POLICE, HEALTH = "The council", "Marlshire Police", "Marlshire integrated care board"


class MemberRow(NamedTuple):
    """A seat; `from_days` before the last day."""

    board: str
    name: str
    role: str
    organisation: str
    party: str = ""
    from_days: int = 500
    habit: str = "ccccccccc"  # each meeting in turn: came, substitute, apologies, x absent


MEMBERS = (
    MemberRow("scrutiny", "Cosmo Underhay", "Chair", COUNCIL, "Harbour group"),
    MemberRow("scrutiny", "Edda Pomfret", "Councillor", COUNCIL, "Harbour group", 500, "ccacccccc"),
    MemberRow("scrutiny", "Lorcan Vane", "Councillor", COUNCIL, "Orchard group", habit="cccacaaca"),
    MemberRow("scrutiny", "Sabra Quill", "Councillor", COUNCIL, "Orchard group", 200),
    MemberRow("scrutiny", "Orla Wickett", "Councillor", COUNCIL, "Harbour group", 205),
    MemberRow("scrutiny", "Bram Tolliver", "Parent governor", "Schools", habit="acacccacc"),
    MemberRow("improvement", "Percival Oddie", "Independent chair", "Independent"),
    MemberRow("improvement", "Dilys Marrow", "Director of children’s services", COUNCIL),
    MemberRow("improvement", "Rowena Thistlewood", "Leader of council", COUNCIL, "Harbour group"),
    MemberRow("improvement", "Ines Calloway", "Chief nurse", HEALTH, habit="cscasccsc"),
    MemberRow("improvement", "Gethin Strand", "Superintendent", POLICE, habit="caxaacaxa"),
    MemberRow("improvement", "Maud Ellery", "Headteacher", "Schools", habit="cccaccccc"),
    MemberRow("parenting", "Tamsin Orrell", "Lead member, chair", COUNCIL, "Harbour group"),
    MemberRow("parenting", "Lorcan Vane", "Councillor", COUNCIL, "Orchard group", 400, "aaccaaxaa"),
    MemberRow("parenting", "Hester Bligh", "Councillor", COUNCIL, "Harbour group", 120),
    MemberRow("parenting", "Young person 1", "Children in care council", "Young people"),
    MemberRow("parenting", "Young person 2", "Care leavers", "Young people", habit="cacccaccc"),
    MemberRow("parenting", "Ines Calloway", "Chief nurse", HEALTH, habit="scasccasc"),
    MemberRow("parenting", "Maud Ellery", "Headteacher", "Schools"),
)  # fmt: skip


class MatterRow(NamedTuple):
    """What was raised `ago` rounds ago; `steps` are `act:rounds ago:words`, oldest first."""

    board: str
    ago: int
    kind: MatterKind
    words: str
    raised_by: str
    owner: str
    organisation: str
    due_rounds: int
    theme: str = ""
    serious: bool = False
    steps: tuple[str, ...] = ()


Q, A, N, R = (
    MatterKind.QUESTION,
    MatterKind.ACTION,
    MatterKind.NOTED,
    MatterKind.RECOMMENDATION,
)

MATTERS = (
    MatterRow(
        "improvement", 8, A, "Agree with the police who joins a strategy discussion at night.",
        "The board", "Gethin Strand", POLICE, 2, "strategy_discussions", True,
        ("move:5:The rota was not agreed.", "move:3:A new superintendent has taken over."),
    ),
    MatterRow(
        "improvement", 6, Q, "How do we know that supervision changes what happens to a child?",
        "Percival Oddie", "Head of quality assurance", COUNCIL, 1, "supervision", False,
        (
            "answer:5:Supervision takes place more often than a year ago.",
            "back:5:That says how often, not what changed for children.",
            "evidence:3:Of the audits of the past quarter, those with a challenge in supervision "
            "had a changed plan more often than those without. The audits are listed.",
            "accept:2:Supervision is now audited by what changed.",
        ),
    ),
    MatterRow(
        "improvement", 4, A, "Share the health partners’ waiting list for mental health support.",
        "The board", "Ines Calloway", HEALTH, 2, "mental_health", False,
        ("answer:1:The list was sent to the analyst.",),
    ),
    MatterRow(
        "improvement", 3, N, "The monitoring letter was noted.", "The board",
        "Dilys Marrow", COUNCIL, 1, "care_planning", True,
    ),
    MatterRow(
        "improvement", 2, A, "Bring the care plans that were audited as poor back with their "
        "new audit.", "The board", "Head of quality assurance", COUNCIL, 2, "quality_assurance",
    ),
    MatterRow(
        "scrutiny", 7, R, "Ask every team what stands in the way of visiting in time.",
        "The committee", "Dilys Marrow", COUNCIL, 2, "visits", False,
        (
            "evidence:5:All teams were asked; travel to children placed far away came first.",
            "accept:4:Visits are now shared with the areas where children live.",
        ),
    ),
    MatterRow(
        "scrutiny", 5, Q, "Which teams have caseloads above what we promised, and since when?",
        "Edda Pomfret", "Head of service", COUNCIL, 1, "caseloads", False,
    ),
    MatterRow(
        "scrutiny", 3, N, "The annual report on workforce was noted.", "The committee",
        "Head of workforce", COUNCIL, 2, "workforce", False,
        (
            "answer:2:Nothing had to follow; the plan stands.",
            "accept:1:The committee agreed that nothing had to follow.",
        ),
    ),
    MatterRow(
        "scrutiny", 1, Q, "Why do newly qualified social workers leave in their second year?",
        "Lorcan Vane", "Head of workforce", COUNCIL, 1, "workforce",
    ),
    MatterRow(
        "scrutiny", 4, MatterKind.COMMENTED, "That the savings plan says nothing of children’s "
        "homes.", "The committee", "Director of resources", COUNCIL, 1, "placement_sufficiency",
    ),
    MatterRow(
        "scrutiny", 2, MatterKind.CALLED_IN, "The decision to close the north family hub.",
        "The committee", "Rowena Thistlewood", COUNCIL, 1, "early_help", True,
        (
            "evidence:1:The decision was looked at again with what families said.",
            "accept:1:The hub stays open three days a week.",
        ),
    ),
    MatterRow(
        "parenting", 6, A, "Find a dentist for every child placed outside the area.",
        "The board", "Ines Calloway", HEALTH, 3, "physical_health", False,
        ("evidence:4:A list of dentists by area was made with the neighbouring boards.",
         "back:3:The list is welcome; young people say that two of the practices are full.",),
    ),
    MatterRow(
        "parenting", 4, Q, "Do we ask every care leaver whether their home feels safe?",
        "Young person 2", "Head of leaving care", COUNCIL, 1, "care_leavers", True,
        ("evidence:2:From this quarter the pathway plan asks it, and the answers are counted.",),
    ),
    MatterRow(
        "parenting", 2, A, "Rewrite the pledge with the children in care council.",
        "The board", "Participation officer", COUNCIL, 3, "voice",
    ),
)  # fmt: skip
