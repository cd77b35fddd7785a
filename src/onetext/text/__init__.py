"""Draft texts as pure values: spans, points, formulations, brackets. No input or output."""
