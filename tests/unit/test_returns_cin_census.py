"""The children in need census: its XML laid out as tables, whoever wrote it and however."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sightline.returns import ReadFile, ReadTable
from sightline.returns.cin_census import YEARS, schema_for
from tests.census_files import A_CHILD, child, cin, referral, written
from tests.returns_files import column, messages, read_file, rules


@pytest.fixture(autouse=True)
def no_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    """How the XML is read; what the checks doubt in it is proven example by example elsewhere."""
    monkeypatch.setattr("sightline.returns.cin_census.reader.CHECKS", ())


def _read(tmp_path: Path, text: str, encoding: str = "utf-8", year: int | None = None) -> ReadFile:
    return read_file(written(tmp_path / "cin.xml", text, encoding), year)


def _tables(read: ReadFile) -> dict[str, ReadTable]:
    return {table.table: table for table in read.tables}


def _rows(table: ReadTable, *names: str) -> list[tuple[object, ...]]:
    return list(zip(*(column(table, name) for name in names), strict=True))


def test_a_child_in_nine_tables(tmp_path: Path) -> None:
    tables = _tables(_read(tmp_path, cin(A_CHILD)))
    assert {name: (t.rows, t.kept) for name, t in tables.items()} == {
        "children": (1, 1),
        "disabilities": (2, 2),
        "cin_details": (1, 1),
        "assessments": (1, 1),
        "assessment_factors": (2, 2),
        "cin_plan_dates": (1, 1),
        "section47": (1, 1),
        "child_protection_plans": (1, 1),
        "reviews": (2, 2),
    }
    assert all(t.issues.num_rows == 0 for t in tables.values())
    assert {(t.year, t.period) for t in tables.values()} == {(2026, date(2026, 3, 31))}
    assert _rows(tables["children"], "LAchildID", "Sex", "Ethnicity", "PersonBirthDate") == [
        ("101", "F", "WBRI", date(2015, 6, 1))
    ]
    assert column(tables["disabilities"], "Disability") == ["LD", "AUT"]
    assert _rows(tables["cin_details"], "CINdetailsID", "CINreferralDate", "ReferralNFA") == [
        ("101-1", date(2025, 5, 1), False)
    ]
    assert (
        _rows(tables["assessment_factors"], "CINdetailsID", "AssessmentID")
        == [("101-1", "101-1-A1")] * 2
    )
    assert _rows(tables["section47"], "DateOfInitialCPC", "ICPCnotRequired") == [
        (date(2025, 5, 20), False)
    ]
    assert column(tables["cin_details"], "DateOfInitialCPC") == [None]
    assert _rows(tables["reviews"], "CPPID", "CPPreviewDate") == [
        ("101-1-C1", date(2025, 8, 10)),
        ("101-1-C1", date(2026, 1, 20)),
    ]


def test_the_block_of_2026_27(tmp_path: Path) -> None:
    block = (
        "<PreProceedingsandFGDM><PPStartDate>2026-09-09</PPStartDate><FGDMMeetingOffer>1"
        "</FGDMMeetingOffer><FGDMMeetingFac>false</FGDMMeetingFac><ReviewMeetingsCount>3"
        "</ReviewMeetingsCount><PPOutcome>A</PPOutcome></PreProceedingsandFGDM>"
    )
    text = cin(child("7", referral("2026-06-01", block)), day="2027-03-31")
    table = _tables(_read(tmp_path, text))["pre_proceedings"]
    assert _rows(table, "LAchildID", "CINdetailsID", "PPStartDate", "PPOutcome") == [
        ("7", "7-1", date(2026, 9, 9), "A")
    ]
    assert _rows(table, "FGDMMeetingOffer", "FGDMMeetingFac", "ReviewMeetingsCount") == [
        (True, False, 3)
    ]
    assert rules(table) == []
    early = _tables(_read(tmp_path, text.replace("2027-03-31", "2026-03-31")))["pre_proceedings"]
    assert rules(early) == ["table_not_this_year"]
    assert early.kept == 1


@pytest.mark.parametrize(("written_", "letter"), [("1", "M"), ("2", "F"), ("0", "U"), ("9", "U")])
def test_gender_before_2025_is_handed_on_as_sex(tmp_path: Path, written_: str, letter: str) -> None:
    old = A_CHILD.replace("<Sex>F</Sex>", f"<GenderCurrent>{written_}</GenderCurrent>")
    table = _tables(_read(tmp_path, cin(old, day="2024-03-31")))["children"]
    assert (column(table, "Sex"), rules(table)) == ([letter], [])
    table = _tables(_read(tmp_path, cin(old, day="2025-03-31")))["children"]
    assert (column(table, "Sex"), rules(table)) == ([letter], ["code_not_this_year"])


@pytest.mark.parametrize(
    ("table", "name", "year", "gone", "come"),
    [
        ("children", "Sex", 2025, {"1", "2", "0", "9"}, {"M", "F", "U"}),
        (
            "assessment_factors",
            "AssessmentFactors",
            2022,
            {"18A", "19A"},
            {"18B", "18C", "19B", "19C", "24A"},
        ),
        ("cin_details", "ReferralSource", 2023, set(), {"5D"}),
        ("cin_details", "ReasonForClosure", 2023, set(), {"RC9"}),
    ],
)
def test_codes_that_changed(
    table: str, name: str, year: int, gone: set[str], come: set[str]
) -> None:
    before = set(schema_for(year - 1)[table][name].codes)
    after = set(schema_for(year)[table][name].codes)
    assert (before - after, after - before) == (gone, come)


def test_tables_that_came() -> None:
    assert set(schema_for(2022)) - set(schema_for(2021)) == {"cin_plan_dates"}
    assert set(schema_for(2027)) - set(schema_for(2026)) == {"pre_proceedings"}
    assert (len(schema_for(YEARS[0])), len(schema_for(YEARS[-1]))) == (8, 10)
    with pytest.raises(ValueError, match="no CIN census schema for 2016"):
        schema_for(2016)


def test_an_issue_names_the_line_and_the_child(tmp_path: Path) -> None:
    table = _tables(_read(tmp_path, cin(A_CHILD.replace("2025-06-10", "2025-06-31"))))[
        "assessments"
    ]
    [issue] = table.issues.to_pylist()
    # the block <Assessments> begins on the nineteenth line of the child, the third of the file
    assert (issue["row"], issue["child_id"], issue["rule"]) == (22, "101", "date_unreadable")
    assert issue["message"].startswith(
        "Line 22 of cin.xml: AssessmentAuthorisationDate '2025-06-31' is not a date"
    )
    assert column(table, "source_row") == [22]


def test_a_file_without_lines_counts_its_rows(tmp_path: Path) -> None:
    one_line = cin(child("1"), child("2"), child("")).replace("\n", "")
    table = _tables(_read(tmp_path, one_line))["children"]
    assert column(table, "source_row") == [1, 2]
    assert messages(table) == [
        "Row 3 of table 'children' of cin.xml: LAchildID is blank, so the row cannot be placed."
    ]


def test_a_child_without_its_identifier_loses_all_its_rows_and_each_says_so(
    tmp_path: Path,
) -> None:
    nobody = A_CHILD.replace("<LAchildID>101</LAchildID>\n", "")
    for table in _read(tmp_path, cin(nobody, child("2", referral("2025-07-01")))).tables:
        lost = rules(table).count("key_blank")
        assert table.rows == table.kept + table.rejected
        assert table.rejected == lost > 0


def test_what_lies_outside_its_place(tmp_path: Path) -> None:
    section = "<Section47><S47ActualStartDate>2025-05-03</S47ActualStartDate></Section47>"
    in_child = child("1", section)
    text = cin(in_child).replace("</Children>", f"{section}{referral('2025-05-05')}</Children>")
    read = _read(tmp_path, text)
    tables = _tables(read)
    # in a child and no referral: kept, of that child; in no child: nobody's, so it is lost
    assert _rows(tables["section47"], "LAchildID", "CINdetailsID") == [("1", None)]
    assert tables["section47"].rejected == 1
    assert (tables["cin_details"].kept, tables["cin_details"].rejected) == (0, 1)


def test_the_identifier_may_come_after_what_it_names(tmp_path: Path) -> None:
    text = (
        f"<Child>{referral('2025-05-05')}<ChildIdentifiers><LAchildID>9</LAchildID>"
        "</ChildIdentifiers></Child>"
    )
    assert column(_tables(_read(tmp_path, cin(text)))["cin_details"], "LAchildID") == ["9"]


def test_what_a_file_repeats_is_read_once(tmp_path: Path) -> None:
    read = _read(tmp_path, cin(A_CHILD, A_CHILD))
    for table in read.tables:
        assert (table.kept * 2, rules(table)) == (table.rows, ["duplicate_row"] * table.rejected)


def test_two_referrals_of_one_child(tmp_path: Path) -> None:
    assessed = (
        "<Assessments><AssessmentActualStartDate>2025-0{}-02</AssessmentActualStartDate>"
        "</Assessments>"
    )
    one = referral("2025-05-01", assessed.format(5) + assessed.format(6))
    two = referral("2025-08-01", assessed.format(8))
    tables = _tables(_read(tmp_path, cin(child("1", one, two), child("2", one))))
    assert column(tables["cin_details"], "CINdetailsID") == ["1-1", "1-2", "2-1"]
    assert column(tables["assessments"], "AssessmentID") == [
        "1-1-A1",
        "1-1-A2",
        "1-2-A1",
        "2-1-A1",
        "2-1-A2",
    ]


def test_text_elements_and_repeats_that_have_no_place_are_told(tmp_path: Path) -> None:
    odd = A_CHILD.replace(
        "<Sex>F</Sex>", "Sex<Sex>F</Sex><Sex>M</Sex><ShoeSize><Left>3</Left></ShoeSize>"
    )
    table = _tables(_read(tmp_path, cin(odd)))["children"]
    assert column(table, "Sex") == ["F"]
    assert messages(table) == [
        "table 'children' of cin.xml holds text that is in no element, 'Sex' (line 9); "
        "it is not read.",
        "table 'children' of cin.xml holds <Sex> again where it has its place once (line 9); "
        "the first is read.",
        "table 'children' of cin.xml holds <ShoeSize> where the return has none (line 9); "
        "it is not read.",
    ]


def test_a_code_of_no_year_in_a_key_loses_the_row(tmp_path: Path) -> None:
    table = _tables(_read(tmp_path, cin(A_CHILD.replace("24A", "8A"))))["assessment_factors"]
    assert (table.kept, table.rejected, rules(table)) == (1, 1, ["key_unreadable"])


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("utf-8", "utf-8"),
        ("windows-1252", "cp1252"),
        ("ISO-8859-1", "latin-1"),
        ("UTF-16", "utf-16"),
    ],
)
def test_encodings(tmp_path: Path, declared: str, encoding: str) -> None:
    text = cin(A_CHILD.replace("101", "Zoë-é"))
    if declared:
        text = f'<?xml version="1.0" encoding="{declared}"?>\n{text}'
    table = _tables(_read(tmp_path, text, encoding))["children"]
    assert column(table, "LAchildID") == ["Zoë-é"]


def test_namespaces_and_prefixes(tmp_path: Path) -> None:
    plain = cin(A_CHILD)
    default = plain.replace("<Message>", '<Message xmlns="urn:invented">')
    prefixed = plain.replace("</", "</c:").replace("<", "<c:").replace("<c:/c:", "</c:")
    expected = [(t.table, t.kept) for t in _read(tmp_path, plain).tables]
    for text in (default, prefixed.replace("<c:Message>", '<c:Message xmlns:c="urn:invented">')):
        assert [(t.table, t.kept) for t in _read(tmp_path, text).tables] == expected


def test_known_by_what_is_in_it_without_a_header(tmp_path: Path) -> None:
    text = f"<Message><Children>{A_CHILD}</Children></Message>"
    table = _tables(_read(tmp_path, text))["children"]
    assert (table.return_name, table.year) == ("cin_census", 2026)
    assert messages(table) == [
        "cin.xml gives no reference date; the dates in it say that it is of 31 March 2026."
    ]


def test_a_year_that_a_person_gives_is_only_for_a_file_that_does_not_say(tmp_path: Path) -> None:
    assert _read(tmp_path, cin(A_CHILD), year=2020).tables[0].year == 2026
    bare = f"<Message><Children>{A_CHILD}</Children></Message>"
    assert _read(tmp_path, bare, year=2020).tables[0].year == 2020


@pytest.mark.parametrize(
    ("day", "year", "is_told"),
    [
        ("2026-03-31", 2026, False),
        ("2026-07-21", 2026, True),
        ("2026-03-30", 2025, True),
        ("31/03/2026", 2026, False),
    ],
)
def test_the_year_of_a_reference_date(tmp_path: Path, day: str, year: int, is_told: bool) -> None:
    read = _read(tmp_path, cin(A_CHILD, day=day))
    assert {table.year for table in read.tables} == {year}
    told = [rule for table in read.tables for rule in rules(table)]
    assert told.count("reference_date_unusual") == int(is_told)


def test_a_year_beyond_those_we_hold(tmp_path: Path) -> None:
    read = _read(tmp_path, cin(A_CHILD, day="2031-03-31"))
    assert all("year_unsupported" in rules(table) for table in read.tables)


def test_a_census_without_children(tmp_path: Path) -> None:
    read = _read(tmp_path, cin())
    assert messages(read) == ["cin.xml is the children in need census without a single row."]


def test_another_message(tmp_path: Path) -> None:
    text = "<Message><Header/><Pupils><Pupil>1</Pupil></Pupils></Message>"
    assert rules(_read(tmp_path, text)) == ["file_unknown"]
    assert rules(_read(tmp_path, "<html><body>x</body></html>")) == ["file_unknown"]
