"""The rules behind data-quality issues: a short stable code each, its severity, plain words."""

from __future__ import annotations

from dataclasses import dataclass

from sightline.returns.tables import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason for an issue. `words` say, to the person who must act, what it means."""

    code: str
    severity: Severity
    words: str


def _error(code: str, words: str) -> Rule:
    return Rule(code, Severity.ERROR, words)


def _warning(code: str, words: str) -> Rule:
    return Rule(code, Severity.WARNING, words)


_FILE = (
    _error("file_empty", "The file holds nothing, or nothing but blank lines."),
    _error("file_encrypted", "The file is protected by a password."),
    _error("file_truncated", "The file breaks off: it was not wholly saved, copied or downloaded."),
    _error("file_unreadable", "The file cannot be opened, or is not text, a workbook or a zip."),
    _error("file_unknown", "The file opens, but no heading row of a return we know is in it."),
    _error("file_too_large", "The file unpacks to more than we read in one go."),
    _warning(
        "bytes_unreadable", "The file holds characters that cannot be text; they were left out."
    ),
    _warning(
        "table_repeated", "The same table comes more than once in one file; all of them are read."
    ),
)

_XML = (
    _warning("element_unknown", "An XML file holds an element that the return does not have."),
    _warning("element_repeated", "An element comes twice where it has its place once."),
    _warning("text_astray", "An XML file holds text that is in no element; it is not read."),
)

_HEADING = (
    _error(
        "key_column_missing", "A column without which no row can be placed is not in the table."
    ),
    _warning("column_missing", "A column of the return is not in the table; it is read as blank."),
    _warning("column_extra", "A column is not part of the return; it is not read."),
    _warning("header_repeated", "A column comes twice; the first is read."),
)

_YEAR = (
    _warning("year_unknown", "No date tells which year the return is of; codes of any year pass."),
    _warning(
        "reference_date_unusual",
        "The file gives no reference date, or one on which no such return is taken.",
    ),
    _warning("year_unsupported", "The year is before or after those whose code sets we hold."),
    _warning("table_not_this_year", "The table was not collected in the year the return is of."),
)

_ROW = (
    _error(
        "key_blank", "A value without which the row cannot be placed is blank; the row is lost."
    ),
    _error("key_unreadable", "A value that places the row cannot be read; the row is lost."),
    _error("duplicate_row", "The row repeats an earlier row in every value; it is read once."),
    _warning("row_id_repeated", "The number of a row is that of another row of its table too."),
    _warning("row_ragged", "The row has more or fewer values than the heading row has columns."),
    _warning("quote_unbalanced", "A quotation mark opens and never closes; it was left out."),
)

_VALUE = (
    _warning("required_blank", "The return asks for a value and there is none."),
    _warning(
        "date_unreadable", "The value is not a date that exists, day first; it is read as blank."
    ),
    _warning("number_unreadable", "The value is not a number; it is read as blank."),
    _warning(
        "number_out_of_range", "The number is below or above what can be; it is read as blank."
    ),
    _warning("flag_unreadable", "The value is neither yes nor no; it is read as blank."),
    _warning(
        "code_unknown", "The value is no code of the return in any year; it is read as blank."
    ),
    _warning(
        "code_not_this_year", "The code belongs to other years than the return's; it is kept."
    ),
    _warning(
        "json_unreadable", "The value is not the JSON list of options it should be; read as blank."
    ),
    _warning("option_unknown", "A list of options names one that the return does not know."),
    _warning("value_not_told", "We cannot tell what the words mean; they are read as blank."),
    _warning("id_damaged", "The identifier looks like a number that a spreadsheet has rounded."),
)

_CHECKS = (
    _error(
        "check_failed",
        "A check could not be run, so what it looks for was not looked at; nothing else is lost.",
    ),
    _error(
        "numbered_differently",
        "Two returns of about the same time have hardly a child in common: they number children "
        "differently, and cannot be held against each other. Give every child one number in both.",
    ),
    _error(
        "check_not_run",
        "A check was not run, because the two returns that it holds against each other number "
        "children differently. Once they have the same numbers it will be.",
    ),
)

READING_RULES: dict[str, Rule] = {
    rule.code: rule for rule in (*_FILE, *_XML, *_HEADING, *_YEAR, *_ROW, *_VALUE, *_CHECKS)
}
