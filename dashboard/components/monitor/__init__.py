"""The parts of the page of reintegration."""
