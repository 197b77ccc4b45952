"""`python -m tests.robustness` writes `docs/robustness.md` anew."""

from tests.robustness.page import PAGE, page

if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
