"""Kinds of data that can be loaded, one module each. The file name is the key."""
