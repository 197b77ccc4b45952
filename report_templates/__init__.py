"""Templates, styles, fonts and labels of the briefing; data, no code."""
