"""From positions and preferences to conflicts, concessions and packages."""
