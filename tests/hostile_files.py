"""Files built to fill the memory, to reach outside themselves, or to break their reader."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.census_files import A_CHILD, cin
from tests.returns_files import A_REVIEW, REVIEWS

LAUGHS = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "ha">' for n in range(10)
)
SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    "{}</sheetData></worksheet>"
)
TEXTS = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</sst>'
BOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://'
    'schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" '
    'sheetId="1" r:id="rId1"/></sheets></workbook>'
)
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{KIND}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{KIND}/sharedStrings" Target="sharedStrings.xml"/>'
    "</Relationships>"
)


def workbook(sheet: str, texts: str = "") -> bytes:
    """A workbook written by hand: the XML of its one sheet and of its shared texts."""
    return zipped(
        {
            "xl/workbook.xml": BOOK,
            "xl/_rels/workbook.xml.rels": RELATIONS,
            "xl/sharedStrings.xml": TEXTS.format(texts) if "<sst" not in texts else texts,
            "xl/worksheets/sheet1.xml": SHEET.format(sheet),
        }
    )


def zipped(members: dict[str, str]) -> bytes:
    """A zip of members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return out.getvalue()


def lying(data: bytes, name: str, size: int) -> bytes:
    """The zip, its headers giving a size for one member that is not its own."""
    changed = bytearray(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        start = archive.getinfo(name).header_offset
    struct.pack_into("<I", changed, start + 22, size)
    central = data.rindex(b"PK\x01\x02", 0, data.rindex(name.encode()))
    struct.pack_into("<I", changed, central + 24, size)
    return bytes(changed)


def sparse(path: Path, start: bytes, size: int) -> Path:
    """A file that is large only in name: its end holds nothing and takes no room."""
    with path.open("wb") as file:
        file.write(start)
        file.truncate(size)
    return path


def _repeated_texts() -> bytes:
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 100_001))
    return workbook(cells, f"<si><t>{'x' * 32_000}</t></si>")


def opendocument(*sheets: str) -> bytes:
    """An OpenDocument workbook written by hand: the rows of each of its sheets."""
    names = (
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    tables = "".join(
        f'<table:table table:name="S{number}">{rows}</table:table>'
        for number, rows in enumerate(sheets)
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:'
            'opendocument:xmlns:manifest:1.0"/>',
            "content.xml": f"<office:document-content {names}><office:body><office:spreadsheet>"
            f"{tables}</office:spreadsheet></office:body></office:document-content>",
        }
    )


def ods_row(*cells: str, times: int = 1) -> str:
    """A row, so many times over."""
    return (
        f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}</table:table-row>'
    )


def ods_cell(text: str = "", times: int = 1) -> str:
    """A cell, so many times over; without text it is empty."""
    said = f' office:value-type="string"><text:p>{text}</text:p>' if text else ">"
    return f'<table:table-cell table:number-columns-repeated="{times}"{said}</table:table-cell>'


def record(kind: int, body: bytes) -> bytes:
    """A record of a binary workbook."""

    def number(value: int) -> bytes:
        out = bytearray()
        while value > 0x7F:
            out.append(value & 0x7F | 0x80)
            value >>= 7
        return bytes([*out, value])

    return number(kind) + number(len(body)) + body


def wide(text: str) -> bytes:
    """A text as a binary workbook writes it."""
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def binary_workbook(cells: list[tuple[int, int, int]], texts: list[str]) -> bytes:
    """A binary workbook written by hand: row, column (from 0) and which shared text."""
    rows: dict[int, list[tuple[int, int]]] = {}
    for row, column, which in cells:
        rows.setdefault(row, []).append((column, which))
    sheet = record(129, b"") + record(148, bytes(16)) + record(145, b"")
    for row, of_row in rows.items():
        sheet += record(0, struct.pack("<IIHBBBI", row, 0, 300, 0, 0, 0, 0))
        for column, which in of_row:
            sheet += record(7, struct.pack("<III", column, 0, which))
    sheet += record(146, b"") + record(130, b"")
    strings = record(159, struct.pack("<II", len(texts), len(texts)))
    strings += b"".join(record(19, b"\0" + wide(text)) for text in texts) + record(160, b"")
    bundle = record(156, struct.pack("<II", 0, 1) + wide("rId1") + wide("S"))
    book = record(131, b"") + record(143, b"") + bundle + record(144, b"") + record(132, b"")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.bin", book)
        archive.writestr("xl/_rels/workbook.bin.rels", RELATIONS.replace(".xml", ".bin"))
        archive.writestr("xl/worksheets/sheet1.bin", sheet)
        archive.writestr("xl/sharedStrings.bin", strings)
    return out.getvalue()


LAST_ROW, LAST_COLUMN = 1_048_576, 16_384


def _attributes() -> str:
    return "<Message><Child " + " ".join(f'a{n}="1"' for n in range(400_000)) + "/></Message>"


def _text(text: str) -> Callable[[], bytes]:
    return text.encode


DOCTYPE = "<!DOCTYPE Message [{}]><Message><Children>&{};</Children></Message>"
REVIEWS_CSV = f"{REVIEWS}\n{A_REVIEW}\n"
MEGA = 1_000_000

HOSTILE: dict[str, tuple[Callable[[], bytes], str, str]] = {
    # name: the file, the rule its issue names, words of the message
    "laughs.xml": (_text(DOCTYPE.format(LAUGHS, "l9")), "file_unreadable", "entities"),
    "outside.xml": (
        _text(DOCTYPE.format('<!ENTITY x SYSTEM "file:///etc/hostname">', "x")),
        "file_unreadable",
        "entities",
    ),
    "network.xml": (
        _text('<!DOCTYPE Message SYSTEM "http://192.0.2.1/a.dtd"><Message><Children/></Message>'),
        "file_unreadable",
        "entities",
    ),
    "late.xml": (
        _text(f"<!--{'x' * 80_000}--><!DOCTYPE a [{LAUGHS}]><Message>&l9;</Message>"),
        "file_unknown",
        "none of the returns",
    ),
    "deep.xml": (
        lambda: (cin(A_CHILD).replace("<Child>", "<Child>" * MEGA, 1)).encode(),
        "file_too_large",
        "nested too deeply",
    ),
    "deep unknown.xml": (
        lambda: (cin(A_CHILD).replace("<Child>", "<x>" * MEGA + "<Child>", 1)).encode(),
        "file_too_large",
        "nested too deeply",
    ),
    "value.xml": (
        lambda: cin(A_CHILD.replace("101", "1" * 40 * MEGA)).encode(),
        "file_too_large",
        "a value longer than a million characters, at line 6",
    ),
    "text between.xml": (
        lambda: cin(A_CHILD, "x" * 40 * MEGA).encode(),
        "file_too_large",
        "a value longer than a million characters",
    ),
    "tag.xml": (
        lambda: cin(A_CHILD, f'<Child a="{"x" * 40 * MEGA}"/>').encode(),
        "file_too_large",
        "a tag longer",
    ),
    "attributes.xml": (
        lambda: cin(A_CHILD, _attributes()[9:-10]).encode(),
        "file_too_large",
        "a tag longer",
    ),
    "kinds.xml": (
        lambda: cin(A_CHILD, "".join(f"<e{n}/>" for n in range(MEGA))).encode(),
        "file_too_large",
        "more kinds of element",
    ),
    "encoding.xml": (
        _text('<?xml version="1.0" encoding="klingon"?><Message><Children/></Message>'),
        "file_unreadable",
        "a character encoding that cannot be read",
    ),
    "wide encoding.xml": (
        _text('<?xml version="1.0" encoding="utf-7"?><Message><Children/></Message>'),
        "file_unreadable",
        "a character encoding that cannot be read",
    ),
    "broken bytes.xml": (
        lambda: cin(A_CHILD).encode().replace(b"101", b"1\xff\xfe1"),
        "file_unreadable",
        "bytes at line 6 that are no text",
    ),
    "cut.xml": (
        lambda: cin(A_CHILD).encode()[:-60],
        "file_truncated",
        "breaks off at line",
    ),
    "cut in a tag.xml": (
        lambda: cin(A_CHILD).encode()[:-4],
        "file_truncated",
        "breaks off at line 53",
    ),
    "crossed tags.xml": (
        lambda: cin(A_CHILD).replace("</Child>", "</Chlid>").encode(),
        "file_unreadable",
        "damaged as XML at line 51",
    ),
    "two documents.xml": (
        lambda: (cin(A_CHILD) * 2).encode(),
        "file_unreadable",
        "damaged as XML at line",
    ),
    "line.csv": (
        lambda: f"{REVIEWS}\n{A_REVIEW}{'x' * 40 * MEGA}".encode(),
        "file_too_large",
        "a line of more than",
    ),
    "columns.csv": (
        lambda: f"{REVIEWS}{',a' * 500_000}\n{A_REVIEW}\n".encode(),
        "file_too_large",
        "more than 2,000 values in row 1",
    ),
    "quoted columns.csv": (
        lambda: f'{REVIEWS}\n"1"{",a" * 500_000}\n{A_REVIEW}\n'.encode(),
        "file_too_large",
        "more than 2,000 values in row 2",
    ),
    "declares.zip": (
        lambda: lying(zipped({"reviews.csv": REVIEWS_CSV}), "reviews.csv", 2_000_000_000),
        "file_too_large",
        "unpacks to more than 1,000 MB",
    ),
    "hides.zip": (
        lambda: lying(zipped({"reviews.csv": "x" * 80 * MEGA}), "reviews.csv", 100),
        "file_truncated",
        "damaged",
    ),
    "texts.xlsx": (_repeated_texts, "file_too_large", "repeats so much text"),
    "entities.xlsx": (
        lambda: workbook(
            '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
            f"<!DOCTYPE sst [{LAUGHS}]>" + TEXTS.format("<si><t>&l9;</t></si>"),
        ),
        "file_unreadable",
        "entities",
    ),
    "corner.xlsx": (
        lambda: workbook(
            "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row><row r='1'><c r='A1'/></row>"
        ),
        "file_too_large",
        "too far to the right or down",
    ),
    "hides.xlsx": (
        lambda: lying(
            workbook("", f"<si><t>{'x' * 80 * MEGA}</t></si>"), "xl/sharedStrings.xml", 100
        ),
        "file_truncated",
        "damaged",
    ),
    "repeats.ods": (
        lambda: opendocument(ods_row(ods_cell("1", LAST_COLUMN), times=LAST_ROW)),
        "file_too_large",
        "too far to the right or down",
    ),
    "corner.ods": (
        lambda: opendocument(
            ods_row(ods_cell("1"))
            + ods_row(ods_cell(), times=LAST_ROW - 2)
            + ods_row(ods_cell(times=LAST_COLUMN - 1), ods_cell("1"))
        ),
        "file_too_large",
        "too far to the right or down",
    ),
    "texts.ods": (
        lambda: opendocument(ods_row(ods_cell("x" * 40_000), times=100_000)),
        "file_too_large",
        "repeats so much text",
    ),
    "corner.xlsb": (
        lambda: binary_workbook([(0, 0, 0), (LAST_ROW - 1, LAST_COLUMN - 1, 0)], ["1"]),
        "file_too_large",
        "too far to the right or down",
    ),
    "texts.xlsb": (
        lambda: binary_workbook([(row, 0, 0) for row in range(100_000)], ["x" * 32_000]),
        "file_too_large",
        "repeats so much text",
    ),
}
