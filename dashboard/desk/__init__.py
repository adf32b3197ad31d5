"""The data desk: a ministry's own numbers, from a filled-in file to a version of the data."""
