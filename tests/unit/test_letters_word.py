"""Word documents: headings, Word's own numbering, tables, pages, and files that mean harm."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from sightline.letters import Grade, Letter, LetterError, LetterKind, paragraphs, read
from sightline.letters import word_package as package

TITLE = "Peer challenge of Northmoor Council children's services"
WEAK = "Too many children wait for an assessment, and some of them wait far too long."
STRONG = "Social workers visit children often and know them and their carers very well."


def _save(tmp_path: Path, write: Callable[[Document], None], name: str = "letter.docx") -> Path:
    document = docx.Document()
    write(document)
    path = tmp_path / name
    document.save(str(path))
    return path


def _read(tmp_path: Path, write: Callable[[Document], None]) -> Letter:
    return read(_save(tmp_path, write))


def _review(document: Document) -> None:
    document.add_heading(TITLE, 0)
    document.add_paragraph("Visit on 4 to 6 March 2024")
    document.add_heading("Strengths", 1)
    document.add_paragraph(STRONG, style="List Bullet")
    document.add_heading("Areas for development", 1)
    document.add_paragraph("The speed of assessment.", style="List Bullet")
    document.add_paragraph("Caseloads of new social workers.", style="List Bullet")
    document.add_heading("Recommendations", 1)
    document.add_paragraph("Appoint a practice lead by 30 June 2024.", style="List Number")
    document.add_paragraph("Hear from children.", style="List Number")


def test_headings_bullets_and_word_s_own_numbers(tmp_path: Path) -> None:
    letter = _read(tmp_path, _review)
    assert (letter.kind, letter.authority) == (LetterKind.PEER_REVIEW, "Northmoor")
    assert [(each.number, each.text) for each in letter.improvements] == [
        (None, "The speed of assessment."),
        (None, "Caseloads of new social workers."),
        ("1", "Appoint a practice lead by 30 June 2024."),
        ("2", "Hear from children."),
    ]
    assert letter.improvements[2].parts[0].due == date(2024, 6, 30)
    assert [each.text for each in letter.findings if each.section == "Strengths"] == [STRONG]


def _list_levels(document: Document, patterns: list[tuple[str, str]]) -> str:
    """A list of the document with levels of (format, text); its numId."""
    numbering = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "77")
    for level, (form, text) in enumerate(patterns):
        element = OxmlElement("w:lvl")
        element.set(qn("w:ilvl"), str(level))
        for tag, value in (("w:start", "1"), ("w:numFmt", form), ("w:lvlText", text)):
            child = OxmlElement(tag)
            child.set(qn("w:val"), value)
            element.append(child)
        abstract.append(element)
    numbering.insert(0, abstract)
    number = OxmlElement("w:num")
    number.set(qn("w:numId"), "77")
    child = OxmlElement("w:abstractNumId")
    child.set(qn("w:val"), "77")
    number.append(child)
    numbering.append(number)
    return "77"


def _listed(paragraph: Any, number: str, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = int(number)


def test_numbers_of_several_levels_are_counted_as_word_prints_them(tmp_path: Path) -> None:
    texts = [(0, "Introduction to the review"), (1, WEAK), (1, STRONG), (0, "What was found here")]

    def write(document: Document) -> None:
        document.add_heading(TITLE, 0)
        number = _list_levels(document, [("decimal", "%1."), ("decimal", "%1.%2")])
        for level, text in [*texts, (1, WEAK + " Again.")]:
            _listed(document.add_paragraph(text), number, level)

    said = paragraphs(_save(tmp_path, write))
    assert [each.paragraph for each in said] == ["1", "1.1", "1.2", "2", "2.1"]


def test_a_table_of_judgements(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        document.add_heading("Inspection of Northmoor local authority children's services", 0)
        document.add_paragraph("Inspection dates: 17 to 28 January 2022")
        rows = [
            ("Judgement", "Grade"),
            ("The impact of leaders", "Good"),
            ("Overall effectiveness", "Requires improvement to be good"),
        ]
        table = document.add_table(0, 2)
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        document.add_heading("What needs to improve?", 1)
        document.add_paragraph("The speed of assessment.", style="List Bullet")
        document.add_paragraph(WEAK)

    letter = _read(tmp_path, write)
    assert [(each.judgement, each.grade) for each in letter.judgements] == [
        ("The impact of leaders", Grade.GOOD),
        ("Overall effectiveness", Grade.REQUIRES_IMPROVEMENT),
    ]
    assert letter.visited_from == date(2022, 1, 17)


def test_a_table_of_labels_and_values_says_what_the_paper_is(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        table = document.add_table(0, 2)
        for row in [
            ("Report to:", "Children's Scrutiny Committee"),
            ("Date of meeting:", "4 October 2022"),
            ("Report of:", "Director of Children's Services, Northmoor Council"),
        ]:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        document.add_heading("Key issues", 1)
        document.add_paragraph("2.1 " + WEAK)

    letter = _read(tmp_path, write)
    assert (letter.kind, letter.published) == (LetterKind.COVER_REPORT, date(2022, 10, 4))
    assert [each.paragraph for each in letter.findings] == ["2.1"]


def test_a_table_of_recommendations_with_their_numbers(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        document.add_heading("Internal audit report: Northmoor Council children's services", 0)
        document.add_heading("Detailed findings", 1)
        rows = [
            ("Ref", "Finding", "Recommendation", "Priority"),
            ("1", WEAK, "Set a limit on waits for assessment.", "High"),
            ("2", STRONG, "Share what the visiting team does.", "Low"),
        ]
        table = document.add_table(0, 4)
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        document.add_paragraph("Management accepts that plans are not always kept up to date.")

    letter = _read(tmp_path, write)
    assert letter.kind is LetterKind.INTERNAL_AUDIT
    assert [(each.number, each.text) for each in letter.improvements] == [
        ("1", "Set a limit on waits for assessment."),
        ("2", "Share what the visiting team does."),
    ]
    assert [each.text for each in letter.findings] == [
        WEAK,
        STRONG,
        "Management accepts that plans are not always kept up to date.",
    ]
    assert letter.findings[2].section == "Detailed findings"


def test_pages_come_from_where_word_last_broke_them(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        document.add_heading(TITLE, 0)
        document.add_paragraph(WEAK)
        run = document.add_paragraph().add_run()
        run._r.append(OxmlElement("w:lastRenderedPageBreak"))
        run.add_text(STRONG)

    letter = _read(tmp_path, write)
    assert letter.pages == 2
    assert [each.page for each in letter.findings] == [1, 2]
    assert not any("page numbers" in each.reason for each in letter.unread)


def test_a_file_without_pages_says_so(tmp_path: Path) -> None:
    letter = _read(tmp_path, _review)
    assert letter.pages == 1
    assert any("keeps no page numbers" in each.reason for each in letter.unread)


def test_what_was_struck_out_is_not_read_and_what_was_put_in_is(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        document.add_heading(TITLE, 0)
        paragraph = document.add_paragraph("Too many children wait ")
        for tag, text_tag, words in (
            ("w:del", "w:delText", "not very long"),
            ("w:ins", "w:t", "far too long for an assessment."),
        ):
            change, run, text = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text_tag)
            text.text = words
            run.append(text)
            change.append(run)
            paragraph._p.append(change)

    letter = _read(tmp_path, write)
    assert letter.findings[0].text == "Too many children wait far too long for an assessment."
    assert any("tracked changes" in each.reason for each in letter.unread)


def _with_part(path: Path, name: str, data: bytes, change: tuple[str, str] = ("", "")) -> Path:
    """The Word file with one more part, and a change to its list of content types."""
    whole = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            text = old.read(part)
            if part.filename == "[Content_Types].xml" and change[0]:
                text = text.decode().replace(*change).encode()
            new.writestr(part.filename, text)
        new.writestr(name, data)
    path.write_bytes(whole.getvalue())
    return path


def test_macros_are_never_run_and_the_text_is_read(tmp_path: Path) -> None:
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    path = _save(tmp_path, _review, "letter.docm")
    macro = "application/vnd.ms-word.document.macroEnabled.main+xml"
    letter = read(_with_part(path, "word/vbaProject.bin", b"not a macro", (main, macro)))
    assert len(letter.improvements) == 4
    assert "This file carries macros; they were not run." in {each.reason for each in letter.unread}


def test_a_zip_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_UNPACKED", 5_000_000)
    path = _with_part(_save(tmp_path, _review), "word/media/zeros.bin", b"\0" * 6_000_000)
    assert path.stat().st_size < 100_000
    with pytest.raises(LetterError, match="unpacks to more than 5 MB"):
        read(path)


def test_entities_are_refused(tmp_path: Path) -> None:
    path = _save(tmp_path, _review)
    bomb = b'<!DOCTYPE a [<!ENTITY b "child">]><a>&b;</a>'
    with pytest.raises(LetterError, match="declares entities"):
        read(_with_part(path, "word/extra.xml", bomb))


def test_a_word_file_cut_short(tmp_path: Path) -> None:
    path = _save(tmp_path, _review)
    path.write_bytes(path.read_bytes()[:4000])
    with pytest.raises(LetterError, match="damaged Word document"):
        read(path)


def test_a_word_file_whose_text_is_no_xml(tmp_path: Path) -> None:
    path = _save(tmp_path, _review)
    whole = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(whole, "w") as new:
        for part in old.infolist():
            broken = part.filename == "word/document.xml"
            new.writestr(part.filename, b"<w:p" if broken else old.read(part))
    path.write_bytes(whole.getvalue())
    with pytest.raises(LetterError, match="damaged Word document"):
        read(path)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("old.doc", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "before 2007"),
        ("letter.rtf", rb"{\rtf1\ansi Children wait.}", "rich text"),
        ("letter.txt", rb"{\rtf1\ansi Children wait.}", "rich text"),
    ],
)
def test_older_kinds_say_what_to_save_them_as(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(
        LetterError,
        match=rf"{message}.*\.docx",
    ) as refused:
        read(tmp_path / name)
    assert re.search("Open it in Word", str(refused.value))


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "OpenDocument"),
        ({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<a/>"}, "not a Word document"),
        ({"photo.jpg": "x"}, "not a Word document"),
    ],
)
def test_other_zips_say_what_to_save_them_as(
    tmp_path: Path, parts: dict[str, str], message: str
) -> None:
    path = tmp_path / "letter.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    with pytest.raises(LetterError, match=rf"{message}.*Save it as a Word document"):
        read(path)
