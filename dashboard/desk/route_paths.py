"""The addresses of the data desk."""

CHECK, ACCEPT, RESTORE = "/data/desk/check", "/data/desk/accept", "/data/desk/restore"
TEMPLATE, TABLE = "/data/template/", "/data/table/"
