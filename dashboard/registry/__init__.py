"""Loading a registry: a file is looked at, counted and accepted, and never kept."""
