"""Figures: finished numbers in, a drawing out. No Dash, no data, no language."""
