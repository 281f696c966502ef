"""A Word file opened safely: measured before it is unpacked, its macros left asleep.

A Word file is a zip of XML. Each part is unpacked once, a piece at a time, only to be measured:
that proves that the sizes its zip declares are true, so that the reader cannot be misled. Nothing
in the file is ever run, and nothing it links to is fetched.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE
from docx.opc.part import PartFactory
from docx.package import Package
from docx.parts.document import DocumentPart

from sightline.letters.letter import LetterError

MOST_UNPACKED = 200_000_000  # bytes, of all parts together
_PIECE = 1 << 20
_TO_SAVE = "Save it as a Word document (.docx) or a PDF and load that."
_MACRO_ENABLED = "application/vnd.ms-word.document.macroEnabled.main+xml"
_MACROS = "vbaProject.bin"

# python-docx knows documents with macros only by another name
PartFactory.part_type_for[_MACRO_ENABLED] = DocumentPart


@dataclass(frozen=True, slots=True)
class WordFile:
    """The document as python-docx gives it, and whether the file carries macros."""

    document: WordDocument
    macros: bool


def opened_word(data: bytes, name: str) -> WordFile:
    """The Word document that these bytes are. Raises LetterError with what to do otherwise."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            _check_kind(package, names, name)
            _measure(package, name)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
        raise LetterError(f"{name} is a damaged Word document. Save it again.") from error
    macros = any(each.endswith(_MACROS) for each in names)
    return WordFile(_document(data, name), macros)


def _check_kind(package: zipfile.ZipFile, names: list[str], name: str) -> None:
    if "mimetype" in names and package.read("mimetype").startswith(b"application/vnd.oasis"):
        raise LetterError(f"{name} is an OpenDocument file, which cannot be read. {_TO_SAVE}")
    if "[Content_Types].xml" not in names or not any(each.startswith("word/") for each in names):
        raise LetterError(f"{name} is not a Word document. {_TO_SAVE}")


def _measure(package: zipfile.ZipFile, name: str) -> None:
    """Unpack every part to its end; refuse too much, and XML that declares entities of its own."""
    unpacked = 0
    for part in package.infolist():
        with package.open(part) as stream:
            first = True
            while piece := stream.read(_PIECE):
                unpacked += len(piece)
                if unpacked > MOST_UNPACKED:
                    size = MOST_UNPACKED // 1_000_000
                    raise LetterError(f"{name} unpacks to more than {size} MB. {_TO_SAVE}")
                if first and (b"<!DOCTYPE" in piece[:4000] or b"<!ENTITY" in piece[:4000]):
                    message = f"{name} declares entities of its own, which no letter does."
                    raise LetterError(f"{message} {_TO_SAVE}")
                first = False


def _document(data: bytes, name: str) -> WordDocument:
    try:
        part = Package.open(io.BytesIO(data)).main_document_part
        assert isinstance(part, DocumentPart)
        assert part.content_type in (_MACRO_ENABLED, CONTENT_TYPE.WML_DOCUMENT_MAIN)
        document: WordDocument = part.document
    except Exception as error:  # whatever the parser makes of XML that is none of its own
        raise LetterError(f"{name} is a damaged Word document. Save it again.") from error
    return document
