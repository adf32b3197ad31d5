"""Kinds of questions: one module a kind, found by its file's name."""

from dashboard.rooms.questions._declaration import Kind
from dashboard.rooms.questions._registry import checked, kind_of, kinds

__all__ = ["Kind", "checked", "kind_of", "kinds"]
