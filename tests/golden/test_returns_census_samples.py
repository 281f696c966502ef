"""The sector's sample censuses, read: every row of every table counted by other means.

The counts are of elements by their paths, which `xml.etree` finds without our reader.
"""

from __future__ import annotations

import os
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest

from sightline.returns import ReadTable
from sightline.returns.census_header import HEADER, IGNORED
from sightline.returns.cin_census import schema_for as cin_schema
from sightline.returns.workforce import schema_for as workforce_schema
from tests.returns_files import column, messages, read_file, rules

SHARED = Path(os.environ.get("SIGHTLINE_SHARED", Path(__file__).parents[2].parent / "shared"))
SAMPLES = SHARED / "samples"
SCHEMAS = SHARED / "reference" / "liia-tools-pipeline"
pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample returns are not here")

CIN_PATHS = {
    "children": "Children/Child",
    "disabilities": "Children/Child/ChildCharacteristics/Disabilities/Disability",
    "cin_details": "Children/Child/CINdetails",
    "assessments": "Children/Child/CINdetails/Assessments",
    "assessment_factors": "Children/Child/CINdetails/Assessments/FactorsIdentifiedAtAssessment"
    "/AssessmentFactors",
    "cin_plan_dates": "Children/Child/CINdetails/CINPlanDates",
    "section47": "Children/Child/CINdetails/Section47",
    "child_protection_plans": "Children/Child/CINdetails/ChildProtectionPlans",
    "reviews": "Children/Child/CINdetails/ChildProtectionPlans/Reviews/CPPreviewDate",
    "pre_proceedings": "Children/Child/CINdetails/PreProceedingsandFGDM",
}
ENUMERATIONS = {
    "ethnicitytype": ("children", "Ethnicity"),
    "unknownupntype": ("children", "UPNunknown"),
    "gendertype": ("children", "Sex"),
    "sextype": ("children", "Sex"),
    "disabilitytype": ("disabilities", "Disability"),
    "referralsourcetype": ("cin_details", "ReferralSource"),
    "primaryneedcodetype": ("cin_details", "PrimaryNeedCode"),
    "reasonforclosuretype": ("cin_details", "ReasonForClosure"),
    "categoryofabusetype": ("child_protection_plans", "InitialCategoryOfAbuse"),
    "assessmentfactorstype": ("assessment_factors", "AssessmentFactors"),
}
KEPT_FOR_A_CLIENT = {"18A", "19A"}  # which the schema says the official one does not have
XS = "{http://www.w3.org/2001/XMLSchema}"


@pytest.fixture(autouse=True)
def no_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    """How the samples are read; what the checks doubt in them is proven elsewhere."""
    monkeypatch.setattr("sightline.returns.cin_census.reader.CHECKS", ())
    monkeypatch.setattr("sightline.returns.workforce.reader.CHECKS", ())


def _codes_of(schema: str, kind: str) -> set[str]:
    root = ET.parse(SCHEMAS / schema).getroot()
    found = root.findall(f".//{XS}simpleType[@name='{kind}']//{XS}enumeration")
    return {str(each.get("value")) for each in found}


def _tables(name: str) -> dict[str, ReadTable]:
    read = read_file(SAMPLES / name)
    assert read.issues.num_rows == 0
    return {table.table: table for table in read.tables}


@pytest.mark.parametrize("name", ["cin/CIN_Census_2026.xml", "cin/fake_CIN_data.xml"])
def test_every_row_of_a_cin_census(name: str) -> None:
    root = ET.parse(SAMPLES / name).getroot()
    expected = {table: len(root.findall(path)) for table, path in CIN_PATHS.items()}
    tables = _tables(name)
    assert {n: t.rows for n, t in tables.items()} == {n: c for n, c in expected.items() if c}
    for table in tables.values():
        assert table.rows == table.kept + table.rejected
    assert column(tables["cin_details"], "CINreferralDate") == [
        date.fromisoformat(str(each.text))
        for each in root.findall("Children/Child/CINdetails/CINreferralDate")
    ]


def test_what_is_wrong_in_the_sample_of_2026() -> None:
    tables = _tables("cin/CIN_Census_2026.xml")
    assert column(tables["children"], "LAchildID") == ["DfEX0000001", "child_fails_assessments"]
    assert column(tables["children"], "Sex") == ["M", "M"]
    assert rules(tables["children"]) == ["text_astray", "code_not_this_year"]
    assert "'PersonBirthDate' (line 24)" in messages(tables["children"])[0]
    # RB is no factor of any year
    assert (tables["assessment_factors"].rejected, rules(tables["assessment_factors"])) == (
        1,
        ["key_unreadable"],
    )
    # its header says 2024, and its pre-proceedings are those of 2026/27
    assert rules(tables["pre_proceedings"]) == ["table_not_this_year"]
    assert column(tables["pre_proceedings"], "ReviewMeetingsCount") == [3]


def test_what_is_wrong_in_the_made_up_sample() -> None:
    tables = _tables("cin/fake_CIN_data.xml")
    root = ET.parse(SAMPLES / "cin/fake_CIN_data.xml").getroot()
    again = 0
    for child in root.findall("Children/Child"):
        named = [
            each.text for each in child.findall("ChildCharacteristics/Disabilities/Disability")
        ]
        again += len(named) - len(set(named))
    assert tables["disabilities"].rejected == again == 5
    assert rules(tables["children"]) == ["reference_date_unusual"]
    assert {table.year for table in tables.values()} == {2022}


def test_every_worker_and_the_authority() -> None:
    path = SAMPLES / "workforce/social_work_workforce_2022.xml"
    root = ET.parse(path).getroot()
    tables = _tables("workforce/social_work_workforce_2022.xml")
    workers = root.findall("CSWWWorker")
    assert {n: (t.rows, t.kept) for n, t in tables.items()} == {
        "authority": (1, 1),
        "workers": (len(workers), len(workers)),
    }
    assert column(tables["workers"], "SWENo") == [each.findtext("SWENo") for each in workers]
    assert column(tables["workers"], "QualInst") == [each.findtext("QualInst") for each in workers]
    assert column(tables["authority"], "LEA") == [root.findtext("Header/Source/LEA")]
    assert column(tables["authority"], "NumberOfVacancies") == [
        float(str(root.findtext("LALevelVacancies/NumberOfVacancies")))
    ]


@pytest.mark.parametrize("year", [2024, 2025, 2026])
@pytest.mark.parametrize("kind", ENUMERATIONS)
def test_codes_are_those_of_the_published_schema(year: int, kind: str) -> None:
    published = _codes_of(f"CIN_schema_{year}.xsd", kind)
    table, name = ENUMERATIONS[kind]
    if published:
        assert set(cin_schema(year)[table][name].codes) == published - KEPT_FOR_A_CLIENT


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("gendertype", "GenderCurrent"),
        ("ethnicitytype", "Ethnicity"),
        ("qualtype", "QualLevel"),
        ("roletype", "OrgRole"),
        ("origintype", "StartOrigin"),
        ("leavertype", "LeaverDestination"),
        ("reasontype", "ReasonLeave"),
        ("absencetype", "ReasonAbsence"),
        ("cfksstype", "CFKSSstatus"),
    ],
)
def test_workforce_codes_are_those_of_the_published_schema(kind: str, name: str) -> None:
    published = _codes_of("social_work_workforce_2022.xsd", kind)
    assert set(workforce_schema(2022)["workers"][name].codes) == published != set()


def test_every_element_of_the_published_schemas_has_a_column() -> None:
    for schema, tables in (
        ("CIN_schema_2026.xsd", cin_schema(2026)),
        ("social_work_workforce_2022.xsd", workforce_schema(2022)),
    ):
        columns = {field.name for table in tables.values() for field in table.fields}
        root = ET.parse(SCHEMAS / schema).getroot()
        header = set(HEADER.columns) | set(IGNORED)
        holders = {each.get("name") for each in root.findall(f"{XS}complexType")}
        simple = {
            str(each.get("name"))
            for each in root.iter(f"{XS}element")
            if each.find(f"{XS}complexType") is None and each.get("type") not in holders
        }
        assert len(simple) > 20
        assert simple - header <= columns
