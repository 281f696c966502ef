"""A small made-up SSD, from a seed: the rows of its tables, as a case system would write them.

Made by plain draws with no regard to what is likely, so that edges come often: codes in words,
lists of options that are broken, visits at which the child was not seen, reviews that name no
child, checks refused, two orders at once, rows without a child.
"""

from __future__ import annotations

import csv
import json
import random
from datetime import date, timedelta
from pathlib import Path

from sightline.returns.ssd import SSD_TABLES

TODAY = date(2026, 10, 31)
BEGAN = date(2020, 11, 15)
DAY = timedelta(days=1)
Row = dict[str, object]
Rows = dict[str, list[Row]]

STATUSES = ("C1", "C2", "E1", "V2", "C2 - Full care order", "Accommodated under Section 20", "V4")
PLACES = ("U6", "U4", "U1", "K2", "P1", "Foster placement with other carer [U6]", "Z1", "T1", "A6")
REASONS = ("E4A", "E45", "E12", "E48 - Special guardianship order", "E8", None)
PLANS = ("LTFOST18", "ADOPTION", "RETURN6M", "RESPLMT", "SUPPLIV", "LTRELFR")


class Draw:
    """Draws from a seed, and rows numbered as they come."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.rows: Rows = {name: [] for name in SSD_TABLES}

    def row(self, table: str, **values: object) -> str:
        """Adds a row under the next number; columns not named are blank."""
        known = SSD_TABLES[table]
        number = f"{table[4:8]}{len(self.rows[table]) + 1}"
        prefix = known.row_id.split("_")[0]
        named = {f"{prefix}_{name}": value for name, value in values.items()}
        self.rows[table].append({known.row_id: number, **named})
        return number

    def day(self, first: date, last: date) -> date:
        """Any day from one to another."""
        return first + DAY * self.chance.randint(0, max((last - first).days, 0))

    def one_of(self, *values: object) -> object:
        """Any of the values."""
        return self.chance.choice(values)

    def times(self, most: int) -> range:
        """None to `most` times."""
        return range(self.chance.randint(0, most))


def ssd(seed: int, children: int) -> Rows:
    """The rows of every table; the same seed gives the same ones."""
    draw = Draw(seed)
    for team in ("North", "South"):
        draw.row("ssd_department", team_name=f"{team} team")
    for number in range(6):
        draw.row("ssd_professionals", professional_name=f"Worker {number}")
    for number in range(children):
        _child(draw, f"P{number}")
    draw.row("ssd_cla_visits", person_id=None, cla_visit_date=date(2026, 1, 5))
    draw.row("ssd_cla_episodes", person_id="P0", cla_episode_start_date=None)
    return draw.rows


def _child(draw: Draw, child: str) -> None:
    draw.rows["ssd_person"].append(
        {
            "pers_person_id": child,
            "pers_forename": "Ada",
            "pers_surname": "Of Nowhere",
            "pers_sex": draw.one_of("F", "M", "Female", "U", None),
            "pers_ethnicity": draw.one_of("WBRI", "AIND", "MWBC", "OOTH", "nobt", None),
            "pers_dob": draw.day(date(2007, 1, 1), date(2022, 1, 1)),
        }
    )
    for _ in draw.times(1):
        draw.row("ssd_disability", person_id=child, disability_code=draw.one_of("NONE", "LD"))
        draw.row(
            "ssd_immigration_status",
            person_id=child,
            immigration_status="Unaccompanied Asylum Seeking Child",
        )
    began = draw.day(BEGAN - 700 * DAY, TODAY)
    for _ in range(draw.chance.choice([1, 1, 2])):
        ended = draw.one_of(None, None, draw.day(began + 20 * DAY, began + 900 * DAY))
        assert ended is None or isinstance(ended, date)
        if ended is not None and ended > TODAY:
            ended = None
        _time_in_care(draw, child, began, ended)
        if ended is None or ended + 40 * DAY > TODAY:
            break
        began = draw.day(ended + 5 * DAY, TODAY)
    _front_door(draw, child)


def _time_in_care(draw: Draw, child: str, began: date, ended: date | None) -> None:
    care = f"care-{child}-{began}"
    stop = ended or TODAY
    cuts = sorted({began, *(draw.day(began + DAY, stop) for _ in draw.times(3))} - {stop})
    for at, start in enumerate(cuts):
        until = cuts[at + 1] if at + 1 < len(cuts) else ended
        _episode(draw, child, care, (start, until), at == 0)
    for _ in draw.times(30):
        visited = draw.day(began, stop)
        seen = draw.one_of("Y", "Y", "Y", "N", None, "y")
        draw.row(
            "ssd_cla_visits",
            person_id=child,
            cla_id=care,
            cla_visit_date=visited,
            cla_visit_seen=seen,
        )
    for _ in draw.times(9):
        held = draw.day(began, stop + 60 * DAY)
        draw.row(
            "ssd_cla_reviews",
            cla_id=care,
            cla_review_due_date=held,
            cla_review_date=draw.one_of(held, held, held, None),
            cla_review_cancelled=draw.one_of("N", None, None, "N", "Y"),
            cla_review_participation=draw.one_of("PN1", "PN0", None, "PN7 - Not attended"),
        )
    _well(draw, child, began, stop)
    _planned(draw, child, began, stop)


def _episode(
    draw: Draw, child: str, care: str, span: tuple[date, date | None], first: bool
) -> None:
    start, until = span
    kind = draw.one_of(*PLACES)
    placement = draw.row(
        "ssd_cla_placement",
        person_id=child,
        cla_id=care,
        cla_placement_start_date=start,
        cla_placement_end_date=until,
        cla_placement_type=kind,
        cla_placement_urn=draw.one_of("SC040404", "1234567", "XXXXXXX", None),
        cla_placement_provider=draw.one_of("PR1", "PR4", None),
        cla_placement_postcode=draw.one_of("ZZ1 1ZZ", "ZZ2 2ZZ"),
    )
    draw.row(
        "ssd_cla_episodes",
        person_id=child,
        cla_id=care,
        cla_episode_start_date=start,
        cla_episode_ceased_date=until,
        cla_episode_start_reason="S" if first else draw.one_of("P", "L", "T", "B", None),
        cla_episode_ceased_reason=draw.one_of(*REASONS) if until else None,
        cla_primary_need_code="N1",
        cla_placement_id=draw.one_of(placement, placement, placement, None),
        cla_last_iro_contact_date=draw.one_of(None, start),
    )
    for _ in range(draw.chance.choice([1, 1, 2])):
        draw.row(
            "ssd_legal_status",
            person_id=child,
            legal_status=draw.one_of(*STATUSES, "Special Guardianship Order"),
            legal_status_start_date=draw.one_of(start, start + DAY, start - DAY),
            legal_status_end_date=draw.one_of(until, None),
        )


def _well(draw: Draw, child: str, began: date, stop: date) -> None:
    for _ in draw.times(8):
        draw.row(
            "ssd_cla_health",
            person_id=child,
            health_check_type=draw.one_of("Health Assessment", "Dental Check", "Optician"),
            health_check_date=draw.day(began, stop),
            health_check_status=draw.one_of("Completed", "Completed", None, "Refused", "Planned"),
        )
    for _ in draw.times(5):
        draw.row(
            "ssd_sdq_scores",
            person_id=child,
            sdq_completed_date=draw.day(began, stop),
            sdq_score=draw.one_of("0", "12", "17", "40", "41", "not done", None),
            sdq_reason=draw.one_of(None, "SDQ2", "SDQ4 - Other"),
        )
    for _ in draw.times(2):
        away = draw.day(began, stop)
        draw.row(
            "ssd_missing",
            person_id=child,
            missing_episode_start_date=away,
            missing_episode_end_date=draw.one_of(away + DAY, None),
            missing_episode_type=draw.one_of("Missing", "Missing", "Away", "M"),
            missing_rhi_offered=draw.one_of("Y", "N", "NA", None),
            missing_rhi_accepted=draw.one_of("Y", "N", None),
        )
        draw.row("ssd_cla_convictions", person_id=child, cla_conviction_date=away)
    draw.rows["ssd_cla_immunisations"].append(
        {
            "clai_person_id": child,
            "clai_immunisations_status": draw.one_of("Y", "N"),
            "clai_immunisations_status_date": draw.day(began, stop),
        }
    )


def _planned(draw: Draw, child: str, began: date, stop: date) -> None:
    for _ in draw.times(3):
        made = draw.day(began, stop)
        ticked = draw.chance.sample(PLANS, draw.chance.choice([1, 1, 2]))
        plan = {name: "Y" if name in ticked else "" for name in PLANS}
        draw.row(
            "ssd_cla_care_plan",
            person_id=child,
            cla_care_plan_start_date=made,
            cla_care_plan_end_date=draw.one_of(None, made + 200 * DAY),
            cla_care_plan_json=draw.one_of(json.dumps(plan), json.dumps(ticked), "{broken"),
        )
    for role in ("Social Worker", "Allocated Case Worker", "Independent Reviewing Officer"):
        started = draw.day(began, stop)
        draw.row(
            "ssd_involvements",
            person_id=child,
            professional_id=f"prof{draw.chance.randint(1, 7)}",
            professional_role_id=role,
            professional_team=f"depa{draw.chance.randint(1, 2)}",
            involvement_start_date=started,
            involvement_end_date=draw.one_of(None, started + 100 * DAY),
        )
    for _ in draw.times(1):
        draw.row(
            "ssd_permanence",
            person_id=child,
            adm_decision_date=began + 30 * DAY,
            placement_order_date=draw.one_of(None, began + 60 * DAY),
            permanence_order_date=draw.one_of(None, stop),
            permanence_order_type=draw.one_of("Adoption", "Special Guardianship"),
        )


def _front_door(draw: Draw, child: str) -> None:
    day = draw.day(BEGAN, TODAY - 60 * DAY)
    draw.row("ssd_contacts", person_id=child, contact_date=day, contact_source_code="5A")
    referred = draw.row(
        "ssd_cin_episodes",
        person_id=child,
        referral_date=day,
        referral_nfa=draw.one_of("Y", "N"),
        cin_primary_need_code=draw.one_of("N1", "N4"),
        close_date=draw.one_of(None, day + 50 * DAY),
        close_reason="RC7",
    )
    draw.row(
        "ssd_cin_assessments",
        person_id=child,
        referral_id=referred,
        assessment_start_date=day + DAY,
        assessment_auth_date=draw.one_of(None, day + 40 * DAY),
        assessment_child_seen=draw.one_of("Y", "N"),
        assessment_outcome_nfa=draw.one_of("Y", "N", None),
    )
    enquiry = draw.row("ssd_s47_enquiry", person_id=child, s47_start_date=day, s47_nfa="N")
    draw.row(
        "ssd_initial_cp_conference",
        person_id=child,
        s47_enquiry_id=enquiry,
        icpc_date=day + 14 * DAY,
        icpc_outcome_cp_flag=draw.one_of("Y", "N"),
    )
    plan = draw.row(
        "ssd_cp_plans",
        person_id=child,
        cp_plan_start_date=day + 14 * DAY,
        cp_plan_initial_category="Neglect",
        cp_plan_latest_category="Multiple: neglect, physical abuse",
    )
    draw.row("ssd_cp_visits", person_id=child, cp_plan_id=plan, cp_visit_date=day + 20 * DAY)
    draw.row("ssd_early_help_episodes", person_id=child, episode_start_date=day - 90 * DAY)
    draw.row("ssd_care_leavers", person_id=child, care_leaver_in_touch="YES")


def columns(table: str) -> list[str]:
    """The columns of a table as the specification has them."""
    known = SSD_TABLES[table]
    return [each.name for each in known.table.fields if each.name not in known.extra]


def write_csv(rows: Rows, folder: Path) -> None:
    """A CSV a table, as SQL Server exports them: days with a time, quotes doubled."""
    folder.mkdir(parents=True, exist_ok=True)
    for table, listed in rows.items():
        with (folder / f"{table}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, columns(table))
            writer.writeheader()
            writer.writerows({name: _cell(value) for name, value in row.items()} for row in listed)


def _cell(value: object) -> object:
    return f"{value.isoformat()} 00:00:00.000" if isinstance(value, date) else value
