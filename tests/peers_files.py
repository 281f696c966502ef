"""Made-up files of other areas, in the shapes in which real ones are published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import polars as pl
import xlsxwriter

PLACES = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,"
    "region_name,old_la_code,new_la_code,la_name"
)
ENGLAND = "{year},Reporting year,National,E99999900,England,,,,,"
REGION = "{year},Reporting year,Regional,E99999900,England,E99999901,Middlemere,,,"
AREA = (
    "{year},Reporting year,Local authority,E99999900,England,E99999901,Middlemere,"
    "{number},E99000{number},{name}"
)
AREAS = {"901": "Thornmere", "951": "Fenwick Vale", "952": "Ostermouth", "953": "Greyholt"}
IN_CARE, TOTAL = "CLA on 31 March", "Total children"
MOVED = "With 3 or more placements during the year"


def place(where: str, year: int | str = 2025) -> str:
    """The cells of time and place of "England", "Middlemere" or an area's number."""
    if where == "England":
        return ENGLAND.format(year=year)
    if where == "Middlemere":
        return REGION.format(year=year)
    return AREA.format(year=year, number=where, name=AREAS[where])


def dfe(path: Path, columns: str, rows: Iterable[str]) -> Path:
    """One of the department's CSV files, with the mark at its start that they have."""
    path.write_text("\n".join([f"{PLACES},{columns}", *rows]) + "\n", encoding="utf-8-sig")
    return path


def stability(path: Path, counts: Mapping[str, tuple[str, str]], year: int = 2025) -> Path:
    """Placement stability: of each place, children with three placements and children in all."""
    rows = [
        f"{place(where, year)},{IN_CARE},{line},{count}"
        for where, (moved, total) in counts.items()
        for line, count in ((MOVED, moved), (TOTAL, total))
    ]
    return dfe(path, "cla_group,placement_stability,children_count", rows)


def lait(path: Path, rows: Iterable[Sequence[object]]) -> Path:
    """The LAIT's long table: rows of short name, years, area, value, number and region."""
    heads = ("Short Desc", "Data item", "Years", "LA and Regions", "Values", "LA Number", "Region")
    columns = list(zip(*rows, strict=True))
    short, years, names, values, numbers, regions = columns
    frame = pl.DataFrame(
        {
            heads[0]: list(short),
            heads[1]: [None] * len(short),
            heads[2]: [str(year) for year in years],
            heads[3]: list(names),
            heads[4]: [str(value) for value in values],
            heads[5]: [float(str(number)) for number in numbers],
            heads[6]: list(regions),
        }
    )
    frame.write_parquet(path)
    return path


def lait_of(short: str, year: int, values: Mapping[str, object]) -> list[Sequence[object]]:
    """Rows of one indicator in one year: values of England, Middlemere and areas by number."""
    made: list[Sequence[object]] = []
    for where, value in values.items():
        if where == "England":
            made.append((short, year, where, value, 970, "NA"))
        elif where == "Middlemere":
            made.append((short, year, where, value, 981, "NA"))
        else:
            made.append((short, year, AREAS[where], value, where, "Middlemere"))
    return made


def neighbours(path: Path, of: Mapping[str, Sequence[str]]) -> Path:
    """The workbook of statistical neighbours, two rows of other things above its headings."""
    heads = ["LA num", "LA Name", "LA number", "GOInd", "GOReg"]
    for number in range(1, 11):
        heads += [f"SN{number}", "SNP"]
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("LA SN Groups")
    sheet.write_row(0, 0, ["A", "B", "C", *range(3, 25)])
    sheet.write_row(1, 0, list(range(1, 26)))
    sheet.write_row(2, 0, heads)
    for row, (whose, theirs) in enumerate(of.items(), start=3):
        cells: list[object] = [int(whose), AREAS[whose], int(whose), 1, "Middlemere"]
        for each in theirs:
            cells += [int(each) if each.isdigit() else each, "Close"]
        sheet.write_row(row, 0, cells)
    book.close()
    return path
