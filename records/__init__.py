"""Individual records of returnees: read, aggregated, and published without a person in sight."""

ENGINES = ("duckdb", "spark")
"""What can compute the aggregates: the first, unless the installation says otherwise."""
