"""Tables of a child's dates, as the specs of the clocks write them: day/month/year, `-` none."""

from datetime import date


def day(text: str) -> date:
    """Read one date."""
    d, m, y = (int(part) for part in text.split("/"))
    return date(y, m, d)


def days(text: str) -> list[date]:
    """Read dates set apart by spaces; `-` is none."""
    return [day(word) for word in text.replace("-", " ").split()]


def rows(table: str) -> list[tuple[str, ...]]:
    """Read an ASCII table; its first line is the heading."""
    lines = [line for line in table.strip().splitlines() if line.strip()]
    return [tuple(cell.strip() for cell in line.split("|")) for line in lines[1:]]


def day_or_none(text: str) -> date | None:
    """Read one date; `-` is none."""
    return None if text == "-" else day(text)
