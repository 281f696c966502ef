"""The tables of the children's social work workforce census.

Columns are the elements of the XML. Code sets are those of the published schema of 2022; that they
held from 2017, when the census became one row for each worker, and since 2022 was not verified.
"""

from __future__ import annotations

from sightline.returns.fields import Field, Table

RETURN_NAME = "workforce"


def _codes(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _share(name: str) -> Field:
    return Field(name, "number", low=0, high=1)


TABLES_2022: tuple[Table, ...] = (
    Table(
        RETURN_NAME,
        "authority",
        (
            Field("LEA"),
            Field("NumberOfVacancies", "number", required=True, low=0),
            Field("NoAgencyFTE", "number", required=True, low=0),
            Field("NoAgencyHeadcount", "integer", required=True, low=0),
        ),
    ),
    Table(
        RETURN_NAME,
        "workers",
        (
            Field("SWENo", key=True),
            Field("AgencyWorker", "flag", required=True),
            _share("FTE"),
            Field("PersonBirthDate", "date"),
            Field("GenderCurrent", "code", codes=_codes("0 1 2 9")),
            Field(
                "Ethnicity",
                "code",
                codes=_codes(
                    "WBRI WIRI WOTH MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE "
                    "OOTH REFU NOBT"
                ),
            ),
            Field("QualInst"),
            Field("QualLevel", "code", codes=_codes("1 2 3")),
            Field("StepUpGrad", "flag"),
            Field("OrgRole", "code", codes=_codes("1 2 3 4 5 6")),
            Field("RoleStartDate", "date"),
            Field("StartOrigin", "code", codes=_codes("1 2 3 4 5 6 7 8 9 10")),
            Field("RoleEndDate", "date"),
            Field("LeaverDestination", "code", codes=_codes("1 2 3 4 5 6 7 8 9")),
            Field("ReasonLeave", "code", codes=_codes("1 2 3 4 5 6 7 8 9 10")),
            _share("FTE30"),
            Field("Cases30", "integer", low=0),
            Field("WorkingDaysLost", "number", low=0),
            Field("ContractWeeks", "number", low=0),
            Field("FrontlineGrad", "flag"),
            Field("Absat30Sept", "flag"),
            Field("ReasonAbsence", "code", codes=_codes("MAT OTH PUB SIC TRN UNA UNP")),
            Field("CFKSSstatus", "code", codes=_codes("1 2 3 4")),
        ),
    ),
)
