"""The browser that the pages of the battery are opened in."""

from tests.render.conftest import browser

__all__ = ["browser"]
