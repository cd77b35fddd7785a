"""The solvers behind `onetext.settlement`; chosen in `onetext.wiring` only."""
