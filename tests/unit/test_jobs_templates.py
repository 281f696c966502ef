"""Templates written out to be filled in: what the files hold, and that they are read back."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from python_calamine import CalamineWorkbook

from sightline.jobs import templates as jobs
from sightline.returns import read_files
from sightline.returns.templates import TEMPLATES, Template
from tests.returns_files import messages, read_file, read_table

ALL = pytest.mark.parametrize("template", TEMPLATES.values(), ids=list(TEMPLATES))
SHEET = "xl/worksheets/sheet1.xml"


def validations(template: Template) -> dict[str, str]:
    """What the workbook lets be typed: column letter → the XML of its rule."""
    with zipfile.ZipFile(io.BytesIO(jobs.blank(template.name, "xlsx"))) as book:
        xml = book.read(SHEET).decode()
    found = re.findall(r"<dataValidation [^>]*?(?:/>|>.*?</dataValidation>)", xml)
    letter = re.compile(r'sqref="([A-Z])2:[A-Z]1048576"')
    return {match.group(1): rule for rule in found if (match := letter.search(rule))}


def fill_in(path: Path, *rows: list[str]) -> None:
    """Type rows of text into the first sheet of a workbook, below its headings."""
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    typed = ""
    for number, row in enumerate(rows, start=2):
        cells = "".join(
            f'<c r="{chr(65 + at)}{number}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
            for at, text in enumerate(row)
            if text
        )
        typed += f'<row r="{number}">{cells}</row>'
    parts[SHEET] = parts[SHEET].replace(b"</sheetData>", f"{typed}</sheetData>".encode())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name, content)


class TestWhatIsWritten:
    def test_a_file_for_each_template_and_form(self, tmp_path: Path) -> None:
        written = jobs.write(tmp_path / "new" / "folder")
        assert sorted(path.name for path in written) == sorted(
            f"{name}.{form}" for name in TEMPLATES for form in ("csv", "xlsx")
        )
        assert all(path.is_file() for path in written)

    def test_a_filled_in_list_is_never_written_over(self, tmp_path: Path) -> None:
        (tmp_path / "training.csv").write_text("somebody's work")
        with pytest.raises(jobs.AlreadyThereError, match=r"training\.csv is there already"):
            jobs.write(tmp_path)
        assert [path.name for path in tmp_path.iterdir()] == ["training.csv"]
        assert (tmp_path / "training.csv").read_text() == "somebody's work"

    @ALL
    def test_the_csv_holds_the_headings_and_no_more(self, template: Template) -> None:
        (row,) = csv.reader(io.StringIO(jobs.blank(template.name, "csv").decode()))
        assert row == [column.heading for column in template.columns]

    @ALL
    def test_the_workbook_holds_a_sheet_to_fill_in_and_notes(self, template: Template) -> None:
        book = CalamineWorkbook.from_filelike(io.BytesIO(jobs.blank(template.name, "xlsx")))
        assert book.sheet_names == ["Fill in", "Notes"]
        (row,) = book.get_sheet_by_name("Fill in").to_python()
        assert row == [column.heading for column in template.columns]
        notes = {line[0]: line for line in book.get_sheet_by_name("Notes").to_python()}
        for column in template.columns:
            assert notes[column.heading][1] == column.note
            assert notes[column.heading][5] == column.example

    def test_a_rule_nobody_has_read_in_its_source_is_marked_on_the_notes(self) -> None:
        def notes(name: str) -> str:
            book = CalamineWorkbook.from_filelike(io.BytesIO(jobs.blank(name, "xlsx")))
            return str(book.get_sheet_by_name("Notes").to_python())

        assert "72 hours" in notes("return_interviews")
        assert "[unverified]" in notes("return_interviews")
        assert "five working days" in notes("placement_plans")
        assert "[unverified]" not in notes("placement_plans")

    @ALL
    def test_every_cell_says_what_to_write_and_refuses_what_cannot_be_read(
        self, template: Template
    ) -> None:
        rules = validations(template)
        assert len(rules) == len(template.columns)
        for letter, column in zip("ABCDEFGHIJKLMN", template.columns, strict=False):
            rule = rules[letter]
            assert f'prompt="{escape(column.note)}"' in rule
            if column.kind == "flag":
                assert '<formula1>"Yes,No"</formula1>' in rule
            if column.choices:
                assert all(escape(choice.words) in rule for choice in column.choices)
                assert 'showErrorMessage="1"' in rule
            if column.usual:
                assert 'type="list"' in rule
                assert "showErrorMessage" not in rule, "other words may be written"
            if column.kind == "date":
                assert 'type="date"' in rule
            if column.kind == "integer":
                assert 'type="whole"' in rule

    @ALL
    def test_the_same_template_is_the_same_bytes(self, template: Template) -> None:
        assert jobs.blank(template.name, "xlsx") == jobs.blank(template.name, "xlsx")

    def test_a_template_or_form_that_is_not_there(self) -> None:
        with pytest.raises(KeyError):
            jobs.blank("holiday", "csv")
        with pytest.raises(KeyError):
            jobs.blank("training", "pdf")


class TestReadBack:
    def test_empty_as_lists_without_a_row(self, tmp_path: Path) -> None:
        jobs.write(tmp_path)
        for read in read_files([tmp_path]):
            (table,) = read.tables
            assert Path(read.path).stem == table.table
            assert table.rows == 0
            assert messages(read) == []

    @ALL
    def test_filled_in_as_the_notes_show(self, template: Template, tmp_path: Path) -> None:
        jobs.write(tmp_path, ["xlsx"])
        path = tmp_path / f"{template.name}.xlsx"
        example = [column.example for column in template.columns]
        fill_in(path, example)
        read = read_file(path)
        (table,) = read.tables
        assert (table.table, table.kept, messages(read)) == (template.name, 1, [])
        (row,) = table.data.to_pylist()
        assert [bool(row[c.name] is not None) for c in template.columns] == [*map(bool, example)]

    def test_as_picked_from_the_lists(self, tmp_path: Path) -> None:
        jobs.write(tmp_path, ["xlsx"])
        path = tmp_path / "family_time.xlsx"
        fill_in(
            path,
            ["10219", "mother", "26/09/2026", "Yes", "authority"],
            ["10219", "brothers or sisters", "26/09/2026", "No", "carer", "Ill"],
        )
        assert read_table(path).data.select(
            ["with_whom", "happened", "reason_not"]
        ).to_pylist() == [
            {"with_whom": "mother", "happened": True, "reason_not": None},
            {"with_whom": "brothers or sisters", "happened": False, "reason_not": "Ill"},
        ]
