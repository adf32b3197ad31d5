"""Individual records of returnees: read, aggregated, and published without a person in sight."""
