"""What the settings read from the machine: switches, lists, the data folder and the secret key."""

import os
import secrets
import tempfile
from collections.abc import Mapping
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

SECRET_KEY_FILE = "secret-key"
AUTHORITY_FILE = "authority.txt"
NO_NAME = "Your authority"


def switch(environ: Mapping[str, str], name: str) -> bool:
    """True when the variable says 1, true, yes or on; anything else, or nothing, is off."""
    return environ.get(name, "").strip().lower() in {"1", "true", "yes", "on"}


def words(environ: Mapping[str, str], name: str) -> list[str]:
    """The values of a comma-separated variable, blanks dropped."""
    return [part.strip() for part in environ.get(name, "").split(",") if part.strip()]


def data_folder(environ: Mapping[str, str]) -> Path:
    """The folder that holds everything of one authority: SIGHTLINE_DATA, or ./sightline-data."""
    return Path(environ.get("SIGHTLINE_DATA") or "sightline-data").resolve()


def authority_name(environ: Mapping[str, str], data: Path) -> str:
    """SIGHTLINE_AUTHORITY, or the first line of authority.txt in the data folder."""
    if named := environ.get("SIGHTLINE_AUTHORITY", "").strip():
        return named
    file = data / AUTHORITY_FILE
    lines = file.read_text(encoding="utf-8").strip().splitlines() if file.is_file() else []
    return lines[0].strip() if lines else NO_NAME


def secret_key(environ: Mapping[str, str], data: Path) -> str:
    """SIGHTLINE_SECRET_KEY, or a key made once and kept in the data folder, readable by its owner.

    Raises ImproperlyConfigured when the folder cannot be written.
    """
    if given := environ.get("SIGHTLINE_SECRET_KEY"):
        return given
    file = data / SECRET_KEY_FILE
    if not file.exists():
        try:
            _write_once(file, secrets.token_urlsafe(64))
        except OSError as error:
            raise ImproperlyConfigured(
                f"Sightline cannot keep its secret key in {data}: {error.strerror}. Choose another "
                "folder with SIGHTLINE_DATA, or give the key in SIGHTLINE_SECRET_KEY."
            ) from error
    return file.read_text(encoding="ascii").strip()


def _write_once(file: Path, text: str) -> None:
    """Put text in file whole (mode 0600); when another process was first, keep what it wrote."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, draft = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
    try:
        with os.fdopen(handle, "w", encoding="ascii") as out:
            out.write(text)
        if not file.exists():
            os.replace(draft, file)
    finally:
        Path(draft).unlink(missing_ok=True)
