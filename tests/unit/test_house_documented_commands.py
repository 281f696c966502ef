"""Every command that the README and the documentation show is one that exists."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import sightline
from sightline.cli import main
from sightline.measures import catalogue

ROOT = Path(__file__).parents[2]
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`((?:make|sightline) [^`]+)`")
PLACE_HOLDERS = {"COMMAND", "…"}


@dataclass(frozen=True)
class Shown:
    """A command line as a page shows it."""

    page: str
    line: str

    def __str__(self) -> str:
        return f"{self.page}: {self.line}"


def lines_of(text: str) -> Iterator[str]:
    for block in CONSOLE.findall(text):
        for line in block.splitlines():
            if line[:2] in ("$ ", "> "):
                yield line[2:].split(" # ")[0].strip()
    yield from INLINE.findall(text)


def shown(program: str) -> list[Shown]:
    found = {
        Shown(str(page.relative_to(ROOT)), line.removeprefix("uv run "))
        for page in PAGES
        for line in lines_of(page.read_text(encoding="utf-8"))
    }
    return sorted((s for s in found if s.line.split()[0] == program), key=str)


def resolve(words: list[str]) -> tuple[click.Command, list[str]]:
    """Follow the words down the groups; return the command and what is left for it."""
    command: click.Command = main
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        found = command.get_command(click.Context(command), words[0])
        assert found is not None, f"there is no command {words[0]!r}"
        command, words = found, words[1:]
    return command, words


@pytest.mark.parametrize("command_line", shown("sightline"), ids=str)
def test_a_documented_command_exists_with_its_options(command_line: Shown) -> None:
    words = shlex.split(command_line.line)[1:]
    if words[0] in PLACE_HOLDERS:
        return
    command, rest = resolve(words)
    if "--help" not in rest:
        command.make_parser(click.Context(command)).parse_args(list(rest))
    answer = CliRunner().invoke(command, ["--help"])
    assert answer.exit_code == 0
    assert command.help, "a documented command says what it does"


@pytest.mark.parametrize("command_line", shown("make"), ids=str)
def test_a_documented_task_is_in_the_makefile(command_line: Shown) -> None:
    tasks = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert command_line.line.split()[1] in tasks


@pytest.mark.parametrize(
    "task", re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
)
def test_every_task_says_what_it_does(task: str) -> None:
    assert re.search(rf"^{task}:.*## [A-Z]", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


def test_the_functions_that_the_readme_calls_are_public() -> None:
    (block,) = re.findall(
        r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL
    )
    called = set(re.findall(r"\bsightline\.(\w+)", block))
    assert called
    assert called <= set(sightline.__all__)
    assert all(callable(getattr(sightline, name)) for name in sightline.__all__)


def test_the_readme_shows_the_two_commands_of_the_first_screen() -> None:
    first_screen = (ROOT / "README.md").read_text(encoding="utf-8").split("\n## ")[0]
    assert [line for line in lines_of(first_screen) if line.startswith("make ")][:2] == [
        "make demo",
        "make test",
    ]


def commands(group: click.Group, name: str) -> Iterator[str]:
    context = click.Context(group)
    for word in group.list_commands(context):
        command = group.get_command(context, word)
        if isinstance(command, click.Group):
            yield from commands(command, f"{name} {word}")
        else:
            yield f"{name} {word}"


@pytest.mark.parametrize("name", [*commands(main, "sightline")])
def test_every_command_is_documented(name: str) -> None:
    """A command that no page names is a command that nobody finds."""
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    assert re.search(rf"`{name}\b", page)


@pytest.mark.parametrize(
    "line",
    [
        "measures list",
        "measures list --json",
        "templates list",
        "templates list --json",
        "--version",
        "--help",
    ],
)
def test_the_commands_that_need_no_data_run(line: str) -> None:
    assert CliRunner().invoke(main, line.split()).exit_code == 0


def test_every_measure_named_in_an_example_is_in_the_catalogue() -> None:
    named = [s.line.split()[3] for s in shown("sightline") if "measures explain" in s.line]
    assert named
    assert set(named) - {"ID"} <= set(catalogue())
