"""How the atlas is shown and kept: pages, figures, components, exports and the store."""
