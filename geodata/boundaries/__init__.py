"""The shapes of the provinces, the neighbours and the Tonle Sap, and how they are rebuilt."""
