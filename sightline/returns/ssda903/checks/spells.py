"""What holds for any spell with a start and an end: episodes, missing episodes, loss of liberty."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from sightline.returns.checks import YEAR_END, Check
from sightline.returns.ssda903.checks.beside import after, last_year_end
from sightline.returns.tables import Severity

col = pl.col


@dataclass(frozen=True, slots=True)
class _Spell:
    """A table of spells, and the DfE's codes for what holds of them."""

    table: str
    noun: str
    start: str
    end: str
    ends_before_start: str
    starts_after_year_end: str
    overlaps: str
    open_before_next: str
    ends_after_year_end: str


_SPELLS = (
    _Spell("episodes", "episode", "DECOM", "DEC", "356", "354", "501", "142", "385"),
    _Spell("missing", "missing", "MIS_START", "MIS_END", "567", "570", "574", "574", "571"),
    _Spell("dolo", "dolo", "DOLO_START", "DOLO_END", "702", "703", "705", "705", "704"),
)


def _of(spell: _Spell) -> tuple[Check, ...]:
    table, noun, start, end = spell.table, spell.noun, spell.start, spell.end
    return (
        Check(
            f"{noun}_ends_before_start",
            table,
            (end, start),
            f"is before {start}",
            col(end) < col(start),
            do="Correct whichever of the two dates is wrong",
            dfe=spell.ends_before_start,
            severity=Severity.ERROR,
        ),
        Check(
            f"{noun}_starts_after_year_end",
            table,
            (start,),
            "is after the end of the return's year",
            col(start) > YEAR_END,
            do="Correct the date, or leave the row for the next return",
            dfe=spell.starts_after_year_end,
        ),
        Check(
            f"{noun}_ends_after_year_end",
            table,
            (end,),
            "is after the end of the return's year",
            col(end) > YEAR_END,
            do="Correct the date, or leave it blank: it was still open on 31 March",
            dfe=spell.ends_after_year_end,
        ),
        Check(
            f"{noun}_overlaps_next",
            table,
            (end, start),
            f"is after the child's next {start}: the two overlap",
            col(end) > after(start, start),
            do="Correct the end of this row or the start of the next",
            dfe=spell.overlaps,
            severity=Severity.ERROR,
        ),
        Check(
            f"{noun}_open_before_next",
            table,
            (start, end),
            f"begins a row without {end}, though the child has a later one",
            col(end).is_null() & after(start, start).is_not_null(),
            do=f"Give {end}, or take the later row out",
            dfe=spell.open_before_next,
            severity=Severity.ERROR,
        ),
    )


def _ended_before_the_year(noun: str, table: str, end: str, dfe: str | None) -> Check:
    return Check(
        f"{noun}_ended_before_year",
        table,
        (end,),
        "is before the return's year began",
        col(end) <= last_year_end(),
        do="Take the row out: it belongs to an earlier return; or correct the date",
        dfe=dfe,
    )


def _repeated(noun: str, table: str, start: str) -> Check:
    return Check(
        f"{noun}_repeated",
        table,
        (start,),
        "is the start of another row of the same child too",
        pl.struct("CHILD", start).is_duplicated(),
        do="Keep the row that is right and take the other out",
    )


def _before_birth(noun: str, table: str, start: str, dfe: str) -> Check:
    return Check(
        f"{noun}_before_birth",
        table,
        (start, "DOB"),
        "is before DOB",
        col(start) < col("DOB"),
        do="Correct the date or the date of birth",
        dfe=dfe,
        severity=Severity.ERROR,
    )


CHECKS = (
    *(check for spell in _SPELLS for check in _of(spell)),
    _ended_before_the_year("episode", "episodes", "DEC", None),
    _ended_before_the_year("missing", "missing", "MIS_END", "571"),
    _ended_before_the_year("dolo", "dolo", "DOLO_END", "704"),
    _repeated("episode", "episodes", "DECOM"),
    _repeated("missing", "missing", "MIS_START"),
    _repeated("dolo", "dolo", "DOLO_START"),
    _before_birth("missing", "missing", "MIS_START", "586"),
    _before_birth("dolo", "dolo", "DOLO_START", "708"),
)
