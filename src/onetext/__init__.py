"""onetext: the secretary's record for a text that is still being negotiated."""

__version__ = "0.1.0"
