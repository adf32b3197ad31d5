"""The addresses where a registry is loaded."""

LOOK, CHECK = "/monitor/registry/look", "/monitor/registry/check"
ACCEPT = "/monitor/registry/accept"
EVERY = (LOOK, CHECK, ACCEPT)
