"""A PDF opened for reading, one at a time in a process: the engine is not made for threads."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from sightline.letters.letter import LetterError

_ONE_AT_A_TIME = threading.Lock()


@contextmanager
def opened_pdf(path: Path) -> Iterator[pdfium.PdfDocument]:
    """The PDF at `path`, closed at the end; LetterError when it is locked or broken.

    Whoever comes while another thread reads waits for it. Source: pypdfium2, "PDFium is inherently
    not thread-safe".
    """
    with _ONE_AT_A_TIME:
        document = _open(path)
        try:
            yield document
        finally:
            document.close()


def _open(path: Path) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD or "assword" in str(
            error
        ):
            message = "is locked with a password. Save a copy without the password and try again."
        else:
            message = "is not a readable PDF: it may be cut short. Download it again."
        raise LetterError(f"{path.name} {message}") from error
    except OSError as error:
        raise LetterError(f"{path.name} could not be opened: {error.strerror}.") from error
    if len(document) == 0:
        raise LetterError(f"{path.name} has no pages. Download it again.")
    return document
