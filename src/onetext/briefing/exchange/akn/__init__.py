"""Drafts, and what changed between two of them, as Akoma Ntoso 1.0."""

from onetext.briefing.exchange.akn.write import render_akn, render_akn_changes

__all__ = ["render_akn", "render_akn_changes"]
