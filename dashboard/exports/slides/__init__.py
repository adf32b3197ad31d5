"""Slides for PowerPoint and LibreOffice: shapes, charts and tables that their reader can edit."""
