"""The CIN census's codes for sources, factors and disabilities, drawn as an authority records."""

from __future__ import annotations

from sightline.synthetic.chains import Chain
from sightline.synthetic.chance import allotted, lot, pick, stream

CODES_OF_SOURCE: dict[str, dict[str, float]] = {
    "INDIVIDUAL": {"1A": 0.5, "1B": 0.25, "1C": 0.1, "1D": 0.15}, "SCHOOL": {"2A": 1.0},
    "EDUCATION": {"2B": 1.0},
    "HEALTH": {"3A": 0.15, "3B": 0.15, "3C": 0.06, "3D": 0.16, "3E": 0.26, "3F": 0.22},
    "HOUSING": {"4": 1.0}, "LA": {"5A": 0.2, "5B": 0.25, "5C": 0.25, "5D": 0.3},
    "POLICE": {"6": 1.0}, "LEGAL": {"7": 1.0}, "OTHER": {"8": 1.0}, "ANONYMOUS": {"9": 1.0},
    "UNKNOWN": {"10": 1.0},
}  # fmt: skip
FACTORS: dict[str, float] = {
    "4B": 0.17, "3B": 0.16, "17A": 0.10, "2B": 0.08, "1B": 0.08, "16A": 0.08, "4A": 0.07,
    "18C": 0.05, "3A": 0.04, "6B": 0.03, "5A": 0.04, "14A": 0.03, "15A": 0.02, "11A": 0.02,
    "24A": 0.02, "13A": 0.01, "10A": 0.02, "19C": 0.02, "7A": 0.02, "6A": 0.03, "20": 0.06,
}  # fmt: skip
NO_FACTORS = "21"
NEWEST = 9999
FIRST_YEAR_OF_EARLY_HELP, FIRST_YEAR_OF_FINER_FACTORS = 2023, 2022
BEFORE_FINER_FACTORS = {"18C": "18A", "18B": "18A", "19C": "19A", "19B": "19A", "24A": "16A"}
DISABILITIES: dict[str, float] = {
    "AUT": 0.30, "LD": 0.25, "BEH": 0.13, "COMM": 0.09, "MOB": 0.08, "DDA": 0.05, "PC": 0.03,
    "HEAR": 0.02, "VIS": 0.02, "CON": 0.01, "INC": 0.01, "HAND": 0.01,
}  # fmt: skip


def source_code(chain: Chain, year: int = NEWEST) -> str:
    """The code for who referred the child, in the census of a year."""
    codes = CODES_OF_SOURCE[chain.source]
    if len(codes) == 1:
        return next(iter(codes))
    code = allotted(lot(chain.child.child_id, chain.contact, "source"), codes)
    return "5A" if code == "5D" and year < FIRST_YEAR_OF_EARLY_HELP else code


def closure_code(chain: Chain, year: int) -> str:
    """Why the need ended, in the census of a year: RC9 (on to early help) was RC8 at first."""
    return "RC8" if chain.closure == "RC9" and year < FIRST_YEAR_OF_EARLY_HELP else chain.closure


def factors_for(chain: Chain, start: int, year: int = NEWEST) -> list[str]:
    """The factors an assessment found; none (code 21) for some of those not found in need.

    In the codes of the census of a year: until 2021 abuse was not told apart by who did it, and
    criminal exploitation of children counted among gangs.
    """
    rng = stream(0, chain.child.child_id, start, "factors")
    if not chain.needs_support and rng.random() < 0.4:
        return [NO_FACTORS]
    found = {pick(rng, FACTORS) for _ in range(1 + int(rng.random() * 3.2))}
    if chain.care is not None and chain.care.need == "N8" and not chain.care.home_postcode:
        found = {"9A"}
    if chain.child.disabled:
        found.add("5A")
    if year < FIRST_YEAR_OF_FINER_FACTORS:
        found = {BEFORE_FINER_FACTORS.get(factor, factor) for factor in found}
    return sorted(found)
