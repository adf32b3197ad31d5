"""What can be taken as slides: one module a deck, its file name the key."""
