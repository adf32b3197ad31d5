"""Tables as files: a view becomes a sheet, and a sheet becomes a file of one of several formats."""
