"""A running site over a small made-up authority, and a headless Chromium to look at it with."""

import importlib.util
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.browser.visitor import Visitor

ROOT = Path(__file__).parents[2]
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
REQUIRED = os.environ.get("SIGHTLINE_REQUIRE_BROWSER") == "1"
SECONDS_TO_START = 90

NewVisitor = Callable[..., "Visitor"]

if importlib.util.find_spec("playwright") is None and not REQUIRED:
    collect_ignore_glob = ["test_*.py"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is a browser test."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


def _without(reason: str) -> None:
    """Skips, or fails where a browser was asked for."""
    if REQUIRED:
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Debian's Chromium, or the one that SIGHTLINE_CHROMIUM names."""
    chromium = os.environ.get("SIGHTLINE_CHROMIUM") or shutil.which("chromium")
    if not chromium or not Path(chromium).exists():
        _without("no Chromium here: install it, or name one with SIGHTLINE_CHROMIUM")
    from playwright.sync_api import sync_playwright

    from tests.browser.visitor import FLAGS

    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=chromium, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a small made-up authority, filled once a session."""
    folder = tmp_path_factory.mktemp("authority")
    subprocess.run(
        [sys.executable, "-m", "tests.browser.prepare", str(folder)],
        cwd=ROOT,
        env=_environment(folder),
        check=True,
        timeout=600,
    )
    return folder


@pytest.fixture(scope="session")
def site(data: Path, browser: "Browser") -> Iterator[str]:
    """The address of the running site."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "waitress", f"--listen=127.0.0.1:{port}"]
    server = subprocess.Popen(
        [*command, "sightline.site.wsgi:application"], cwd=ROOT, env=_environment(data)
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=30)


@pytest.fixture
def visitor(browser: "Browser", site: str) -> Iterator[NewVisitor]:
    """Makes visitors: visitor(width=375, scripts=False)."""
    from tests.browser.visitor import Visitor

    made: list[Visitor] = []

    def make(*, width: int = 1280, scripts: bool = True) -> Visitor:
        made.append(Visitor(browser, site, width=width, scripts=scripts))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, from the front end's lock file."""
    if not AXE.exists():
        _without("axe-core is not set up: run make set-up")
    return AXE.read_text(encoding="utf-8")


def _environment(data: Path) -> dict[str, str]:
    return {
        **os.environ,
        "SIGHTLINE_DATA": str(data),
        "DJANGO_SETTINGS_MODULE": "sightline.site.settings",
    }


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and server.poll() is None:
        try:
            urllib.request.urlopen(f"{address}/sign-in/", timeout=10).close()
        except (urllib.error.URLError, OSError):
            time.sleep(0.3)
        else:
            return
    pytest.fail("the site did not start")
