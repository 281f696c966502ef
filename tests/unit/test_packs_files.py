"""A pack as files: what assistive technology finds in each, and that an issued one stays itself."""

import json
from ctypes import create_string_buffer
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest
from docx import Document
from docx.oxml.ns import qn
from python_calamine import load_workbook

from sightline.packs import Pack, Table, frozen
from sightline.packs.content import NotAPackError
from sightline.packs.excel import xlsx
from sightline.packs.files import written
from sightline.packs.pdf import pdf
from sightline.packs.word import docx
from tests.packs_made import AT, CHART, PACK


def tags(document: pdfium.PdfDocument) -> list[tuple[str, str]]:
    """Every structure element of every page in reading order: its type and alternative text."""
    found: list[tuple[str, str]] = []

    def text(ask: object, element: object) -> str:
        size = ask(element, None, 0)  # type: ignore[operator]
        buffer = create_string_buffer(size)
        ask(element, buffer, size)  # type: ignore[operator]
        return buffer.raw.decode("utf-16-le").rstrip("\0") if size else ""

    def walk(element: object) -> None:
        kind = text(raw.FPDF_StructElement_GetType, element)
        found.append((kind, text(raw.FPDF_StructElement_GetAltText, element)))
        for place in range(raw.FPDF_StructElement_CountChildren(element)):
            child = raw.FPDF_StructElement_GetChildAtIndex(element, place)
            if child:
                walk(child)

    for page in document:
        tree = raw.FPDF_StructTree_GetForPage(page.raw)
        for place in range(raw.FPDF_StructTree_CountChildren(tree)):
            walk(raw.FPDF_StructTree_GetChildAtIndex(tree, place))
        raw.FPDF_StructTree_Close(tree)
    return found


def test_pdf_has_a_title_a_language_and_tags() -> None:
    document = pdfium.PdfDocument(pdf(PACK, AT))
    assert document.get_metadata_dict()["Title"] == "Pack for the board"
    assert document.is_tagged()
    found = tags(document)
    kinds = [kind for kind, _ in found]
    assert kinds.count("TH") == 2
    assert kinds.count("TD") == 4
    assert {"H1", "H2", "L", "LI", "Table", "TR", "Figure"} <= set(kinds)
    (told,) = [alt for kind, alt in found if kind == "Figure" and alt]
    assert told == f"{CHART.title}. {CHART.description}"


def test_pdf_claims_the_standard_and_the_language() -> None:
    content = pdf(PACK, AT)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content
    assert b"/Lang(en-GB)" in content


def test_pdf_reads_words_as_words() -> None:
    page = pdfium.PdfDocument(pdf(PACK, AT))[0].get_textpage().get_text_bounded()
    assert "One thing *changed* #here." in page


def test_pdf_is_the_same_for_the_same_pack() -> None:
    assert pdf(PACK, AT) == pdf(PACK, AT)


def test_word_has_headings_header_rows_and_words_for_pictures() -> None:
    document = Document(BytesIO(docx(PACK, AT)))
    assert document.core_properties.title == "Pack for the board"
    assert document.core_properties.language == "en-GB"
    styles = {each.text: each.style.name for each in document.paragraphs if each.style}
    assert styles["What changed"] == "Heading 1"
    assert styles["Visits"] == "Heading 2"
    (table,) = document.tables
    assert len(list(table.rows[0]._tr.iter(qn("w:tblHeader")))) == 1
    assert [cell.text for cell in table.rows[2].cells] == ["May", "c"]
    (told,) = document.element.body.iter(qn("wp:docPr"))
    assert told.get("descr") == f"{CHART.title}. {CHART.description}"


def test_excel_has_a_sheet_for_each_table_and_runs_no_formula() -> None:
    book = load_workbook(BytesIO(xlsx(PACK)))
    assert book.sheet_names == ["Pack", "Visits"]
    assert book.get_sheet_by_name("Visits").to_python()[1] == ["30 Jun 2026", "90%"]
    said = [row[1] for row in book.get_sheet_by_name("Pack").to_python()]
    assert "=1+1" in said


def test_content_comes_back_as_it_was() -> None:
    assert Pack.from_json(json.loads(json.dumps(PACK.as_json()))) == PACK
    with pytest.raises(NotAPackError):
        Pack.from_json({"title": "No sections"})


def test_a_row_fits_its_heads() -> None:
    with pytest.raises(ValueError, match="a cell for each head"):
        Table("T", ("A", "B"), (("1",),))


def test_an_issued_pack_is_written_once(tmp_path: Path) -> None:
    files = written(PACK, AT)
    digest = frozen.freeze(tmp_path, "board-v1", files)
    assert frozen.opened(tmp_path, "board-v1", digest) == files
    with pytest.raises(FileExistsError):
        frozen.freeze(tmp_path, "board-v1", files)
    assert [path.name for path in (tmp_path / "packs").iterdir()] == ["board-v1"]


@pytest.mark.parametrize("how", ["changed", "gone", "added", "all gone"])
def test_a_touched_pack_is_not_opened(tmp_path: Path, how: str) -> None:
    digest = frozen.freeze(tmp_path, "board-v1", {"pack.pdf": b"a", "pack.json": b"{}"})
    folder = tmp_path / "packs" / "board-v1"
    if how == "changed":
        (folder / "pack.pdf").chmod(0o640)
        (folder / "pack.pdf").write_bytes(b"b")
    elif how == "gone":
        (folder / "pack.pdf").unlink()
    elif how == "added":
        (folder / "more.txt").write_bytes(b"")
    else:
        folder.rename(tmp_path / "elsewhere")
    with pytest.raises(frozen.ChangedError):
        frozen.opened(tmp_path, "board-v1", digest)
