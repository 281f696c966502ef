"""Issued packs on disk: written once and whole, and checked against their digest when opened."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

FOLDER = "packs"


class ChangedError(Exception):
    """A file of an issued pack is not the one that was issued, or is gone; says which."""


def freeze(data: Path, name: str, files: Mapping[str, bytes]) -> str:
    """Keep the files under a name, whole or not at all; gives the digest over all of them.

    Raises FileExistsError where the name is taken: an issued pack is never written again.
    """
    held = data / FOLDER
    held.mkdir(parents=True, exist_ok=True)
    target = held / name
    if target.exists():
        raise FileExistsError(f"{name} is issued already.")
    unfinished = Path(tempfile.mkdtemp(dir=held, prefix=f".{name}-", suffix=".part"))
    try:
        for file, content in files.items():
            path = unfinished / file
            path.write_bytes(content)
            path.chmod(0o440)
        unfinished.chmod(0o750)
        os.rename(unfinished, target)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    return digest_of(files)


def opened(data: Path, name: str, digest: str) -> dict[str, bytes]:
    """The files as they were issued. Raises ChangedError where they are not."""
    folder = data / FOLDER / name
    try:
        files = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
    except OSError as problem:
        raise ChangedError(f"The files of {name} cannot be read: {problem.strerror}.") from problem
    if digest_of(files) != digest:
        raise ChangedError(
            f"The files of {name} are not those that were issued. Bring them back from a backup."
        )
    return files


def digest_of(files: Mapping[str, bytes]) -> str:
    """SHA-256 over the names and contents, in the order of the names."""
    whole = hashlib.sha256()
    for name in sorted(files):
        whole.update(f"{name} {hashlib.sha256(files[name]).hexdigest()}\n".encode())
    return whole.hexdigest()
