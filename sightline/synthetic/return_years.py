"""The years that returns end in, and what the 903 and the CIN census ask in each."""

from __future__ import annotations

from dataclasses import dataclass

from sightline.synthetic.days import day_of

FIRST_YEAR_OF_APPRENTICESHIPS = 2022
FIRST_YEAR_OF_WORKERS = 2024
FIRST_YEAR_OF_LETTERS_FOR_SEX = 2025
FIRST_YEAR_OF_SUPPORTED_ACCOMMODATION = 2025


@dataclass(frozen=True, slots=True)
class ReturnYear:
    """The year ending 31 March of `year`, as day ordinals."""

    year: int

    @property
    def first(self) -> int:
        """1 April before."""
        return day_of(self.year - 1, 4, 1)

    @property
    def last(self) -> int:
        """31 March."""
        return day_of(self.year, 3, 31)

    def sex(self, sex: str) -> str:
        """1 and 2 until 2024, letters since."""
        return sex if self.year >= FIRST_YEAR_OF_LETTERS_FOR_SEX else {"M": "1", "F": "2"}[sex]

    def place(self, code: str) -> str:
        """Supported accommodation was H5 before the 2025 return."""
        return "H5" if code == "K3" and self.year < FIRST_YEAR_OF_SUPPORTED_ACCOMMODATION else code

    def activity(self, code: str) -> str:
        """Apprenticeships were not told from other training and employment before 2022."""
        if self.year < FIRST_YEAR_OF_APPRENTICESHIPS and code[1:] in ("4", "5") and code[0] in "FP":
            return f"{code[0]}3"
        return code

    def shut(self, day: int) -> int | None:
        """A day that has come by the year's end; None for one still ahead."""
        return day if day <= self.last else None
