"""The register: all statements in columns, so that a million can be folded at once.

`onetext.positions.fold.matrix` says what the answers are; what stands here gives the same ones,
and is held against it by law. docs/explanation/size.md tells how.
"""
