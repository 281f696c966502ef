"""A workbook that was sent, between its preview and its storing: a folder of uploads."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sightline.people import uploads
from sightline.plan.sheets.layouts import fields_of, known_layouts
from sightline.plan.sheets.taking import Sent
from sightline.plan_sheets import Field, read_plan
from sightline.plan_sheets.cells import MOST_BYTES

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

_FOLDER, _TOLD = "plan-workbook", "plan-workbook-columns"  # names in the person's session
Kept = Any  # the session: what it holds is JSON


@dataclass(frozen=True, slots=True)
class Waiting:
    """The file of a person's session, and what they said its columns mean."""

    path: Path
    told: Mapping[str, Mapping[Field, int]]

    @property
    def data(self) -> bytes:
        """What is in the file."""
        return self.path.read_bytes()

    def read(self) -> Sent:
        """The plan in it. Raises PlanSheetError."""
        data = self.data
        book = read_plan(self.path.name, data, {**known_layouts(), **self.told})
        return Sent(book, hashlib.sha256(data).hexdigest())


def keep(session: Kept, file: UploadedFile[bytes], data: Path) -> None:
    """Lays the file by for this session, in place of what lay there."""
    drop(session, data)
    session[_FOLDER] = uploads.keep([file], data).name


def waiting(session: Kept, data: Path) -> Waiting | None:
    """What lies there for this session; None where nothing does any longer."""
    name = session.get(_FOLDER, "")
    folder = data / "uploads" / name
    path = next(folder.iterdir(), None) if name and folder.is_dir() else None
    if path is None:
        return None
    told = {print_: fields_of(each) for print_, each in session.get(_TOLD, {}).items()}
    return Waiting(path, told)


def tell(session: Kept, print_: str, fields: Mapping[Field, int]) -> None:
    """What the columns of headings of this fingerprint mean."""
    told = {each.value: at for each, at in fields.items()}
    session[_TOLD] = {**session.get(_TOLD, {}), print_: told}


def drop(session: Kept, data: Path) -> None:
    """Takes away what lies there for this session."""
    if name := session.pop(_FOLDER, ""):
        uploads.take_away(data / "uploads" / name, data)
    session.pop(_TOLD, None)


def too_large(file: UploadedFile[bytes]) -> bool:
    """Whether no plan is as large as this."""
    return (file.size or 0) > MOST_BYTES
