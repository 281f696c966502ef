"""A made-up authority's whole SSDA903 of one year, written out over and over to so many rows.

Each copy has children of its own: other numbers, and other UPNs with the letter that belongs to
them (the Department for Education's "Unique pupil numbers", the check letter), or every child would
seem to be enrolled twice. Workers and postcodes stay.
"""

from __future__ import annotations

import csv
from pathlib import Path

from sightline.synthetic.generate import generate_returns

CHILDREN = 1_200
YEAR = 2026
_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"

Table = tuple[list[str], list[list[str]]]


def write_return(folder: Path, rows: int, seed: int = 3) -> None:
    """All eleven tables, `rows` rows in all below their headings, one CSV each."""
    made = folder / "made"
    generate_returns(made, children_in_care=CHILDREN, years=1, seed=seed)
    tables = {path.name: _read(path) for path in sorted((made / "ssda903" / str(YEAR)).iterdir())}
    once = sum(len(body) for _, body in tables.values())
    out = folder / "ssda903"
    out.mkdir()
    left = rows
    for at, (name, (heading, body)) in enumerate(tables.items()):
        last = at == len(tables) - 1
        wanted = left if last else round(rows * len(body) / once)
        left -= wanted
        with (out / name).open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(heading)
            writer.writerows(
                _of_copy(number // len(body), heading, body[number % len(body)])
                for number in range(wanted)
            )


def _read(path: Path) -> Table:
    with path.open(newline="", encoding="utf-8-sig") as file:
        heading, *body = csv.reader(file)
    return heading, body


def _of_copy(copy: int, heading: list[str], row: list[str]) -> list[str]:
    """A row of the first copy as it stands; in a later one of another child."""
    if not copy:
        return row
    changed = dict(zip(heading, row, strict=False))
    changed["CHILD"] = f"{copy}{changed['CHILD']}"
    upn = changed.get("UPN", "")
    if len(upn) == 13:
        changed["UPN"] = _upn(upn, copy)
    return list(changed.values())


def _upn(upn: str, copy: int) -> str:
    """The same number at another school, with its check letter; a wrong letter stays wrong."""
    number = f"{upn[1:4]}{copy % 10_000:04}{upn[8:]}"
    if not number.isdigit() or upn[0] != _letter(upn[1:]):
        return upn[0] + number
    return _letter(number) + number


def _letter(number: str) -> str:
    if not number.isdigit():
        return ""
    return _LETTERS[sum(int(digit) * at for at, digit in enumerate(number, start=2)) % 23]
