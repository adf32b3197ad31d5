"""What it means: pure functions over pandas and NumPy. No files, no Dash, no plotly."""
