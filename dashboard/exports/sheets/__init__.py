"""What can be taken: one module a sheet, its file name the key."""
