"""The bundled case: the talks on the US plan for Ukraine, November 2025 to March 2026."""

from onetext.case.bundle import NAME, dispatches, drafts, unpack

__all__ = ["NAME", "dispatches", "drafts", "unpack"]
