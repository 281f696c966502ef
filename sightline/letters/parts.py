"""The separate deliverables of a recommendation, each an exact stretch of its words.

A recommendation is taken apart where its own words say that there is more than one thing to show:

- the lines of its sub-list, or its lettered items;
- a further sentence that asks for something ("This should include …", "Ensure that …");
- several things of which "each" is to be done ("the A, the B and the C should …, with each …");
- a second thing to do after "and" ("Complete X and urgently review Y");
- a second thing to be seen of one subject ("… is set out in A and is visible in B");
- a second thing to be ensured ("Ensure that … and consistency in compliance with …").

Nothing is taken apart where the second verb shares the first one's object ("Review and streamline
support"). A date holds for every part of the sentence it stands in, where it is the only one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sightline.letters.deadlines import Deadline, deadlines, within
from sightline.letters.direction import sentences
from sightline.letters.letter import Part

_VERBS = (
    r"(?:agree|address|appoint|arrange|assure|build|carry out|clarify|commission|complete|conduct"
    r"|consider|consult|continue|convene|create|define|deliver|demonstrate|design|determine"
    r"|develop|devise|embed|encourage|engage|ensure|establish|evaluate|explore|extend|finalise"
    r"|fund|hold|identify|implement|improve|increase|introduce|invest|invite|launch|maintain|make"
    r"|map|monitor|offer|prepare|prioritise|produce|promote|provide|publish|put in place|recruit"
    r"|reduce|refresh|reinforce|report|request|require|reshape|review|revise|secure|seek|set out"
    r"|set up|share|simplify|strengthen|submit|take|train|undertake|update|use|work with|write)"
)
_ASKS = re.compile(
    rf"(?i)^(?:(?:to|and|also|\w+ly) )*{_VERBS}\b|^(?:as|in|to|with) [^,]+, (?:{_VERBS}|include)\b"
    rf"|^(?:\S+ ){{1,6}}to {_VERBS}\b|\b(?:should|must|is to|are to)\b"
)
_INCLUDES = re.compile(r"(?i)^(?:this|it|these|they) (?:should|must|will|to) (?:also )?include ")
_SECOND_ACT = re.compile(rf",? and (?:to )?(?=(?:\w+ly |also )?{_VERBS} (?!and\b|or\b)\w)")
_SECOND_SIGHT = re.compile(r",? and (?=(?P<verb>is|are|has|have) (?:\w+ly )?\w+)")
_SECOND_ASSURANCE = re.compile(
    r",? and (?=(?:consisten\w+|compliance|adherence|continuity|equality|clarity) (?:in|of|with)\b)"
)
_EACH = re.compile(r"(?i)\b(?:with )?each (?:being|to be|of (?:which|these)|should|must)\b")
_THING = r"(?:the|a|an) [^,.;]+?"
_THINGS = re.compile(
    rf"(?P<first>\b{_THING})(?:, {_THING})*,? and {_THING} (?=(?:should|must|to be|is|are)\b)"
)
_LETTERED = re.compile(r"(?:(?<=\s)|^)\((?:[a-h]|i{1,3}|iv|v)\)\s+")
_PURPOSE = re.compile(r"(?i)\b(?:how to|help\w*|able to|in order to|so as to)\b[^,]*$")
_FEWEST_WORDS = 4  # before "and": a verb with its object


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A part by its place in the whole text, with the sentence it stands in."""

    start: int
    end: int
    sentence: tuple[int, int]


def parts_of(text: str) -> tuple[Part, ...]:
    """The parts of a recommendation's text, in the order of print; at least one."""
    stretches = list(_stretches(text))
    if len(stretches) < 2:
        first = next(iter(deadlines(text)), None)
        return (_part(text, 0, len(text), first),)
    return tuple(
        _part(text, each.start, each.end, _deadline(text, each, stretches)) for each in stretches
    )


def _part(text: str, start: int, end: int, due: Deadline | None) -> Part:
    words = text[start:end].strip(" \n;,")
    return Part(words, due.day, due.words) if due else Part(words)


def _deadline(text: str, part: _Stretch, parts: list[_Stretch]) -> Deadline | None:
    """The part's own time limit, else the only one of its sentence.

    What a sentence "should include" belongs to the work of the sentence before it, and its limit.
    """
    own = next(within(text, part.start, part.end), None)
    if own:
        return own
    of_sentence = list(within(text, *part.sentence))
    if len(of_sentence) == 1:
        return of_sentence[0]
    if not of_sentence and _INCLUDES.match(text[part.sentence[0] :]):
        before = [each for each in parts if each.start < part.start]
        return _deadline(text, before[-1], before) if before else None
    return None


def _stretches(text: str) -> Iterator[_Stretch]:
    lines = _spans(text, text.split("\n"))
    if len(lines) > 1:
        lead = 1 if text[slice(*lines[0])].rstrip().endswith(":") else 0
        yield from (_Stretch(*line, line) for line in lines[lead:])
        return
    lettered = [found.end() for found in _LETTERED.finditer(text)]
    if len(lettered) > 1:
        ends = [found.start() for found in _LETTERED.finditer(text)][1:]
        for start, end in zip(lettered, [*ends, len(text)], strict=True):
            yield _Stretch(start, end, (start, end))
        return
    for place, sentence in enumerate(_spans(text, sentences(text))):
        words = text[slice(*sentence)]
        if place == 0 or _ASKS.search(words):
            for start, end in _within_sentence(words):
                yield _Stretch(sentence[0] + start, sentence[0] + end, sentence)


def _spans(text: str, pieces: list[str]) -> list[tuple[int, int]]:
    """Where each piece stands in the text; the empty ones left out."""
    spans, start = [], 0
    for piece in pieces:
        start = text.index(piece, start)
        if piece.strip():
            spans.append((start, start + len(piece)))
        start += len(piece)
    return spans


def _within_sentence(sentence: str) -> list[tuple[int, int]]:
    includes = _INCLUDES.match(sentence)
    if includes:
        return [(includes.end(), len(sentence.rstrip(". ")))]
    things = _THINGS.search(sentence) if _EACH.search(sentence) else None
    if things:
        return _things(sentence, things)
    cuts = sorted({*_acts(sentence), *_sights(sentence), *_assurances(sentence)})
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(sentence)]
    return list(zip(starts, ends, strict=True))


def _things(sentence: str, found: re.Match[str]) -> list[tuple[int, int]]:
    """The things listed between the start of the list and its verb."""
    spans, start = [], found.start()
    for gap in re.finditer(r",? and (?=(?:the|a|an)\b)|, (?=(?:the|a|an)\b)", found.group(0)):
        spans.append((start, found.start() + gap.start()))
        start = found.start() + gap.end()
    return [*spans, (start, found.end())]


def _acts(sentence: str) -> Iterator[tuple[int, int]]:
    """Each place where a second thing to do follows a first that has its own object."""
    if not _ASKS.search(sentence):
        return
    last = 0
    for found in _SECOND_ACT.finditer(sentence):
        before = sentence[last : found.start()]
        if len(before.split()) >= _FEWEST_WORDS and not _lists_verbs(before):
            yield found.span()
            last = found.end()


def _lists_verbs(before: str) -> bool:
    """Whether the words before "and" end in a purpose that the words after it go on with."""
    clause = re.split(r"[,;]", before)[-1]
    return bool(_PURPOSE.search(clause))


def _sights(sentence: str) -> Iterator[tuple[int, int]]:
    """Each place where a second thing is to be seen of one subject, with the same verb."""
    for found in _SECOND_SIGHT.finditer(sentence):
        before = sentence[: found.start()]
        same = re.search(rf"\b{found['verb']} (?:\w+ly )?\w+ ", before)
        if same and _ASKS.search(sentence) and len(before[same.start() :].split()) > _FEWEST_WORDS:
            yield found.span()


def _assurances(sentence: str) -> Iterator[tuple[int, int]]:
    if re.search(r"(?i)\bensures? that\b", sentence):
        for found in _SECOND_ASSURANCE.finditer(sentence):
            yield found.span()
