"""Sightline's own templates: what there is, and files to fill."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from sightline.returns.templates import TEMPLATES, Column, Template
from sightline.returns.templates.blank import headings_csv, workbook


class AlreadyThereError(Exception):
    """A file that would be written over may hold what somebody has filled in."""


_CONTENTS: dict[str, Callable[[Template], bytes]] = {
    "xlsx": workbook,
    "csv": lambda template: headings_csv(template).encode(),
}
FORMATS = tuple(_CONTENTS)


def listing() -> tuple[Template, ...]:
    """Every template, in the order in which they are shown."""
    return tuple(TEMPLATES.values())


def blank(name: str, form: str) -> bytes:
    """An empty template as a file's content, `form` one of FORMATS. KeyError for another."""
    return _CONTENTS[form](TEMPLATES[name])


def write(folder: Path, forms: Sequence[str] = FORMATS) -> tuple[Path, ...]:
    """Write every template into a folder, made if need be, and give the files.

    Raises AlreadyThereError, with nothing written, where one of the files exists.
    """
    wanted = [(folder / f"{name}.{form}", name, form) for name in TEMPLATES for form in forms]
    for path, _, _ in wanted:
        if path.exists():
            raise AlreadyThereError(
                f"{path} is there already and may have been filled in: nothing was written. "
                "Choose another folder, or move it away."
            )
    folder.mkdir(parents=True, exist_ok=True)
    for path, name, form in wanted:
        path.write_bytes(blank(name, form))
    return tuple(path for path, _, _ in wanted)


def as_json() -> dict[str, object]:
    """The contract of `templates list --json`, version 1."""
    return {"version": 1, "templates": [_as_json(each) for each in listing()]}


def _as_json(template: Template) -> dict[str, object]:
    return {
        "name": template.name,
        "title": template.title,
        "purpose": template.purpose,
        "kept_by": template.kept_by,
        "same_row": list(template.same_row),
        "columns": [_column_as_json(column) for column in template.columns],
    }


def _column_as_json(column: Column) -> dict[str, object]:
    return {
        "name": column.name,
        "heading": column.heading,
        "note": column.note,
        "kind": column.kind,
        "key": column.key,
        "required": column.required,
        "words": list(column.offered),
        "example": column.example or None,
    }
