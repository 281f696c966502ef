"""Words picked from a list, read in whatever case and with the slips of a keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sightline.returns.annex_a.words.matching import NOT_SAID, bare
from sightline.returns.fields import UNSTATED

_LETTERS_A_SLIP = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer: the value kept, the words a person picks, other words people use for it."""

    value: str
    words: str
    also: tuple[str, ...] = ()


def choices(*words: str) -> tuple[Choice, ...]:
    """Answers whose value is their words."""
    return tuple(Choice(each, each) for each in words)


def reader_of(answers: Sequence[Choice]) -> Callable[[str], str | None]:
    """A reader of the words of a list: the answer's value, UNSTATED, or None where in doubt.

    Case, stops and hyphens say nothing. A slip is forgiven where one answer alone is near: a slip
    for every five letters, never in the first letter, so that "unagreed" is not "agreed".
    """
    known = {
        bare(words): answer.value
        for answer in answers
        for words in (answer.value, answer.words, *answer.also)
    }

    def read(text: str) -> str | None:
        words = bare(text)
        if words in known:
            return known[words]
        if not words or NOT_SAID.fullmatch(words):
            return UNSTATED
        near = {value for each, value in known.items() if _is_slip(words, each)}
        return near.pop() if len(near) == 1 else None

    return read


def _is_slip(written: str, meant: str) -> bool:
    allowed = len(meant) // _LETTERS_A_SLIP
    if not allowed or written[0] != meant[0] or abs(len(written) - len(meant)) > allowed:
        return False
    return _slips(written, meant) <= allowed


def _slips(one: str, other: str) -> int:
    """Letters left out, put in, changed or swapped with their neighbour."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        row = [at]
        for place, meant in enumerate(other, start=1):
            least = min(last[place] + 1, row[-1] + 1, last[place - 1] + (letter != meant))
            if at > 1 and place > 1 and letter == other[place - 2] and one[at - 2] == meant:
                least = min(least, before[place - 2] + 1)
            row.append(least)
        before, last = last, row
    return last[-1]
