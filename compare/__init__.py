"""Tabayun: where outlets part on the figures of one story."""

__version__ = "0.1.0"
