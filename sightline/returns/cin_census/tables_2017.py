"""The tables of the children in need census of 2016/17, the base that later years are laid on.

Columns are the elements of the XML; CINdetailsID, AssessmentID and CPPID are ours (see `xml_form`).
Code sets are those of the published schemas of 2023/24 to 2025/26. What the codes of 2016/17 to
2022/23 were is told in `changes`, with how far each was verified; codes not named there are taken
to have been the same in every year, which was not verified before 2021/22.
"""

from __future__ import annotations

from sightline.returns.fields import Field, Table

RETURN_NAME = "cin_census"

CHILD = Field("LAchildID", key=True)
REFERRAL = Field("CINdetailsID")


def codes(text: str) -> tuple[str, ...]:
    """Codes written with spaces between them."""
    return tuple(text.split())


ETHNICITY = codes(
    "WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH "
    "REFU NOBT"
)
GENDERS = codes("1 2 0 9")
ABUSE = codes("NEG PHY SAB EMO MUL")
SOURCES = codes("1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 6 7 8 9 10")
FACTORS = codes(
    "1A 1B 1C 2A 2B 2C 3A 3B 3C 4A 4B 4C 5A 5B 5C 6A 6B 6C 7A 8B 8C 8D 8E 8F 9A 10A 11A 12A 13A "
    "14A 15A 16A 17A 18A 19A 20 21 22A 23A"
)


def _table(name: str, *fields: Field) -> Table:
    return Table(RETURN_NAME, name, (CHILD, *fields))


def _day(name: str, *, key: bool = False) -> Field:
    return Field(name, "date", key=key)


TABLES_2017: tuple[Table, ...] = (
    _table(
        "children",
        Field("UPN"),
        Field("FormerUPN"),
        Field("UPNunknown", "code", codes=codes("UN1 UN2 UN3 UN4 UN5 UN6 UN7")),
        _day("PersonBirthDate"),
        _day("ExpectedPersonBirthDate"),
        # GenderCurrent until 2024/25 made it Sex; we hand on the letters in every year. 0 was "not
        # recorded or unborn", 9 "indeterminate": both are U, unknown.
        Field(
            "Sex",
            "code",
            required=True,
            codes=GENDERS,
            same={"1": "M", "2": "F", "0": "U", "9": "U"},
        ),
        _day("PersonDeathDate"),
        Field("Ethnicity", "code", required=True, codes=ETHNICITY),
    ),
    _table(
        "disabilities",
        Field(
            "Disability",
            "code",
            key=True,
            codes=codes("NONE MOB HAND PC INC COMM LD HEAR VIS BEH CON AUT DDA"),
        ),
    ),
    _table(
        "cin_details",
        Field("CINdetailsID", key=True),
        _day("CINreferralDate", key=True),
        Field("ReferralSource", "code", required=True, codes=SOURCES),
        Field("PrimaryNeedCode", "code", codes=codes("N0 N1 N2 N3 N4 N5 N6 N7 N8 N9")),
        _day("CINclosureDate"),
        Field("ReasonForClosure", "code", codes=codes("RC1 RC2 RC3 RC4 RC5 RC6 RC7 RC8")),
        _day("DateOfInitialCPC"),
        Field("ReferralNFA", "flag", required=True),
    ),
    _table(
        "assessments",
        REFERRAL,
        Field("AssessmentID"),
        _day("AssessmentActualStartDate", key=True),
        _day("AssessmentInternalReviewDate"),
        _day("AssessmentAuthorisationDate"),
    ),
    _table(
        "assessment_factors",
        REFERRAL,
        Field("AssessmentID"),
        Field("AssessmentFactors", "code", key=True, codes=FACTORS),
    ),
    _table(
        "section47",
        REFERRAL,
        _day("S47ActualStartDate", key=True),
        _day("InitialCPCtarget"),
        _day("DateOfInitialCPC"),
        Field("ICPCnotRequired", "flag", required=True),
    ),
    _table(
        "child_protection_plans",
        REFERRAL,
        Field("CPPID"),
        _day("CPPstartDate", key=True),
        _day("CPPendDate"),
        Field("InitialCategoryOfAbuse", "code", required=True, codes=ABUSE),
        Field("LatestCategoryOfAbuse", "code", required=True, codes=ABUSE),
        Field("NumberOfPreviousCPP", "integer", required=True, low=0),
    ),
    _table("reviews", REFERRAL, Field("CPPID"), _day("CPPreviewDate", key=True)),
)
