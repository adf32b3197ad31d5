"""What can be taken as a picture: one module a picture, its file name the key."""
