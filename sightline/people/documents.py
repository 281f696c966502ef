"""Documents that stay: kept in the data folder under their digest."""

import hashlib
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

_LONGEST = 255  # letters of a name


def keep_document(sent: "UploadedFile[bytes]", folder: str, data: Path) -> tuple[str, str]:
    """Writes a document beneath `data`/`folder`: (where it lies within `data`, its own name).

    The same document sent twice lies there once, and half a document lies nowhere.
    """
    content = sent.read()
    name = PurePath(sent.name or "").name[:_LONGEST]
    file = f"{folder}/{hashlib.sha256(content).hexdigest()}{PurePath(name).suffix.lower()}"
    whole = data / file
    whole.parent.mkdir(parents=True, exist_ok=True)
    half = whole.with_name(f"{whole.name}.part")
    half.write_bytes(content)
    half.replace(whole)
    return file, name
