"""Census files to read, written as authorities send them. All of it is invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

HEADER = (
    "<Header><CollectionDetails><Collection>{collection}</Collection><Year>{year}</Year>"
    "<ReferenceDate>{day}</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel>"
    "<LEA>999</LEA></Source></Header>"
)

A_CHILD = """\
<Child>
<ChildIdentifiers>
<LAchildID>101</LAchildID>
<UPNunknown>UN1</UPNunknown>
<PersonBirthDate>2015-06-01</PersonBirthDate>
<Sex>F</Sex>
</ChildIdentifiers>
<ChildCharacteristics>
<Ethnicity>WBRI</Ethnicity>
<Disabilities>
<Disability>LD</Disability>
<Disability>AUT</Disability>
</Disabilities>
</ChildCharacteristics>
<CINdetails>
<CINreferralDate>2025-05-01</CINreferralDate>
<ReferralSource>1A</ReferralSource>
<PrimaryNeedCode>N1</PrimaryNeedCode>
<Assessments>
<AssessmentActualStartDate>2025-05-02</AssessmentActualStartDate>
<AssessmentAuthorisationDate>2025-06-10</AssessmentAuthorisationDate>
<FactorsIdentifiedAtAssessment>
<AssessmentFactors>1B</AssessmentFactors>
<AssessmentFactors>24A</AssessmentFactors>
</FactorsIdentifiedAtAssessment>
</Assessments>
<CINPlanDates>
<CINPlanStartDate>2025-06-11</CINPlanStartDate>
</CINPlanDates>
<Section47>
<S47ActualStartDate>2025-05-03</S47ActualStartDate>
<InitialCPCtarget>2025-05-24</InitialCPCtarget>
<DateOfInitialCPC>2025-05-20</DateOfInitialCPC>
<ICPCnotRequired>false</ICPCnotRequired>
</Section47>
<ReferralNFA>0</ReferralNFA>
<ChildProtectionPlans>
<CPPstartDate>2025-05-20</CPPstartDate>
<InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
<LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse>
<NumberOfPreviousCPP>1</NumberOfPreviousCPP>
<Reviews>
<CPPreviewDate>2025-08-10</CPPreviewDate>
<CPPreviewDate>2026-01-20</CPPreviewDate>
</Reviews>
</ChildProtectionPlans>
</CINdetails>
</Child>
"""

A_WORKER = """\
<CSWWWorker>
<AgencyWorker>0</AgencyWorker>
<SWENo>SW1234567890</SWENo>
<FTE>0.8</FTE>
<QualInst>Midshire College</QualInst>
<OrgRole>5</OrgRole>
<RoleStartDate>2020-01-06</RoleStartDate>
<Cases30>17</Cases30>
</CSWWWorker>
"""


def cin(*children: str, day: str = "2026-03-31", year: str = "2026") -> str:
    """A CIN census of those children."""
    header = HEADER.format(collection="CIN", year=year, day=day)
    return f"<Message>\n{header}\n<Children>\n{''.join(children)}</Children>\n</Message>\n"


def workforce(*workers: str, day: str = "2025-09-30", vacancies: str = "12.5") -> str:
    """A workforce census of those workers."""
    header = HEADER.format(collection="CSWW", year=day[:4], day=day)
    return (
        f"<Message>\n{header}\n<LALevelVacancies>\n<NumberOfVacancies>{vacancies}"
        "</NumberOfVacancies>\n<NoAgencyFTE>3</NoAgencyFTE>\n<NoAgencyHeadcount>4"
        f"</NoAgencyHeadcount>\n</LALevelVacancies>\n{''.join(workers)}</Message>\n"
    )


def referral(day: str, inside: str = "") -> str:
    """A referral of that day, with what lies in it."""
    return (
        f"<CINdetails>\n<CINreferralDate>{day}</CINreferralDate>\n<ReferralSource>6"
        f"</ReferralSource>\n{inside}<ReferralNFA>0</ReferralNFA>\n</CINdetails>\n"
    )


def child(name: str, *referrals: str) -> str:
    """A child of that identifier with those referrals."""
    return (
        f"<Child>\n<ChildIdentifiers>\n<LAchildID>{name}</LAchildID>\n<Sex>M</Sex>\n"
        "</ChildIdentifiers>\n<ChildCharacteristics>\n<Ethnicity>BAFR</Ethnicity>\n"
        f"</ChildCharacteristics>\n{''.join(referrals)}</Child>\n"
    )


def elements(values: Mapping[str, str | None], order: Sequence[str]) -> str:
    """Elements with those values, in that order, each on a line; None has no element."""
    return "".join(
        f"<{name}>{escaped(text)}</{name}>\n"
        for name in order
        if (text := values.get(name)) is not None
    )


def escaped(text: str) -> str:
    """Text as XML holds it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    """The text in a file."""
    path.write_bytes(text.encode(encoding))
    return path
