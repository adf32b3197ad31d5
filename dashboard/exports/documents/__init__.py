"""Documents: one module each, with a DOCUMENT."""
