"""A census written as XML is read back as it was; a damaged one is explained, its rows counted."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sightline.returns import ReadFile, read_files
from sightline.returns.cin_census import schema_for as cin_schema
from sightline.returns.fields import Field, Table
from sightline.returns.workforce import schema_for as workforce_schema
from tests.census_files import A_CHILD, A_WORKER, HEADER, cin, elements, workforce
from tests.costly_examples import costly

OURS = {"CINdetailsID", "AssessmentID", "CPPID"}  # names the reader gives; the XML has none
Row = dict[str, Any]

days = st.integers(0, 9000).map(lambda n: date(2002, 9, 1) + timedelta(days=n))
texts = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ÉŁ&<>'\"/ -", min_size=1, max_size=12).map(
    lambda text: f"Q{text.strip()}"
)


@pytest.fixture(autouse=True, scope="module")
def no_checks() -> Iterator[None]:
    """How files are read; what the checks doubt in them is proven example by example elsewhere."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("sightline.returns.cin_census.reader.CHECKS", ())
        patched.setattr("sightline.returns.workforce.reader.CHECKS", ())
        yield


def values(field: Field) -> st.SearchStrategy[Any]:
    """Sound values of a field, or nothing where it may be blank."""
    kinds: dict[str, st.SearchStrategy[Any]] = {
        "date": days,
        "flag": st.booleans(),
        "integer": st.integers(0, 40),
        "number": st.integers(0, 100).map(lambda n: n / 100),
        "code": st.sampled_from(field.codes or ("",)),
        "text": texts,
    }
    sound = kinds[field.kind]
    return sound if field.key or field.required else st.none() | sound


def rows_of(table: Table, most: int) -> st.SearchStrategy[list[Row]]:
    """Rows as they stand in a block, different in their keys; without whose they are."""
    fields = [each for each in table.fields if each.name not in OURS | {table.who}]
    keys = tuple(each.name for each in fields if each.key)
    row = st.fixed_dictionaries({each.name: values(each) for each in fields})
    return st.lists(row, max_size=most, unique_by=lambda r: tuple(r[name] for name in keys))


@st.composite
def censuses(draw: st.DrawFn) -> tuple[int, list[Row]]:
    """A year, and children with what lies in them under the names of its tables."""
    year = draw(st.integers(2017, 2027))
    schema = cin_schema(year)
    children = draw(
        st.lists(
            st.fixed_dictionaries({f.name: values(f) for f in schema["children"].fields}),
            max_size=4,
            min_size=1,
            unique_by=lambda row: row["LAchildID"],
        )
    )
    inside = [n for n in schema if n not in ("children", "disabilities", "cin_details")]
    for child in children:
        child["disabilities"] = draw(rows_of(schema["disabilities"], 2))
        child["cin_details"] = draw(rows_of(schema["cin_details"], 2))
        for referral in child["cin_details"]:
            for name in (n for n in inside if n not in ("assessment_factors", "reviews")):
                referral[name] = draw(rows_of(schema[name], 2))
            for held, holder in (
                ("assessment_factors", "assessments"),
                ("reviews", "child_protection_plans"),
            ):
                for row in referral[holder]:
                    row[held] = draw(rows_of(schema[held], 2))
    return year, children


ELEMENTS = {
    "assessments": "Assessments",
    "cin_plan_dates": "CINPlanDates",
    "section47": "Section47",
    "child_protection_plans": "ChildProtectionPlans",
    "pre_proceedings": "PreProceedingsandFGDM",
}
HELD = {
    "assessments": ("assessment_factors", "FactorsIdentifiedAtAssessment"),
    "child_protection_plans": ("reviews", "Reviews"),
}


def as_written(row: Mapping[str, Any], flags: tuple[str, str]) -> dict[str, str | None]:
    """The values of a row as XML writes them."""

    def text(value: Any) -> str | None:
        if isinstance(value, bool):
            return flags[0] if value else flags[1]
        return None if value is None else str(value)

    return {name: text(value) for name, value in row.items() if not isinstance(value, list)}


def block(row: Row, element: str, name: str, flags: tuple[str, str]) -> str:
    """A block of a referral, with what it holds."""
    plain = as_written(row, flags)
    inner = elements(plain, list(plain))
    if name in HELD:
        held, wrapper = HELD[name]
        parts = "".join(
            elements(each, list(each)) for each in (as_written(r, flags) for r in row[held])
        )
        inner += f"<{wrapper}>\n{parts}</{wrapper}>\n"
    return f"<{element}>\n{inner}</{element}>\n"


def child_xml(child: Row, year: int, flags: tuple[str, str]) -> str:
    """A child as the census writes one."""
    plain = as_written(child, flags)
    sex = plain.pop("Sex")
    identifiers = [n for n in plain if n != "Ethnicity"]
    disabilities = "".join(
        elements(as_written(row, flags), ["Disability"]) for row in child["disabilities"]
    )
    parts = [
        f"<ChildIdentifiers>\n{elements(plain, identifiers)}",
        elements({"Sex" if year >= 2025 else "GenderCurrent": sex}, ["Sex", "GenderCurrent"]),
        f"</ChildIdentifiers>\n<ChildCharacteristics>\n{elements(plain, ['Ethnicity'])}",
        f"<Disabilities>\n{disabilities}</Disabilities>\n</ChildCharacteristics>\n",
    ]
    for referral in child["cin_details"]:
        own = as_written(referral, flags)
        parts.append(f"<CINdetails>\n{elements(own, list(own))}")
        for name, element in ELEMENTS.items():
            parts += [block(row, element, name, flags) for row in referral.get(name, [])]
        parts.append("</CINdetails>\n")
    return f"<Child>\n{''.join(parts)}</Child>\n"


LETTERS = {"1": "M", "2": "F", "0": "U", "9": "U"}


def expected(children: list[Row]) -> dict[str, list[Row]]:
    """The rows of every table, as plain Python lays them out."""
    found: dict[str, list[Row]] = {}
    for child in children:
        who = {"LAchildID": child["LAchildID"]}
        keep(found, "children", child | {"Sex": LETTERS.get(child["Sex"], child["Sex"])}, {})
        for row in child["disabilities"]:
            keep(found, "disabilities", row, who)
        for at, referral in enumerate(child["cin_details"], 1):
            around = who | {"CINdetailsID": f"{child['LAchildID']}-{at}"}
            keep(found, "cin_details", referral, around)
            expected_of(found, referral, around)
    return found


def keep(found: dict[str, list[Row]], table: str, row: Row, around: Row) -> None:
    """A row under the names of what it lies in."""
    plain = {key: value for key, value in row.items() if not isinstance(value, list)}
    found.setdefault(table, []).append(plain | around)


def expected_of(found: dict[str, list[Row]], referral: Row, around: Row) -> None:
    """The rows of all that lies in a referral."""
    names = {"assessments": ("AssessmentID", "A"), "child_protection_plans": ("CPPID", "C")}
    for table in ELEMENTS:
        for place, row in enumerate(referral.get(table, []), 1):
            own = dict(around)
            if table in names:
                column, letter = names[table]
                own[column] = f"{around['CINdetailsID']}-{letter}{place}"
            keep(found, table, row, own)
            if table in HELD:
                for held in row[HELD[table][0]]:
                    keep(found, HELD[table][0], held, own)


def read_bytes(data: bytes) -> ReadFile:
    """The file of those bytes, read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "given.xml"
        path.write_bytes(data)
        (read,) = read_files([path])
    return read


def counts_hold(read: ReadFile) -> None:
    """Rows are kept and rejected, no more and no fewer, each told; no message is empty."""
    for table in read.tables:
        assert table.rows == table.kept + table.rejected
        errors = table.issues["severity"].to_pylist().count("error")
        assert errors >= table.rejected >= 0
        rows = table.data["source_row"].to_pylist()
        assert rows == sorted(set(rows))
    for issue in read.all_issues().to_pylist():
        assert issue["message"]


@settings(costly, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(
    censuses(),
    st.sampled_from([("1", "0"), ("true", "false"), ("TRUE", "FALSE")]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.booleans(),
)
def test_a_census_is_read_back_as_it_was(
    census: tuple[int, list[Row]], flags: tuple[str, str], encoding: str, in_lines: bool
) -> None:
    year, children = census
    text = cin(
        *(child_xml(child, year, flags) for child in children),
        day=f"{year}-03-31",
        year=str(year),
    )
    read = read_bytes((text if in_lines else text.replace("\n", "")).encode(encoding))
    assert read.issues.num_rows == 0
    rows = expected(children)
    assert {table.table for table in read.tables} == set(rows)
    for table in read.tables:
        assert table.issues.to_pylist() == []
        names = [field.name for field in cin_schema(year)[table.table].fields]
        found = table.data.select(names).to_pylist()
        assert found == [{name: row.get(name) for name in names} for row in rows[table.table]]
        assert table.period == date(year, 3, 31)
    counts_hold(read)


@settings(costly, suppress_health_check=[HealthCheck.too_slow])
@given(rows_of(workforce_schema(2025)["workers"], 6), st.booleans())
def test_a_workforce_census_is_read_back_as_it_was(workers: list[Row], in_lines: bool) -> None:
    names = [field.name for field in workforce_schema(2025)["workers"].fields]
    written = (
        f"<CSWWWorker>\n{elements(as_written(row, ('1', '0')), names)}</CSWWWorker>\n"
        for row in workers
    )
    text = workforce(*written)
    read = read_bytes((text if in_lines else text.replace("\n", "")).encode())
    tables = {table.table: table for table in read.tables}
    assert tables["authority"].kept == 1
    if workers:
        assert tables["workers"].data.select(names).to_pylist() == workers
        assert tables["workers"].issues.num_rows == 0
    assert len(tables) == 1 + bool(workers)


Mutation = Callable[[bytes], bytes]
somewhere = st.floats(0, 1, exclude_max=True)
CIN_XML = cin(A_CHILD, A_CHILD.replace("101", "202"))
WHOLE = (
    CIN_XML.encode(),
    CIN_XML.replace("\n", "").encode(),
    CIN_XML.encode("utf-16"),
    f'<?xml version="1.0" encoding="windows-1252"?>{CIN_XML}'.encode("cp1252"),
    workforce(A_WORKER, A_WORKER.replace("SW1", "SW2")).encode(),
)
junk = st.one_of(
    st.binary(max_size=12),
    st.sampled_from(
        [
            *(b"<", b">", b"</", b"/>", b"&", b"&amp;", b"&#0;", b"&x;", b"]]>", b"<![CDATA["),
            *(b"<!--", b"-->", b"<?", b"\x00", b"\xff\xfe", b"\xe9", b"<Child>", b"</Child>"),
            *(b"<CINdetails>", b"<Assessments/>", b"<Disability>LD</Disability>", b"<CSWWWorker>"),
            *(
                b"<LAchildID>3</LAchildID>",
                b"<x><y/></x>",
                b"<!DOCTYPE a>",
                b"31/02/2024",
                HEADER[:9].encode(),
            ),
        ]
    ),
)
mutation = st.one_of(
    st.builds(
        lambda at, n: _at(at, lambda a, b: a + bytes([n]) + b[1:]), somewhere, st.integers(0, 255)
    ),
    st.builds(lambda at: _at(at, lambda a, b: a), somewhere),
    st.builds(lambda at, new: _at(at, lambda a, b: a + new + b), somewhere, junk),
    st.builds(lambda at: _at_line(at, 0), somewhere),
    st.builds(lambda at: _at_line(at, 2), somewhere),
    st.builds(
        lambda old, new: lambda data: data.replace(old, new),
        st.sampled_from(
            [b"Child", b"LAchildID", b"CINdetails", b"Disability", b"2025", b"Header", b"CIN"]
        ),
        junk,
    ),
)


def _at(share: float, change: Callable[[bytes, bytes], bytes]) -> Mutation:
    def changed(data: bytes) -> bytes:
        at = int(share * len(data))
        return change(data[:at], data[at:])

    return changed


def _at_line(share: float, times: int) -> Mutation:
    def changed(data: bytes) -> bytes:
        lines = data.split(b"\n")
        at = int(share * len(lines))
        return b"\n".join([*lines[:at], *[lines[at]] * times, *lines[at + 1 :]])

    return changed


@pytest.mark.filterwarnings("error")
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(WHOLE), st.lists(mutation, min_size=1, max_size=4))
def test_a_damaged_census_is_read_or_explained_and_its_rows_are_counted(
    whole: bytes, mutations: list[Mutation]
) -> None:
    data = whole
    for change in mutations:
        data = change(data)
    read = read_bytes(data)
    assert read.tables or read.issues.num_rows, "a file that gives nothing must say why"
    counts_hold(read)


def _blocks(text: str, element: str) -> int:
    return text.count(f"<{element}>")


@costly
@given(st.lists(st.sampled_from([0, 1, 2, 3]), min_size=1, max_size=12))
def test_every_block_is_a_row_whatever_its_place(order: list[int]) -> None:
    parts = (
        "<Section47><S47ActualStartDate>2025-05-03</S47ActualStartDate></Section47>",
        "<Child><LAchildID>7</LAchildID>",
        "</Child>",
        "<CINdetails><CINreferralDate>2025-04-03</CINreferralDate></CINdetails>",
    )
    depth, body = 0, ""
    for at in order:
        if at == 2 and depth == 0:
            continue
        depth += {1: 1, 2: -1}.get(at, 0)
        body += parts[at]
    text = cin(body + "</Child>" * depth)
    read = read_bytes(text.encode())
    found = {table.table: table.rows for table in read.tables}
    for table, element in (
        ("section47", "Section47"),
        ("cin_details", "CINdetails"),
        ("children", "Child"),
    ):
        assert found.get(table, 0) == _blocks(text, element)
    counts_hold(read)
