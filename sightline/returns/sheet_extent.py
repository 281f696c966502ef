"""How far the cells of a sheet reach, and how much text they come to: what opening it would take.

A reader of workbooks holds the whole rectangle from a sheet's first cell to its last, so two cells
far apart take as much as all those between them.
"""

from __future__ import annotations

from dataclasses import dataclass

from sightline.returns.trouble import UnreadableError

MOST_CELLS = 20_000_000
"""The most cells in the rectangle that a sheet spans."""

MOST_CHARACTERS = 1_000_000_000
"""The most text that the cells of a workbook may come to, a shared text counted at every use."""

SHORT_TEXT = MOST_CHARACTERS // MOST_CELLS
"""So short that no sheet of them is too much."""


@dataclass(slots=True)
class Extent:
    """What was seen of one sheet; columns and rows are counted from 1."""

    width: int = 1
    height: int = 1
    characters: int = 0

    def reach(self, column: int, row: int) -> None:
        """A cell, or the last of several. UnreadableError where the rectangle is too large."""
        self.width, self.height = max(self.width, column), max(self.height, row)
        if self.width * self.height > MOST_CELLS:
            raise UnreadableError(
                "file_too_large",
                "has a sheet that runs too far to the right or down; delete the empty rows and "
                "columns that hold a stray cell and save it again",
            )

    def say(self, characters: int) -> None:
        """Text of a cell, or of several. UnreadableError where it is too much."""
        self.characters += characters
        if self.characters > MOST_CHARACTERS:
            raise too_much_text()


def too_much_text() -> UnreadableError:
    """That the cells of a workbook come to more than MOST_CHARACTERS."""
    return UnreadableError(
        "file_too_large", "repeats so much text in its cells that it cannot be opened"
    )
