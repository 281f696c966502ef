"""A pack as a Word document: its headings are headings, its tables have header rows."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from io import BytesIO

import vl_convert
from docx import Document
from docx.document import Document as Written
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from sightline.packs.content import Chart, Pack, Section, Table

_SHARPNESS = 2.0  # dots of a picture for each of its own points
_LANGUAGE = "en-GB"
_TEXT = Mm(170)  # between the margins of A4


def docx(pack: Pack, written_at: datetime) -> bytes:
    """The pack as a .docx file."""
    document = Document()
    _set_up(document, pack, written_at)
    document.add_heading(pack.title, 0)
    document.add_paragraph(f"{pack.authority}. {pack.standing}.")
    document.add_paragraph(pack.about)
    for level, section in pack.walk():
        _write(document, section, min(level, 9))
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _set_up(document: Written, pack: Pack, written_at: datetime) -> None:
    kept = document.core_properties
    kept.title, kept.author, kept.language = pack.title, pack.authority, _LANGUAGE
    kept.created = kept.modified = written_at
    kept.comments = pack.standing
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), _LANGUAGE)
    normal.element.get_or_add_rPr().append(language)
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(20)
    page.footer.paragraphs[0].text = f"{pack.title}, {pack.standing}"


def _write(document: Written, section: Section, level: int) -> None:
    document.add_heading(section.title, level)
    if section.sentence:
        document.add_paragraph().add_run(section.sentence).bold = True
    for point in section.points:
        document.add_paragraph(point, style="List Bullet")
    if section.chart:
        _draw(document, section.chart)
    if section.table:
        _tabulate(document, section.table)
    for note in section.notes:
        document.add_paragraph(note)


def _draw(document: Written, chart: Chart) -> None:
    """The picture, with the words that a screen reader reads instead of it."""
    shape = document.add_picture(BytesIO(_png(chart.svg)), width=_TEXT)
    told = shape._inline.docPr  # python-docx has no other way to it
    told.set("title", chart.title)
    told.set("descr", f"{chart.title}. {chart.description}")


@lru_cache(maxsize=128)  # packs of one day share charts
def _png(svg: str) -> bytes:
    return vl_convert.svg_to_png(svg, scale=_SHARPNESS)


def _tabulate(document: Written, content: Table) -> None:
    caption = document.add_paragraph(content.caption, style="Caption")
    caption.paragraph_format.keep_with_next = True
    rows = (content.heads, *content.rows)
    table = document.add_table(rows=len(rows), cols=len(content.heads), style="Light List")
    # a row's own `cells` reads the whole table again for each row
    for cell, said in zip(table._cells, (said for row in rows for said in row), strict=True):
        cell.text = said
    header = OxmlElement("w:tblHeader")
    header.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(header)
