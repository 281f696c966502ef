"""The forms of the oversight pages."""

from typing import TYPE_CHECKING, Any

from django import forms

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


DAY_FORMATS = ["%d %m %Y", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d", "%d %B %Y"]


class ManyFilesInput(forms.ClearableFileInput):
    """A file input that takes several files."""

    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class ManyFilesField(forms.FileField):
    """One or more files; each is checked as a FileField checks one."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[Any]]":
        """The files, at least one of them."""
        sent = data if isinstance(data, list | tuple) else [data]
        return [super(ManyFilesField, self).clean(one, initial) for one in sent or [None]]


class LoadForm(forms.Form):
    """Which files, and the day that they speak of."""

    returns = ManyFilesField(
        label="Files",
        help_text="SSDA903 (CSV, XML, Excel or zip), Annex A (Excel), the CIN census or the "
        "workforce census (XML), the Standard Safeguarding Dataset (CSV, Excel, Parquet or zip), "
        "and Sightline’s own templates, filled in (Excel or CSV). You can choose several.",
        error_messages={
            "required": "Choose at least one file",
            "empty": "One of the files is empty",
        },
    )
    year = forms.IntegerField(
        label="The year the return is of (SSDA903, CIN and workforce census)",
        help_text="For example 2026 for the year to 31 March 2026. "
        "Leave empty if the return’s own dates say it.",
        required=False,
        min_value=2017,
        max_value=2100,
        widget=forms.TextInput(attrs={"autocomplete": "off", "size": 4, "inputmode": "numeric"}),
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), "Enter a year such as 2026"
        ),
    )
    as_at = forms.DateField(
        label="The day the files speak of (Annex A, the Standard Safeguarding Dataset, templates)",
        help_text="For example 31 10 2026. Leave empty if the file’s own name or dates say it.",
        required=False,
        input_formats=DAY_FORMATS,
        widget=forms.TextInput(attrs={"autocomplete": "off", "size": 16}),
        error_messages={"invalid": "Enter a date such as 31 10 2026"},
    )
