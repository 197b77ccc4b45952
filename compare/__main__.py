"""`python -m compare` is `tabayun`."""

import os
import signal
import sys


def run() -> int:
    """Run the command line; until it is there, Ctrl-C ends the process and says nothing."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    _be_in_utf8()
    from compare.cli import main

    return main()


def _be_in_utf8() -> None:
    """Begin again where file names would be read in another encoding: a story goes by its name."""
    if sys.getfilesystemencoding() != "utf-8" and os.environ.get("PYTHONUTF8") != "1":
        os.environ["PYTHONUTF8"] = "1"
        os.execv(sys.executable, sys.orig_argv)


if __name__ == "__main__":
    sys.exit(run())
