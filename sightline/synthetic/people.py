"""Invented names for workers, and the make-up of the children: sex, ethnicity, pupil number."""

from __future__ import annotations

from random import Random

GIVEN = [
    "Amara",
    "Bethan",
    "Callum",
    "Deepa",
    "Eilidh",
    "Farhan",
    "Greta",
    "Hamza",
    "Imogen",
    "Jarek",
    "Keira",
    "Lamar",
    "Maeve",
    "Nadia",
    "Osian",
    "Priya",
    "Quentin",
    "Rhoda",
    "Samir",
    "Tamsin",
    "Una",
    "Viktor",
    "Winnie",
    "Xanthe",
    "Yusuf",
    "Zofia",
    "Adeola",
    "Bronagh",
    "Corin",
    "Delphine",
    "Emeka",
    "Fenella",
    "Gareth",
    "Hester",
    "Idris",
    "Juno",
    "Kwame",
    "Linnea",
    "Morwenna",
    "Niall",
]
FAMILY = [
    "Abara",
    "Brackenwood",
    "Coldstream",
    "Dunmarrow",
    "Eversleigh",
    "Fallowes",
    "Garnock",
    "Hollingrake",
    "Inverdale",
    "Jessamy",
    "Kettlethorn",
    "Larkholme",
    "Mossgrove",
    "Nethercott",
    "Oakshaw",
    "Penhollow",
    "Quillfeather",
    "Ravensdale",
    "Stavely",
    "Thistlewood",
    "Underhay",
    "Venngate",
    "Whinfell",
    "Yarrowby",
    "Zeller",
    "Ainscombe",
    "Birkhurst",
    "Carrowmore",
    "Dellingham",
    "Esterbrook",
]

ETHNICITIES = {
    "WBRI": 0.690, "WIRI": 0.005, "WOTH": 0.035, "WIRT": 0.003, "WROM": 0.006,
    "MWBC": 0.032, "MWBA": 0.017, "MWAS": 0.016, "MOTH": 0.032, "AIND": 0.006, "APKN": 0.015,
    "ABAN": 0.007, "AOTH": 0.018, "BCRB": 0.017, "BAFR": 0.037, "BOTH": 0.014, "CHNE": 0.002,
    "OOTH": 0.020, "REFU": 0.004, "NOBT": 0.014,
}  # fmt: skip
UASC_ETHNICITIES = {
    "OOTH": 0.32, "AOTH": 0.26, "BAFR": 0.28, "WOTH": 0.08, "BOTH": 0.04, "NOBT": 0.02
}  # fmt: skip
CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def worker_name(rng: Random, taken: set[str]) -> str:
    """A name that no earlier worker has; `taken` grows by it."""
    name = f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}"
    while name in taken:
        name = f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}-{rng.choice(FAMILY)}"
    taken.add(name)
    return name


def pupil_number(rng: Random) -> str:
    """A unique pupil number: a check letter and twelve digits, of a local authority 899."""
    digits = f"899{rng.randrange(10**9):09d}"
    weights = range(2, 14)
    check = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 23
    return CHECK_LETTERS[check] + digits
