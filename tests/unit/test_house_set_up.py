"""Set-up finds what is there, says what is missing, and does nothing twice."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import set_up


def fake_tool(folder: Path, name: str, says: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    tool = folder / name
    tool.write_text(f"#!/bin/sh\necho '{says}'\n")
    tool.chmod(0o755)
    return tool


@pytest.mark.parametrize(
    ("says", "version"),
    [
        ("uv 0.8.3 (abc 2025-01-01)", (0, 8, 3)),
        ("v20.20.2", (20, 20, 2)),
        ("no numbers here", ()),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for the tool")
def test_the_version_of_a_tool_is_what_it_prints(
    tmp_path: Path, says: str, version: tuple[int, ...]
) -> None:
    assert set_up.version_of(fake_tool(tmp_path / "a b", "tool", says)) == version


def test_a_tool_that_is_not_there_has_no_version(tmp_path: Path) -> None:
    assert set_up.version_of(tmp_path / "absent") == ()


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for the tool")
def test_uv_on_the_path_is_used_when_new_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uv = fake_tool(tmp_path / "bin", "uv", "uv 99.0.0")
    monkeypatch.delenv("UV", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert set_up.find_uv() == uv


def test_a_change_of_any_source_changes_the_fingerprint(tmp_path: Path) -> None:
    lock, sheet = tmp_path / "package-lock.json", tmp_path / "govuk.scss"
    lock.write_text("{}")
    sheet.write_text("a {}")
    before = set_up.fingerprint([lock, sheet])
    assert set_up.fingerprint([sheet, lock]) == before
    sheet.write_text("b {}")
    assert set_up.fingerprint([lock, sheet]) != before


def test_a_failed_step_is_named_to_the_person() -> None:
    with pytest.raises(set_up.SetUpError, match=r"exit 3.*-c"):
        set_up.run([sys.executable, "-c", "raise SystemExit(3)"])


def test_an_old_python_is_told_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(set_up, "OLDEST_PYTHON", (99, 0))
    assert set_up.main([]) == 1
    assert "Python 3.11 or newer is needed" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="Debian's split of python3-venv")
def test_a_python_without_venv_gets_advice_not_a_traceback(tmp_path: Path) -> None:
    """Debian's python3 comes without ensurepip; the message names the package to install."""
    lame = fake_tool(tmp_path, "python3", "The virtual environment was not created")
    lame.write_text(lame.read_text() + "exit 1\n")
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); import set_up, pathlib\n"
        "set_up.TOOLS = pathlib.Path(sys.argv[2]) / 'tools'\n"
        "sys.executable = sys.argv[2] + '/python3'\n"
        "sys.exit(set_up.main(['--uv']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(set_up.ROOT / "scripts"), str(tmp_path)],
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "apt-get install python3-venv" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_built_look_carries_no_licensed_font_and_no_crest() -> None:
    """GDS Transport and the crown may be shown only on GOV.UK itself."""
    css = set_up.VENDOR / "govuk.css"
    if not css.exists():
        pytest.skip("front-end assets are not built; make set-up builds them")
    text = css.read_text(encoding="utf-8")
    assert "Transport" not in text
    assert "@font-face" not in text
    shipped = {path.name for path in set_up.VENDOR.rglob("*") if path.is_file()}
    assert not {name for name in shipped if "crest" in name or "crown" in name or "logo" in name}
    assert {"govuk.css", "govuk-frontend.min.js", "moj-frontend.min.js"} <= shipped


def test_every_image_the_stylesheet_names_is_there() -> None:
    css = set_up.VENDOR / "govuk.css"
    if not css.exists():
        pytest.skip("front-end assets are not built; make set-up builds them")
    named = [
        part.split(")")[0].strip("\"'")
        for part in css.read_text(encoding="utf-8").split("url(")[1:]
    ]
    assert named
    missing = [n for n in named if not n.startswith("data:") and not (css.parent / n).exists()]
    assert missing == []
