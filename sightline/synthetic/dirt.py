"""The dirt that real files carry, put in sparingly, each piece written down."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from random import Random
from typing import Any

from sightline.synthetic.chance import stream
from sightline.synthetic.files import Cell, Sheet, Written

BLANK_PLANS = 0.02
OF_CHILDREN = ("CHILD", "child_id")  # first columns that name a child


@dataclass(frozen=True, slots=True)
class Dirt:
    """One piece of dirt: where a person would see it (row 1 is the heading), and what it is."""

    path: str
    table: str
    row: int | None
    column: str | None
    value: str | None
    what: str
    whose: str | None = None  # the child's or worker's id, where the row names one first


@dataclass(slots=True)
class Soiled:
    """What was done, and how each CSV is to be written."""

    seed: int
    spared: frozenset[str]  # children whose planted drift must stay readable
    pieces: list[Dirt] = field(default_factory=list)
    writing: dict[str, Written] = field(default_factory=dict)

    def note(
        self, path: str, sheet: Sheet, index: int | None, column: str | None, what: str
    ) -> None:
        """Write a piece down; index counts data rows from 0."""
        value, whose = None, None
        if index is not None and sheet.columns[0] in OF_CHILDREN:
            whose = str(sheet.rows[index][0])
        if index is not None and column is not None:
            cell = sheet.rows[index][sheet.at(column)]
            value = "" if cell is None else str(cell)
        table = sheet.name.lower().replace(" ", "_")
        self.pieces.append(
            Dirt(path, table, None if index is None else index + 2, column, value, what, whose)
        )

    def as_list(self) -> list[dict[str, Any]]:
        """Plain values for truth.json."""
        return [asdict(piece) for piece in self.pieces]


def _some_row(
    rng: Random, sheet: Sheet, spared: Iterable[str], fits: Callable[[list[Cell]], bool]
) -> int | None:
    kept = set(spared)
    able = [i for i, row in enumerate(sheet.rows) if str(row[0]) not in kept and fits(row)]
    return rng.choice(able) if able else None


def spoil(soiled: Soiled, path: str, sheet: Sheet, column: str, spoilt: Cell, what: str) -> None:
    """Replace one filled cell of a column, if the table has any."""
    at = sheet.at(column)
    rng = stream(soiled.seed, "dirt", path, column)
    index = _some_row(rng, sheet, soiled.spared, lambda row: row[at] not in ("", None))
    if index is not None:
        sheet.rows[index][at] = spoilt
        soiled.note(path, sheet, index, column, what)


def leave_out(sheets: dict[str, Sheet], child_id: str) -> None:
    """Take every row of a child out of a set of tables."""
    for sheet in sheets.values():
        if sheet.columns[0] in ("CHILD", "child_id"):
            sheet.rows = [row for row in sheet.rows if str(row[0]) != child_id]


def soil_return(soiled: Soiled, year: int, age: int, sheets: dict[str, Sheet]) -> None:
    """Dirt in one 903 return; `age` is how many returns ago it was made, the newest being 0."""
    folder = f"ssda903/{year}"
    if age == 0:
        spoil(soiled, f"{folder}/oc2.csv", sheets["oc2"], "SDQ_SCORE", "44", "score above 40")
        spoil(
            soiled,
            f"{folder}/missing.csv",
            sheets["missing"],
            "MIS_END",
            "31/02/2026",
            "impossible date",
        )
        repeat_a_row(soiled, f"{folder}/episodes.csv", sheets["episodes"])
    if age == 1:
        spoil(soiled, f"{folder}/episodes.csv", sheets["episodes"], "PLACE", "U9", "unknown code")
        spoil(
            soiled,
            f"{folder}/reviews.csv",
            sheets["reviews"],
            "REVIEW",
            "30/02/2025",
            "impossible date",
        )
        soiled.writing[f"{folder}/header.csv"] = Written(encoding="utf-8-sig")
        soiled.note(f"{folder}/header.csv", sheets["header"], None, None, "byte-order mark")
    if age == 2:
        soiled.writing[f"{folder}/oc2.csv"] = Written(trailing_columns=1)
        soiled.note(f"{folder}/oc2.csv", sheets["oc2"], None, None, "trailing column")
    if age == 3:
        _hard_spaces(soiled, f"{folder}/episodes.csv", sheets["episodes"])
    if age == 4:
        spoil(soiled, f"{folder}/header.csv", sheets["header"], "ETHNIC", "WXXX", "unknown code")


def repeat_a_row(soiled: Soiled, path: str, sheet: Sheet) -> None:
    """Write a row twice."""
    rng = stream(soiled.seed, "dirt", path, "repeat")
    index = _some_row(rng, sheet, soiled.spared, lambda row: True)
    if index is not None:
        sheet.rows.insert(index + 1, list(sheet.rows[index]))
        _move_down(soiled, path, index + 3)
        soiled.note(path, sheet, index + 1, None, "duplicate row")


def _move_down(soiled: Soiled, path: str, from_row: int) -> None:
    """Rows below an inserted one stand a row lower than was written down."""
    soiled.pieces = [
        Dirt(**(asdict(piece) | {"row": piece.row + 1}))
        if piece.path == path and piece.row is not None and piece.row >= from_row
        else piece
        for piece in soiled.pieces
    ]


def _hard_spaces(soiled: Soiled, path: str, sheet: Sheet) -> None:
    """Postcodes with a no-break space, in a file saved in Windows' own encoding."""
    at = sheet.at("HOME_POST")
    for row in sheet.rows[3::40]:
        row[at] = str(row[at]).replace(" ", "\xa0")
    soiled.writing[path] = Written(encoding="cp1252")
    soiled.note(path, sheet, None, None, "Windows-1252 encoding with no-break spaces")


def soil_workbook(soiled: Soiled, path: str, age: int, sheets: dict[str, Sheet]) -> None:
    """Dirt in one workbook; `age` is how many months ago it was extracted, the newest being 0."""
    care = sheets["list_8"]
    if age < 30:
        _curl(soiled, path, care, age)
    if age == 0:
        _blank_plans(soiled, path, care)
        spoil(soiled, path, care, "last_dental_check", "31/02/2026", "impossible date")
        spoil(soiled, path, care, "placement_type", "y9) Not known to system", "unknown code")
    if age == 3:
        spoil(soiled, path, care, "last_review", 1, "impossible date")
    if age == 7:
        repeat_a_row(soiled, path, sheets["list_3"] if "list_3" in sheets else sheets["list_9"])


def _curl(soiled: Soiled, path: str, sheet: Sheet, age: int) -> None:
    """Headings with curly quotes and a stray bracket, since the system was changed."""
    sheet.headings = [
        heading.replace("'Missing'", "‘Missing’")
        .replace("'Absent'", "‘Absent’")
        .replace("Child's", "Child’s")
        for heading in sheet.headings
    ]
    sheet.headings[sheet.at("uasc")] += ")"
    if age == 0:
        soiled.note(path, sheet, None, "uasc", "heading with a trailing bracket")
        soiled.note(path, sheet, None, "missing_12_months", "heading with curly quotes")


def _blank_plans(soiled: Soiled, path: str, sheet: Sheet) -> None:
    rng = stream(soiled.seed, "dirt", path, "blank plans")
    at = sheet.at("permanence_plan")
    for index, row in enumerate(sheet.rows):
        if row[at] and str(row[0]) not in soiled.spared and rng.random() < BLANK_PLANS:
            row[at] = None
            soiled.note(path, sheet, index, "permanence_plan", "blank permanence plan")
