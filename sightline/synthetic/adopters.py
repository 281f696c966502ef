"""Prospective adopters: the families of the children adopted, and those who wait or leave."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from sightline.synthetic.chance import pick, stream
from sightline.synthetic.days import YEAR
from sightline.synthetic.model import Adoption, Person
from sightline.synthetic.people import ETHNICITIES
from sightline.synthetic.population import Window


@dataclass(slots=True)
class Adopter:
    """One adopter; a couple is two adopters with one family identifier."""

    adopter_id: str
    family_id: str
    sex: str
    ethnicity: str
    disabled: bool
    early_permanence: bool
    enquiry: int
    stages: tuple[int, int, int, int]  # stage 1 start and end, stage 2 start and end
    approved: int
    child_id: str = ""
    adoption: Adoption | None = None
    left: int | None = None
    reason_left: str = ""


def family_of(child_id: str) -> str:
    """The family identifier of the adopters of a child."""
    return f"9{child_id}"


def _couple(rng: Random) -> str:
    return pick(rng, {"MF": 0.70, "M1": 0.03, "F1": 0.12, "MM": 0.09, "FF": 0.06})


def sexes_of(seed: int, child_id: str) -> str:
    """The 903 code for the adopters' sexes: MF, MM, FF, M1 or F1."""
    return _couple(stream(seed, child_id, "adopters"))


def _family(rng: Random, family_id: str, sexes: str, ready: int) -> list[Adopter]:
    """The adopters of a family whose approval came on `ready`."""
    stage2_end = ready - rng.randrange(3, 20)
    stage2 = stage2_end - rng.randrange(100, 150)
    stage1_end = stage2 - rng.randrange(2, 40)
    stage1 = stage1_end - rng.randrange(50, 85)
    enquiry = stage1 - rng.randrange(15, 80)
    early = rng.random() < 0.18
    members = sexes[0] if sexes.endswith("1") else sexes
    return [
        Adopter(
            f"{family_id}{number}", family_id, sex, pick(rng, ETHNICITIES),
            rng.random() < 0.03, early,
            enquiry, (stage1, stage1_end, stage2, stage2_end), ready,
        )
        for number, sex in enumerate(members, start=1)
    ]  # fmt: skip


def adopters_for(people: list[Person], window: Window) -> list[Adopter]:
    """Adopters of every child with adopters in the files, and of families without a child yet."""
    made: list[Adopter] = []
    for person in people:
        for period in person.periods:
            adoption = period.adoption
            if adoption is None or adoption.matched is None or period.end < window.first - 400:
                continue
            rng = stream(window.seed, person.child_id, "adoptive family")
            sexes = sexes_of(window.seed, person.child_id)
            family = _family(
                rng, family_of(person.child_id), sexes, adoption.matched - rng.randrange(20, 300)
            )
            for adopter in family:
                adopter.child_id, adopter.adoption = person.child_id, adoption
            made += family
    return made + _waiting(window)


def _waiting(window: Window) -> list[Adopter]:
    """Families who were approved or are in assessment, without a match; some leave."""
    rng = stream(window.seed, "waiting adopters")
    made: list[Adopter] = []
    years = (window.last - window.first) / YEAR
    for number in range(round(window.children / 600 * 14 * years)):
        ready = rng.randrange(window.first, window.last + 300)
        family = _family(rng, f"8{number:05d}", _couple(rng), ready)
        if rng.random() < 0.6:
            left = ready + rng.randrange(-150, 500)
            reason = pick(rng, {"WITHDREW": 0.7, "ON_HOLD": 0.2, "REFUSED": 0.1})
            for adopter in family:
                adopter.left, adopter.reason_left = left, reason
        made += family
    return made
