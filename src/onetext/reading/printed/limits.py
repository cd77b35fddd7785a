"""What a process that opens a PDF may take."""

from __future__ import annotations

SECONDS = 60
MEMORY_BYTES = 2_000_000_000


def hold_to_limits() -> None:
    """Hold this process to a minute of processor time and 2 GB, where the system can do that."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
