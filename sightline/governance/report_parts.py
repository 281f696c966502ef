"""The standard sections of a report to a committee, and what is to be said of its answers.

Where a section asks for implications, "none" needs its reason; and what the report itself says
elsewhere is set beside it (`sightline.assurance.implications`).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sightline.assurance.implications import Remark, remarks_on
from sightline.assurance.paper import Answer, Paragraph


@dataclass(frozen=True, slots=True)
class Part:
    """One section. `question`: it is answered, and an answer of none needs a reason.

    `optional`: it may be left empty where there is nothing.
    """

    id: str
    title: str
    hint: str = ""
    question: bool = False
    optional: bool = False
    short: bool = False


PARTS = (
    Part("decision", "What is to be decided", "In one or two sentences."),
    Part("key", "Is this a key decision?", "Yes or no, and by which test.", short=True),
    Part("exempt", "Is any of it exempt or confidential?", "Yes or no, and why.", short=True),
    Part("wards", "Wards affected", short=True),
    Part("summary", "Summary", "What the reader must know first."),
    Part("recommendations", "Recommendations", "One a line."),
    Part("reasons", "Reasons for the recommendations"),
    Part("rejected", "Alternatives considered and rejected", "What else could be done; why not."),
    Part("background", "What it is about", "One paragraph a line."),
    Part("revenue", "Revenue costs", "How much, from which year, and who pays.", question=True),
    Part("capital", "Capital costs", question=True),
    Part("resources", "Resource implications", "Staff, property, systems.", question=True),
    Part("legal", "Legal implications", question=True),
    Part("equality", "Equality implications", "For whom it is otherwise, and how.", question=True),
    Part("climate", "Climate emergency implications", question=True),
    Part("purpose", "Contribution to the council’s core purpose", question=True),
    Part("consultation", "Who was consulted, and what they said"),
    Part("implementation", "When it begins", short=True),
    Part("contact", "Contact officer", "Their post, and how to reach them.", short=True),
    Part("appendices", "Appendices", optional=True),
    Part("papers", "Background papers", optional=True),
)  # fmt: skip
PART_BY_ID = {each.id: each for each in PARTS}
_BARE = {"yes", "no", "none", "n/a", "na", "not applicable", "nil", "positive", "neutral"}


def missing(sections: Mapping[str, str]) -> list[Part]:
    """The sections that are still to be written."""
    return [p for p in PARTS if not p.optional and not sections.get(p.id, "").strip()]


def remarks(sections: Mapping[str, str]) -> tuple[Remark, ...]:
    """What is to be pointed out: an answer without reason, and one that the report contradicts."""
    answers = [
        Answer(part.title, _line(sections.get(part.id, "")), 1)
        for part in PARTS
        if part.question and sections.get(part.id, "").strip()
    ]
    said = remarks_on(answers, _paragraphs(sections))
    told = {each.question for each in said}
    bare = tuple(
        Remark(each.question, each.answer, 1, "It gives no reason.", ())
        for each in answers
        if each.question not in told and each.answer.strip(". ").lower() in _BARE
    )
    return (*said, *bare)


def lines(text: str) -> list[str]:
    """The lines of a section that are not empty."""
    return [each.strip() for each in text.splitlines() if each.strip()]


def _line(text: str) -> str:
    return " ".join(text.split())


def _paragraphs(sections: Mapping[str, str]) -> list[Paragraph]:
    """The body of the report: its recommendations numbered, then its paragraphs."""
    made = [
        Paragraph(text, 1, str(n), "Recommendations", asked=True)
        for n, text in enumerate(lines(sections.get("recommendations", "")), start=1)
    ]
    body = [
        (PART_BY_ID[each].title, text)
        for each in ("decision", "summary", "reasons", "background")
        for text in lines(sections.get(each, ""))
    ]
    made += [
        Paragraph(text, 1, f"{n}, {title}", title) for n, (title, text) in enumerate(body, start=1)
    ]
    return made
