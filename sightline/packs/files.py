"""All the files of a pack: one for each way to read it, and its content for a machine."""

from __future__ import annotations

import json
from datetime import datetime

from sightline.packs.content import Pack
from sightline.packs.excel import xlsx
from sightline.packs.pdf import pdf
from sightline.packs.word import docx

CONTENT = "pack.json"
KINDS = {
    "pdf": ("PDF", "application/pdf"),
    "docx": ("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "xlsx": ("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
"""By the ending of the name: what people call it, and its media type."""


def written(pack: Pack, at: datetime) -> dict[str, bytes]:
    """The files by name: pack.pdf, pack.docx, pack.xlsx, pack.json."""
    return {
        "pack.pdf": pdf(pack, at),
        "pack.docx": docx(pack, at),
        "pack.xlsx": xlsx(pack),
        CONTENT: json.dumps(pack.as_json(), ensure_ascii=False).encode(),
    }
