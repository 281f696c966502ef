"""A pack as an accessible PDF (PDF/UA-1), by Typst: decision 0018.

Tagged headings, lists and tables with header cells, a title, a language, and words for every
picture; Typst refuses to write a file that claims the standard and breaks it.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import reportlab
import typst

from sightline.packs.content import Pack

_FONTS = Path(reportlab.__file__).parent / "fonts"  # Bitstream Vera, free to hand on
_TEMPLATE = Path(__file__).with_name("pack.typ")
_DRAWN_WITH = "Helvetica Neue, Arial, Helvetica, sans-serif"
_FONT = "Bitstream Vera Sans"


def pdf(pack: Pack, written_at: datetime) -> bytes:
    """The pack as a PDF. The same pack and time give the same file."""
    content = json.dumps(pack.as_json()).replace(_DRAWN_WITH, _FONT)
    return typst.compile(
        str(_TEMPLATE),
        format="pdf",
        font_paths=[str(_FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"pack": content},
        pdf_standards=["ua-1"],
        timestamp=int(written_at.timestamp()),
    )
