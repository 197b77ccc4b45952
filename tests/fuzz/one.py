"""One target in a process of its own: the program instrumented, then fuzzed until time is up."""

import sys

import atheris

with atheris.instrument_imports(include=["compare"]):
    from tests.fuzz.targets import TARGETS

if __name__ == "__main__":
    target = TARGETS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()
