"""Places, lines and provinces for geographic information systems: OGC API Features under `/ogc`."""
