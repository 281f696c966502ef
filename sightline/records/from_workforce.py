"""The workforce census into canonical tables: each census is how things stood on its day."""

from __future__ import annotations

from ibis import _
from ibis.expr.types import Table

from sightline.records.extracts import Extracts
from sightline.records.mapping import Mapped, mapped, read
from sightline.records.newest import newest
from sightline.records.tables import TABLES

RETURN = "workforce"
ASYE = "1"  # the assessed and supported year in employment, among the stages of CFKSSstatus


def tables(extracts: Extracts) -> dict[str, Table]:
    """The canonical tables that the censuses loaded feed."""
    return mapped(extracts, RETURN, MAPPINGS)


def worker(extracts: Extracts) -> Table:
    """Each worker as each census had them."""
    listed = read(
        extracts,
        RETURN,
        "workers",
        TABLES["worker"].columns,
        {
            "worker_id": "SWENo",
            "agency": "AgencyWorker",
            "fte": "FTE",
            "fte_on_day": "FTE30",
            "role": "OrgRole",
            "role_started": "RoleStartDate",
            "role_ended": "RoleEndDate",
            "reason_left": "ReasonLeave",
            "destination": "LeaverDestination",
            "caseload": "Cases30",
            "days_absent": "WorkingDaysLost",
            "absent": "Absat30Sept",
            "reason_absent": "ReasonAbsence",
            "stage": "CFKSSstatus",
            "sex": "GenderCurrent",
            "date_of_birth": "PersonBirthDate",
            "ethnicity": "Ethnicity",
            "qualified_at": "QualInst",
            "contract_weeks": "ContractWeeks",
        },
    )
    on_its_day = listed.mutate(as_at=listed.period, asye=listed.stage == ASYE)
    return newest(on_its_day, ["worker_id", "as_at", "role_started"])


def workforce_position(extracts: Extracts) -> Table:
    """Vacancies and agency workers of the authority."""
    listed = read(
        extracts,
        RETURN,
        "authority",
        TABLES["workforce_position"].columns,
        {
            "vacancies": "NumberOfVacancies",
            "agency_fte": "NoAgencyFTE",
            "agency_headcount": "NoAgencyHeadcount",
        },
    )
    return newest(listed.mutate(as_at=_.period), ["as_at"])


MAPPINGS: dict[str, Mapped] = {
    "worker": (("workers",), worker),
    "workforce_position": (("authority",), workforce_position),
}
