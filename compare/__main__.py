"""`python -m compare` is `tabayun`."""

import signal
import sys


def run() -> int:
    """Run the command line; until it is there, Ctrl-C ends the process and says nothing."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from compare.cli import main

    return main()


if __name__ == "__main__":
    sys.exit(run())
