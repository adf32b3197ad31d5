"""One migration a file, named after its revision. A file that has been released never changes."""
