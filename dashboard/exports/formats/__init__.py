"""How it can be taken: one module a format, its file name the key."""
