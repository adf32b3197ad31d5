"""Measurements of the atlas against its budgets: `python -m benchmarks [name ...]`."""
