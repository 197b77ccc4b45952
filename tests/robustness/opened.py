"""Outputs opened again by the programs that readers open them with."""

import re
import subprocess


def pdf_text(data: bytes) -> str:
    """The text of a PDF without white space and direction marks."""
    run = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    return re.sub("[\\s\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", run.stdout.decode())
