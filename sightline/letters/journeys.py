"""Each authority's way through its judgements: how long it stood inadequate, and whether again.

A spell begins with the report that judged the services inadequate overall, or with the first that
is loaded, and ends with the first later report that judged them better. It is open where no such
report is loaded: an open spell has lasted at least until the last day known, and must not be left
out of any average. Reports do not say whether services stayed with the council, went to a trust or
had a commissioner, and trusts take the hardest: a journey never shows what a way of intervening
does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sightline.letters.grades import Given, months, overall, rank
from sightline.letters.letter import Grade, Letter

_GOOD = rank(Grade.GOOD)
_INADEQUATE = rank(Grade.INADEQUATE)


@dataclass(frozen=True, slots=True)
class Spell:
    """A time at "inadequate": `began` by a report, `left` by the first that judged better, or None.

    `good` is the day of the first report after `began` that judged good or better, None where the
    reports do not reach it. `relapse` says whether an earlier spell had been left.
    """

    began: date
    left: date | None
    left_for: Grade | None
    good: date | None
    relapse: bool

    def months(self, today: date) -> float:
        """How long it lasted, or has lasted until today where it is open."""
        return months(self.began, self.left or max(today, self.began))

    def months_to_good(self, today: date) -> float:
        """How long until good or better, or until today where that is not reached."""
        return months(self.began, self.good or max(today, self.began))


@dataclass(frozen=True, slots=True)
class Journey:
    """One authority's overall judgements, the oldest first, and its spells at "inadequate"."""

    authority: str
    spells: tuple[Spell, ...]
    judgements: tuple[Given, ...]


def journeys(letters: Sequence[Letter]) -> tuple[Journey, ...]:
    """The journey of every authority that has an overall judgement, by name."""
    by_authority: dict[str, list[Letter]] = {}
    for letter in letters:
        by_authority.setdefault((letter.authority or "").casefold(), []).append(letter)
    found = (
        _journey(same[0].authority or "", overall(same))
        for name, same in sorted(by_authority.items())
        if name
    )
    return tuple(journey for journey in found if journey.judgements)


def journeys_as_json(found: Sequence[Journey]) -> list[dict[str, Any]]:
    """The journeys as JSON; days as YYYY-MM-DD, null where the reports do not reach."""
    return [
        {
            "authority": journey.authority,
            "judgements": [
                {
                    "published": each.published.isoformat(),
                    "grade": each.grade.value,
                    "source": each.source,
                }
                for each in journey.judgements
            ],
            "spells": [_spell_as_json(spell) for spell in journey.spells],
        }
        for journey in found
    ]


def _spell_as_json(spell: Spell) -> dict[str, Any]:
    return {
        "began": spell.began.isoformat(),
        "left": spell.left.isoformat() if spell.left else None,
        "left_for": spell.left_for.value if spell.left_for else None,
        "good": spell.good.isoformat() if spell.good else None,
        "relapse": spell.relapse,
    }


def _journey(authority: str, judgements: tuple[Given, ...]) -> Journey:
    return Journey(authority, tuple(_spells(judgements)), judgements)


def _spells(judgements: tuple[Given, ...]) -> list[Spell]:
    spells: list[Spell] = []
    for place, given in enumerate(judgements):
        begins = rank(given.grade) == _INADEQUATE and (
            place == 0 or rank(judgements[place - 1].grade) > _INADEQUATE
        )
        if begins:
            later = judgements[place + 1 :]
            left = next((each for each in later if rank(each.grade) > _INADEQUATE), None)
            good = next((each for each in later if rank(each.grade) >= _GOOD), None)
            spells.append(
                Spell(
                    given.published,
                    left.published if left else None,
                    left.grade if left else None,
                    good.published if good else None,
                    bool(spells),
                )
            )
    return spells
