"""Drafts as Akoma Ntoso 1.0."""

from onetext.briefing.exchange.akn.write import render_akn

__all__ = ["render_akn"]
