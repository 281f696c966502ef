"""Dirt in the censuses, the SSD and the templates, each piece written down."""

from __future__ import annotations

import re

from sightline.synthetic.chance import stream
from sightline.synthetic.cin_census import CensusChild
from sightline.synthetic.dirt import Dirt, Soiled, repeat_a_row, spoil
from sightline.synthetic.files import Cell, Sheet

# What is done to the newest census: (element, what stands there then, what it is).
NEWEST_CENSUS = (
    ("LAchildID", "", "blank key", "children"),
    ("CINreferralDate", "2026-02-30", "impossible date", "cin_details"),
    ("PrimaryNeedCode", "N12", "unknown code", "cin_details"),
    ("AssessmentAuthorisationDate", "31/03/26", "impossible date", "assessments"),
)
BEFORE_THAT = (
    ("Ethnicity", "WXXX", "unknown code", "children"),
    ("CPPstartDate", "2025-04-31", "impossible date", "child_protection_plans"),
)
WORKFORCE = (
    ("OrgRole", "9", "unknown code", "workers"),
    ("PersonBirthDate", "1990-02-30", "impossible date", "workers"),
)
SSD: tuple[tuple[str, str, Cell, str], ...] = (
    ("ssd_cla_visits", "clav_cla_visit_date", "2026-02-30", "impossible date"),
    ("ssd_legal_status", "lega_legal_status", "C9", "unknown code"),
    ("ssd_cin_episodes", "cine_cin_primary_need_code", "N12", "unknown code"),
)
TEMPLATES: tuple[tuple[str, str, Cell, str], ...] = (
    ("return_interviews", "returned_date", "31/02/2026", "impossible date"),
    ("strategy_discussions", "police_present", "perhaps", "unknown answer"),
    ("supervision", "worker_id", "", "blank key"),
    ("match_decisions", "kind", "kinship", "unknown code"),
)


def soil_census(soiled: Soiled, path: str, age: int, children: list[CensusChild]) -> None:
    """Dirt in one CIN census; `age` is how many censuses ago it was made."""
    plan = NEWEST_CENSUS if age == 0 else BEFORE_THAT if age == 1 else ()
    used: set[int] = set()
    for element, spoilt, what, table in plan:
        rng = stream(soiled.seed, "dirt", path, element, what)
        able = [
            number for number, child in enumerate(children)
            if number not in used and child.child_id not in soiled.spared
            and f"<{element}>" in child.text and child.text.count("<CINdetails>") == 1
        ]  # fmt: skip
        if able:
            number = rng.choice(able)
            used.add(number)
            child = children[number]
            child.text = _put(child.text, element, spoilt)
            soiled.pieces.append(Dirt(path, table, None, element, spoilt, what, child.child_id))


def _put(text: str, element: str, spoilt: str) -> str:
    return re.sub(
        f"<{element}>[^<]*</{element}>", f"<{element}>{spoilt}</{element}>", text, count=1
    )


def soil_workers(soiled: Soiled, path: str, workers: list[str]) -> None:
    """Dirt in the newest workforce census, a line a worker."""
    for element, spoilt, what, table in WORKFORCE:
        rng = stream(soiled.seed, "dirt", path, element)
        number = rng.choice([n for n, text in enumerate(workers) if f"<{element}>" in text])
        workers[number] = _put(workers[number], element, spoilt)
        registration = re.findall("<SWENo>([^<]*)", workers[number])[0]
        soiled.pieces.append(Dirt(path, table, None, element, spoilt, what, registration))


def soil_dataset(soiled: Soiled, path: str, sheet: Sheet) -> None:
    """Dirt in one table of the SSD."""
    for table, column, spoilt, what in SSD:
        if sheet.name == table:
            spoil(soiled, path, sheet, column, spoilt, what)
    if sheet.name == "ssd_cla_reviews":
        repeat_a_row(soiled, path, sheet)


def soil_template(soiled: Soiled, path: str, sheet: Sheet) -> None:
    """Dirt in one template."""
    for table, column, spoilt, what in TEMPLATES:
        if sheet.name == table:
            spoil(soiled, path, sheet, column, spoilt, what)
    if sheet.name == "placement_plans":
        repeat_a_row(soiled, path, sheet)
