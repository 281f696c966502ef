"""The invented place: the authority, its neighbours, its postcodes and its homes.

No authority, place or home here exists; the postcode areas ZZ, QX and QZ are not in use.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from sightline.synthetic.chance import pick

AUTHORITY = "Thornmere"
LEA = "899"  # no authority has this number
NEIGHBOURS = ("Fenwick Vale", "Ostermouth", "Greyholt", "Calderwick and Ashby")
AREAS = {
    AUTHORITY: ("ZZ", range(1, 13)),
    "Fenwick Vale": ("QX", range(1, 6)),
    "Ostermouth": ("QX", range(6, 12)),
    "Greyholt": ("QZ", range(1, 6)),
    "Calderwick and Ashby": ("QZ", range(6, 12)),
}
LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
OWN_FOSTERING_URN, OWN_ADOPTION_URN = "9900100", "9900200"
NO_URN = "XXXXXXX"


@dataclass(frozen=True, slots=True)
class Home:
    """A registered home or supported accommodation, or a fostering agency."""

    urn: str
    provider: str
    authority: str
    postcode: str


def postcode(rng: Random, authority: str) -> str:
    """A postcode in an authority, in an area that Royal Mail does not use."""
    area, districts = AREAS[authority]
    inward = f"{rng.randrange(1, 10)}{rng.choice(LETTERS)}{rng.choice(LETTERS)}"
    return f"{area}{rng.choice(districts)} {inward}"


def authority_of_placement(rng: Random, inside: float) -> str:
    """The authority a placement lies in, `inside` being the chance that it is our own."""
    return AUTHORITY if rng.random() < inside else rng.choice(NEIGHBOURS)


def homes(rng: Random, count: int, first_urn: int, inside: float) -> list[Home]:
    """`count` homes with running URNs, mostly private, partly outside the authority."""
    made = []
    for index in range(count):
        where = authority_of_placement(rng, inside)
        provider = pick(rng, {"PR1": 0.18, "PR4": 0.72, "PR5": 0.10})
        if where != AUTHORITY and provider == "PR1":
            provider = "PR4"
        made.append(Home(str(first_urn + index), provider, where, postcode(rng, where)))
    return made


@dataclass(frozen=True, slots=True)
class Provision:
    """Every registered place the authority uses."""

    children_homes: list[Home]
    supported: list[Home]
    agencies: list[Home]
    other: list[Home]

    @classmethod
    def made(cls, rng: Random, children: int) -> Provision:
        """Provision for an authority of `children` in care."""
        size = max(4, children // 9)
        return cls(
            children_homes=homes(rng, size, 9910001, 0.40),
            supported=homes(rng, max(3, size // 2), 9920001, 0.70),
            agencies=homes(rng, 14, 9930001, 0.35),
            other=homes(rng, 10, 9940001, 0.25),
        )
