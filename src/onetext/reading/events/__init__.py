"""Meetings and proposals that a document tells of."""
