"""An SSDA903 whose every value is drawn by chance: nearly every row is doubted, by whatever checks.

No authority sends such a return. It shows what a flood of issues costs.
"""

from __future__ import annotations

import csv
import random
from datetime import date, timedelta
from pathlib import Path

SEED = 903
SHARES = {"header": 0.08, "episodes": 0.3, "reviews": 0.4, "oc2": 0.08, "missing": 0.06}
YEAR_START = date(2025, 4, 1)


def day(random_: random.Random, first: date, days: int) -> date:
    return first + timedelta(days=random_.randrange(days))


def uk(value: date) -> str:
    return value.strftime("%d/%m/%Y")


def episode(r: random.Random, child: str, _born: date) -> list[str]:
    start = day(r, date(2024, 4, 1), 720)
    end = uk(start + timedelta(days=r.randrange(1, 9))) if r.random() < 0.6 else ""
    place, provider = r.choice([("U6", "PR4"), ("U1", "PR1"), ("K2", "PR4"), ("P1", "PR0")])
    legal = r.choice(["C1", "C2", "V2", "E1"])
    rec = r.choice(["X1", "E4A", "E45"]) if end else ""
    return [
        child,
        uk(start),
        "S",
        legal,
        "N1",
        place,
        provider,
        end,
        rec,
        "",
        "AB1 2CD",
        "EF3 4GH",
        "1234567",
    ]


def oc2(r: random.Random, child: str, born: date) -> list[str]:
    return [child, uk(born), str(r.randrange(41)), "", *(r.choice("01") for _ in range(8))]


def missing(r: random.Random, child: str, born: date) -> list[str]:
    start = day(r, YEAR_START, 300)
    return [child, uk(born), "M", uk(start), uk(start + timedelta(days=r.randrange(9)))]


def review(r: random.Random, child: str, born: date) -> list[str]:
    return [child, uk(born), uk(day(r, YEAR_START, 365)), f"PN{r.randrange(8)}"]


def header(r: random.Random, child: str, born: date) -> list[str]:
    return [child, r.choice("MF"), uk(born), r.choice(["WBRI", "BAFR", "APKN"]), "UN1", "0", ""]


def permanence(_r: random.Random, child: str, born: date) -> list[str]:
    return [child, uk(born), "Z1", "", ""]


TABLES = {
    "header": ("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB", header),
    "episodes": (
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN",
        episode,
    ),
    "reviews": ("CHILD,DOB,REVIEW,REVIEW_CODE", review),
    "oc2": (
        "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,"
        "HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED",
        oc2,
    ),
    "missing": ("CHILD,DOB,MISSING,MIS_START,MIS_END", missing),
    "previous_permanence": ("CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM", permanence),
}


def write_rows(folder: Path, rows: int) -> None:
    """Six tables, `rows` rows in all, one CSV each in the folder `ssda903`."""
    out = folder / "ssda903"
    out.mkdir()
    r = random.Random(SEED)
    children = [
        (str(100_000 + at), day(r, date(2008, 1, 1), 5000))
        for at in range(int(rows * SHARES["header"]))
    ]
    left = rows
    for name, (heading, make) in TABLES.items():
        count = min(left, int(rows * SHARES[name])) if name in SHARES else left
        left -= count
        with (out / f"{name}.csv").open("w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(heading.split(","))
            writer.writerows(make(r, *children[at % len(children)]) for at in range(count))
