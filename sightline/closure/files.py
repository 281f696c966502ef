"""Documents given as evidence: where they lie."""

import hashlib
from pathlib import Path, PurePath

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

FOLDER = "evidence"


def keep(sent: "UploadedFile[bytes]") -> tuple[str, str]:
    """Writes the document beneath the data folder, under its digest: (where it lies, its name).

    The same document sent twice lies there once, and half a document lies nowhere.
    """
    content = sent.read()
    name = PurePath(sent.name or "").name[:255]
    file = f"{FOLDER}/{hashlib.sha256(content).hexdigest()}{PurePath(name).suffix.lower()}"
    whole = Path(settings.DATA) / file
    whole.parent.mkdir(parents=True, exist_ok=True)
    half = whole.with_name(f"{whole.name}.part")
    half.write_bytes(content)
    half.replace(whole)
    return file, name
