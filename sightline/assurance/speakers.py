"""Who speaks: the authority itself, or somebody else, in an article or a press statement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sightline.assurance.paper import Paragraph

_SPEECH = re.compile(r"“([^”]*)(?:”|$)")
_SAYS = r"(?:said|says|added|adds|commented|responded|told|stated|wrote|continued)"
_WORD = r"[A-Z][\w’'-]+"
_TITLE = r"(?:(?:Dr|Cllr|Councillor|Mr|Mrs|Ms) )"
_SPEAKER = re.compile(
    rf"\b(?P<name>(?:{_WORD} )?{_WORD})(?!, {_TITLE}?{_WORD} {_WORD},)"
    r"(?:,[^“”.]{3,140},|,[^“”.,]{3,90}|,)?"
    rf"\s+(?:also |himself |herself |then )?{_SAYS}\b"
)
_ROLE = (
    r"(?:director of children|\bDCS\b|cabinet member|lead member|chief executive|council leader"
    r"|leader of (?:the )?council|spokes(?:man|woman|person)|executive director)"
)
_ROLE_THEN_NAME = re.compile(rf"(?i:{_ROLE})(?:[^“”.,]{{0,40}},)? (?P<name>{_WORD} {_WORD})")
_NAME_THEN_ROLE = re.compile(rf"(?P<name>{_WORD} {_WORD}),[^“”.,]{{0,30}}(?i:{_ROLE})")
_FEWEST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Speech:
    """Words in quotation marks: whose ("" unknown) and whether the authority speaks in them."""

    text: str
    page: int
    paragraph: str
    section: str
    speaker: str
    authority: bool


def speeches(paragraphs: Sequence[Paragraph]) -> Iterator[Speech]:
    """Every quotation of four words or more, in the order of print.

    A quotation whose paragraph names no speaker goes on in the voice of the one before. A person
    speaks for the authority whom the article once gives an office of it: director of children's
    services, cabinet or lead member, chief executive, leader, spokesperson.
    """
    officers = _officers(paragraphs)
    speaker = ""
    for each in paragraphs:
        named = _SPEAKER.search(_SPEECH.sub(" ", each.text))
        speaker = named["name"] if named else speaker
        surname = speaker.split()[-1] if speaker else ""
        for found in _SPEECH.finditer(each.text):
            words = found[1].strip()
            if len(words.split()) >= _FEWEST_WORDS:
                ours = surname in officers
                yield Speech(words, each.page, each.paragraph, each.section, speaker, ours)


def is_article(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether it tells what others say: at least two paragraphs bring somebody's words."""
    told = [each for each in paragraphs if "“" in each.text and re.search(_SAYS, each.text)]
    return len(told) >= 2


def _officers(paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    """The surnames of those to whom an office of the authority is given."""
    return frozenset(
        found["name"].split()[-1]
        for each in paragraphs
        for pattern in (_ROLE_THEN_NAME, _NAME_THEN_ROLE)
        for found in pattern.finditer(each.text)
    )
