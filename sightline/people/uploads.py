"""Files that a person sends: kept in the data folder until they are read, then taken away."""

import shutil
import uuid
from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


def keep(files: "Iterable[UploadedFile[Any]]", data: Path) -> Path:
    """Writes the files into a new folder under `data`/uploads and gives the folder.

    A name is stripped of any folder in it; two files of one name stay apart by a number.
    """
    folder = data / "uploads" / uuid.uuid4().hex
    folder.mkdir(parents=True, mode=0o700)
    for file in files:
        target = _free_name(folder, _plain_name(file.name or "file"))
        with target.open("wb") as out:
            for chunk in file.chunks():
                out.write(chunk)
    return folder


def take_away(folder: Path, data: Path) -> None:
    """Deletes an upload folder; refuses (ValueError) one that is not ours."""
    if folder.parent != data / "uploads":
        raise ValueError(f"{folder} is not a folder of uploads.")
    shutil.rmtree(folder, ignore_errors=True)


def _plain_name(name: str) -> str:
    return PurePath(name.replace("\\", "/")).name.strip() or "file"


def _free_name(folder: Path, name: str) -> Path:
    stem, suffix = PurePath(name).stem, PurePath(name).suffix
    target, number = folder / name, 1
    while target.exists():
        number += 1
        target = folder / f"{stem} ({number}){suffix}"
    return target
