"""What all tests share: the seeds, and a sound story to spoil."""

import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from tests.chromium import chromium
from tests.ingest import folders

ROOT = Path(__file__).parent.parent

settings.register_profile("untimed", deadline=None)  # no time decides a test
settings.load_profile("untimed")


@pytest.fixture
def seeds() -> Path:
    """The folder of the story that the project starts from; not to be written to."""
    return ROOT / "seeds" / "hostage-talks-2024"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A sound story of two articles in a folder of its own."""
    return folders.make(tmp_path / "collapse")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, as users have it."""
    with chromium() as opened:
        yield opened


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """On a machine that vouches for a change, a test that is skipped has failed."""
    report = yield
    if os.environ.get("CI") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
    return report
