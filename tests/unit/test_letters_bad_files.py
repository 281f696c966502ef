"""Files that are no letter: each gets a message for the person who loaded it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from sightline.letters import LetterError, page_image, read
from sightline.letters.documents import MOST_BYTES
from tests.letters_print import numbered, para, print_letter, title

JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000") + b"\xff\xd9"


def _ordinary(path: Path) -> Path:
    return print_letter(
        path,
        [
            title("Inspection of Northmoor local authority children's services"),
            para("Services for children in Northmoor are good and leaders know them well."),
        ],
    )


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(LetterError, match=r"gone\.pdf could not be opened"):
        read(tmp_path / "gone.pdf")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(LetterError, match="could not be opened"):
        read(tmp_path)


@pytest.mark.parametrize("name", ["empty.txt", "empty.pdf"])
def test_an_empty_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"  \n")
    with pytest.raises(LetterError, match="is empty"):
        read(tmp_path / name)


def test_a_locked_pdf(tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    canvas = Canvas(str(path), encrypt=StandardEncryption("secret", canPrint=0))
    canvas.drawString(72, 700, "Children")
    canvas.save()
    with pytest.raises(LetterError, match="locked with a password"):
        read(path)


def test_a_pdf_cut_short(tmp_path: Path) -> None:
    whole = _ordinary(tmp_path / "whole.pdf").read_bytes()
    path = tmp_path / "cut.pdf"
    path.write_bytes(whole[: len(whole) // 3])
    with pytest.raises(LetterError, match="Download it again"):
        read(path)


def test_a_scan(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    canvas = Canvas(str(path))
    _scanned_page(canvas)
    canvas.save()
    with pytest.raises(LetterError, match="no text in it"):
        read(path)


def _scanned_page(canvas: Canvas) -> None:
    from PIL import Image

    picture = io.BytesIO()
    Image.new("RGB", (60, 80), "white").save(picture, format="PNG")
    canvas.drawImage(ImageReader(picture), 0, 0, 500, 700)
    canvas.showPage()


def test_a_report_with_a_scanned_page_says_which(tmp_path: Path) -> None:
    path = tmp_path / "part.pdf"
    canvas = Canvas(str(path))
    for text in ("Monitoring visit to Northmoor children's services", "Children wait."):
        canvas.drawString(72, 700, text)
        canvas.showPage()
        _scanned_page(canvas)
    canvas.save()
    letter = read(path)
    assert letter.pages == 4
    pages = [each.page for each in letter.unread if "may be a picture" in each.reason]
    assert pages == [2, 4]


def test_a_pdf_that_only_may_not_be_changed_is_read(tmp_path: Path) -> None:
    path = tmp_path / "owned.pdf"
    lock = StandardEncryption("", ownerPassword="owner", canModify=0, canCopy=0)
    canvas = Canvas(str(path), encrypt=lock)
    canvas.drawString(72, 700, "Monitoring visit to Northmoor children's services")
    canvas.save()
    assert read(path).authority == "Northmoor"


@pytest.mark.parametrize("name", ["report.pdf", "report.html", "report.txt"])
def test_a_web_page_saved_as_a_report(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("<!DOCTYPE html>\n<html><body>Children wait.</body></html>")
    with pytest.raises(LetterError, match="is a web page"):
        read(path)


def test_a_file_far_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "annexes.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(LetterError, match="larger than 100 MB"):
        read(path)


def test_bytes_after_the_mark_of_a_pdf_that_are_none(tmp_path: Path) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 40)
    with pytest.raises(LetterError, match="not a readable PDF"):
        read(path)


def test_a_photograph_named_as_a_pdf(tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(JPEG)
    with pytest.raises(LetterError, match="named as a PDF but is not one"):
        read(path)


def test_a_photograph(tmp_path: Path) -> None:
    path = tmp_path / "letter.jpg"
    path.write_bytes(JPEG)
    with pytest.raises(LetterError, match="not a text file"):
        read(path)


def test_a_document_about_something_else(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text("The car park will be closed on Tuesday for repairs to the gate.")
    with pytest.raises(LetterError, match="does not read like a report on children's services"):
        read(path)


def test_three_hundred_pages(tmp_path: Path) -> None:
    paragraph = (
        "Children in Northmoor are seen by their social workers as often as they should be. "
    )
    pieces = [numbered(n, paragraph * 12) for n in range(1, 1201)]
    path = print_letter(
        tmp_path / "long.pdf",
        [title("Inspection of Northmoor local authority children's services"), *pieces],
    )
    letter = read(path)
    assert letter.pages >= 300
    assert [each.paragraph for each in letter.findings] == [str(n) for n in range(1, 1201)]


def test_a_text_has_no_pictures(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Children")
    with pytest.raises(LetterError, match="no pages to show"):
        page_image(path, 1)


def test_a_page_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LetterError, match="has 1 pages: there is no page 2"):
        page_image(_ordinary(tmp_path / "letter.pdf"), 2)
